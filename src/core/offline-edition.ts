// What is kept of a site for reading without a network: made by the build, used by the service worker.
import { localeNow } from './words.ts';

/** One thing to fetch and keep: a file, or a bundle in which small files travel one after the other. */
export type OfflinePart = {
  /** Its path below the root of the site, such as `style.css`. */
  readonly name: string;
  readonly digest: string;
  readonly bytes: number;
  /** The files of a bundle in their order, each with its size in bytes. */
  readonly members?: readonly (readonly [name: string, bytes: number])[];
};

/** Everything that is kept. The same files give the same version. */
export type OfflineEdition = {
  readonly version: string;
  readonly parts: readonly OfflinePart[];
};

/** Where a file of an edition is: a part, or the bytes of it from `start` to `end`. */
export type OfflinePlace = {
  readonly part: OfflinePart;
  readonly slice?: { readonly start: number; readonly end: number };
};

/** Finds each file of an edition by its path. */
export function locateFiles({ parts }: OfflineEdition): ReadonlyMap<string, OfflinePlace> {
  const places = new Map<string, OfflinePlace>();
  for (const part of parts) {
    if (!part.members) places.set(part.name, { part });
    let start = 0;
    for (const [name, bytes] of part.members ?? []) {
      places.set(name, { part, slice: { start, end: start + bytes } });
      start += bytes;
    }
  }
  return places;
}

/** What is to be fetched in all, in bytes. */
export function sizeOf({ parts }: OfflineEdition): number {
  return parts.reduce((sum, { bytes }) => sum + bytes, 0);
}

/** `4.3 MB`, in German `4,3 MB`: a size as people compare it, in millions of bytes. */
export function renderMegabytes(bytes: number): string {
  const millions = (bytes / 1e6).toLocaleString(localeNow(), {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return `${millions} MB`;
}
