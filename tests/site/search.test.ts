// The search index of the built site, asked through the engine that the browser and the terminal share.
import { describe, expect, test } from 'vitest';
import { openEngine } from '../../scripts/commands/search.ts';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { makeTermFinder, termsOf } from '../../src/core/terms.ts';
import { EMPTY_STATE, type SearchState } from '../../src/search/state.ts';
import { stemOf } from '../../src/search/vocabulary.ts';

const { entries, themes, terms } = toCatalog(await loadContent(process.cwd()));
const engine = await openEngine('dist/pagefind');
const ask = (state: Partial<SearchState>, limit = 5) => engine.search({ ...EMPTY_STATE, ...state }, limit);

test.each(entries.map(({ slug, fields }) => [slug, fields.title]))(
  '%s is found first by its title',
  async (slug, title) => {
    const { hits } = await ask({ query: title });
    expect(hits[0]?.slug).toBe(slug);
  },
);

test('a paper is found by its ids and their addresses, and nothing else is', async () => {
  for (const { slug, fields } of entries) {
    const { arxiv, doi } = fields;
    const ways = [
      ...(arxiv
        ? [arxiv, `arXiv ${arxiv}`, `https://arxiv.org/abs/${arxiv}v2`, `10.48550/arXiv.${arxiv}`]
        : []),
      ...(doi ? [doi, `https://doi.org/${doi}`] : []),
    ];
    for (const query of ways) {
      const { total, hits } = await ask({ query });
      expect({ query, total, slug: hits[0]?.slug }).toEqual({ query, total: 1, slug });
    }
  }
});

test('an id that no paper has is named', async () => {
  expect(await ask({ query: 'arXiv 9912.99999' })).toMatchObject({
    total: 0,
    unknownWords: ['arXiv 9912.99999'],
  });
});

/** A name with a hyphen and a number, such as "Hive-R1". */
const numbered = entries.flatMap(({ slug, fields }) => {
  const name = /\p{L}{3,}-\p{L}+\d+/u.exec(fields.title)?.[0];
  return name ? [{ slug, name }] : [];
});
test.each(numbered)('$name is found by its parts, which it does not lack', async ({ slug, name }) => {
  for (const query of [name, name.replace('-', ' '), name.split('-')[1] ?? '']) {
    const { hits } = await ask({ query }, entries.length);
    expect({ query, ...hits.find((hit) => hit.slug === slug) }).toMatchObject({ query, slug, lacking: [] });
  }
});

test('a word with hyphens in quotes finds the papers that have its parts together', async () => {
  const words = new Set(entries.flatMap(({ text }) => text.match(/\b[a-z]{4,}-[a-z]{4,}\b/g) ?? []));
  for (const word of [...words].slice(0, 40)) {
    const [first = '', second = ''] = word.split('-');
    const together = new RegExp(`${first}[- ]?${stemOf(second)}`, 'i');
    const { hits } = await ask({ query: `"${word}"` }, entries.length);
    const found = hits.flatMap(({ slug }) => entries.find((entry) => entry.slug === slug) ?? []);
    const without = found.filter(({ text, fields }) => !together.test(`${text} ${JSON.stringify(fields)}`));
    expect({ word, without: without.map(({ slug }) => slug) }).toEqual({ word, without: [] });
    const having = entries.filter(({ text }) => new RegExp(`(?<![\\w-])${word}(?![\\w-])`).test(text));
    expect(found.map(({ slug }) => slug)).toEqual(expect.arrayContaining(having.map(({ slug }) => slug)));
  }
});

test('without words every paper is there, newest first', async () => {
  const { total, hits } = await ask({}, entries.length);
  expect(total).toBe(entries.length);
  expect(hits.map(({ date }) => date)).toEqual(
    hits
      .map(({ date }) => date)
      .toSorted()
      .toReversed(),
  );
});

test.each(['newest', 'oldest'] as const)('sorted by the %s, no paper is lost', async (sort) => {
  expect((await ask({ sort })).total).toBe(entries.length);
});

