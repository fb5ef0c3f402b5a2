// The one collection that Astro knows of: the survey, loaded and checked as the command line does it.
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { parsePlain } from './catalog/body-text.ts';
import { surveyLoader } from './catalog/loader.ts';
import type { Catalog } from './core/catalog.ts';
import type { TermFinder } from './core/terms.ts';
import { makeMarkdownRenderer } from './markdown/index.ts';
import { listMaps } from './site/paper-map.ts';
import { urls } from './site/site-urls.ts';

const MAP_WORK = new URL('./site/paper-map-work.ts', import.meta.url);

function createRenderer(findTerms: TermFinder) {
  return makeMarkdownRenderer({ paperUrl: urls.paper, termUrl: urls.term, findTerms, parsePlain });
}

function mapsOf(catalog: Catalog) {
  return { module: MAP_WORK, maps: listMaps(catalog) };
}

export const collections = {
  survey: defineCollection({
    loader: surveyLoader({ createRenderer, mapsOf }),
    schema: z.object({ digest: z.string() }),
  }),
};
