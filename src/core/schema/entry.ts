// The front matter of an entry: one paper. Field order here is the order in which entries are written.
import { z } from 'zod';
import { IDENTIFIERS } from '../paper-ids.ts';
import { httpsUrl, isoDate, line, slug, sourceFile } from './fields.ts';

const repair = z
  .strictObject({
    rule: slug.meta({ description: 'The rule that repaired it.', example: 'latex-escape' }),
    from: z.string().min(1).meta({ description: 'The words in the source.', example: 'by 7\\% in' }),
    to: z.string().meta({ description: 'The words in the entry.', example: 'by 7% in' }),
  })
  .meta({ description: 'One repair: everywhere in the source text, `from` became `to`.' });

const gap = z.strictObject({
  quote: z.string().min(1).meta({ description: 'The damaged words, verbatim.', example: 'data set, .' }),
  note: line.meta({ description: 'What is missing.', example: 'A name is missing in the source.' }),
});

const classification = z.strictObject({
  by: z
    .enum(['rules', 'person'], 'Must be rules or person.')
    .meta({ description: 'Who decided: the signals of the themes, or a person.', example: 'rules' }),
  confidence: z
    .enum(['high', 'low'], 'Must be high or low.')
    .optional()
    .meta({ description: 'How sure the rules were; low asks for a review.', example: 'high' }),
  note: line
    .optional()
    .meta({ description: 'Why a person decided so.', example: 'The swarm is the setting.' }),
});

const place = z.strictObject({
  file: sourceFile.meta({
    description: 'The listing, in content/sources/.',
    example: '2025-12-08-listing.txt',
  }),
  lines: z
    .tuple([z.int().min(1), z.int().min(1)], 'Must be the first and the last line, such as [220, 222].')
    .refine(
      ([first, last]) => first <= last,
      'The first line must not come after the last, as in [220, 222].',
    )
    .meta({ description: 'First and last line of the record, counted from 1.', example: [220, 222] }),
});

const digest = z.string().regex(/^[0-9a-f]{16}$/, 'Must be 16 hexadecimal digits, as ingest wrote them.');

const source = place.extend({
  digest: digest.meta({
    description: 'Fingerprint of those lines: tells when a source changes.',
    example: '9f86d081884c7d65',
  }),
  comments: z
    .int('Must be a whole number, such as 2.')
    .min(1)
    .optional()
    .meta({ description: 'Number of comments that the listing shows.', example: 2 }),
  text: digest.optional().meta({
    description:
      'Fingerprint of title and abstract, where the format spells them in another way than the entry (LaTeX, JSON, XML).',
    example: '9f86d081884c7d65',
  }),
});

/** The identifiers of a paper, each with what is said where it has another form. */
export const identifier = {
  arxiv: z
    .string('Must be an arXiv id in quotes, without version, such as "2501.01234".')
    .regex(IDENTIFIERS.arxiv, 'Must be an arXiv id in quotes, without version, such as "2501.01234".'),
  doi: z
    .string('Must be a DOI, such as 10.1000/bees.2025.7.')
    .regex(IDENTIFIERS.doi, 'Must be a DOI without https://doi.org/, such as 10.1000/bees.2025.7.'),
  openreview: z
    .string('Must be an OpenReview id in quotes, such as "aB3xYz9Qr".')
    .regex(IDENTIFIERS.openreview, 'Must be an OpenReview id in quotes, such as "aB3xYz9Qr".'),
  acl: z
    .string('Must be an ACL Anthology id, such as 2025.bees-main.12.')
    .regex(IDENTIFIERS.acl, 'Must be an ACL Anthology id, such as 2025.bees-main.12.'),
};

const kept = z
  .strictObject({
    field: line.meta({ description: 'The field in which a source differs.', example: 'published' }),
    source: sourceFile.meta({ description: 'The source that differs.', example: '2025-12-08-listing.txt' }),
    value: line.meta({ description: 'What it says.', example: '2025-01-09' }),
    note: line
      .optional()
      .meta({ description: 'Why the entry is right.', example: 'The source gives the day in UTC+8.' }),
  })
  .meta({ description: 'A difference that is settled: the value of the entry stays.' });

/** What a value measures. Only scores of one benchmark and metric can be put in an order. */
const MEASURES = ['score', 'gain', 'reduction', 'speed-up'] as const;

/** Words by which abstracts limit a value. */
const BOUNDS = ['up to', 'more than', 'about'] as const;