describe('facets', () => {
  test('count the papers of each theme', async () => {
    const { counts } = await ask({});
    for (const { id } of themes)
      expect(counts.theme[id]).toBe(entries.filter(({ fields }) => fields.themes.includes(id)).length);
  });

  test('any theme, all facets, and the counts of a facet stay whatever is chosen in it', async () => {
    const [first, second] = themes.map(({ id }) => id);
    const both = await ask({ theme: [first ?? '', second ?? ''] });
    const expected = entries.filter(({ fields }) =>
      fields.themes.some((id) => id === first || id === second),
    );
    expect(both.total).toBe(expected.length);
    expect(both.counts.theme).toEqual((await ask({})).counts.theme);
  });
});

test('a whole abstract as a query finds its paper first', async () => {
  const [entry] = entries;
  const { hits } = await ask({ query: entry?.text ?? '' });
  expect(hits[0]?.slug).toBe(entry?.slug);
});

test('an author of several words is one author', async () => {
  const names = [...new Set(entries.flatMap(({ fields }) => fields.authors ?? []))];
  const plain = names.filter((name) => /^[A-Z][a-z]+ [A-Z][a-z]+$/.test(name));
  for (const name of plain.slice(0, 60)) {
    const { hits } = await ask({ query: `author:"${name}"` }, entries.length);
    const having = entries.filter(({ fields }) =>
      fields.authors?.some((one) => ` ${one} `.includes(` ${name} `)),
    );
    expect({ name, found: hits.map(({ slug }) => slug).toSorted() }).toEqual({
      name,
      found: having.map(({ slug }) => slug).toSorted(),
    });
    const [given, family] = name.split(' ');
    const { total } = await ask({ query: `author:"${family}, ${given}"` });
    expect({ name, total }).toEqual({ name, total: having.length });
  }
});

describe('names with signs', () => {
  const starred = entries.filter(({ fields }) => /\w\*/.test(fields.title));
  test.each(starred.map(({ slug, fields }) => [fields.title.split(':')[0] ?? '', slug]))(
    '%s finds only itself',
    async (name, slug) => {
      const { hits, total } = await ask({ query: name });
      expect([total, hits[0]?.slug]).toEqual([1, slug]);
    },
  );

  test('a word with an at sign is a word', async () => {
    const word = entries.flatMap(({ text }) => /\b[a-z]+@\d+/.exec(text)?.[0] ?? [])[0];
    if (!word) return;
    const { hits } = await ask({ query: word }, entries.length);
    // Papers with another spelling that the glossary knows for the same term are meant, too.
    const meant = terms.filter(({ name, aliases = [] }) => [name, ...aliases].includes(word));
    const find = makeTermFinder(terms);
    const isMeant = (entry: Entry) => termsOf(entry, find).some((id) => meant.some((term) => term.id === id));
    const expected = entries
      .filter((entry) => entry.text.includes(word) || isMeant(entry))
      .map(({ slug }) => slug);
    expect(hits.map(({ slug }) => slug).toSorted()).toEqual(expected.toSorted());
    expect(hits.length).toBeGreaterThan(0);
  });

  test('angle brackets and other signs around a word do no harm', async () => {
    const { hits } = await ask({ query: `<${entries[0]?.fields.title.split(/[^\p{L}\p{N}-]/u)[0]}>` });
    expect(hits.length).toBeGreaterThan(0);
  });
});

test('what is not there is not found, and is named', async () => {
  expect(await ask({ query: 'xyzzyplugh' })).toMatchObject({ total: 0, unknownWords: ['xyzzyplugh'] });
});

test('excerpts and titles are plain text with the matches marked', async () => {
  const { hits } = await ask({ query: entries[0]?.fields.title.split(/\W/)[0] ?? '' });
  const pieces = [...(hits[0]?.titleSegments ?? []), ...(hits[0]?.excerpt ?? [])];
  expect(pieces.some(({ isMatch }) => isMatch)).toBe(true);
  expect(pieces.map(({ text }) => text).join('')).not.toContain('mark>');
  expect(hits[0]?.titleSegments.map(({ text }) => text).join('')).toBe(hits[0]?.title);
});
