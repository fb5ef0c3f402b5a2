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

test('all results are there, each with its evidence', () => {
  const results = entries.flatMap(({ fields }) => fields.results ?? []);
  const { results: rows } = JSON.parse(read('data/results.json')) as { results: { quote: string }[] };
  expect(rows.map(({ quote }) => quote)).toEqual(results.map(({ quote }) => quote));
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
