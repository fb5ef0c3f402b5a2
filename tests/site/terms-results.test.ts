// Terms and results on the built site: every term has its page and every link to it its definition, every number its words.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { makeTermFinder, termsOf } from '../../src/core/terms.ts';
import { createUrls } from '../../src/site/urls.ts';
import { readHtml } from './html.ts';

const dist = join(process.cwd(), 'dist');
const urls = createUrls(process.env['BASE_PATH'] ?? '/');
const catalog = toCatalog(await loadContent(process.cwd()));
const find = makeTermFinder(catalog.terms);
const read = (path: string) => readHtml(readFileSync(join(dist, path, 'index.html'), 'utf8'));
const withResults = catalog.entries.filter(({ fields }) => fields.results);

it('the index leads to every term', () => {
  const { links } = read('terms');
  for (const { id } of catalog.terms) expect(links).toContain(urls.term(id));
});

describe.each(catalog.terms.map((term) => [term.id, term] as const))('term %s', (id, term) => {
  const page = read(`terms/${id}`);

  it('has its definition and leads to its papers, each to be saved and compared', () => {
    expect(page.text).toContain(term.definition);
    const users = catalog.entries.filter((entry) => termsOf(entry, find).includes(id));
    for (const { slug } of users) {
      expect(page.links).toContain(urls.paper(slug));
      expect(page.html).toContain(`<paper-choice slug="${slug}"`);
    }
  });
});

describe.each([
  ...catalog.entries.map(({ slug }) => `papers/${slug}`),
  ...catalog.themes.map(({ id }) => `themes/${id}`),
])('%s', (path) => {
  it('carries the definition of every term that its text links to', () => {
    const { html } = read(path);
    const linked = [...html.matchAll(/<a [^>]*data-term="([^"]+)"/g)].map(([, id]) => id);
    const noted = [...html.matchAll(/data-term-note="([^"]+)"/g)].map(([, id]) => id);
    expect(linked.length).toBe(new Set(linked).size);
    expect(linked.filter((id) => !noted.includes(id))).toEqual([]);
  });
});

it('no abstract links to a term that it does not mean', () => {
  for (const { slug, fields } of catalog.entries) {
    for (const id of fields.notTerms ?? []) {
      expect(read(`papers/${slug}`).html).not.toContain(`data-term="${id}"`);
    }
  }
});

it('the page of results has every result, with the words that state it', () => {
  const { text, ids } = read('results');
  for (const { slug, fields } of withResults) {
    for (const [index, { quote }] of (fields.results ?? []).entries()) {
      expect(ids).toContain(`result-${slug}-${index + 1}`);
      expect(text).toContain(quote.replace(/\s+/g, ' ').trim());
    }
  }
  expect(ids.filter((id) => id.startsWith('result-'))).toHaveLength(
    withResults.reduce((sum, { fields }) => sum + (fields.results?.length ?? 0), 0),
  );
});

it.each(withResults.map(({ slug, fields }) => [slug, fields.results?.length ?? 0]))(
  'the page of %s shows its %i results',
  (slug, count) => {
    expect(read(`papers/${slug}`).ids.filter((id) => id.startsWith('result-'))).toHaveLength(count);
  },
);

it('no folder of a term stands without a term', () => {
  const folders = readdirSync(join(dist, 'terms'), { withFileTypes: true }).filter((file) =>
    file.isDirectory(),
  );
  expect(folders.map(({ name }) => name).toSorted()).toEqual(catalog.terms.map(({ id }) => id).toSorted());
});
