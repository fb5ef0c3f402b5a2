// The whole survey as one value, `/data/survey.json`: what somebody needs who builds upon it.
import { z } from 'zod';
import type { Catalog } from '../core/catalog.ts';
import { type Entry, entrySchema } from '../core/schema/entry.ts';
import { slug } from '../core/schema/fields.ts';
import { glossarySchema } from '../core/schema/glossary.ts';
import { pathSchema } from '../core/schema/path.ts';
import { surveySchema } from '../core/schema/survey.ts';
import { themeSchema } from '../core/schema/theme.ts';
import { addressOfSite, type Urls } from './urls.ts';

const markdown = (description: string) => z.string().meta({ description });

const surveyDataSchema = z.strictObject({
  survey: surveySchema,
  themes: z.array(
    themeSchema.extend({
      id: slug.meta({ description: 'Its id.' }),
      essay: markdown('Its essay, as Markdown; [@slug] cites an entry.'),
    }),
  ),
  entries: z.array(
    entrySchema.extend({
      slug: slug.meta({ description: 'Its name in addresses.' }),
      abstract: markdown('The abstract, quoted from its source, as Markdown.'),
    }),
  ),
  terms: glossarySchema.shape.terms,
  paths: z.array(
    pathSchema.extend({
      id: slug.meta({ description: 'Its id.' }),
      steps: markdown('Introduction and steps, as Markdown.'),
    }),
  ),
});

/** All that `content/` says, without the sources that it was made from. */
export type SurveyData = z.output<typeof surveyDataSchema>;

/** Puts a survey into one value. */
export function makeSurveyData(
  { survey, themes, entries, terms, paths }: Catalog,
  urls: Pick<Urls, 'home'>,
): SurveyData {
  return {
    survey: { ...survey, address: addressOfSite(survey, urls) },
    themes: themes.map(({ id, fields, body }) => ({ id, ...fields, essay: body })),
    entries: entries.map(makeEntryData),
    terms: [...terms],
    paths: paths.map(({ id, fields, body }) => ({ id, ...fields, steps: body })),
  };
}

/** An entry as it stands in that value. */
export function makeEntryData({ slug: name, fields, body }: Entry): SurveyData['entries'][number] {
  return { slug: name, ...fields, abstract: body };
}

/** The JSON Schema (2020-12) of that value; `address` is where it is published. */
export function makeSurveyDataSchema(address: string): object {
  return { $id: address, title: 'A survey made with Conspectus', ...z.toJSONSchema(surveyDataSchema) };
}
