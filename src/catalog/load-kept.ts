// The way into a survey for commands that are run again and again: as loadContent(), with what the last run has kept.
import type { Content } from './content.ts';
import { fingerprintEngine, mayKeep } from './engine.ts';
import { openEntries } from './kept-entries.ts';
import { loadContent } from './load.ts';

/**
 * Reads and checks `content/` below `root`. What builds and other runs have found out of entries is not found out again, and
 * is kept for the next, where that may be.
 */
export async function loadKept(root: string, environment = process.env): Promise<Content> {
  if (!mayKeep(root, environment)) return loadContent(root);
  const entries = await openEntries(root, fingerprintEngine(root));
  const content = await loadContent(root, undefined, entries);
  entries.add(content);
  await entries.save();
  return content;
}
