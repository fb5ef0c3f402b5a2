// What we export, our own adapters read back: each paper, its title, its names and its identifiers.
import { expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { type ListFormat, PAPER_FORMATS } from '../../src/export/formats.ts';
import type { ListedPaper } from '../../src/export/paper-record.ts';
import { findAdapter } from '../../src/ingest/registry.ts';
import { makeListedPapers } from '../../src/site/paper-data.ts';
import { createUrls } from '../../src/site/urls.ts';

const papers = makeListedPapers(toCatalog(await loadContent(process.cwd())), createUrls('/'));

test.each(['bibtex', 'ris', 'csl-json', 'csv'] as const)('%s', (id) => {
  const { render }: ListFormat<ListedPaper> = PAPER_FORMATS[id];
  const text = render(papers, 'A survey');
  const adapter = findAdapter(id) ?? expect.fail(`No adapter reads ${id}.`);
  const drafts = [...adapter.read(text, { file: 'export' })].flatMap((finding) =>
    'draft' in finding ? finding.draft : [],
  );
  expect(drafts.map(({ title, authors, arxiv }) => ({ title, authors, arxiv }))).toEqual(
    papers.map(({ title, authors, arxiv }) => ({ title, authors, arxiv })),
  );
});
