// A build without Astro's own: where the software is that of the last build, what Vite made of it then makes the pages now
// (kept-bundle.ts). The integrations are called as Astro calls them (astro/dist/core/build/index.js and generate.js).
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegration, AstroPrerenderer, HookParameters, RouteData } from 'astro';
import type { LoaderContext } from 'astro/loaders';
import { createNodeLoggerFromFlags } from 'astro/logger/node';
import { createUrls } from '../site/urls.ts';
import { fileOfPath } from './follow-pages.ts';

type Hook = keyof AstroIntegration['hooks'];

/** Builds the site below `root` with a bundle, where all of the last site is there. */
export async function buildFromBundle(root: string, bundle: AstroPrerenderer): Promise<void> {
  process.env['NODE_ENV'] ??= 'production';
  const { default: given } = await import(pathToFileURL(join(root, 'astro.config.mjs')).href);
  const config = resolveConfig(root, given);
  const logger = createNodeLoggerFromFlags({});
  /** Calls what the integrations do at one moment of a build. */
  const call = async <Name extends Hook>(name: Name, options: Partial<HookParameters<Name>>) => {
    for (const integration of config.integrations) {
      const own = { ...options, logger: logger.forkIntegrationLogger(integration.name) };
      // Ours ask for no more than they are given here.
      await (integration.hooks[name] as ((options: object) => unknown) | undefined)?.(own);
    }
  };
  await call('astro:config:setup', { command: 'build', config, updateConfig: () => config });
  await call('astro:config:done', { config });
  await CONSPECTUS_LOADER.load(contextOf(config));
  let prerenderer = bundle;
  await call('astro:build:start', {
    setPrerenderer: (wrap) => {
      prerenderer = typeof wrap === 'function' ? wrap(bundle) : wrap;
    },
  });
  await makePages(prerenderer, config);
  const dir = config.outDir;
  await call('astro:build:generated', { dir });
  await call('astro:build:done', { dir });
}

/** As much of the configuration as integrations ask for. */
function resolveConfig(root: string, given: AstroConfig): AstroConfig {
  const folder = pathToFileURL(join(root, '/'));
  return { ...given, root: folder, outDir: new URL('dist/', folder), publicDir: new URL('public/', folder) };
}

/** As much as the loader of the survey asks for. */
function contextOf(config: AstroConfig): LoaderContext {
  return { config, store: { set: () => true } } as unknown as LoaderContext;
}

/** Makes pages and files one after another; of two routes for the same one, the first makes it. */
async function makePages(prerenderer: AstroPrerenderer, config: AstroConfig): Promise<void> {
  const [site, publicFolder] = [fileURLToPath(config.outDir), fileURLToPath(config.publicDir)];
  const base = createUrls(config.base).home();
  const made = new Set<string>();
  await prerenderer.setup?.();
  for (const { pathname, route } of await prerenderer.getStaticPaths()) {
    const name = fileOfPath(pathname, route);
    if (made.has(name)) continue;
    made.add(name);
    const request = new Request(new URL(addressOf(pathname, route, base), config.site));
    const page = await prerenderer.render(request, { routeData: route });
    if (!(page instanceof Response) || isRedirect(page)) throw new Error(`${name} could not be made.`);
    // What somebody has put there himself stands.
    if (existsSync(join(publicFolder, name))) continue;
    const file = join(site, name);
    const content = new Uint8Array(await page.arrayBuffer());
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}

/** The path by which a page or a file is asked for: as its route gives it, and that of a page ends with a slash. */
function addressOf(pathname: string, { type }: RouteData, base: string): string {
  const path = pathname.replace(/^\//, '');
  return base + (type === 'page' ? path.replace(/[^/]$/, '$&/') : path);
}
