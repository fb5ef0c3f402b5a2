// The data that comparison and reading list are made from, as it is served.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { PAPER_FORMATS, renderIn } from '../../src/export/formats.ts';
import type { PaperData } from '../../src/export/paper-record.ts';

const catalog = toCatalog(await loadContent(process.cwd()));
const text = readFileSync(join(process.cwd(), 'dist/data/papers.json'), 'utf8');
const { papers } = JSON.parse(text) as PaperData;

it('has every paper with its facts', () => {
  expect(papers.map(({ slug, title, published, authors }) => ({ slug, title, published, authors }))).toEqual(
    // Of a new paper often no more than the year is known.
    catalog.entries.map(({ slug, fields: { title, published, issued, authors } }) => ({
      slug,
      title,
      published: published ?? issued,
      authors,
    })),
  );
});

it('has every result, on something that has a name', () => {
  const counts = catalog.entries.map(({ fields }) => fields.results?.length ?? 0);
  expect(papers.map(({ results }) => results.length)).toEqual(counts);
  for (const { on, value } of papers.flatMap(({ results }) => results)) expect(on && value).toBeTruthy();
});

it('has terms, where the survey has some', () => {
  expect(papers.some(({ terms }) => terms.length > 0)).toBe(catalog.terms.length > 0);
});

it('gives a bibliography with a key of its own for each paper, and no name that no source gives', () => {
  const bibliography = renderIn(PAPER_FORMATS.bibtex, papers, '');
  const keys = [...bibliography.matchAll(/^@\w+\{(\w+),$/gm)].map(([, key]) => key);
  expect(new Set(keys).size).toBe(catalog.entries.length);
  const named = catalog.entries.filter(({ fields }) => fields.authors).length;
  expect([...bibliography.matchAll(/^ {2}author = /gm)]).toHaveLength(named);
});
