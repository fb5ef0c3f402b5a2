// What holds for any text and every adapter: none throws, every line is in the ledger, and ingest twice is ingest once.
// Random texts alone rarely reach the depths of a format, so fixtures are cut, spliced and sprinkled with signs, too.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAbstract, renderAbstract } from '../../src/catalog/abstract.ts';
import { fillEntryFile, parseMarkdownFile, renderEntryFile } from '../../src/catalog/entry-file.ts';
import { makeClassifier } from '../../src/core/classify.ts';
import { splitLines } from '../../src/core/digest.ts';
import { decodeText } from '../../src/core/encoding.ts';
import { type Entry, entrySchema } from '../../src/core/schema/entry.ts';
import type { Adapter } from '../../src/ingest/adapter.ts';
import { ingestSource } from '../../src/ingest/ingest.ts';
import { applyFilling, mergeProposals } from '../../src/ingest/merge.ts';
import { adapters } from '../../src/ingest/registry.ts';

// The same texts every time: what fails on one machine fails on all. SEED=$RANDOM looks elsewhere.
fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 1) });

const fixtures = join(import.meta.dirname, 'fixtures');
const SIGNS = [
  '{',
  '}',
  '"',
  '\\',
  '@',
  ',',
  '[',
  ']',
  '<',
  '>',
  '&',
  '$',
  '\n',
  '\r',
  '\0',
  '\uFEFF',
  '\uD800',
  '%',
];
const WORDS = [
  '@article{a,',
  'title = {',
  'TY  - JOUR',
  'ER  - ',
  '<entry>',
  '</entry>',
  '<title>',
  '{"title":',
  '- [a](https://a.org)',
];

/** Words of the fixtures in the place of which a long field is put. */
const FILLABLE = /leader|differ|good|Nest Choice/;

const classifier = makeClassifier([
  {
    id: 'bees',
    body: '',
    fields: {
      title: 'B',
      short: 'B',
      definition: 'B.',
      colour: 1,
      order: 1,
      fallback: true,
      signals: { 1: ['x'] },
    },
  },
]);

/** The fixtures of a format, as they are. */
function samplesOf({ id }: Adapter): string[] {
  return readdirSync(join(fixtures, id)).map((name) => {
    const file = readdirSync(join(fixtures, id, name)).find((found) => found.startsWith('input.')) ?? '';
    return decodeText(readFileSync(join(fixtures, id, name, file))).text;
  });
}

/** Any text: random characters, signs and words of the formats, and fixtures cut and spliced. */
function texts(adapter: Adapter): fc.Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 20 }),
    fc.constantFrom(...SIGNS),
    fc.constantFrom(...WORDS),
  );
  const spliced = fc
    .tuple(
      fc.constantFrom(...samplesOf(adapter)),
      fc.array(fc.tuple(fc.nat(), fc.nat(40), piece), { maxLength: 6 }),
    )
    .map(([sample, cuts]) =>
      cuts.reduce((text, [at, length, put]) => {
        const start = text.length === 0 ? 0 : at % text.length;
        return text.slice(0, start) + put + text.slice(start + length);
      }, sample),
    );
  return fc.oneof(
    spliced,
    fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
  );
}

function ingestText(text: string, adapter: Adapter) {
  const source = { file: 'x.txt', format: adapter.id, listed: '2025-12-08', origin: 'A page' };
  return ingestSource(text, adapter, source, 'content/sources/x.txt');
}

/** The entries that are there after an ingest into `before`, as they come back from their files. */
function merged(proposals: ReturnType<typeof ingestText>['proposals'], before: readonly Entry[]) {
  const plan = mergeProposals(proposals, before, classifier);
  const created = plan.create.map(({ slug, fields, text }): Entry => ({ slug, fields, text, body: '' }));
  const entries = [...before, ...created].map((entry) =>
    plan.fill.filter(({ slug }) => slug === entry.slug).reduce(applyFilling, entry),
  );
  return { plan, entries };
}

function fromFile({ slug, fields, text }: Entry): Entry {
  const rendered = renderEntryFile(fields, text === '' ? '' : renderAbstract(text));
  const parsed = parseMarkdownFile(rendered, `${slug}.md`);
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  const { front, body } = parsed.file;
  return { slug, fields: entrySchema.parse(front.value), body, text: parseAbstract(body) };
}

describe.each(adapters.map((adapter) => [adapter.id, adapter] as const))('%s', (_, adapter) => {
  test('never throws, and has a role for every line', () => {
    fc.assert(
      fc.property(texts(adapter), (text) => {
        expect(adapter.detect(text)).toBeGreaterThanOrEqual(0);
        expect(adapter.detect(text)).toBeLessThanOrEqual(1);
        const { ledger, diagnostics, proposals } = ingestText(text, adapter);
        const lines = splitLines(text);
        expect(ledger).toHaveLength(lines.length);
        const reported = new Set(diagnostics.flatMap(({ place }) => ('line' in place ? [place.line] : [])));
        ledger.forEach((role, index) => {
          if (role === 'not-understood' && ledger[index - 1] !== role) expect(reported).toContain(index + 1);
          if (role === 'blank') expect(lines[index]?.trim()).toBe('');
        });
        for (const line of reported) expect(line).toBeLessThanOrEqual(lines.length);
        for (const { fields } of proposals) {
          const [first, last] = fields.source?.lines ?? [0, 0];
          expect(first).toBeGreaterThan(0);
          expect(last).toBeGreaterThanOrEqual(first);
          expect(last).toBeLessThanOrEqual(lines.length);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  test('gives entries that are valid, come back from their files, and are not written twice', () => {
    fc.assert(
      fc.property(texts(adapter), (text) => {
        const { proposals } = ingestText(text, adapter);
        const once = merged(proposals, []).entries.map(fromFile);
        const twice = merged(proposals, once);
        expect(twice.plan).toMatchObject({ create: [], fill: [] });
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });

  test('survives a field of 5 MB, deep nesting and a text of one sign', { timeout: 180_000 }, () => {
    const sample = samplesOf(adapter).find((text) => FILLABLE.test(text)) ?? '';
    expect(sample).not.toBe('');
    const huge = 'x'.repeat(5 * 1024 * 1024);
    for (const text of [
      sample.replace(FILLABLE, huge),
      sample.replace(FILLABLE, `${'word '.repeat(1024 * 1024)}`),
      ...SIGNS.map((sign) => sign.repeat(100_000)),
      '[{"title":'.repeat(50_000),
      '<a>'.repeat(50_000),
      `<entry>${'<a>'.repeat(50_000)}`,
      `@article{a, title = ${'{'.repeat(50_000)}`,
    ]) {
      const { ledger } = ingestText(text, adapter);
      expect(ledger).toHaveLength(splitLines(text.replace(/^\uFEFF/, '')).length);
    }
  });
});

test('filling an entry with a field keeps all others', () => {
  const file = renderEntryFile({ title: 'A: "b"', themes: ['bees'], stub: true }, '');
  const filled = fillEntryFile(file, { doi: '10.1000/x' }, { remove: ['stub'], markdown: 'An abstract.\n' });
  expect(filled).toBe('---\ntitle: \'A: "b"\'\nthemes: [bees]\ndoi: 10.1000/x\n---\n\nAn abstract.\n');
});
