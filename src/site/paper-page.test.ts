import { describe, expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { makePaperInputs, makePaperPager, shorten } from './paper-page.ts';

const pageOf = makePaperPager(bees);
const scouts = pageOf('scout-reports');

it('says which phrases speak for a theme, and that the rules were not sure', () => {
  expect(scouts?.decision).toEqual({ by: 'rules', isSure: false });
  expect(scouts?.filedUnder).toMatchObject([{ id: 'nest-choice', parts: ['Scouts'] }]);
  const evidence = scouts?.filedUnder[0]?.evidence ?? [];
  expect(evidence.map(({ phrase, times }) => [phrase, times])).toEqual([
    ['Scout', 3],
    ['Nest Site', 3],
  ]);
  expect(scouts?.filedUnder[0]?.score).toBeCloseTo(evidence.reduce((sum, { points }) => sum + points, 0));
});

it('gives the word of an editor, or says that nobody is known to have decided', () => {
  expect(pageOf('stop-signal')?.decision).toEqual({ by: 'person', note: 'Butting is a signal.' });
  expect(pageOf('old-hive')?.decision).toEqual({ by: 'unknown' });
});

it('says where the abstract stands', () => {
  expect(scouts?.quotation).toEqual({
    origin: 'A listing',
    url: 'https://example.org/listing',
    where: '2025-06-01-listing.txt, lines 3–5',
  });
  expect(pageOf('old-hive')?.quotation).toBeUndefined();
});

it('names a file once, and a line as one', () => {
  const survey = { ...bees.survey, sources: [] };
  const entries = bees.entries.map(({ fields, ...entry }) => ({
    ...entry,
    fields: {
      ...fields,
      ...(fields.source && { source: { ...fields.source, lines: [20, 20] as [number, number] } }),
    },
  }));
  expect(makePaperPager({ ...bees, survey, entries })('scout-reports')?.quotation).toEqual({
    origin: '2025-06-01-listing.txt',
    where: 'line 20',
  });
});

it('links to what is known', () => {
  expect(scouts?.links).toEqual([
    { label: 'arXiv 2412.01234', url: 'https://arxiv.org/abs/2412.01234' },
    { label: 'Code', url: 'https://example.org/code' },
  ]);
});

it('leads to the newer and the older paper of the primary theme', () => {
  const page = pageOf('quorum-sensing');
  expect([page?.previous?.slug, page?.next?.slug]).toEqual(['scout-reports', 'old-hive']);
  expect(scouts?.previous).toBeUndefined();
});

it('names the themes whose essay cites it', () => {
  expect(pageOf('stop-signal')?.citedIn.map(({ id }) => id)).toEqual(['signals']);
  expect(scouts?.citedIn).toEqual([]);
});

describe('shorten', () => {
  it.each([
    ['A short text.', 'A short text.'],
    ['The scouts, all of them, report.', 'The scouts, all of …'],
    ['Averyveryverylongsingleword', 'Averyveryverylongsi …'.slice(0, 10)],
  ])('cuts "%s" at a word', (text, expected) => {
    expect(shorten(text, 20).startsWith(expected)).toBe(true);
  });
});

describe('what to read next', () => {
  const terms = [
    { id: 'butt', name: 'butting', kind: 'concept', definition: 'A push.' },
    { id: 'trial', name: 'TRIAL', kind: 'benchmark', definition: 'Nest boxes.' },
  ] as const;
  const texts: Readonly<Record<string, string>> = {
    'stop-signal': 'Butting on the TRIAL.',
    'old-hive': 'More butting on the TRIAL.',
  };
  const entries = bees.entries.map((entry) => ({ ...entry, text: texts[entry.slug] ?? entry.text }));
  const page = makePaperPager({ ...bees, terms, entries })('stop-signal');

  it('has its reasons in terms and benchmarks, and in words only where there is neither', () => {
    const [first] = page?.related ?? [];
    expect(first?.paper.slug).toBe('old-hive');
    expect(first?.terms.map(({ id }) => id)).toEqual(['butt']);
    expect(first?.benchmarks.map(({ id }) => id)).toEqual(['trial']);
    expect(first?.words).toEqual([]);
  });

  it('stands beside the terms of the paper itself', () => {
    expect(page?.terms.map(({ id }) => id)).toEqual(['butt', 'trial']);
  });
});

it('is made from another picture in a large survey', () => {
  const [entry] = bees.entries;
  if (!entry) throw new Error('There are no bees.');
  const others = Array.from({ length: 1000 }, (_, index) => ({ ...entry, slug: `bee-${index}` }));
  const inputsOf = (count: number) =>
    makePaperInputs({ ...bees, entries: [entry, ...others.slice(0, count - 1)] })(entry).facts;
  expect(inputsOf(1000)).toEqual({ ...inputsOf(999), hasThemePicture: true });
});
