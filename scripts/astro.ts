// Astro as this project runs it: `node scripts/astro.ts build`.
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { fingerprintSite } from '../src/catalog/engine.ts';
import { isUpToDate } from '../src/integrations/kept-output.ts';

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

const isPlainBuild = process.argv.slice(2).join(' ') === 'build';
const root = process.cwd();
if (isPlainBuild && (await isUpToDate(root, fingerprintSite(root))))
  console.log('Nothing has changed since the last build: dist/ is as it would be.');
else await import(pathToFileURL(join(import.meta.dirname, '../node_modules/.bin/astro')).href);
