// What is found out of a survey for its pages: the terms of its texts, and which papers are alike. It begins when the entries
// are read, while they are still checked: a second core would have nothing to do until Astro is loaded.
import type { Catalog } from '../core/catalog.ts';
import { comparablesOf } from '../core/related.ts';
import { type Mention, makeTermFinder, rememberMentions } from '../core/terms.ts';
import { type Alike, findAlike } from './alike.ts';
import { openSurveyTexts, type SurveyTexts, type TextThread, textsOf } from './survey-texts.ts';

/** What is being found out. */
export type Findings = {
  readonly texts: SurveyTexts;
  /** The terms in all titles, abstracts and summaries, by text. */
  readonly mentions: Promise<ReadonlyMap<string, readonly Mention[]>>;
  readonly alike: Promise<Alike>;
  /** Ends it, for nobody wants it any more. */
  readonly stop: () => Promise<void>;
};

/** Begins to find it out of a survey that the software below `root` builds; `thread` is for texts, where many are new. */
export async function beginFindings(
  root: string,
  software: string,
  survey: Pick<Catalog, 'entries' | 'terms'>,
  thread?: TextThread,
): Promise<Findings> {
  const texts = await openSurveyTexts(root, software, survey, thread);
  const mentions = texts.mentionsMade.then(() => findMentions(survey, texts));
  const alike = mentions.then((found) => {
    rememberMentions(survey.terms, found);
    return findAlike(root, software, comparablesOf(survey));
  });
  // Who waits for it later will hear of a failure.
  alike.catch(() => undefined);
  // Now or never: who checks leaves no time to begin a thread. If another one is at work, this can wait.
  if (!texts.isInThread) await alike;
  const stop = async () => {
    await texts.stop();
    await alike.then((begun) => begun.stop()).catch(() => undefined);
  };
  return { texts, mentions, alike, stop };
}

function findMentions(
  { entries, terms }: Pick<Catalog, 'entries' | 'terms'>,
  { mentions }: SurveyTexts,
): Map<string, readonly Mention[]> {
  const find = makeTermFinder(terms);
  return new Map(
    textsOf(entries).map((text) => [text, mentions.find(text) ?? mentions.add(text, find(text))]),
  );
}
