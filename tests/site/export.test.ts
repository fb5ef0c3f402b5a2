// The lists as files of the built site: complete, in the order of their pages, and read by others than ourselves.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { PAPER_FORMATS, RESULT_FORMATS } from '../../src/export/formats.ts';
import { readHtml } from './html.ts';

const { entries, themes, paths, survey } = toCatalog(await loadContent(process.cwd()));
const read = (name: string) => readFileSync(join('dist', name), 'utf8');
const lists = [
  { list: 'papers', page: 'papers/' },
  ...themes.map(({ id }) => ({ list: `themes/${id}`, page: `themes/${id}/` })),
  ...paths.map(({ id }) => ({ list: `paths/${id}`, page: `paths/${id}/` })),
];

test('every paper is in every file of all papers, and no name that no source gives', () => {
  const named = entries.filter(({ fields }) => fields.authors).length;
  const counts = {
    bib: [/^@\w+\{/gm, /^ {2}author = /gm],
    ris: [/^TY {2}- /gm, /^ER {2}- /gm],
    md: [/^- \[/gm],
    'csl.json': [/"id":/g, /"title":/g],
  };
  for (const [ending, patterns] of Object.entries(counts))
    for (const pattern of patterns)
      expect(read(`data/papers.${ending}`).match(pattern), `${ending} ${pattern}`).toHaveLength(
        pattern.source.includes('author') ? named : entries.length,
      );
});

test.each(lists)('the files of $list have the papers of its page, in its order', ({ list, page }) => {
  const main = /<main[^>]*>(.*)<\/main>/s.exec(readHtml(read(`${page}index.html`)).html)?.[1] ?? '';
  const links = [...main.matchAll(/<(?:h[2-4]|th)[^>]*>\s*<a href="[^"]*\/papers\/([^/"]+)\/"/g)].map(
    ([, slug]) => slug,
  );
  const papers = JSON.parse(read(`data/${list}.json`)).papers as { slug: string; url: string }[];
  expect(papers.length).toBeGreaterThan(0);
  expect(papers.map(({ slug }) => slug)).toEqual(links);
  if (list === 'papers') return;
  for (const { url } of papers) expect(url.startsWith(survey.address)).toBe(true);
  for (const { ending } of Object.values(PAPER_FORMATS))
    expect(read(`data/${list}.${ending}`).length, ending).toBeGreaterThan(100);
});

test.each(['offline', 'list'])('/%s/ names every format in which a list can be taken along', (page) => {
  const { text } = readHtml(read(`${page}/index.html`));
  const names = Object.values(PAPER_FORMATS).map(({ name }) => name);
  expect(text).toContain(` as ${names.slice(0, -1).join(', ')} or ${names.at(-1)}`);
});

describe('the page of a paper', () => {
  const pages = entries.map(({ slug, fields }) => ({
    slug,
    fields,
    html: read(`papers/${slug}/index.html`),
  }));

  test('names its authors to Google Scholar and Zotero, and nobody where they are not known', () => {
    for (const { slug, fields, html } of pages) {
      const tags = [...html.matchAll(/<meta name="citation_author" content="([^"]+)"/g)];
      expect(tags, slug).toHaveLength(fields.authors?.length ?? 0);
      expect(html.match(/<meta name="citation_title" /g), slug).toHaveLength(1);
    }
  });

  test('is a ScholarlyArticle', () => {
    for (const { slug, fields, html } of pages) {
      const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html) ?? [];
      const data = JSON.parse(json);
      expect(data, slug).toMatchObject({ '@type': 'ScholarlyArticle', name: fields.title });
      expect(data.author?.length, slug).toBe(fields.authors?.length);
    }
  });

  test('says how to cite it in each style, and its files are there', () => {
    for (const { slug, html } of pages) {
      for (const style of ['APA', 'ACL', 'BibTeX'])
        expect(html, slug).toMatch(new RegExp(`<copy-text data-name="${style}"`));
      expect(read(`papers/${slug}.bib`), slug).toMatch(/^@\w+\{/);
      expect(read(`papers/${slug}.ris`), slug).toMatch(/^TY {2}- /);
      expect(JSON.parse(read(`papers/${slug}.csl.json`)), slug).toHaveLength(1);
    }
  });
});

test('all results are there, each with its evidence', () => {
  const results = entries.flatMap(({ fields }) => fields.results ?? []);
  const { results: rows } = JSON.parse(read('data/results.json')) as { results: { quote: string }[] };
  const quotes = rows.map(({ quote }) => quote);
  expect(quotes.toSorted()).toEqual(results.map(({ quote }) => quote).toSorted());
  // In the order of the page, where each row names its result: "result-scouts-1".
  const shown = [...read('results/index.html').matchAll(/data-listed="result-([a-z0-9-]+)-(\d+)"/g)];
  const quoteOf = ([, slug, number]: RegExpExecArray) =>
    entries.find((entry) => entry.slug === slug)?.fields.results?.[Number(number) - 1]?.quote;
  expect(quotes).toEqual(shown.map(quoteOf));
  for (const { ending } of Object.values(RESULT_FORMATS)) expect(read(`data/results.${ending}`)).not.toBe('');
});

describe('the command line', () => {
  const conspectus = (...args: string[]) =>
    spawnSync(process.execPath, ['scripts/conspectus.ts', 'export', ...args], { encoding: 'utf8' });

  test.each(['papers', `themes/${themes[0]?.id}`])('writes the same as the file of %s', (list) => {
    const theme = list.startsWith('themes/') ? ['--theme', list.slice('themes/'.length)] : [];
    expect(conspectus('ris', ...theme).stdout).toBe(read(`data/${list}.ris`));
  });

  test('exports what a query finds, best first', () => {
    const { slug, fields } = entries[0] ?? expect.fail('The survey has no paper.');
    const { papers } = JSON.parse(conspectus('json', '--query', `"${fields.title}"`).stdout);
    expect(papers[0].slug).toBe(slug);
    expect(papers.length).toBeLessThan(entries.length);
  });

  test.each([[[]], [['docx']], [['bibtex', 'ris']], [['csv', '--theme', 'no-such-theme']]])(
    'says what is wrong with %j',
    (args) => {
      const { status, stdout, stderr } = conspectus(...args);
      expect([status, stdout]).toEqual([2, '']);
      expect(stderr).toMatch(/^(?:Usage: |There is no (?:form|theme) )/);
    },
  );
});

describe('the bibliography of all papers', () => {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-bibliography-'));
  const run = (command: string, ...args: string[]) =>
    spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  const lacks = (command: string) => spawnSync(command, ['--version']).error !== undefined;
  copyFileSync('dist/data/papers.bib', join(folder, 'papers.bib'));
  afterAll(() => rmSync(folder, { recursive: true }));

  test.skipIf(lacks('bibtex'))('is read by BibTeX without a warning (needs bibtex)', () => {
    const aux = ['\\relax', '\\citation{*}', '\\bibstyle{plain}', '\\bibdata{papers}', ''];
    writeFileSync(join(folder, 'all.aux'), aux.join('\n'));
    const { status, stdout } = run('bibtex', 'all');
    // Of a paper whose names are not known, BibTeX can only say so.
    expect(stdout.match(/^Warning--(?!to sort, need author)/gm) ?? [], stdout).toEqual([]);
    expect(status).toBe(0);
    const list = readFileSync(join(folder, 'all.bbl'), 'utf8');
    expect(list.match(/^\\bibitem/gm)).toHaveLength(entries.length);
  });

  test.skipIf(lacks('biber'))('is valid for biber (needs biber)', () => {
    const { status, stdout } = run('biber', '--tool', '--validate-datamodel', 'papers.bib');
    expect(stdout.match(/^(?:WARN|ERROR) .*$/gm) ?? []).toEqual([]);
    expect(status).toBe(0);
    const written = readFileSync(join(folder, 'papers_bibertool.bib'), 'utf8');
    expect(written.match(/^@/gm)).toHaveLength(entries.length);
  });
});
