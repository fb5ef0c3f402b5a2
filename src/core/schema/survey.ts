// `content/survey.yaml`: what the survey is, who keeps it, and which sources it was made from.
import { z } from 'zod';
import { normalizeTitle } from '../text.ts';
import { VENUE_KINDS } from '../venue.ts';
import { identifier } from './entry.ts';
import { httpsUrl, hue, isoDate, line, slug, sourceFile } from './fields.ts';

const sourceEntry = z.strictObject({
  file: sourceFile.meta({ description: 'File in content/sources/.', example: '2025-12-08-listing.txt' }),
  format: slug.meta({ description: 'Adapter that reads it.', example: 'huggingface-daily-papers' }),
  listed: isoDate.meta({
    description: 'Day of the listing; dates without a year fall in its year.',
    example: '2025-12-08',
  }),
  origin: line.meta({ description: 'Where it comes from, in words.', example: 'Daily Papers, pasted' }),
  url: httpsUrl
    .optional()
    .meta({ description: 'Address of the origin.', example: 'https://example.org/papers' }),
  columns: z
    .record(slug, line)
    .optional()
    .meta({
      description: 'For a table (CSV, JSON lines): which column holds which field.',
      example: { title: 'Name' },
    }),
});

const venue = z.strictObject({
  name: line.meta({
    description: 'Its name, as entries write it before year, volume and remarks.',
    example: 'Animal Behaviour',
  }),
  kind: z
    .enum(VENUE_KINDS, `Must be one of ${VENUE_KINDS.join(', ')}.`)
    .meta({ description: 'What it is.', example: 'journal' }),
});

const leftOut = z
  .strictObject({
    title: line
      .refine((title) => normalizeTitle(title) !== '', 'Must have a letter or a digit, such as Nest Choice.')
      .optional()
      .meta({ description: 'Its title, where a source gives no identifier.', example: 'Nest Choice' }),
    arxiv: identifier.arxiv
      .optional()
      .meta({ description: 'Its arXiv id, in quotes.', example: '2501.01234' }),
    doi: identifier.doi.optional().meta({ description: 'Its DOI.', example: '10.1000/bees.2025.7' }),
    openreview: identifier.openreview
      .optional()
      .meta({ description: 'Its id on OpenReview.', example: 'aB3xYz9Qr' }),
    acl: identifier.acl
      .optional()
      .meta({ description: 'Its id in the ACL Anthology.', example: '2025.bees-main.12' }),
    reason: line.optional().meta({ description: 'Why it is left out.', example: 'It is about wasps.' }),
  })
  .refine(
    ({ title, arxiv, doi, openreview, acl }) => title ?? arxiv ?? doi ?? openreview ?? acl,
    'Must name the paper by arxiv, doi, openreview, acl or title.',
  );

/** The whole of `content/survey.yaml`. */
export const surveySchema = z.strictObject({
  title: line.meta({ description: 'Title of the survey.', example: 'How Bees Decide' }),
  short: line.max(24).meta({ description: 'Short title, for the header.', example: 'Bees' }),
  tagline: line.meta({
    description: 'One line under the title.',
    example: 'Sixty papers on collective choice',
  }),
  description: line.meta({
    description: 'One or two sentences on what it covers.',
    example: 'A survey of swarms.',
  }),
  introduction: z
    .array(line)
    .optional()
    .meta({
      description: 'Paragraphs of the overview page.',
      example: ['Swarms decide without a leader.'],
    }),
  address: httpsUrl.meta({ description: 'Where it is published.', example: 'https://bees.example.org' }),
  repository: httpsUrl.optional().meta({
    description:
      'Address of its repository: pages link to their files there. Left out, only a site that is published from its repository by pages.yml has such links.',
    example: 'https://github.com/example/bees',
  }),
  language: z
    .string()
    .regex(/^[a-z]{2}$/, 'Must be a language code, such as en.')
    .meta({
      description: 'Language of the text and of the interface (ISO 639-1); see words.yaml.',
      example: 'en',
    }),
  colour: hue.optional().meta({
    description:
      'Hue of the pages in degrees (OKLCH). Left out, they are warm by day and blue by night. Each theme has its own.',
    example: 200,
  }),
  maintainers: z
    .array(line)
    .min(1)
    .meta({ description: 'Who keeps it.', example: ['Ada Byron'] }),
  licence: z.strictObject({
    name: line.meta({ description: 'Licence of our own text.', example: 'CC BY 4.0' }),
    url: httpsUrl.meta({ description: 'Its text.', example: 'https://creativecommons.org/licenses/by/4.0/' }),
  }),
  cite: line.meta({ description: 'How to cite the survey.', example: 'Byron, A. (2025). How Bees Decide.' }),
  venues: z.array(venue).min(1).optional().meta({
    description:
      'The journals and proceedings that papers appeared in: bibliographies tell them apart. Left out, only words such as Journal or Conference do; of another venue no kind is claimed.',
  }),
  leftOut: z
    .array(leftOut)
    .min(1)
    .optional()
    .meta({
      description:
        'Papers of the sources that are not to be in the survey: ingest makes no entries of them, however often it is run. Each is named by at least one of its identifiers, or by its exact title.',
      example: [{ arxiv: '2501.01234', reason: 'It is about wasps.' }],
    }),
  sources: z.array(sourceEntry).meta({ description: 'The listings, oldest first.' }),
});

/** The survey's own facts, checked. */
export type SurveyFields = z.output<typeof surveySchema>;
/** A paper that is left out of the survey. */
export type LeftOutFields = z.output<typeof leftOut>;
/** One source of the survey. */
export type SourceFields = z.output<typeof sourceEntry>;
