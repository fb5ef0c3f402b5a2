// The way into a survey for commands that are run again and again: as loadContent(), with what the last run has kept.
import type { Content } from './content.ts';
import { fingerprintEngine, mayKeep } from './engine.ts';
import { openEntries } from './kept-entries.ts';
import { loadContent } from './load.ts';

/** A survey that was read, and what keeps for the next run what was found out of its entries. */
export type KeptContent = { readonly content: Content; readonly save: () => Promise<void> };

declare global {
  /** Put in place by scripts/astro.ts, which reads the survey before Astro is loaded; taken by whoever builds the site. */
  var CONSPECTUS_LOADED: KeptContent | undefined;
}

/**
 * Reads and checks `content/` below `root`. What builds and other runs have found out of entries is not found out again, and
 * is kept for the next, where that may be.
 */
export async function loadKept(root: string, environment = process.env): Promise<Content> {
  const { content, save } = await loadToKeep(root, environment);
  await save();
  return content;
}

/** The same, for who keeps it when there is time. `software` is the fingerprint of what reads it. */
export async function loadToKeep(
  root: string,
  environment = process.env,
  software?: string,
): Promise<KeptContent> {
  if (!mayKeep(root, environment)) return { content: await loadContent(root), save: async () => undefined };
  const entries = await openEntries(root, software ?? fingerprintEngine(root));
  const content = await loadContent(root, undefined, entries);
  entries.add(content);
  return { content, save: entries.save };
}
