// The way into a survey for commands that are run again and again: as loadContent(), with what the last run has kept.
import { rememberMentions } from '../core/terms.ts';
import type { Content, Unchecked } from './content.ts';
import { fingerprintEngine, mayKeep } from './engine.ts';
import { beginFindings, type Findings } from './findings.ts';
import { readInterface } from './interface.ts';
import { openEntries } from './kept-entries.ts';
import { listShown, loadContent } from './load.ts';
import type { TextThread } from './survey-texts.ts';

/** A survey that was read, and what keeps for the next run what was found out of its entries. */
export type KeptContent = {
  readonly content: Content;
  /** What is being found out of it for its pages, if somebody wants that. */
  readonly findings?: Findings;
  readonly save: () => Promise<void>;
};

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

/**
 * The same, for who keeps it when there is time. `software` is the fingerprint of what reads it. Who builds a site has a
 * `thread` for its texts: then what its pages need begins to be found out.
 */
export async function loadToKeep(
  root: string,
  environment = process.env,
  software?: string,
  thread?: Omit<TextThread, 'words'>,
): Promise<KeptContent> {
  // Not before it is wanted: in CI nothing may be kept, and to read the software takes a while.
  const fingerprint = () => software ?? fingerprintEngine(root);
  let findings: Findings | undefined;
  const begin = async (read: Unchecked) => {
    if (!thread || !read.survey) return;
    const words = readInterface(root, read.survey.language);
    findings = await beginFindings(root, fingerprint(), listShown(read), { ...thread, words });
    // The check asks for the same, of the terms in the order of their file.
    if (!findings.texts.isInThread) rememberMentions(read.terms, await findings.mentions);
  };
  const entries = mayKeep(root, environment) ? await openEntries(root, fingerprint()) : undefined;
  const content = await loadContent(root, undefined, { keeper: entries, whenRead: begin });
  entries?.add(content);
  return { content, ...(findings && { findings }), save: async () => entries?.save() };
}
