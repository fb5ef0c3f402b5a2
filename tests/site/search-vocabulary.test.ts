// What search promises about words, on the index of the built site and for every term of its glossary.
import { describe, expect, test } from 'vitest';
import { openEngine } from '../../scripts/commands/search.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { makeTermFinder, termsOf } from '../../src/core/terms.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';

const { entries, terms } = toCatalog(await loadContent(process.cwd()));
const engine = await openEngine('dist/pagefind');
const find = makeTermFinder(terms);
const papersOf = Map.groupBy(
  entries.flatMap((entry) => termsOf(entry, find).map((id) => ({ id, slug: entry.slug }))),
  ({ id }) => id,
);
const used = terms
  .map((term) => ({ ...term, papers: (papersOf.get(term.id) ?? []).map(({ slug }) => slug) }))
  .filter(({ papers }) => papers.length > 0);

/** The slugs of the papers that have all of a query, best first. */
async function complete(query: string): Promise<string[]> {
  const { hits } = await engine.search({ ...EMPTY_STATE, query }, entries.length);
  return hits.filter(({ lacking }) => lacking.length === 0).map(({ slug }) => slug);
}

/** Other ways to write a name that say the same: "Hive-500s", "hive 500". */
const VARIANTS: readonly [string, (name: string) => string][] = [
  ['as written', (name) => name],
  ['in lower case', (name) => name.toLowerCase()],
  ['in the plural', (name) => (/[^\P{L}sS]$/u.test(name) ? `${name}s` : name)],
  ['with hyphens', (name) => name.replaceAll(' ', '-')],
  ['with spaces', (name) => name.replaceAll('-', ' ')],
];

describe.each(VARIANTS)('a name or alias %s', (_, vary) => {
  test.each(used.map(({ name, aliases = [], papers }) => [name, aliases, papers] as const))(
    '%s: each of its spellings finds the papers of the others',
    async (name, aliases, papers) => {
      for (const spelling of [name, ...aliases]) {
        const query = vary(spelling);
        const found = await complete(query);
        expect({ query, missed: papers.filter((slug) => !found.includes(slug)) }).toEqual({
          query,
          missed: [],
        });
      }
    },
  );
});

test('where a paper is found that does not have the word itself, it is told what else was searched for', async () => {
  const words = used
    .flatMap(({ name, aliases = [] }) => [name, ...aliases])
    .filter((one) => /^\p{L}+$/u.test(one));
  const told: string[] = [];
  for (const query of words) {
    const { hits, alsoSearched } = await engine.search({ ...EMPTY_STATE, query }, entries.length);
    // Other forms of a word are that word; Pagefind may cut off its last letters.
    const literal = new RegExp(`\\b${query.slice(0, 3)}`, 'i');
    const without = hits.filter(({ slug }) => {
      const entry = entries.find((one) => one.slug === slug);
      return !literal.test(`${entry?.text} ${JSON.stringify(entry?.fields)}`);
    });
    if (without.length > 0) expect({ query, told: alsoSearched.length > 0 }).toEqual({ query, told: true });
    if (alsoSearched.length > 0) told.push(query);
  }
  expect(told.length).toBeGreaterThan(0);
  expect(told.length).toBeLessThan(words.length);
});

test('numbers may stand next to a name or apart from it', async () => {
  const numbered = used.filter(({ name }) => /^\p{L}+[ -]\d+$/u.test(name));
  for (const { name, papers } of numbered) {
    const found = await complete(name.replace(/[ -]/, ''));
    expect(papers.filter((slug) => !found.includes(slug))).toEqual([]);
  }
});

const spoken = used.flatMap(({ everyday = [], papers }) => everyday.map((phrase) => ({ phrase, papers })));
test.each(spoken.map(({ phrase, papers }) => [phrase, papers] as const))(
  '“%s”, as people say who do not know the term, finds its papers',
  async (phrase, papers) => {
    const found = await complete(phrase);
    expect(papers.filter((slug) => !found.includes(slug))).toEqual([]);
  },
);

describe('a slip of the pen', () => {
  const words = [...new Set(used.flatMap(({ name }) => name.match(/\b[a-z]{7,}\b/g) ?? []))].slice(0, 40);
  const slips: readonly [string, (word: string) => string][] = [
    ['a letter too few', (word) => `${word.slice(0, 3)}${word.slice(4)}`],
    ['two letters exchanged', (word) => `${word.slice(0, 3)}${word[4]}${word[3]}${word.slice(5)}`],
    ['another letter', (word) => `${word.slice(0, 4)}q${word.slice(5)}`],
  ];
  test.each(slips)('of %s is corrected, told, and can be declined', async (_, slip) => {
    for (const word of words) {
      const query = slip(word);
      const { corrections, total } = await engine.search({ ...EMPTY_STATE, query }, 1);
      // Some slips make another word, or the beginning of one: then there is nothing to correct.
      if (corrections.length === 0) continue;
      expect(corrections).toEqual([{ from: query, to: expect.any(String) }]);
      expect(total).toBeGreaterThan(0);
      const exact = await engine.search({ ...EMPTY_STATE, query, isExact: true }, 1);
      expect(exact).toMatchObject({ total: 0, corrections: [], unknownWords: [query] });
    }
  });

  test('is nearly always corrected to the word that was meant', async () => {
    const answers = await Promise.all(
      words.flatMap((word) =>
        slips.map(async ([, slip]) => {
          const { corrections } = await engine.search({ ...EMPTY_STATE, query: slip(word) }, 1);
          return { word, to: corrections[0]?.to };
        }),
      ),
    );
    const corrected = answers.filter(({ to }) => to !== undefined);
    const right = corrected.filter(({ word, to }) => to === word);
    expect(corrected.length / answers.length).toBeGreaterThan(0.6);
    expect(right.length / corrected.length).toBeGreaterThan(0.9);
  });
});

test('what is not there is not found, and terms of the glossary are offered', async () => {
  const answer = await engine.search({ ...EMPTY_STATE, query: 'xyzzyplugh frobnicate' }, 1);
  expect(answer).toMatchObject({ total: 0, unknownWords: ['xyzzyplugh', 'frobnicate'] });
  expect(answer.nearTerms.length).toBeGreaterThan(0);
});
