// What is made of the texts of a survey: the terms that they mention, and their bodies as HTML. What an earlier build has made
// of the same text is taken from there. Of many new ones a thread makes it, while this one checks the content and loads Astro:
// a second core has nothing else to do until then.
import { Worker } from 'node:worker_threads';
import type { Catalog } from '../core/catalog.ts';
import type { Entry } from '../core/schema/entry.ts';
import type { Theme } from '../core/schema/theme.ts';
import type { BodyToRender, RenderedBody } from '../core/shared-survey.ts';
import type { Mention } from '../core/terms.ts';
import type { Interface } from '../core/words.ts';
import { openTexts, type TextKeeper } from './kept-texts.ts';

/** So many new bodies are worth a thread, which takes half a second to begin. */
const WORTH_A_THREAD = 500;

/** What a thread is given: texts and bodies, and what it needs to know of the survey and its site. */
export type TextJob = Pick<Catalog, 'terms'> & {
  readonly texts: readonly string[];
  readonly bodies: readonly BodyToRender[];
  /** The path that the site is served under. */
  readonly base: string;
  readonly words: Interface;
};

/** What it answers: first the terms of all texts, then all bodies as HTML. */
export type TextAnswer =
  | { readonly mentions: readonly (readonly Mention[])[] }
  | { readonly bodies: readonly RenderedBody[] };

/** A thread for texts: its module, and what that cannot learn from them. */
export type TextThread = Pick<TextJob, 'base' | 'words'> & { readonly module: URL };

/** What is made of texts; that of many new ones is there when `mentionsMade` and `bodiesMade` say so. */
export type SurveyTexts = {
  readonly mentions: TextKeeper<readonly Mention[]>;
  readonly mentionsMade: Promise<void>;
  /** By `bodyKey`. */
  readonly bodies: TextKeeper<RenderedBody>;
  readonly bodiesMade: Promise<void>;
  /** Whether a thread makes them. */
  readonly isInThread: boolean;
  /** Ends what is being made, for nobody wants it any more. */
  readonly stop: () => Promise<unknown>;
};

/**
 * Opens what builds by the same software have made of the texts of a survey. If there is a `thread`, and much is new, it
 * begins at once.
 */
export async function openSurveyTexts(
  root: string,
  software: string,
  { entries, terms }: Pick<Catalog, 'entries' | 'terms'>,
  thread?: TextThread,
): Promise<SurveyTexts> {
  // Terms are marked where they stand: another glossary makes other texts.
  const common = JSON.stringify([software, terms]);
  const mentions = await openTexts<readonly Mention[]>(root, 'mentions.lines', common);
  const bodies = await openTexts<RenderedBody>(root, 'bodies.lines', common);
  // All are looked for, for what nobody has looked for is forgotten.
  const isNew = (body: BodyToRender) => !bodies.has(bodyKey(body));
  const newBodies = entries.flatMap((entry) => bodyOf(entry) ?? []).filter(isNew);
  if (!thread || newBodies.length < WORTH_A_THREAD) {
    const made = Promise.resolve();
    const isInThread = false;
    return { mentions, bodies, mentionsMade: made, bodiesMade: made, isInThread, stop: () => made };
  }
  const newTexts = textsOf(entries).filter((text) => !mentions.has(text));
  const made = makeInThread(thread, { terms, texts: newTexts, bodies: newBodies });
  const mentionsMade = made.mentions.then((all) => {
    for (const [place, text] of newTexts.entries()) mentions.add(text, all[place] ?? []);
  });
  const bodiesMade = made.bodies.then((all) => {
    for (const [place, body] of newBodies.entries()) bodies.add(bodyKey(body), all[place] as RenderedBody);
  });
  // Who waits for them later will hear of a failure.
  for (const promise of [mentionsMade, bodiesMade]) promise.catch(() => undefined);
  return { mentions, bodies, mentionsMade, bodiesMade, isInThread: true, stop: made.stop };
}

/** The titles, abstracts and summaries of some entries, each once. */
export function textsOf(entries: readonly Entry[]): string[] {
  return [...new Set(entries.flatMap(({ fields, text }) => [fields.title, text, fields.summary ?? '']))];
}

/** The body of an entry or theme; undefined where it has none. */
export function bodyOf(item: Entry | Theme): BodyToRender | undefined {
  const { body } = item;
  if (body.trim() === '') return undefined;
  // A theme has an id, an entry a slug.
  return 'slug' in item ? { body, notTerms: item.fields.notTerms ?? [], isQuoted: true } : { body };
}

/** What tells a body from all others. */
export function bodyKey({ body, notTerms = [], isQuoted = false }: BodyToRender): string {
  return JSON.stringify([isQuoted, notTerms, body]);
}

function makeInThread({ module, ...known }: TextThread, asked: Omit<TextJob, keyof typeof known>) {
  const job: TextJob = { ...asked, ...known };
  const mentions = Promise.withResolvers<readonly (readonly Mention[])[]>();
  const bodies = Promise.withResolvers<readonly RenderedBody[]>();
  // No pool of threads: one of those is told what to do when this thread has time for it, which it has not while it checks.
  const worker = new Worker(module, { workerData: job });
  worker.on('message', (answer: TextAnswer) => {
    if ('mentions' in answer) mentions.resolve(answer.mentions);
    else bodies.resolve(answer.bodies);
  });
  const fail = (reason: unknown) => {
    mentions.reject(reason);
    bodies.reject(reason);
  };
  worker.on('error', fail);
  // Whatever has not been answered by then never will be.
  worker.on('exit', () => fail(new Error(`${module} has ended before it was done.`)));
  return { mentions: mentions.promise, bodies: bodies.promise, stop: () => worker.terminate() };
}