const result = z.strictObject({
  benchmark: slug.optional().meta({
    description:
      'Id of a benchmark in glossary.yaml; left out where the value is over several or unnamed ones.',
    example: 'nest-box-trial',
  }),
  setting: line.optional().meta({
    description: 'What was measured, where a benchmark alone does not say it.',
    example: 'average over five colonies',
  }),
  metric: line.meta({ description: 'What is counted.', example: 'accuracy' }),
  measure: z.enum(MEASURES, `Must be one of ${MEASURES.join(', ')}.`).meta({
    description: 'A score itself, or by how much it changed.',
    example: 'score',
  }),
  model: line.optional().meta({ description: 'The model or system measured.', example: 'Colony A' }),
  value: z.number('Must be a number, such as 90.0.').meta({ description: 'The number.', example: 90.0 }),
  bound: z
    .enum(BOUNDS, `Must be one of ${BOUNDS.join(', ')}.`)
    .optional()
    .meta({
      description: 'How the abstract limits the value, if it does.',
      example: 'up to',
    }),
  upper: z.number('Must be a number, such as 65.').optional().meta({
    description: 'The upper end, where the abstract states a range; value is then the lower one.',
    example: 95.0,
  }),
  unit: line.optional().meta({ description: 'Its unit.', example: '%' }),
  from: z.number('Must be a number, such as 58.8.').optional().meta({
    description: 'The value before, where the same sentence states it.',
    example: 58.8,
  }),
  versus: line.optional().meta({
    description: 'Whom or what it is compared with.',
    example: 'colonies without scouts',
  }),
  quote: z.string().min(1).meta({
    description: 'Verbatim words of the abstract that state the value.',
    example: 'improves accuracy from 58.8% to 90.0%',
  }),
});

