// Made-up papers in any number, to measure what a survey costs when it grows: the same for the same seed.
import type { Catalog } from '../../src/core/catalog.ts';
import type { Entry, EntryFields } from '../../src/core/schema/entry.ts';

/** How many papers, and the seed of the chance that makes them. */
export type SyntheticOptions = { readonly count: number; readonly seed: number };

/** A number from 0 up to 1, another one at each call. */
type Random = () => number;
/** What word follows a word in the real texts; the empty word stands before the first and after the last. */
type Chain = ReadonlyMap<string, readonly string[]>;

const SYLLABLES =
  'ba bel co cor da del fi gar ha hel in ka lan lo mar mi na nor o pe qua ra ri sol ta ti ur ve wen zo';
/** Every so many papers one states a result. */
const STATES_RESULT = 3;
const MOST_WORDS = { title: 12, text: 260 };
const FIRST_YEAR = 2012;
const YEARS = 14;

/**
 * Makes papers that read like those of a survey: each word follows the one before it as in a real title or abstract.
 * Each paper also names a system of its own, for the words of a field grow with its papers.
 */
export function makeSyntheticEntries(catalog: Catalog, { count, seed }: SyntheticOptions): Entry[] {
  const random = makeRandom(seed);
  const titles = makeChain(catalog.entries.map(({ fields }) => fields.title));
  const texts = makeChain(catalog.entries.map(({ text }) => text));
  const names = catalog.entries.flatMap(({ fields }) => fields.authors ?? []);
  const { themes } = catalog;
  const known = new Set<string>();
  const benchmarks = catalog.terms.filter(({ kind }) => kind === 'benchmark');
  return Array.from({ length: count }, (_, index): Entry => {
    const name = makeNewName(random, known);
    const result = index % STATES_RESULT === 0 ? makeResult(name, benchmarks, random) : undefined;
    const sentences = [walk(texts, MOST_WORDS.text, random), `We call it ${name}.`, result?.quote ?? ''];
    const text = sentences.join(' ').trim();
    const filed = [...new Set([pick(themes, random), pick(themes, random)])];
    const parts = filed.flatMap(({ fields }) => (fields.parts ? [pick(fields.parts, random).id] : []));
    const fields = {
      title: `${name}: ${walk(titles, MOST_WORDS.title, random)}`,
      summary: walk(titles, MOST_WORDS.title, random),
      themes: filed.map(({ id }) => id),
      ...(parts.length > 0 && { parts }),
      published: makeDay(random),
      authors: [
        ...new Set([pick(names, random), pick(names, random), `${makeName(random)} ${makeName(random)}`]),
      ],
      ...(result && { results: [result] }),
    };
    return { slug: `made-up-${index + 1}`, fields, body: text, text };
  });
}

/** What a made-up paper says that it reaches; nothing in a survey without benchmarks. */
function makeResult(
  model: string,
  benchmarks: Catalog['terms'],
  random: Random,
): NonNullable<EntryFields['results']>[number] | undefined {
  if (benchmarks.length === 0) return undefined;
  const { id, name } = pick(benchmarks, random);
  const value = Math.round(random() * 1000) / 10;
  const quote = `${model} reaches an accuracy of ${value}% on ${name}.`;
  return { benchmark: id, metric: 'accuracy', measure: 'score', model, value, unit: '%', quote };
}

/** The generator "mulberry32": small, quick and good enough to draw words by. */
function makeRandom(seed: number): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function pick<T>(values: readonly T[], random: Random): T {
  return values[Math.floor(random() * values.length)] as T;
}

function makeChain(texts: readonly string[]): Chain {
  const chain = new Map<string, string[]>();
  for (const text of texts) {
    const words = ['', ...text.split(/\s+/).filter((word) => word !== ''), ''];
    for (const [index, word] of words.slice(0, -1).entries())
      chain.set(word, [...(chain.get(word) ?? []), words[index + 1] ?? '']);
  }
  return chain;
}

function walk(chain: Chain, most: number, random: Random): string {
  const words: string[] = [];
  let word = '';
  while (words.length < most) {
    word = pick(chain.get(word) ?? [''], random);
    if (word !== '') words.push(word);
    else if (words.length > most / 2) break;
  }
  return words.join(' ');
}

function makeName(random: Random): string {
  const syllables = SYLLABLES.split(' ');
  const name = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(syllables, random)).join('');
  return `${name[0]?.toUpperCase()}${name.slice(1)}`;
}

/** A name that no other paper has. */
function makeNewName(random: Random, known: Set<string>): string {
  let name = makeName(random);
  while (known.has(name)) name += pick(SYLLABLES.split(' '), random);
  known.add(name);
  return name;
}

function makeDay(random: Random): string {
  const part = (least: number, choices: number) =>
    String(least + Math.floor(random() * choices)).padStart(2, '0');
  return `${part(FIRST_YEAR, YEARS)}-${part(1, 12)}-${part(1, 28)}`;
}
