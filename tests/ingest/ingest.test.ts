// Golden files: fixtures/<format>/<case>/ with a file input.* is a test. Run with `vitest -u` after a change that is
// meant.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { renderAbstract } from '../../src/catalog/abstract.ts';
import { renderEntryFile } from '../../src/catalog/entry-file.ts';
import { makeClassifier } from '../../src/core/classify.ts';
import { renderPlace } from '../../src/core/diagnostics.ts';
import { digestAbstract, splitLines } from '../../src/core/digest.ts';
import { decodeText } from '../../src/core/encoding.ts';
import { applyRepairs } from '../../src/core/repairs.ts';
import type { Entry } from '../../src/core/schema/entry.ts';
import { foldSpace } from '../../src/core/text.ts';
import { ingestSource } from '../../src/ingest/ingest.ts';
import { applyFilling, mergeProposals, type Plan } from '../../src/ingest/merge.ts';
import { adapters, detectAdapter } from '../../src/ingest/registry.ts';

const fixtures = join(import.meta.dirname, 'fixtures');
const cases = readdirSync(fixtures).flatMap((format) =>
  readdirSync(join(fixtures, format)).map((name) => [`${format}/${name}`, format] as const),
);
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

function run(folder: string, format: string) {
  const file = readdirSync(join(fixtures, folder)).find((name) => name.startsWith('input.'));
  if (!file) throw new Error(`There is no input in ${folder}.`);
  const { text, encoding } = decodeText(readFileSync(join(fixtures, folder, file)));
  const adapter = detectAdapter(text);
  if (adapter?.id !== format) throw new Error(`${folder} is taken for ${adapter?.id}.`);
  const source = { file, format, listed: '2025-12-08', origin: 'A page' };
  const ingested = ingestSource(text, adapter, source, `content/sources/${file}`);
  const plan = mergeProposals(ingested.proposals, [], classifier, { onlyAdds: adapter.onlyAdds ?? false });
  return { text, encoding, ingested, plan };
}

