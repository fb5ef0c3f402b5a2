// What we export, our own adapters recognise and read back: each paper with its title, names, identifiers and venue, and
// its abstract where the format has it.
import { expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { parseVenue, renderVenue, withoutPresentation } from '../../src/core/venue.ts';
import { type ListFormat, PAPER_FORMATS, renderIn } from '../../src/export/formats.ts';
import type { ListedPaper } from '../../src/export/paper-record.ts';
import { detectAdapter } from '../../src/ingest/registry.ts';
import { makeListedPapers } from '../../src/site/paper-data.ts';
import { createUrls } from '../../src/site/urls.ts';

const papers = makeListedPapers(toCatalog(await loadContent(process.cwd())), createUrls('/'));

/** Bibliographies do not say how a paper was presented, and of a journal only the year of the paper, not that of the volume. */
function venueIn({ venue, venueKind }: ListedPaper): string | undefined {
  if (!venue || venueKind !== 'journal') return venue && withoutPresentation(venue);
  const { year: _, ...parts } = parseVenue(venue);
  return renderVenue(parts);
}

/** An entry can lead to a DOI and not name it; who reads the address in a file finds it there. */
function doiOf({ doi, links }: ListedPaper, text: string): string | undefined {
  const { url } = links.find(({ url }) => url.startsWith('https://doi.org/')) ?? {};
  return doi ?? (url && text.includes(url) ? url.replace('https://doi.org/', '') : undefined);
}

test.each(['bibtex', 'ris', 'csl-json', 'csv'] as const)('%s', (id) => {
  const format: ListFormat<ListedPaper> = PAPER_FORMATS[id];
  const text = renderIn(format, papers, 'A survey');
  const adapter = detectAdapter(text) ?? expect.fail(`No adapter reads ${id}.`);
  expect(adapter.id).toBe(id);
  const drafts = [...adapter.read(text, { file: 'export' })].flatMap((finding) =>
    'draft' in finding ? finding.draft : [],
  );
  expect(drafts.map(({ title, authors, arxiv, doi }) => ({ title, authors, arxiv, doi }))).toEqual(
    papers.map((paper) => {
      const { title, authors, arxiv } = paper;
      return { title, authors, arxiv, doi: doiOf(paper, text) };
    }),
  );
  expect(drafts.map(({ venue }) => venue)).toEqual(papers.map(id === 'csv' ? ({ venue }) => venue : venueIn));
  if (format.hasAbstracts)
    expect(drafts.map(({ abstract }) => abstract?.text)).toEqual(papers.map(({ abstract }) => abstract));
});

test.each(['bibtex', 'ris', 'csl-json'] as const)('%s keeps family names of two words', (id) => {
  const [paper] = papers;
  if (!paper) throw new Error('There is a paper.');
  const authors = ['Ada Byron King', 'Jan van der Berg', 'Grace Hopper'];
  const familyNames = { 'Ada Byron King': 'Byron King' };
  const text = renderIn(PAPER_FORMATS[id], [{ ...paper, authors, familyNames }], 'A survey');
  const findings = [...(detectAdapter(text)?.read(text, { file: 'export' }) ?? [])];
  expect(findings).toContainEqual({ draft: expect.objectContaining({ authors, familyNames }) });
});
