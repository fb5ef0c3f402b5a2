// After the build: the list of all pages for search engines (sitemaps.org), with the days on which they changed.
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { escapeXml } from '../export/xml.ts';
import type { ReadHeads } from './page-heads.ts';

/** A page as the sitemap lists it. */
type SitemapPage = { readonly address: string; readonly modified?: string };

/** What one sitemap may hold. */
const MOST = 50_000;

/** Writes `sitemap.xml`, or where there are too many pages several and a list of them; and `robots.txt`. */
export function sitemap(readHeads: ReadHeads): AstroIntegration {
  let home = '';
  return {
    name: 'conspectus-sitemap',
    hooks: {
      'astro:config:done': ({ config }) => {
        home = new URL(`${config.base.replace(/\/$/, '')}/`, config.site).href;
      },
      'astro:build:done': async ({ dir, logger }) => {
        const folder = fileURLToPath(dir);
        const pages = listForSearchEngines(await readHeads());
        for (const [name, xml] of renderSitemaps(pages, home)) await writeFile(join(folder, name), xml);
        await writeFile(
          join(folder, 'robots.txt'),
          `User-agent: *\nAllow: /\n\nSitemap: ${home}sitemap.xml\n`,
        );
        logger.info(`Sitemap of ${pages.length} pages.`);
      },
    },
  };
}

function listForSearchEngines(heads: Awaited<ReturnType<ReadHeads>>): SitemapPage[] {
  return [...heads].flatMap(([name, { address, modified }]) =>
    address === undefined || name === '404.html' ? [] : [{ address, ...(modified && { modified }) }],
  );
}

/** The files of a sitemap by name; `most` is how many pages one may hold. */
export function renderSitemaps(
  pages: readonly SitemapPage[],
  home: string,
  most = MOST,
): ReadonlyMap<string, string> {
  if (pages.length <= most) return new Map([['sitemap.xml', renderSitemap(pages)]]);
  const parts: [string, string][] = [];
  for (let start = 0; start < pages.length; start += most)
    parts.push([`sitemap-${parts.length + 1}.xml`, renderSitemap(pages.slice(start, start + most))]);
  const list = parts.map(([name]) => `  <sitemap><loc>${escapeXml(home + name)}</loc></sitemap>\n`).join('');
  return new Map([...parts, ['sitemap.xml', wrap('sitemapindex', list)]]);
}

function renderSitemap(pages: readonly SitemapPage[]): string {
  const rows = pages.map(
    // Canonical addresses are escaped as they stand in the page.
    ({ address, modified }) =>
      `  <url><loc>${address}</loc>${modified ? `<lastmod>${modified}</lastmod>` : ''}</url>\n`,
  );
  return wrap('urlset', rows.join(''));
}

function wrap(element: string, content: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n<${element} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${content}</${element}>\n`;
}
