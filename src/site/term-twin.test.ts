import { expect, it } from 'vitest';
import type { Catalog } from '../core/catalog.ts';
import { bees } from './made-up-catalog.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { makeTermPages, makeTermPapers } from './term-page.ts';
import { renderTermTwin } from './term-twin.ts';
import { createUrls } from './urls.ts';

const TERMS: Catalog['terms'] = [
  { id: 'scout', name: 'scout', kind: 'concept', definition: 'A bee that searches.', aliases: ['spy'] },
  { id: 'nest-site', name: 'nest site', kind: 'concept', definition: 'A hollow.' },
  { id: 'unused', name: 'xylophone', kind: 'model', definition: 'Nothing.' },
  { id: 'trial', name: 'TRIAL', kind: 'benchmark', definition: 'Nest boxes.' },
];

function render(id: string, change: Partial<Catalog> = {}): string {
  const catalog = { ...bees, terms: TERMS, ...change };
  const term = makeTermPages(catalog).find((page) => page.id === id) ?? expect.fail(`There is no ${id}.`);
  const [describe, site, urls] = [makeTermPapers(catalog), bees.survey.address, createUrls('/')];
  return renderTermTwin({ term, describe, site, urls });
}

it('says what a term means, who uses it and where, and what it stands with', () => {
  const entries = bees.entries.map((entry) => ({ ...entry, text: 'Every scout reports a nest site.' }));
  const twin = render('scout', { entries });
  expect(twin).toMatch(/^# Scout\n\nConcepts · Also written spy\n\nA bee that searches\.\n\n## Papers\n\n/);
  expect(twin).toContain('5 papers, newest first\n\nand 1 without a date\n\n- [stop-signal](');
  expect(twin).toContain(
    '- [Scout Reports: One Nest Site after Another](https://bees.example.org/papers/scout-reports/) · 31 Dec 2024 · [Nest choice](https://bees.example.org/themes/nest-choice/)\n  “Every *scout* reports a nest site.”\n',
  );
  expect(twin).toContain(
    '## Often stands with\n\n- [Nest site](https://bees.example.org/terms/nest-site/) in 5 papers with it: A hollow.\n',
  );
  expect(twin).not.toMatch(/\n{3}|undefined|## Results/);
});

it('lists the results on a benchmark, each with the words that state it', () => {
  const [first, ...rest] = bees.entries;
  if (!first) return expect.fail();
  const quote = 'finds 90% of boxes';
  const fields = {
    ...first.fields,
    results: [
      { benchmark: 'trial', metric: 'recall', value: 90, unit: '%', measure: 'score' as const, quote },
    ],
  };
  const twin = render('trial', { entries: [{ ...first, fields, text: `A scout ${quote}.` }, ...rest] });
  expect(twin).toContain(
    'are [no ranking](https://bees.example.org/results/).\n\n- **90%** recall – “finds 90% of boxes” – [stop-signal](https://bees.example.org/papers/stop-signal/)\n',
  );
  expect(twin).toContain('\n  Among its results.\n');
});

it('has the papers of the first page, and says how many there are', () => {
  const [entry] = bees.entries;
  const entries = Array.from({ length: 2 * PAGE_SIZES.list - 1 }, (_, index) => ({
    ...(entry ?? expect.fail()),
    slug: `scout-${index}`,
    text: 'A scout.',
  }));
  const twin = render('scout', { entries });
  expect(twin).toContain(`\n\nPapers 1 to ${PAGE_SIZES.list - 1} of ${entries.length}, newest first\n\n`);
  expect(twin.match(/^- \[/gm)).toHaveLength(PAGE_SIZES.list - 1);
  expect(render('unused', { entries })).toContain('## Papers\n\nNo paper of the survey uses it.\n');
});

it('keeps what looks like markup as text', () => {
  const entries = bees.entries.map((entry) => ({
    ...entry,
    text: '# A <b>scout</b> [or](javascript:0) *two*',
  }));
  expect(render('scout', { entries })).toContain(
    '\n  “\\# A \\<b\\>*scout*\\</b\\> \\[or\\](javascript:0) \\*two\\*”\n',
  );
});
