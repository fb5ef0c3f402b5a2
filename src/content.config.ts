// The collections of Astro, on the schemas that the command line checks with.
import { defineCollection } from 'astro:content';
import { z } from 'zod';
import { surveyLoader } from './catalog/loader.ts';
import { entrySchema } from './core/schema/entry.ts';
import { glossarySchema } from './core/schema/glossary.ts';
import { pathSchema } from './core/schema/path.ts';
import { surveySchema } from './core/schema/survey.ts';
import { themeSchema } from './core/schema/theme.ts';

export const collections = {
  survey: defineCollection({ loader: surveyLoader('survey'), schema: surveySchema }),
  themes: defineCollection({ loader: surveyLoader('themes'), schema: themeSchema }),
  paths: defineCollection({ loader: surveyLoader('paths'), schema: pathSchema }),
  terms: defineCollection({ loader: surveyLoader('terms'), schema: glossarySchema.shape.terms.element }),
  entries: defineCollection({
    loader: surveyLoader('entries'),
    // The abstract as plain text travels with the fields, so that it is made once.
    schema: entrySchema.extend({ text: z.string() }),
  }),
};
