// Golden files: a folder with an input.txt is a test. Run with `vitest -u` after a change that is meant.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderAbstract } from '../../src/catalog/abstract.ts';
import { renderEntryFile } from '../../src/catalog/entry-file.ts';
import { makeClassifier } from '../../src/core/classify.ts';
import { renderPlace } from '../../src/core/diagnostics.ts';
import { splitLines } from '../../src/core/digest.ts';
import { applyRepairs } from '../../src/core/repairs.ts';
import { ingestSource } from '../../src/ingest/ingest.ts';
import { mergeProposals } from '../../src/ingest/merge.ts';
import { adapters, detectAdapter } from '../../src/ingest/registry.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const source = {
  file: 'input.txt',
  format: 'huggingface-daily-papers',
  listed: '2025-12-08',
  origin: 'A page',
};
const classifier = makeClassifier([
  {
    id: 'swarms',
    body: '',
    fields: {
      title: 'Swarms',
      short: 'Swarms',
      definition: 'Swarms.',
      colour: 40,
      order: 1,
      fallback: true,
      signals: { 6: ['swarm', 'flock', 'ant'] },
    },
  },
]);

function run(text: string) {
  const adapter = detectAdapter(text);
  if (!adapter) throw new Error('No adapter recognises the input.');
  const ingested = ingestSource(text, adapter, source, 'content/sources/input.txt');
  return { ingested, plan: mergeProposals(ingested.proposals, [], classifier) };
}

describe.each(readdirSync(fixtures))('%s', (name) => {
  const text = readFileSync(join(fixtures, name, 'input.txt'), 'utf8');
  const { ingested, plan } = run(text);

  test('entries are as expected', async () => {
    const rendered = plan.create.map(
      (entry) => `=== ${entry.slug}\n${renderEntryFile(entry.fields, renderAbstract(entry.text))}`,
    );
    await expect(rendered.join('\n')).toMatchFileSnapshot(join(fixtures, name, 'entries.md'));
  });

  test('the ledger has a role for every line, and messages say where', async () => {
    const lines = splitLines(text);
    expect(ingested.ledger).toHaveLength(lines.length);
    const ledger = lines.map((line, index) =>
      `${ingested.ledger[index]?.padEnd(15)} ${line.slice(0, 60)}`.trimEnd(),
    );
    const all = [...ingested.diagnostics, ...ingested.proposals.flatMap(({ diagnostics }) => diagnostics)];
    const messages = all.map(
      ({ place, rule, message, cure }) => `${renderPlace(place)} ${rule} ${message}\n    ${cure}`,
    );
    await expect([...ledger, '', ...messages, ''].join('\n')).toMatchFileSnapshot(
      join(fixtures, name, 'ledger.txt'),
    );
  });

  test('no line is left out silently: what is in no entry and no header is in a message', () => {
    const reported = new Set(
      ingested.diagnostics.flatMap(({ place }) => ('line' in place ? [place.line] : [])),
    );
    ingested.ledger.forEach((role, index) => {
      // Lines that stand together are reported once, at the first of them.
      if (role === 'not-understood' && ingested.ledger[index - 1] !== role)
        expect(reported).toContain(index + 1);
    });
  });

  test('the recorded repairs lead from the source to the entry', () => {
    const lines = splitLines(text);
    for (const { fields, text: abstract } of ingested.proposals) {
      const [first, last] = fields.source?.lines ?? [1, 1];
      const raw = lines.slice(first - 1, last).join(' ');
      expect(applyRepairs(raw, fields.repairs ?? [])).toContain(abstract);
    }
  });

  test('a second run creates nothing and finds no difference', () => {
    const entries = plan.create.map(({ slug, fields, text: abstract }) => ({
      slug,
      fields,
      text: abstract,
      body: '',
    }));
    const again = mergeProposals(ingested.proposals, entries, classifier);
    expect(again).toMatchObject({ create: [], fill: [], differ: [] });
    expect(again.unchanged).toHaveLength(entries.length);
  });
});

describe('merge', () => {
  const text = readFileSync(join(fixtures, 'whole-page', 'input.txt'), 'utf8');
  const { ingested, plan } = run(text);
  const [first, ...others] = plan.create.map(({ slug, fields, text: abstract }) => ({
    slug,
    fields,
    text: abstract,
    body: '',
  }));
  if (!first) throw new Error('The fixture has no entry.');

  test('what a person wrote stays, what is empty is filled, what differs is reported', () => {
    const { authorCount: _, ...fields } = first.fields;
    const edited = { ...first, fields: { ...fields, published: '2024-10-05', summary: 'Ours.' } };
    const merged = mergeProposals(ingested.proposals, [edited, ...others], classifier);
    expect(merged.create).toEqual([]);
    expect(merged.fill).toEqual([{ slug: 'nest-choice', fields: { authorCount: 6 } }]);
    expect(merged.differ).toEqual([
      {
        slug: 'nest-choice',
        differences: [{ field: 'published', entry: '2024-10-05', source: '2024-10-04' }],
      },
    ]);
  });

  test('a changed abstract is reported, unless the entry says that it was edited', () => {
    const changed = { ...first, text: first.text.replace('leader', 'queen') };
    const merged = mergeProposals(ingested.proposals, [changed, ...others], classifier);
    expect(merged.differ[0]?.differences[0]).toMatchObject({ field: 'abstract' });
    const declared = { ...changed, fields: { ...changed.fields, edited: 'Corrected.' } };
    expect(mergeProposals(ingested.proposals, [declared, ...others], classifier).differ).toEqual([]);
  });

  test('the same paper is known by its title, whatever its case and accents', () => {
    const renamed = {
      ...first,
      fields: { ...first.fields, title: 'NEST CHOICE – how honeybee swarms vote' },
    };
    const merged = mergeProposals(ingested.proposals, [renamed, ...others], classifier);
    expect(merged.create).toEqual([]);
  });
});

describe('no adapter throws, and every line is accounted for', () => {
  test.each([
    '',
    '\n\n\n',
    '·',
    '·\n·\n·',
    'Dec 8',
    '  • 6 authors\n·\nOct 4',
    'Title\n\n·\nDec 1',
    '\0\uFFFF\uD800',
    `${'x'.repeat(100_000)}\n\n${'y '.repeat(100_000)}`,
    '{"a": 1}',
    '__proto__\n\nconstructor',
  ])('%j', (text) => {
    for (const adapter of adapters) {
      const parsed = adapter.parse(text, { file: 'x.txt' });
      expect(parsed.ledger).toHaveLength(splitLines(text).length);
      expect(adapter.detect(text)).toBeLessThanOrEqual(1);
    }
  });
});
