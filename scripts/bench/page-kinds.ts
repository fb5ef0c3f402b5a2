// One page of each kind of a built site, and what each costs somebody who comes for the first time, in a real browser.
import type { Catalog } from '../../src/core/catalog.ts';
import { launchBrowser } from '../browser.ts';
import { serveCompressed } from './compressed-site.ts';
import type { Row } from './results.ts';

/** A kind of page, and the path of one of them, such as `papers/`. */
export type PageKind = { readonly kind: string; readonly path: string };

/** One page of each kind; those that only some surveys have are left out where there are none. */
export function listPageKinds({ entries, themes, terms, paths }: Catalog): PageKind[] {
  const one = (kind: string, folder: string, ids: readonly string[]) =>
    ids.slice(0, 1).map((id) => ({ kind, path: `${folder}/${id}/` }));
  const idsOf = (of: readonly { readonly id: string }[]) => of.map(({ id }) => id);
  return [
    { kind: 'overview', path: '' },
    { kind: 'all papers', path: 'papers/' },
    ...one(
      'paper',
      'papers',
      entries.map(({ slug }) => slug),
    ),
    { kind: 'themes', path: 'themes/' },
    ...one('theme', 'themes', idsOf(themes)),
    { kind: 'terms', path: 'terms/' },
    ...one('term', 'terms', idsOf(terms)),
    ...(paths.length > 0 ? [{ kind: 'paths', path: 'paths/' }] : []),
    ...one('path', 'paths', idsOf(paths)),
    { kind: 'results', path: 'results/' },
    { kind: 'map', path: 'map/' },
    { kind: 'search', path: 'search/' },
    { kind: 'help', path: 'search/help/' },
    { kind: 'compare', path: 'compare/' },
    { kind: 'reading list', path: 'list/' },
    { kind: 'about', path: 'about/' },
    { kind: 'offline', path: 'offline/' },
  ];
}

/** Loads each page as the first one of a new reader: bytes over the wire, compressed, and the number of requests. */
export async function measurePages(outDir: string, catalog: Catalog): Promise<Row[]> {
  const browser = await launchBrowser();
  const site = await serveCompressed(outDir, '127.0.0.1');
  try {
    const rows: Row[] = [];
    for (const { kind, path } of listPageKinds(catalog)) {
      // What a service worker fetches for later is not what the page costs.
      const context = await browser.newContext({ serviceWorkers: 'block' });
      const page = await context.newPage();
      const answers: Promise<{ readonly type: string; readonly bytes: number }>[] = [];
      page.on('requestfinished', (request) =>
        answers.push(
          request
            .sizes()
            .then(({ responseBodySize }) => ({ type: request.resourceType(), bytes: responseBodySize })),
        ),
      );
      await page.goto(new URL(path, site.address).href, { waitUntil: 'networkidle' });
      const loaded = await Promise.all(answers);
      await context.close();
      const sum = (isWanted: (type: string) => boolean) =>
        loaded.reduce((total, { type, bytes }) => total + (isWanted(type) ? bytes : 0), 0);
      const values = {
        htmlBytes: [sum((type) => type === 'document')],
        pageBytes: [sum((type) => type !== 'font')],
        fontBytes: [sum((type) => type === 'font')],
        requests: [loaded.length],
      };
      rows.push({ subject: kind, papers: catalog.entries.length, values });
    }
    return rows;
  } finally {
    await browser.close();
    site.close();
  }
}
