// The way into a survey for commands that are run again and again: as loadContent(), with what the last run has kept.
import type { Content } from './content.ts';
import { fingerprintEngine, hasEngine } from './engine.ts';
import { openEntries } from './kept-entries.ts';
import { loadContent } from './load.ts';

/**
 * Reads and checks `content/` below `root`. What builds and other runs have found out of entries is not found out again, and
 * is kept for the next; but not in a folder that has content alone, nor in CI, where a pull request could bring a cache of
 * its own that calls a bad entry sound.
 */
export async function loadKept(root: string, { CI = '' } = process.env): Promise<Content> {
  if (!hasEngine(root) || CI !== '') return loadContent(root);
  const entries = await openEntries(root, fingerprintEngine(root));
  const content = await loadContent(root, undefined, entries);
  entries.add(content);
  await entries.save();
  return content;
}
