// What Vite has made of the software that makes pages. As long as that is the same, the next build makes its pages with it
// (build-from-bundle.ts): Vite and Astro would take two seconds to come to the same again.
import { existsSync } from 'node:fs';
import { cp, readdir, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, HookParameters, RouteData } from 'astro';
import { createNodeLoggerFromFlags } from 'astro/logger/node';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { Catalog } from '../core/catalog.ts';
import { ownFacts } from '../core/sources.ts';
import { readKept, sha256Of, writeKept } from '../disk/kept-file.ts';
import { renderThemeHues } from '../site/theme-hues.ts';
import { asksForOurs } from './make-pages.ts';

type Frame = Pick<Catalog, 'survey' | 'themes'>;

type Pages = HookParameters<'astro:build:setup'>['pages'];

/** What a bundle exports, as Astro's own build takes it (astro/dist/core/build/app.js). */
type App = ConstructorParameters<typeof StaticPaths>[0] & {
  readonly setInternals: (internals: { readonly pagesByKeys: ReadonlyMap<string, unknown> }) => void;
  readonly setOptions: (options: {
    readonly settings: { readonly scripts: readonly never[] };
    readonly logger: ReturnType<typeof createNodeLoggerFromFlags>;
  }) => void;
  readonly render: (request: Request, options: { readonly routeData: RouteData }) => Promise<Response>;
};

/** What is said of a bundle when all of it is there. */
type Stamp = {
  readonly key: string;
  /** The module that renders pages. */
  readonly entry: string;
  /** The stylesheets of pages, by the keys that Astro gives their routes. */
  readonly styles: readonly (readonly [string, unknown])[];
};

/** Where Astro has Vite put it, below the site, until all pages are made. */
const PRERENDER = '.prerender';

const folderOf = (root: string) => join(root, '.cache', 'bundle');
const stampOf = (root: string) => join(root, '.cache', 'bundle.json');

/**
 * What a bundle is made from: the software, where it is, and what the configuration and the stylesheet take from the content.
 */
function keyOf(root: string, software: string, { survey, themes }: Frame): string {
  return sha256Of(
    JSON.stringify([resolve(root), software, ownFacts(survey), renderThemeHues({ survey, themes })]),
  );
}

/** Keeps the bundle of a build by Astro. */
export function keptBundle(): AstroIntegration {
  let root = '';
  let config: AstroConfig;
  /** Known where Astro is about to have Vite make a bundle that may be kept. */
  let pages: Pages | undefined;
  return {
    name: 'conspectus-kept-bundle',
    hooks: {
      'astro:config:done': (options) => {
        ({ config } = options);
        root = fileURLToPath(config.root);
      },
      'astro:build:setup': async (options) => {
        // What it loads from the site, such as stylesheets, is about to be that of another one.
        await rm(stampOf(root), { force: true });
        if (asksForOurs(config)) ({ pages } = options);
      },
      'astro:build:generated': async () => {
        if (!pages) return;
        const folder = folderOf(root);
        await rm(folder, { recursive: true, force: true });
        await cp(new URL(PRERENDER, config.outDir), folder, { recursive: true });
        const entry = (await readdir(folder)).find((name) => name.startsWith('prerender-entry.'));
        const styles = [...pages].map(([key, page]) => [key, page.styles] as const);
        const key = keyOf(root, CONSPECTUS_ENGINE, CONSPECTUS_SURVEY.catalog);
        if (entry) await writeKept(stampOf(root), { key, entry, styles } satisfies Stamp);
      },
    },
  };
}

/** The bundle of an earlier build below `root`; undefined where it was made from anything else. */
export async function openBundle(
  root: string,
  software: string,
  survey: Frame,
): Promise<AstroPrerenderer | undefined> {
  const stamp = await readKept<Stamp>(stampOf(root));
  if (stamp?.key !== keyOf(root, software, survey)) return undefined;
  const entry = join(folderOf(root), stamp.entry);
  if (!existsSync(entry)) return undefined;
  let app: App;
  return {
    name: 'conspectus-kept-bundle',
    // As Astro's own does it (astro/dist/core/build/default-prerenderer.js), with as much of a build as it asks for.
    setup: async () => {
      ({ app } = await import(pathToFileURL(entry).href));
      const pagesByKeys = new Map(stamp.styles.map(([key, styles]) => [key, { styles }]));
      app.setInternals({ pagesByKeys });
      app.setOptions({ settings: { scripts: [] }, logger: createNodeLoggerFromFlags({}) });
    },
    getStaticPaths: () => new StaticPaths(app).getAll(),
    render: (request, { routeData }) => app.render(request, { routeData }),
  };
}
