// From what somebody gave, and answers to questions about the rest, to one paper.

import { findArxiv } from '../../src/ingest/identifiers.ts';
import type { Asker } from './ask.ts';
import {
  type GivenFacts,
  joinPaper,
  type Paper,
  readFacts,
  readRecord,
  UnusableInputError,
} from './paper.ts';
import { beginsRecord, isWholeAnswer } from './record-text.ts';

/** What was given: facts by name, and a record or an id. */
export type Given = { readonly facts: GivenFacts; readonly record?: string | undefined };

const NO_ABSTRACT =
  'The paper has no abstract: give it with --abstract "…" or --abstract-file FILE, or say --stub to add the paper without it.';

/** How to come by what was not given. */
export type GatherOptions = {
  readonly today: string;
  /** The paper may do without an abstract. */
  readonly isStub?: boolean;
  readonly asker?: Asker | undefined;
  /** The record of an arXiv id; asked for only where nothing but the id was given. */
  readonly fetchRecord: (id: string) => Promise<string>;
};

/**
 * Makes a paper of what was given. What is missing is asked for, where somebody can be asked; else the error says
 * which argument gives it.
 */
export async function gatherPaper(
  given: Given,
  { today, isStub = false, asker, fetchRecord }: GatherOptions,
): Promise<Paper> {
  const { facts, record } = asker && isNothing(given) ? await askWhich(asker) : given;
  const { title, abstract, arxiv } = facts;
  const isIdAlone = record === undefined && !title && !abstract;
  const text = isIdAlone && arxiv ? await fetchOrAsk(arxiv, fetchRecord, asker) : record;
  const found = text === undefined ? undefined : readRecord(text, today);
  const known = asker ? await askForFacts({ ...given.facts, ...facts }, found, asker) : facts;
  if (!found && !known.title)
    throw new UnusableInputError(
      'Nothing says which paper it is. Give a record (BibTeX, RIS …) with npm run new -- FILE, an arXiv id, or --title "…" --abstract-file FILE.',
    );
  const paper = joinPaper(readFacts(known), found);
  if (paper.text === '' && !isStub) throw new UnusableInputError(NO_ABSTRACT);
  return paper;
}

/** Whether nothing was given that tells one paper from another. */
function isNothing({ facts, record }: Given): boolean {
  return record === undefined && !facts.title && !facts.abstract && !facts.arxiv;
}

/** Asks for what tells most, first: an id or a record brings all the rest along. */
async function askWhich(asker: Asker): Promise<Given> {
  const answer = await asker.lines(
    'An arXiv id, a record (BibTeX or RIS, pasted), or the title:',
    isWholeAnswer,
  );
  if (beginsRecord(answer)) return { facts: {}, record: answer };
  const arxiv = findArxiv(answer);
  return { facts: arxiv ? { arxiv } : { title: answer } };
}

/** Where arXiv cannot be asked, a person who is there can tell the rest. */
async function fetchOrAsk(
  arxiv: string,
  fetchRecord: GatherOptions['fetchRecord'],
  asker: Asker | undefined,
): Promise<string | undefined> {
  try {
    return await fetchRecord(arxiv);
  } catch (error) {
    if (!asker || !(error instanceof UnusableInputError)) throw error;
    asker.tell(`${error.message}\nOr say it here:`);
    return undefined;
  }
}

async function askForFacts(facts: GivenFacts, record: Paper | undefined, asker: Asker): Promise<GivenFacts> {
  const title = facts.title ?? (record ? undefined : await asker.line('Title:'));
  const abstract =
    facts.abstract ?? (record?.text ? undefined : await asker.lines('Abstract (end with an empty line):'));
  if (record) return { ...facts, abstract };
  const ask = async (fact: keyof GivenFacts, question: string) =>
    facts[fact] ?? (await asker.line(question)) ?? '';
  return {
    ...facts,
    title,
    abstract,
    authors: await ask('authors', 'Authors, with semicolons between (may be empty):'),
    published: await ask('published', 'Day of the first version, as 2025-01-08 (may be empty):'),
    arxiv: await ask('arxiv', 'arXiv id (may be empty):'),
  };
}
