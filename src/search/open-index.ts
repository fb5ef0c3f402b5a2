// Asking an index that is open: sets of papers for words, phrases and filters.
import { type TermUse, termWord } from './lexicon.ts';
import type { Pagefind, PagefindResult } from './pagefind.ts';
import type { QueryPart } from './query.ts';

/** Papers, by their ids in the index. */
export type Ids = ReadonlySet<string>;

/** Papers that part of a query keeps; `isUsed` where that part is there at all. */
export type Selection = { readonly isUsed: boolean; readonly keep: (id: string) => boolean };

/** An index and all its papers, the newest first. */
export type OpenIndex = {
  readonly newest: readonly PagefindResult[];
  /** The papers that have one of some values of a filter; asked once for each. */
  readonly idsOf: (filter: string, ...values: readonly string[]) => Promise<Ids>;
  /** The papers that use a term, or are about it; asked once for each. */
  readonly idsOfTerm: (id: string, use: TermUse) => Promise<Ids>;
  /** The papers that have all of some words, as Pagefind understands them; the latest answers are remembered. */
  readonly ask: (text: string) => Promise<readonly PagefindResult[]>;
};

/** More answers than this are not remembered. */
const MOST_REMEMBERED = 50;

/** Makes the asking that remembers: while somebody types a word, those before it stay as they are. */
export function makeAsk(pagefind: Pagefind): OpenIndex['ask'] {
  const known = new Map<string, ReturnType<OpenIndex['ask']>>();
  return (text) => {
    const answer = known.get(text) ?? pagefind.search(text).then(({ results }) => results);
    known.delete(text);
    known.set(text, answer);
    const [oldest = ''] = known.keys();
    if (known.size > MOST_REMEMBERED) known.delete(oldest);
    return answer;
  };
}

/** Makes the look-up of filters that remembers: in a big index each answer names thousands of papers. */
export function makeIdsOf(pagefind: Pagefind): OpenIndex['idsOf'] {
  const known = new Map<string, Promise<Ids>>();
  return (filter, ...values) => {
    const key = [filter, ...values].join(':');
    const ids = known.get(key) ?? findIds(pagefind, filter, values);
    known.set(key, ids);
    return ids;
  };
}

/** Makes the look-up of terms that remembers. */
export function makeIdsOfTerm(pagefind: Pagefind): OpenIndex['idsOfTerm'] {
  const known = new Map<string, Promise<Ids>>();
  return (id, use) => {
    const word = termWord(id, use);
    // In quotes: Pagefind does not look for other words that begin so.
    const ids = known.get(word) ?? pagefind.search(`"${word}"`).then(({ results }) => toIds(results));
    known.set(word, ids);
    return ids;
  };
}

function toIds(results: readonly PagefindResult[]): Ids {
  return new Set(results.map(({ id }) => id));
}

async function findIds(pagefind: Pagefind, filter: string, values: readonly string[]): Promise<Ids> {
  const { results } = await pagefind.search(null, { filters: { [filter]: { any: values } } });
  return toIds(results);
}

/** The papers that have a word or a phrase. */
export async function ask(index: OpenIndex, part: QueryPart): Promise<readonly PagefindResult[]> {
  if (part.kind === 'field') return [];
  return index.ask(part.kind === 'phrase' ? `"${part.text}"` : part.text);
}
