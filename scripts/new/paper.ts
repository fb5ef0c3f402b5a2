// A paper as somebody brings it: a record in a format that ingest reads, or its facts one by one.
import type { EntryFields } from '../../src/core/schema/entry.ts';
import { foldSpace } from '../../src/core/text.ts';
import { count } from '../../src/core/words.ts';
import { identify } from '../../src/ingest/identifiers.ts';
import { ingestSource, type Proposal } from '../../src/ingest/ingest.ts';
import { listNames, splitNames } from '../../src/ingest/names.ts';
import { detectAdapter } from '../../src/ingest/registry.ts';
import { repairText } from '../../src/ingest/repair.ts';

/** Facts of a paper as text, as arguments, answers and forms give them. */
export type GivenFacts = {
  readonly title?: string | undefined;
  readonly abstract?: string | undefined;
  /** "Ada Byron; Grace Hopper", or with commas or "and". */
  readonly authors?: string | undefined;
  readonly published?: string | undefined;
  /** An id or an address at arXiv. */
  readonly arxiv?: string | undefined;
  readonly doi?: string | undefined;
  readonly venue?: string | undefined;
  readonly code?: string | undefined;
  readonly project?: string | undefined;
};

/** What is known of the paper; the abstract is plain text, and empty where nobody gave it. */
export type Paper = { readonly fields: Omit<EntryFields, 'themes'>; readonly text: string };

/** What was given cannot be used; the message says why, and what to do. */
export class UnusableInputError extends Error {
  override readonly name = 'UnusableInputError';
}

/** Reads one record: BibTeX, an answer of arXiv, RIS, or any other format that ingest knows. */
export function readRecord(text: string, today: string): Paper {
  const adapter = detectAdapter(text);
  if (!adapter)
    throw new UnusableInputError(
      'The record is in no format that is known here. Give BibTeX or RIS, or --title and --abstract-file.',
    );
  const source = { file: 'pasted.txt', format: adapter.id, listed: today, origin: 'pasted' };
  const { proposals, diagnostics } = ingestSource(text, adapter, source, 'the record');
  const [proposal, ...more] = proposals;
  if (!proposal)
    throw new UnusableInputError(
      `The record (${adapter.name}) has no paper. ${diagnostics[0]?.message ?? ''} Give --title and --abstract-file instead.`,
    );
  if (more.length > 0)
    throw new UnusableInputError(
      `The record holds ${count(proposals.length, 'paper')}. Give one of them, or use npm run conspectus -- ingest FILE for all.`,
    );
  return withoutSource(proposal);
}

/** There is no listing to compare with: what tells of one is left out. */
function withoutSource({ fields, text }: Proposal): Paper {
  const { source: _source, repairs: _repairs, bibliography: _bibliography, ...facts } = fields;
  return { fields: facts, text };
}

/** Reads facts one by one. Names are split, identifiers recognised, LaTeX in the texts restored. */
export function readFacts(given: GivenFacts): Partial<Paper['fields']> & { readonly text?: string } {
  const { title, abstract, published, venue } = given;
  const names = listNames(splitNames(given.authors ?? '')).names;
  const arxiv = given.arxiv && readIdentifier('arxiv', given.arxiv);
  const doi = given.doi && readIdentifier('doi', given.doi);
  const links = { ...(given.code && { code: given.code }), ...(given.project && { project: given.project }) };
  return {
    ...(title && { title: repairText(foldSpace(title)).text }),
    ...(published && { published }),
    ...(names.length > 0 && { authors: [...names] }),
    ...(venue && { venue: foldSpace(venue) }),
    ...(arxiv && { arxiv }),
    ...(doi && { doi }),
    ...(Object.keys(links).length > 0 && { links }),
    ...(abstract?.trim() && { text: repairText(foldSpace(abstract)).text }),
  };
}

/** What is given by name stands; a record fills the rest. */
export function joinPaper(facts: ReturnType<typeof readFacts>, record: Paper | undefined): Paper {
  const { text, ...fields } = facts;
  const all = { ...record?.fields, ...fields };
  if (!all.title) throw new UnusableInputError('The paper has no title: give it with --title "…".');
  return { fields: { ...all, title: all.title }, text: text ?? record?.text ?? '' };
}

const EXAMPLES = { arxiv: '2501.01234', doi: '10.1000/bees.2025.7' } as const;

function readIdentifier(kind: 'arxiv' | 'doi', text: string): string {
  const found = identify({ [kind]: text, urls: [text] })[kind];
  if (found) return found;
  const name = kind === 'doi' ? 'DOI' : 'arXiv id';
  throw new UnusableInputError(`“${text}” is no ${name}: write it like ${EXAMPLES[kind]}.`);
}
