// The one collection that Astro knows of: the survey, loaded and checked as the command line does it.
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { parsePlain } from './catalog/body-text.ts';
import { surveyLoader } from './catalog/loader.ts';
import type { TermFinder } from './core/terms.ts';
import { makeMarkdownRenderer } from './markdown/index.ts';
import { urls } from './site/site-urls.ts';

function createRenderer(findTerms: TermFinder) {
  return makeMarkdownRenderer({ paperUrl: urls.paper, termUrl: urls.term, findTerms, parsePlain });
}

export const collections = {
  survey: defineCollection({
    loader: surveyLoader(createRenderer),
    schema: z.object({ digest: z.string() }),
  }),
};
