// Making pages, one after another, each written at once. Astro's own loop waits four times for a thread to write one, and
// says it in two lines: 8 % of the processor's time in a first build of 2,000 papers. It makes them all where somebody has
// asked for what is not done here.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger, AstroPrerenderer, PathWithRoute, RouteData } from 'astro';
import { createUrls } from '../site/urls.ts';
import { fileOfPath } from './follow-pages.ts';

/** How the names of our integrations begin. */
const OURS = 'conspectus-';
/** After so many files it is told how many are made. */
const TOLD_EVERY = 1000;

/** Whether a configuration asks for no more than is done here: other integrations may, and so do redirects. */
export function asksForOurs({ integrations, redirects = {} }: AstroConfig): boolean {
  return integrations.every(({ name }) => name.startsWith(OURS)) && Object.keys(redirects).length === 0;
}

/** Makes pages and files; of two routes for the same one, the first makes it. Throws where one cannot be made, and says which. */
export async function makePages(
  { render }: Pick<AstroPrerenderer, 'render'>,
  paths: readonly PathWithRoute[],
  config: AstroConfig,
  logger: AstroIntegrationLogger,
): Promise<void> {
  const [site, publicFolder] = [fileURLToPath(config.outDir), fileURLToPath(config.publicDir)];
  const base = createUrls(config.base).home();
  const made = new Set<string>();
  for (const { pathname, route } of paths) {
    const name = fileOfPath(pathname, route);
    if (made.has(name)) continue;
    made.add(name);
    if (made.size % TOLD_EVERY === 0) logger.info(`${made.size} of ${paths.length} files ...`);
    if (existsSync(join(publicFolder, name))) {
      logger.warn(`${name} is the one in public/, and not made.`);
      continue;
    }
    const request = new Request(new URL(addressOf(pathname, route, base), config.site));
    try {
      const answer = await render(request, { routeData: route });
      const page = answer instanceof Response ? answer : answer.response;
      if (isRedirect(page)) throw new Error('It leads to another address.');
      const content = new Uint8Array(await page.arrayBuffer());
      const file = join(site, name);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    } catch (error) {
      logger.error(`${name} could not be made.`);
      throw error;
    }
  }
  logger.info(`${made.size} files made.`);
}

function isRedirect({ status }: Response): boolean {
  return status >= 300 && status < 400;
}

/** The path by which a page or a file is asked for: as its route gives it, and that of a page ends with a slash. */
function addressOf(pathname: string, { type }: RouteData, base: string): string {
  const path = pathname.replace(/^\//, '');
  return base + (type === 'page' ? path.replace(/[^/]$/, '$&/') : path);
}
