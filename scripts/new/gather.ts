// From what somebody gave, and answers to questions about the rest, to one paper.
import type { Asker } from './ask.ts';
import {
  type GivenFacts,
  joinPaper,
  type Paper,
  readFacts,
  readRecord,
  UnusableInputError,
} from './paper.ts';

/** What was given: facts by name, and a record or an id. */
export type Given = { readonly facts: GivenFacts; readonly record?: string | undefined };

const NO_ABSTRACT =
  'The paper has no abstract: give it with --abstract-file FILE, or say --stub to add the paper without it.';

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
  { facts, record: given }: Given,
  { today, isStub = false, asker, fetchRecord }: GatherOptions,
): Promise<Paper> {
  const { title, abstract, arxiv } = facts;
  const isIdAlone = given === undefined && !title && !abstract;
  const record = isIdAlone && arxiv ? await fetchRecord(arxiv) : given;
  const found = record === undefined ? undefined : readRecord(record, today);
  const known = asker ? await askForFacts(facts, found, asker) : facts;
  if (!found && !known.title)
    throw new UnusableInputError(
      'Nothing says which paper it is. Give a record (BibTeX, RIS …) with npm run new -- FILE, an arXiv id, or --title "…" --abstract-file FILE.',
    );
  const paper = joinPaper(readFacts(known), found);
  if (paper.text === '' && !isStub) throw new UnusableInputError(NO_ABSTRACT);
  return paper;
}

async function askForFacts(facts: GivenFacts, record: Paper | undefined, asker: Asker): Promise<GivenFacts> {
  const title = facts.title ?? (record ? undefined : await asker.line('Title:'));
  const abstract =
    facts.abstract ?? (record?.text ? undefined : await asker.lines('Abstract (end with an empty line):'));
  if (record) return { ...facts, abstract };
  const ask = async (fact: keyof GivenFacts, question: string) => facts[fact] ?? (await asker.line(question));
  return {
    ...facts,
    title,
    abstract,
    authors: await ask('authors', 'Authors, with semicolons between (may be empty):'),
    published: await ask('published', 'Day of the first version, as 2025-01-08 (may be empty):'),
    arxiv: await ask('arxiv', 'arXiv id (may be empty):'),
  };
}
