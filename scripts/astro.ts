// Astro as this project runs it: `node scripts/astro.ts build`, which checks the content first.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprintEngine, fingerprintSite } from '../src/catalog/engine.ts';
import { isUpToDate } from '../src/integrations/kept-output.ts';

const TEXT_WORK = new URL('../src/text-work.config.ts', import.meta.url);

/** So many papers make a survey large. */
const LARGE = 1000;

// It must not report to anyone.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Its bundler, Rolldown, brings an allocator that keeps more than 100 MB which nobody uses any more, unless it is told to
// give back what is free, at once and in small pages (https://microsoft.github.io/mimalloc/environment.html). That takes
// half a second, and is worth it where a survey is large.
if (globSync('content/entries/*/*.md').length >= LARGE) {
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
  process.env['MIMALLOC_ALLOW_THP'] ??= '0';
}

const astro = pathToFileURL(join(import.meta.dirname, '../node_modules/.bin/astro')).href;
const isPlainBuild = process.argv.slice(2).join(' ') === 'build';
if (!isPlainBuild || (await isToBeBuilt(process.cwd()))) await import(astro);

/** Whether there is something to be built, and nothing in the way. What is found out on the way need not be found out again. */
async function isToBeBuilt(root: string): Promise<boolean> {
  const software = fingerprintEngine(root);
  const site = fingerprintSite(root, process.env, software);
  if (await isUpToDate(root, site)) {
    console.log('Nothing has changed since the last build: dist/ is as it would be.');
    return false;
  }
  // Not before: where nothing has changed, nobody waits for them.
  const [{ loadToKeep }, { hasErrors }, { renderReport }] = await Promise.all([
    import('../src/catalog/load-kept.ts'),
    import('../src/core/diagnostics.ts'),
    import('./report.ts'),
  ]);
  const thread = { module: TEXT_WORK, base: process.env['BASE_PATH'] ?? '/' };
  const loaded = await loadToKeep(root, process.env, software, thread);
  console.log(renderReport(loaded.content));
  if (hasErrors(loaded.content.diagnostics)) {
    process.exitCode = 1;
    await loaded.findings?.stop();
    return false;
  }
  globalThis.CONSPECTUS_ENGINE = software;
  globalThis.CONSPECTUS_SITE = site;
  globalThis.CONSPECTUS_LOADED = loaded;
  return true;
}
