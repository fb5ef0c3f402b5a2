// Astro as this project runs it: `node scripts/astro.ts build`, which checks the content first.
import { globSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprintEngine, fingerprintSite, mayKeep } from '../src/catalog/engine.ts';
import { beginFinding, findFinished, isSaidToBe } from '../src/integrations/finished-site.ts';

const TEXT_WORK = new URL('../src/text-work.config.ts', import.meta.url);

/** So many papers make a survey large. */
const LARGE = 1000;

// It must not report to anyone.
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
// Its bundler, Rolldown, brings an allocator that keeps more than 100 MB which nobody uses any more, unless it is told to
// give back what is free, at once and in small pages (https://microsoft.github.io/mimalloc/environment.html). That takes
// half a second, and is worth it where a survey is large.
const isLarge = globSync('content/entries/*/*.md').length >= LARGE;
if (isLarge) {
  process.env['MIMALLOC_PURGE_DELAY'] ??= '0';
  process.env['MIMALLOC_ALLOW_THP'] ??= '0';
}

const astro = pathToFileURL(join(import.meta.dirname, '../node_modules/.bin/astro')).href;
if (process.argv.slice(2).join(' ') === 'build') await build(process.cwd());
else await import(astro);

/** Builds the site, where there is something to be built and nothing in the way. What is found out on the way need not be found out again. */
async function build(root: string): Promise<void> {
  // A commit may have brought it. Without it, nothing in dist/ is taken for the work of an earlier build either.
  if (!mayKeep(root)) await rm(join(root, '.cache'), { recursive: true, force: true });
  const software = fingerprintEngine(root);
  const site = fingerprintSite(root, process.env, software);
  if ((await isSaidToBe(root, site)) && (await findFinished(root))) {
    console.log('Nothing has changed since the last build: dist/ is as it would be.');
    return;
  }
  // The second core has nothing to do yet.
  if (isLarge) beginFinding(root);
  // Not before: where nothing has changed, nobody waits for them.
  const [{ loadToKeep }, { toCatalog }, { hasErrors }, { renderReport }, { openBundle }] = await Promise.all([
    import('../src/catalog/load-kept.ts'),
    import('../src/catalog/load.ts'),
    import('../src/core/diagnostics.ts'),
    import('./report.ts'),
    import('../src/integrations/kept-bundle.ts'),
  ]);
  const thread = { module: TEXT_WORK, base: process.env['BASE_PATH'] ?? '/' };
  const loaded = await loadToKeep(root, process.env, software, thread);
  console.log(renderReport(loaded.content));
  if (hasErrors(loaded.content.diagnostics)) {
    process.exitCode = 1;
    await loaded.findings?.stop();
    return;
  }
  globalThis.CONSPECTUS_ENGINE = software;
  globalThis.CONSPECTUS_SITE = site;
  globalThis.CONSPECTUS_LOADED = loaded;
  // The pages that it makes load what is in the last site, which has to be by the same software.
  const isSame = (await findFinished(root))?.said.software === software;
  const bundle = isSame ? await openBundle(root, software, toCatalog(loaded.content)) : undefined;
  if (!bundle) await import(astro);
  else {
    const { buildFromBundle } = await import('../src/integrations/build-from-bundle.ts');
    await buildFromBundle(root, bundle);
  }
}