describe.each(cases)('%s', (name, format) => {
  const { text, encoding, ingested, plan } = run(name, format);

  test('entries are as expected', async () => {
    const rendered = plan.create.map(
      ({ slug, fields, text }) =>
        `=== ${slug}\n${renderEntryFile(fields, text === '' ? '' : renderAbstract(text))}`,
    );
    await expect(rendered.join('\n')).toMatchFileSnapshot(join(fixtures, name, 'entries.md'));
  });

  test('what it says can be kept as JSON', () => {
    expect(JSON.parse(JSON.stringify(ingested))).toEqual(ingested);
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
    const read = encoding === 'UTF-8' ? [] : [`Read as ${encoding}.`, ''];
    await expect([...read, ...ledger, '', ...messages, ''].join('\n')).toMatchFileSnapshot(
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

  test('the recorded repairs lead from the source to the entry, or a fingerprint stands for the words', () => {
    const lines = splitLines(text);
    for (const { fields, text: abstract } of ingested.proposals) {
      if (fields.source?.text) {
        expect(fields.source.text).toBe(digestAbstract(fields.title, abstract));
        continue;
      }
      const [first, last] = fields.source?.lines ?? [1, 1];
      const raw = lines.slice(first - 1, last).join(' ');
      expect(foldSpace(applyRepairs(raw, fields.repairs ?? []))).toContain(foldSpace(abstract));
    }
  });

  test('a second run writes nothing', () => {
    const again = mergeProposals(ingested.proposals, entriesAfter(plan), classifier, { onlyAdds: true });
    expect(again).toMatchObject({ create: [], fill: [] });
  });
});

/** The entries that a plan leads to, where there were none before. */
function entriesAfter({ create, fill }: Plan): Entry[] {
  return create.map(({ slug, fields, text }) => {
    const entry = { slug, fields, text, body: '' };
    return fill.filter((filling) => filling.slug === slug).reduce(applyFilling, entry);
  });
}

describe('merge', () => {
  const { ingested, plan } = run('huggingface-daily-papers/whole-page', 'huggingface-daily-papers');
  const [first, ...others] = entriesAfter(plan);
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

  test('family names are filled for those who are the authors of the entry', () => {
    const authors = ['Ada Byron King', 'Grace Hopper'];
    const entry = { ...first, fields: { ...first.fields, authors, authorCount: 2 } };
    const familyNames = { 'Ada Byron King': 'Byron King', 'A. B. King': 'B. King' };
    const [proposal] = ingested.proposals;
    if (!proposal) throw new Error('The fixture has a proposal.');
    const fields = { ...proposal.fields, familyNames, authors, authorCount: 2 };
    const fill = (known: typeof entry) => mergeProposals([{ ...proposal, fields }], [known], classifier).fill;
    expect(fill(entry)).toEqual([
      { slug: 'nest-choice', fields: { familyNames: { 'Ada Byron King': 'Byron King' } } },
    ]);
    expect(fill({ ...entry, fields: { ...entry.fields, familyNames: { 'Grace Hopper': 'Grace' } } })).toEqual(
      [],
    );
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

const PARAGRAPH = 'Scouts of the swarm dance for the sites that they have found, and so they vote. '
  .repeat(2)
  .trim();

function readPage(text: string) {
  const adapter = adapters.find(({ id }) => id === 'huggingface-daily-papers') ?? expect.fail();
  const source = { file: 'x', format: adapter.id, listed: '2025-12-08', origin: 'A page' };
  return ingestSource(text, adapter, source, 'x');
}

test('a pasted page has a foot, whose words may be titles elsewhere', () => {
  const text = `Jobs\n\n${PARAGRAPH}\n\n• 2 authors\n·\nDec 4\n\nCompany\n\nTOS\nPrivacy\n\nAbout\n\nJobs\n`;
  const { proposals, diagnostics } = readPage(text);
  expect(proposals.map(({ fields }) => fields.title)).toEqual(['Jobs']);
  expect(diagnostics).toEqual([]);
});

describe('a pasted abstract in paragraphs', () => {
  const SECOND = 'Our second paragraph tells of the method.';
  const DETAILS = ['• 1,024 authors', '·', 'Dec 4 3'];
  const page = (...blocks: readonly string[]) => readPage(blocks.join('\n\n'));

  test('is one, where what stands before the details are sentences', () => {
    const third = `${PARAGRAPH} Third paragraph.`;
    const { proposals, diagnostics } = page('Three Paragraphs', PARAGRAPH, SECOND, third, DETAILS.join('\n'));
    expect(proposals.map(({ text }) => text)).toEqual([`${PARAGRAPH} ${SECOND} ${third}`]);
    expect(proposals[0]?.fields).toMatchObject({ authorCount: 1024, published: '2025-12-04' });
    expect(proposals[0]?.fields.organization).toBeUndefined();
    expect(diagnostics).toMatchObject([{ place: { line: 5 }, rule: 'listing-paragraph' }]);
  });

  test('is taken for two papers without details, and that is said', () => {
    const { proposals, diagnostics } = page('One', PARAGRAPH, SECOND, PARAGRAPH, 'Two', PARAGRAPH);
    expect(proposals.map(({ fields }) => fields.title)).toEqual(['One', SECOND, 'Two']);
    expect(diagnostics).toMatchObject([{ place: { line: 5 }, rule: 'listing-paragraph' }]);
  });

  test('ends before a title', () => {
    const { proposals, diagnostics } = page('One', PARAGRAPH, 'Two', PARAGRAPH, DETAILS.join('\n'));
    expect(proposals.map(({ fields }) => fields.title)).toEqual(['One', 'Two']);
    expect(diagnostics).toEqual([]);
  });
});

describe('a paper whose title a person has corrected', () => {
  const records = (format: string, text: string) => {
    const adapter = adapters.find(({ id }) => id === format) ?? expect.fail(format);
    const source = { file: 'x', format, listed: '2025-12-08', origin: 'A page' };
    const { proposals } = ingestSource(text, adapter, source, 'content/sources/x');
    return { proposals, entries: entriesAfter(mergeProposals(proposals, [], classifier)) };
  };
  const retitled = (entry: Entry | undefined): Entry => {
    if (!entry) throw new Error('There is no entry.');
    return { ...entry, fields: { ...entry.fields, title: 'Another Title', edited: 'Title corrected.' } };
  };
  const bib = (title: string) => `@misc{a, title = {${title}},\n abstract = {Scouts of ${title}.}}\n`;

  test('is known by its record, and the title is a difference, wherever the record stands by now', () => {
    const { entries } = records('bibtex', bib('Nest Choice'));
    const { proposals } = records('bibtex', bib('Two Bridges') + bib('Nest Choice'));
    const merged = mergeProposals(proposals, [retitled(entries[0])], classifier);
    expect(merged.create.map(({ slug }) => slug)).toEqual(['two-bridges']);
    expect(merged.differ[0]?.differences).toEqual([
      { field: 'title', entry: 'Another Title', source: 'Nest Choice' },
    ]);
    expect(merged.fill).toEqual([]);
  });

  test('is not taken for a record that shares its line', () => {
    const item = (title: string) => ({ type: 'article', title, abstract: `Scouts of ${title}.` });
    const { proposals, entries } = records('csl-json', JSON.stringify(['A Hive', 'A Flock'].map(item)));
    const merged = mergeProposals(proposals, [retitled(entries[1])], classifier);
    expect(merged.create.map(({ slug }) => slug)).toEqual(['a-hive']);
    expect(merged.differ.map(({ slug }) => slug)).toEqual(['a-flock']);
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
      const source = { file: 'x.txt', format: adapter.id, listed: '2025-12-08', origin: 'A page' };
      const parsed = ingestSource(text, adapter, source, 'x.txt');
      expect(parsed.ledger).toHaveLength(splitLines(text).length);
      expect(adapter.detect(text)).toBeLessThanOrEqual(1);
    }
  });
});
