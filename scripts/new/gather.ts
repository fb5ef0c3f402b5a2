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

/**
 * Makes a paper of what was given. What is missing is asked for, where somebody can be asked; else the error says
 * which argument gives it.
 */
export async function gatherPaper(
  { facts, record }: Given,
  today: string,
  isStub: boolean,
  asker: Asker | undefined,
): Promise<Paper> {
  const found = record === undefined ? undefined : readRecord(record, today);
  const given = asker ? await askForFacts(facts, found, asker) : facts;
  if (!found && !given.title) throw new UnusableInputError(missing(given));
  const paper = joinPaper(readFacts(given), found);
  if (paper.text === '' && !isStub) throw new UnusableInputError(NO_ABSTRACT);
  return paper;
}

function missing({ arxiv }: GivenFacts): string {
  const fetched = arxiv
    ? `Nothing is fetched from arXiv. Save https://export.arxiv.org/api/query?id_list=${arxiv} and give it with --atom-file FILE, or give --title and --abstract-file. `
    : '';
  return `${fetched || 'Nothing says which paper it is. '}Give a record (BibTeX, RIS …) with npm run new -- FILE, or --title "…" --abstract-file FILE.`;
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
