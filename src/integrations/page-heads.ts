// After the build: what pages say of themselves in their heads.
import { ASKS_FOR_TWIN } from '../site/for-machines.ts';
import { asksForPicture } from './pictures/picture-file.ts';
import { readOnce } from './read-once.ts';
import { readHead } from './site-files.ts';

/** What a page says of itself: one without an address is not for search engines. */
export type PageHead = {
  readonly address?: string;
  /** The day on which it changed. */
  readonly modified?: string;
  readonly asksForTwin: boolean;
  readonly asksForPicture: boolean;
};

/** Gives what all pages of the site say, by the names of their files, in the order in which they are made. */
export type ReadHeads = () => Promise<ReadonlyMap<string, PageHead>>;

/** Reads the heads of pages below a folder; `cache` is the file where those of the last build are. */
export function readHeads(folder: string, names: readonly string[], cache: string): ReturnType<ReadHeads> {
  const find = (path: string, name: string) => describeHead(readHead(path), name);
  return readOnce(folder, names, find, { cache, software: CONSPECTUS_ENGINE });
}

/** What the head of a page says; `name` is that of its file. */
export function describeHead(head: string, name: string): PageHead {
  const address = /<link rel="canonical" href="([^"]+)"/.exec(head)?.[1];
  const modified = /<meta property="article:modified_time" content="([\d-]+)"/.exec(head)?.[1];
  return {
    ...(address && { address: copy(address) }),
    ...(modified && { modified: copy(modified) }),
    asksForTwin: head.includes(ASKS_FOR_TWIN),
    asksForPicture: asksForPicture(head, name),
  };
}

/** A part of a text keeps all of it in memory, which thousands of pages would fill. */
function copy(part: string): string {
  return Buffer.from(part).toString();
}
