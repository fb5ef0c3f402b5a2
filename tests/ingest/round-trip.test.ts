// What we export, our own adapters recognise and read back: each paper, its title, its names, its arXiv id, its abstract.
import { expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { type ListFormat, PAPER_FORMATS } from '../../src/export/formats.ts';
import type { ListedPaper } from '../../src/export/paper-record.ts';
import { detectAdapter } from '../../src/ingest/registry.ts';
import { makeListedPapers } from '../../src/site/paper-data.ts';
import { createUrls } from '../../src/site/urls.ts';

const papers = makeListedPapers(toCatalog(await loadContent(process.cwd())), createUrls('/'));

test.each(['bibtex', 'ris', 'csl-json', 'csv'] as const)('%s', (id) => {
  const { render, hasAbstracts }: ListFormat<ListedPaper> = PAPER_FORMATS[id];
  const text = render(papers, 'A survey');
  const adapter = detectAdapter(text) ?? expect.fail(`No adapter reads ${id}.`);
  expect(adapter.id).toBe(id);
  const drafts = [...adapter.read(text, { file: 'export' })].flatMap((finding) =>
    'draft' in finding ? finding.draft : [],
  );
  expect(drafts.map(({ title, authors, arxiv }) => ({ title, authors, arxiv }))).toEqual(
    papers.map(({ title, authors, arxiv }) => ({ title, authors, arxiv })),
  );
  if (hasAbstracts)
    expect(drafts.map(({ abstract }) => abstract?.text)).toEqual(papers.map(({ abstract }) => abstract));
});
