// The built site as files: every entry has its page, every link leads somewhere, nothing needs another site.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { createUrls } from '../../src/site/urls.ts';
import { readHtml } from './html.ts';

const dist = join(process.cwd(), 'dist');
const urls = createUrls(process.env['BASE_PATH'] ?? '/');
const base = urls.home();
const catalog = toCatalog(await loadContent(process.cwd()));
const pages = readdirSync(dist, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.html') && !file.startsWith('pagefind'))
  .map((file) => ({ file, ...readHtml(readFileSync(join(dist, file), 'utf8')) }));
const pageOf = (path: string) => pages.find(({ file }) => file === `${path}index.html`);
const flat = (text: string) => text.replace(/\s+/g, ' ').trim();

describe.each(catalog.entries.map((entry) => [entry.slug, entry] as const))(
  '%s',
  (slug, { fields, text }) => {
    const page = pageOf(`papers/${slug}/`);

    it('has a page with its title, its abstract word for word and its themes', () => {
      expect(page?.textOf('h1')).toBe(flat(fields.title));
      expect(page?.textOf('blockquote')).toBe(flat(text));
      const themes = catalog.themes.filter(({ id }) => fields.themes.includes(id));
      for (const theme of themes) expect(page?.text).toContain(theme.fields.short);
    });

    it('says when and by whom, or that the source does not', () => {
      const { published, authors, authorCount } = fields;
      expect(page?.html).toContain(published ? `datetime="${published}"` : 'date not in the listing');
      const names = authors ?? [authorCount ? `${authorCount} author` : 'authors not in the listing'];
      for (const name of names) expect(page?.text).toContain(name);
    });

    it('says which lines of which source it quotes', () => {
      const { source } = fields;
      if (source) expect(page?.text).toContain(`${source.file}, lines ${source.lines.join('–')}`);
    });

    it('is what search indexes, with its facts', () => {
      expect(page?.html).toContain('data-pagefind-body');
      expect(page?.html).toContain(`data-date="${fields.published ?? ''}"`);
      for (const theme of fields.themes) expect(page?.html).toContain(`data-theme="${theme}"`);
    });
  },
);

describe.each(catalog.themes.map((theme) => [theme.id, theme] as const))('theme %s', (id, { fields }) => {
  const page = pageOf(`themes/${id}/`);

  it('has a page with its definition and its papers', () => {
    expect(page?.text).toContain(flat(fields.definition));
    const own = catalog.entries.filter((entry) => entry.fields.themes.includes(id));
    for (const { slug } of own) expect(page?.links).toContain(urls.paper(slug));
  });

  it('shows its parts apart', () => {
    for (const part of fields.parts ?? []) expect(page?.text).toContain(flat(part.definition));
  });
});

it('lists every paper in the table, newest first', () => {
  const links = pageOf('papers/')?.links.filter((link) => /\/papers\/.+/.test(link)) ?? [];
  expect(links.map((link) => link.split('/').at(-2))).toEqual(catalog.entries.map(({ slug }) => slug));
});

describe('every page', () => {
  it.each(pages.map((page) => [page.file, page] as const))('%s', (_file, page) => {
    // Links and files of this site exist.
    const missing = [...page.links, ...page.files]
      .map((address) => resolve(address, page.file))
      .filter((address) => isInternal(address) && !isThere(address));
    expect(missing).toEqual([]);
    // Nothing is loaded from another site.
    expect(page.files.filter((address) => !isInternal(address))).toEqual([]);
    // One title, one main heading, a language and a description.
    expect(page.html.match(/<h1[\s>]/g)).toHaveLength(1);
    expect(page.html).toContain(`<html lang="${catalog.survey.language}"`);
    expect(page.html).toMatch(/<meta name="description" content="[^"]+"/);
    expect(page.ids.length).toBe(new Set(page.ids).size);
  });
});

it('has a page wherever the address of a page is cut after a slash', () => {
  const above = pages.flatMap(({ file }) => {
    const folders = file.split('/').slice(0, -2);
    return folders.map((_, index) => `${folders.slice(0, index + 1).join('/')}/`);
  });
  expect([...new Set(above)].filter((path) => !pageOf(path))).toEqual([]);
});

it('has titles and descriptions that tell pages apart', () => {
  const titles = pages.map((page) => page.textOf('title'));
  expect(new Set(titles).size).toBe(titles.length);
});

/** An address as it reads from the root of the site, for links of an essay are relative to its page. */
function resolve(address: string, file: string): string {
  if (!isInternal(address) || address.startsWith('/')) return address;
  const { pathname, hash } = new URL(address, `https://here.invalid${base}${file}`);
  return pathname + hash;
}

function isInternal(address: string): boolean {
  return !/^(?:[a-z]+:|\/\/)/.test(address); // "https://...", "mailto:...", "//..."
}

/** Whether an address of the site leads to a file, and its fragment to an element of it. */
function isThere(address: string): boolean {
  const [path = '', fragment] = address.split('#');
  if (!path.startsWith(base)) return false;
  const within = decodeURIComponent((path.split('?')[0] ?? '').slice(base.length));
  const file = within.endsWith('/') || within === '' ? `${within}index.html` : within;
  if (!existsSync(join(dist, file))) return false;
  return !fragment || (pages.find((page) => page.file === file)?.ids.includes(fragment) ?? false);
}
