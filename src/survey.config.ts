// The loader of the survey, with what it does not know of itself: the Markdown of the site, and its maps.
import type { Loader } from 'astro/loaders';
import { surveyLoader } from './catalog/loader.ts';
import { createRenderer } from './renderer.config.ts';
import { listMaps } from './site/paper-map.ts';

const MAP_WORK = new URL('site/paper-map-work.ts', import.meta.url);

declare global {
  /**
   * Put in place by astro.config.mjs, for src/content.config.ts. So Node loads it, and what it needs, as it loads the
   * configuration: from there, Vite would read and change some hundred modules first, for every build.
   */
  var CONSPECTUS_LOADER: Loader;
}

/** Makes the loader for a site that is served under `base`. */
export function createSurveyLoader(base: string): Loader {
  return surveyLoader({
    createRenderer: (findTerms) => createRenderer(base, findTerms),
    mapsOf: (catalog) => ({ module: MAP_WORK, maps: listMaps(catalog) }),
  });
}
