import { describe, expect, it } from 'vitest';
import type { Catalog } from '../core/catalog.ts';
import type { Term } from '../core/schema/glossary.ts';
import { bees } from './made-up-catalog.ts';
import { makeEssayNotes, termHeading } from './term-note.ts';
import { makeTermIndex, makeTermPages, makeTermPapers } from './term-page.ts';

const terms: readonly Term[] = [
  { id: 'scout', name: 'scout', kind: 'concept', definition: 'A bee that searches.' },
  { id: 'dance', name: 'dance', kind: 'method', aliases: ['WD'], definition: 'A report.' },
  { id: 'quorum', name: 'quorum', kind: 'concept', definition: 'Enough bees.' },
  { id: 'trial', name: 'TRIAL', kind: 'benchmark', definition: 'Nest boxes.' },
  { id: 'unused', name: 'xylophone', kind: 'model', definition: 'Nothing.' },
];
const long = 'word '.repeat(60);
const texts: Readonly<Record<string, string>> = {
  'stop-signal': `First. ${long}a scout dances ${long.trim()}. Last.`,
  'scout-reports': 'One scout reports by dance. The quorum waits.',
  'old-hive': 'Nothing of the kind, but a dance.',
};
const catalog: Catalog = {
  ...bees,
  terms,
  entries: bees.entries.map((entry) => {
    const text = texts[entry.slug] ?? '';
    return { ...entry, text, body: text };
  }),
};
const pages = new Map(makeTermPages(catalog).map((page) => [page.id, page]));
const describePaper = makeTermPapers(catalog);
const papersOf = (id: string) => (pages.get(id)?.users ?? []).map((entry) => describePaper(entry, id));

it('has an index by kind and name, without terms that no paper uses', () => {
  expect(
    makeTermIndex(catalog).groups.map(({ name, terms: own }) => [
      name,
      own.map(({ id, papers }) => [id, papers]),
    ]),
  ).toEqual([
    ['Methods', [['dance', 3]]],
    [
      'Concepts',
      [
        ['quorum', 2],
        ['scout', 2],
      ],
    ],
  ]);
});

it('lists the papers newest first, with the words around the term or why there are none', () => {
  expect(papersOf('scout').map(({ paper }) => paper.slug)).toEqual(['stop-signal', 'scout-reports']);
  expect(papersOf('scout')[1]?.excerpt).toEqual({
    isCutBefore: false,
    before: 'One ',
    term: 'scout',
    after: ' reports by dance.',
    isCutAfter: false,
  });
  expect(papersOf('quorum').find(({ paper }) => paper.slug === 'quorum-sensing')?.reason).toBe(
    'In the title.',
  );
});

it('cuts a long sentence around the term', () => {
  const excerpt = papersOf('scout')[0]?.excerpt;
  expect(excerpt).toMatchObject({ isCutBefore: true, term: 'scout', isCutAfter: true });
  expect(`${excerpt?.before}${excerpt?.term}${excerpt?.after}`.length).toBeLessThan(200);
});

it('names the terms that stand with it in two papers or more', () => {
  expect(pages.get('scout')?.companions.map(({ id, papers }) => [id, papers])).toEqual([['dance', 2]]);
});

it('shows when it was used, over the span of the survey', () => {
  const { columns = [], undated } = pages.get('scout')?.times ?? {};
  expect(columns.map(({ label, papers }) => [label, papers])).toEqual([
    ['October to December 2024', 1],
    ['January to March 2025', 1],
  ]);
  expect(undated).toBe(0);
  expect(pages.get('unused')?.times).toBeUndefined();
});

it('says so where no paper uses a term', () => {
  expect(makeTermIndex({ ...catalog, terms: [] })).toEqual({
    line: 'There are no terms yet: no paper uses one of the glossary.',
    groups: [],
  });
});

describe('termHeading', () => {
  it.each([
    ['waggle dance', 'Waggle dance'],
    ['top@5', 'top@5'],
    ['nuHive', 'nuHive'],
    ['TRIAL', 'TRIAL'],
  ])('%s', (name, heading) => {
    expect(termHeading(name)).toBe(heading);
  });
});

it('gives the terms of an essay, but not those of its citations', () => {
  const themes = catalog.themes.map((theme) => ({
    ...theme,
    body: 'A scout [@quorum-sensing] does a WD, a dance.',
  }));
  const notes = makeEssayNotes({ ...catalog, themes });
  expect(notes.get('signals')?.map(({ id }) => id)).toEqual(['scout', 'dance']);
});
