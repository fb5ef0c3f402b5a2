// What is exported, our own adapters read back: every paper of the real survey, in every format that they know.
import { describe, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { type ListFormat, PAPER_FORMATS } from '../../src/export/formats.ts';
import type { ListedPaper } from '../../src/export/paper-record.ts';
import { ingestSource } from '../../src/ingest/ingest.ts';
import { detectAdapter } from '../../src/ingest/registry.ts';
import { makePaperData } from '../../src/site/paper-data.ts';
import { createUrls } from '../../src/site/urls.ts';

const catalog = toCatalog(await loadContent(process.cwd()));
const texts = new Map(catalog.entries.map(({ slug, text }) => [slug, text]));
const { survey, papers } = makePaperData(catalog, createUrls('/'));
const listed = papers.map((paper) => ({ ...paper, abstract: texts.get(paper.slug) ?? '' }));

describe.each([
  ['bibtex', 'bibtex'],
  ['ris', 'ris'],
  ['csl-json', 'csl-json'],
  ['csv', 'csv'],
] as const)('%s', (format, adapterId) => {
  const { render, ending, hasAbstracts }: ListFormat<ListedPaper> = PAPER_FORMATS[format];
  const text = render(listed, survey);
  const adapter = detectAdapter(text);

  test('is recognised', () => {
    expect(adapter?.id).toBe(adapterId);
  });

  test('comes back with titles, names, identifiers and, where it holds them, abstracts', () => {
    const source = {
      file: `x.${ending}`,
      format,
      listed: '2025-12-08',
      origin: 'Export',
    };
    const { proposals, diagnostics } = ingestSource(
      text,
      adapter ?? expect.fail('no adapter'),
      source,
      source.file,
    );
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(proposals).toHaveLength(papers.length);
    const back = proposals.map(({ fields }) => [
      fields.title.replace(/[“”]/g, '"'),
      fields.authors ?? [],
      fields.arxiv,
    ]);
    // TeX has no straight quotes: they come back as curly ones.
    expect(back).toEqual(listed.map(({ title, authors = [], arxiv }) => [title, authors, arxiv]));
    if (hasAbstracts)
      expect(proposals.map((proposal) => proposal.text)).toEqual(listed.map(({ abstract }) => abstract));
  });
});
