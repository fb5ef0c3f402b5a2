// Surveys that have just begun, really built: whole sites that say what is not there yet, and offer none of it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type BuiltSite, buildSite } from '../sites/build-site.ts';
import { findLostLinks, readPages, type SitePages } from '../sites/read-site.ts';

const LONG = 120_000;
const survey = {
  'content/survey.yaml': readFileSync(
    join(import.meta.dirname, '..', 'sites', 'empty', 'content', 'survey.yaml'),
    'utf8',
  ),
};
const theme = {
  'content/themes/lenses.md':
    '---\ntitle: Lamps and lenses\nshort: Lenses\ndefinition: What makes the light.\ncolour: 40\norder: 1\nsignals: {3: [lens]}\n---\n',
};
const glossary = {
  'content/glossary.yaml':
    'terms:\n  - {id: fresnel-lens, name: Fresnel lens, kind: method, definition: A lens of rings.}\n',
};
const paper = {
  'content/entries/lenses/rings-of-glass.md':
    '---\ntitle: Rings of Glass\nthemes: [lenses]\nclassification: {by: person, note: It is about glass.}\nkey: rings\n---\nThe lamp is seen from afar.\n',
};

/** What a survey consists of; what its head line offers; the pages that say what is missing. */
const SURVEYS: readonly {
  readonly name: string;
  readonly files: Readonly<Record<string, string>>;
  readonly offered: readonly string[];
  readonly missing: readonly (readonly [page: string, words: string])[];
}[] = [
  {
    name: 'nothing but survey.yaml',
    files: survey,
    offered: ['About'],
    missing: [
      ['index.html', 'There is no theme yet. Newest There is no paper yet.'],
      ['papers/index.html', 'There is no paper yet.'],
      ['map/index.html', 'There is no paper yet.'],
      ['about/index.html', 'There is no source yet.'],
      ['search/index.html', 'There is no paper yet.'],
      ['terms/index.html', 'There are no terms yet'],
      ['results/index.html', 'There are no results yet'],
    ],
  },
  {
    name: 'a theme and a term, but no paper',
    files: { ...survey, ...theme, ...glossary },
    offered: ['Themes', 'About'],
    missing: [
      ['themes/lenses/index.html', 'No paper of the survey is filed here.'],
      ['terms/index.html', 'There are no terms yet'],
      ['terms/fresnel-lens/index.html', 'No paper of the survey uses it.'],
    ],
  },
  {
    name: 'one paper without date, names, terms and results',
    files: { ...survey, ...theme, ...paper },
    offered: ['Themes', 'Papers', 'Map', 'About', 'List'],
    missing: [
      ['papers/rings-of-glass/index.html', 'authors not in the listing'],
      ['results/index.html', 'There are no results yet'],
    ],
  },
];

describe.each(SURVEYS)('$name', ({ files, offered, missing }) => {
  let built: BuiltSite;
  let pages: SitePages;
  beforeAll(async () => {
    built = await buildSite(files);
    pages = readPages(built.dist);
  }, LONG);
  afterAll(() => built?.remove());

  test('every link within the site leads to a page, and to its place there', () => {
    expect(pages.size).toBeGreaterThan(10);
    expect(findLostLinks(built.dist, pages)).toEqual([]);
  });

  test('the head line offers only what has something to show', () => {
    for (const [name, { html }] of pages) {
      const [, nav = ''] = /<nav aria-label="Main"[^>]*>(.*?)<\/nav>/s.exec(html) ?? [];
      const labels = [...nav.matchAll(/<a [^>]*>\s*([A-Z][a-z]+)/g)].map(([, label]) => label);
      expect(labels, name).toEqual(offered);
      const hasSearch = /<form[^>]* role="search"|type="search"/.test(html);
      if (!offered.includes('Papers')) expect(hasSearch, name).toBe(false);
    }
  });

  test.each(missing)('%s says “%s”', (page, words) => {
    expect(pages.get(page)?.text).toContain(words);
  });

  test('no page has an empty list, but those that a script fills, nor a heading of nothing', () => {
    const nothing = /<(ol|ul|dl|h[1-6])(?![^>]* data-part=)[^>]*>\s*<\/\1>/g;
    for (const [name, { html }] of pages) expect(html.match(nothing) ?? [], name).toEqual([]);
  });
});