/** What stands between the `---` lines of `content/entries/<theme>/<slug>.md`. */
export const entrySchema = z.strictObject({
  title: line.max(400, 'Must be at most 400 characters.').meta({
    description: 'The title, as the source gives it.',
    example: 'Nest Choice: How Honeybee Swarms Vote',
  }),
  summary: line.max(200, 'Must be at most 200 characters: one sentence.').optional().meta({
    description: 'One sentence of ours: what is new and what it showed.',
    example: 'Scouts stop dancing when they are butted, which is how a swarm reaches agreement.',
  }),
  plain: line.max(400, 'Must be at most 400 characters: two or three sentences.').optional().meta({
    description: 'The question and the answer of ours in everyday words, for readers from outside the field.',
    example:
      'How do thousands of bees agree on one home? Those who found a bad one are butted until they stop.',
  }),
  questions: z
    .array(line.max(160, 'Must be at most 160 characters.').regex(/\?$/, 'Must end with a question mark.'))
    .min(1)
    .max(8)
    .optional()
    .meta({
      description:
        'Questions of ours that the abstract answers, at least in part, as readers ask them who do not know the paper: by them it is found.',
      example: ['How do bees agree on a new home?'],
    }),
  themes: z
    .array(slug, 'Must be a list of theme ids, such as [nest-choice].')
    .min(1, 'Must name at least one theme, such as [nest-choice].')
    .max(4, 'Must name at most four themes.')
    .meta({
      description: 'Ids of themes; the first is the primary one and names the folder.',
      example: ['nest-choice', 'signals'],
    }),
  parts: z
    .array(slug, 'Must be a list of part ids, such as [scouts].')
    .min(1)
    .optional()
    .meta({
      description: 'Which parts of its themes it belongs to, where a theme has parts.',
      example: ['scouts'],
    }),
  classification: classification.optional().meta({ description: 'Who chose the themes, and how sure.' }),
  published: isoDate.optional().meta({ description: 'Day of the first version.', example: '2025-01-08' }),
  added: isoDate.optional().meta({
    description: 'Day it came into the survey, where no listing tells it: feeds go by it.',
    example: '2025-12-08',
  }),
  issued: z
    .string('Must be a year or a month in quotes, such as "2025" or "2025-01".')
    .regex(
      /^[12]\d{3}(?:-(?:0[1-9]|1[0-2]))?$/, // "2025", "2025-01"
      'Must be a year or a month in quotes, such as "2025" or "2025-01".',
    )
    .optional()
    .meta({ description: 'Year or month, in quotes, where no source says the day.', example: '2025-01' }),
  authors: z
    .array(line, 'Must be a list of names, such as [Ada Byron, Grace Hopper].')
    .min(1)
    .optional()
    .meta({
      description: 'Names in order, where a source gives them.',
      example: ['Ada Byron', 'Grace Hopper'],
    }),
  orcids: z
    .record(line, z.string().regex(IDENTIFIERS.orcid, 'Must be an ORCID, such as 0000-0001-2345-6789.'))
    .optional()
    .meta({
      description: 'ORCID of each author for whom a source gives it, by the name as it stands in authors.',
      example: { 'Ada Byron': '0000-0001-2345-6789' },
    }),
  familyNames: z
    .record(line, line)
    .optional()
    .meta({
      description:
        'Family name of each author for whom it is not the last word, and the whole name of a group, by the name as it stands in authors: for bibliographies.',
      example: { 'Ada Byron King': 'Byron King', 'Swarm Builders': 'Swarm Builders' },
    }),
  authorCount: z.int('Must be a whole number, such as 6.').min(1).optional().meta({
    description: 'Number of authors, where only that is known.',
    example: 6,
  }),
  organization: line.optional().meta({
    description: 'The organisation that the source names.',
    example: 'Swarm Lab',
  }),
  venue: line.optional().meta({ description: 'Where it appeared.', example: 'Animal Behaviour 2025' }),
  arxiv: identifier.arxiv
    .optional()
    .meta({ description: 'arXiv id, in quotes, without the version.', example: '2501.01234' }),
  arxivClass: z
    .string()
    .regex(/^[a-z-]+(?:\.[A-Za-z-]+)?$/, 'Must be a class of arXiv, such as q-bio.PE.') // "cs.CL", "math-ph"
    .optional()
    .meta({ description: 'Its primary class at arXiv.', example: 'q-bio.PE' }),
  doi: identifier.doi.optional().meta({
    description: 'DOI of the published version, without https://doi.org/.',
    example: '10.1000/bees.2025.7',
  }),
  openreview: identifier.openreview
    .optional()
    .meta({ description: 'Id of its forum on OpenReview.', example: 'aB3xYz9Qr' }),
  acl: identifier.acl
    .optional()
    .meta({ description: 'Id in the ACL Anthology.', example: '2025.bees-main.12' }),
  links: z
    .partialRecord(z.enum(['code', 'project', 'data', 'paper']), httpsUrl)
    .optional()
    .meta({
      description: 'Addresses: code, project, data, paper.',
      example: { code: 'https://example.org/code' },
    }),
  terms: z
    .array(slug, 'Must be a list of term ids, such as [waggle-dance].')
    .min(1)
    .optional()
    .meta({
      description: 'Ids of terms that the abstract is about without naming them; named ones are recognised.',
      example: ['waggle-dance'],
    }),
  notTerms: z
    .array(slug, 'Must be a list of term ids, such as [waggle-dance].')
    .min(1)
    .optional()
    .meta({
      description: 'Ids of terms whose words the abstract uses in another sense.',
      example: ['colony'],
    }),
  results: z.array(result).min(1).optional().meta({
    description: 'Quantitative results that the abstract states, each with its evidence.',
  }),
  key: z
    .string()
    .regex(/^[a-z][a-z0-9]*$/, 'Must be lower-case letters and digits, such as nestchoice2025.')
    .optional()
    .meta({ description: 'Citation key, frozen once given.', example: 'nestchoice2025' }),
  edited: line.optional().meta({
    description: 'Why the abstract differs from its source, where a person changed it.',
    example: 'Completed from the published version.',
  }),
  stub: z.literal(true, 'Must be true; remove the field once the entry has its abstract.').optional().meta({
    description: 'It has no abstract yet, and stays out of the site until it has one.',
    example: true,
  }),
  kept: z.array(kept).min(1).optional().meta({
    description: 'Where a source differs and the entry stays as it is: decided, so no longer reported.',
  }),
  gaps: z
    .array(gap)
    .min(1)
    .optional()
    .meta({ description: 'What the source has lost; never filled by guessing.' }),
  repairs: z.array(repair).min(1).optional().meta({ description: 'Text repairs, as ingest made them.' }),
  source: source.optional().meta({ description: 'Where the entry came from; written by ingest.' }),
  bibliography: place.optional().meta({
    description: 'Where names, identifiers and venue came from, with the evidence; written by ingest.',
  }),
});

/** Front matter of an entry, checked. */
export type EntryFields = z.output<typeof entrySchema>;

/** An entry as the rest of the software sees it: its name, its fields and its abstract. */
export type Entry = {
  readonly slug: string;
  readonly fields: EntryFields;
  /** The abstract, as Markdown. */
  readonly body: string;
  /** The abstract, as plain text. */
  readonly text: string;
};

/** One recorded repair of an abstract. */
export type Repair = z.output<typeof repair>;
/** A quantitative result with its evidence. */
export type Result = z.output<typeof result>;
/** Something that the source has lost. */
export type Gap = z.output<typeof gap>;
