// What the built site offers to programs: feeds, sitemap, data with its schema, twins in Markdown, pictures for links.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { readHtml } from './html.ts';

const { survey, entries, themes, terms } = toCatalog(await loadContent(process.cwd()));
const read = (name: string) => readFileSync(join('dist', name), 'utf8');
const pages = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('index.html') && !file.startsWith('pagefind'),
);
const shown = pages.filter((page) => !read(page).includes('<meta name="robots" content="noindex"'));

test('the sitemap lists each page that search engines may show, with the day of its last change', () => {
  const xml = read('sitemap.xml');
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  const canonical = shown.map((page) => /<link rel="canonical" href="([^"]+)"/.exec(read(page))?.[1]);
  expect(listed.toSorted()).toEqual(canonical.toSorted());
  expect(xml.match(/<lastmod>\d{4}-\d\d-\d\d<\/lastmod>/g)?.length).toBeGreaterThanOrEqual(entries.length);
  expect(read('robots.txt')).toContain(listed[0]?.replace(/^(https:\/\/[^/]+\/).*/, '$1') ?? 'none');
});

test('all of the survey is one file of data, as its schema says', () => {
  const ajv = addFormats.default(new Ajv2020({ strict: false }));
  const validate = ajv.compile(JSON.parse(read('data/survey.schema.json')));
  const data = JSON.parse(read('data/survey.json'));
  expect(validate(data), JSON.stringify(validate.errors)).toBe(true);
  expect([data.entries.length, data.themes.length, data.terms.length]).toEqual([
    entries.length,
    themes.length,
    terms.length,
  ]);
  expect(validate({ ...data, entries: [{ slug: 'a', title: 5 }] })).toBe(false);
});

describe.each(['', ...themes.map(({ id }) => `themes/${id}/`)])('the feed of /%s', (folder) => {
  test('says the same as Atom and as JSON', () => {
    const items = JSON.parse(read(`${folder}feed.json`)).items as { url: string; title: string }[];
    const xml = read(`${folder}feed.xml`);
    expect(items.length).toBeGreaterThan(0);
    expect(xml.match(/<entry>/g)?.length).toBe(items.length);
    for (const { url } of items) expect(xml).toContain(`<id>${url}</id>`);
  });
});

test('each page has a twin in Markdown that begins with its heading and holds no markup of HTML', () => {
  for (const page of shown) {
    const twin = read(`${page}.md`);
    expect(twin, page).toMatch(/^# /m);
    expect(twin.replaceAll(/`[^`]*`|\\</g, ''), page).not.toMatch(/<(?!https?:|mailto:)[a-z!/]/i);
  }
  const { slug, fields, text } = entries[0] ?? expect.fail('The survey has no paper.');
  const twin = read(`papers/${slug}/index.html.md`);
  expect(twin).toContain(fields.title.slice(0, 20));
  // Without links, breaks and escapes it is the abstract, word for word.
  const flat = twin.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\\', '');
  expect(flat).toContain(text.slice(0, 150));
});

test('the head of a page says what it is, and its picture is there, in the size that it says', async () => {
  for (const page of shown.filter((_, index) => index % 10 === 0)) {
    const { html } = readHtml(read(page));
    const picture = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const { width, height } = await sharp(
      join('dist', new URL(picture).pathname.replace(process.env['BASE_PATH'] ?? '/', '/')),
    ).metadata();
    expect([width, height], page).toEqual([1200, 630]);
    expect(html).toMatch(/<meta property="og:title" content="[^"]+"/);
  }
});

test('the rest is there', () => {
  expect(read('llms.txt')).toMatch(new RegExp(`^# ${survey.title}\n`));
  expect(read('opensearch.xml')).toContain('{searchTerms}');
  expect(read('CITATION.cff')).toContain('cff-version: 1.2.0');
  // For those who find the repository; npm run conspectus -- schema writes it.
  expect(readFileSync('CITATION.cff', 'utf8')).toBe(read('CITATION.cff'));
  const [, data = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(read('index.html')) ?? [];
  expect(JSON.parse(data)).toMatchObject({ '@type': 'Dataset', name: survey.title });
});
