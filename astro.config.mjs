// Wiring only: where the site is published, and what runs after the build.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { fingerprintEngine, fingerprintSite } from './src/catalog/engine.ts';
import { forBrowser, readInterface } from './src/catalog/interface.ts';
import { atOnce } from './src/integrations/at-once.ts';
import { dataFiles } from './src/integrations/data-files.ts';
import { keptBundle } from './src/integrations/kept-bundle.ts';
import { keptOutput } from './src/integrations/kept-output.ts';
import { offline } from './src/integrations/offline.ts';
import { pageFiles } from './src/integrations/page-files.ts';
import { pictures } from './src/integrations/pictures.ts';
import { portable } from './src/integrations/portable.ts';
import { references } from './src/integrations/references.ts';
import { searchIndex } from './src/integrations/search-index.ts';
import { sitemap } from './src/integrations/sitemap.ts';
import { themeHues } from './src/integrations/theme-hues.ts';
import { twins } from './src/integrations/twins.ts';

/** @param {string} file */
const content = new URL('content/', import.meta.url);
const survey = parse(readFileSync(new URL('survey.yaml', content), 'utf8'));
const base = process.env.BASE_PATH ?? '/';
const root = fileURLToPath(new URL('.', import.meta.url));
// What renders pages finds the words of the interface here; the scripts of a page have theirs as a constant.
globalThis.CONSPECTUS_INTERFACE = readInterface(root, survey.language);
globalThis.CONSPECTUS_ENGINE ??= fingerprintEngine(root);
// After the words, which some of its modules ask for at once.
const { createSurveyLoader } = await import('./src/survey.config.ts');
globalThis.CONSPECTUS_LOADER = createSurveyLoader(base);
const scriptWords = JSON.stringify(forBrowser(root, globalThis.CONSPECTUS_INTERFACE));

const output = keptOutput(() => globalThis.CONSPECTUS_SITE ?? fingerprintSite(root));
const edition = portable(survey.title);
const offlineEdition = offline(output.readHeads);

const ON_EVERY_PAGE =
  /\/src\/(?:core\/words|client\/(?:choose-st|compare-choice|make-element|reading-list-items|search-key|service-worker-messages))/;

// Not by defineConfig(), which gives back what it is given: to load it takes half a second.
export default /** @satisfies {import('astro').AstroUserConfig} */ ({
  site: survey.address,
  base,
  trailingSlash: 'always',
  // White space in templates as HTML has it: a line break between two words is a space.
  compressHTML: true,
  logger: { entrypoint: new URL('src/integrations/logger.mjs', import.meta.url) },
  // A strict Content Security Policy refuses what stands in the page itself: styles and scripts are files.
  build: { format: 'directory', inlineStylesheets: 'never' },
  // One stylesheet for the whole site, which the second page finds in the cache.
  vite: {
    build: { assetsInlineLimit: 0, cssCodeSplit: false },
    environments: {
      client: {
        define: { CONSPECTUS_INTERFACE: scriptWords },
        build: {
          rolldownOptions: {
            output: {
              // Named by their component alone: the full names would weigh on every page.
              entryFileNames: ({ name }) => `_astro/${name.replace(/\..*/, '')}.[hash].js`,
              // What is not ours comes with its licence.
              comments: { legal: true },
              // What every page loads comes in one request.
              codeSplitting: { groups: [{ name: 'page', test: ON_EVERY_PAGE }] },
            },
          },
        },
      },
    },
  },
  integrations: [
    themeHues(),
    references(),
    output.first,
    keptBundle(),
    atOnce(
      pageFiles(),
      searchIndex(),
      dataFiles(),
      sitemap(output.readHeads),
      twins(output.readHeads),
      pictures(output.readHeads),
      edition.first,
      output.pages,
      offlineEdition.first,
    ),
    edition.last,
    offlineEdition.last,
    output.last,
  ],
  devToolbar: { enabled: false },
  cacheDir: '.cache/astro',
});
