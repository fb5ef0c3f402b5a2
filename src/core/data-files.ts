// What pages give to the build: the files of data/, which are no pages themselves.

import type { TextParts } from './text-parts.ts';

/** A file of the site; its path is below the root. */
export type DataFile = {
  readonly path: string;
  /** Its media type. */
  readonly type: string;
  /** A fingerprint of what it is made from; none while somebody writes. */
  readonly key: string | undefined;
  /** Fingerprints of what its parts are made from; none where it has none, or while somebody writes. */
  readonly itemKeys: () => readonly string[];
  readonly layOut: () => TextParts;
};

declare global {
  /** Put in place by src/pages/_data-files.ts, which a build loads before any page is made. */
  var CONSPECTUS_DATA_FILES: () => Promise<readonly DataFile[]>;
  /** Put in place by a build: writes them, once. Pages call it when they have to wait. */
  var CONSPECTUS_WRITE_DATA_FILES: (() => Promise<void>) | undefined;
}
