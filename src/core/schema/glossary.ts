// `content/glossary.yaml`: the terms of the field, as readers search for them and abstracts use them.
import { z } from 'zod';
import { line, phrase, slug } from './fields.ts';

/** What a term can be, in the order in which the index shows them. */
export const TERM_KINDS = ['method', 'concept', 'benchmark', 'model', 'domain'] as const;

const term = z.strictObject({
  id: slug.meta({ description: 'Its id, which names its page.', example: 'waggle-dance' }),
  name: phrase.meta({ description: 'Its name, as in the middle of a sentence.', example: 'waggle dance' }),
  kind: z
    .enum(TERM_KINDS, `Must be one of ${TERM_KINDS.join(', ')}.`)
    .meta({ description: 'What it is.', example: 'concept' }),
  aliases: z
    .array(phrase)
    .min(1)
    .optional()
    .meta({
      description:
        'Other ways to write it: acronyms, spellings. Words with capitals inside match only as written.',
      example: ['WD', 'dance language'],
    }),
  everyday: z
    .array(phrase)
    .min(1)
    .optional()
    .meta({
      description: 'What people say who do not know the term: search finds it by these words.',
      example: ['bees that point the way'],
    }),
  definition: line.meta({ description: 'One sentence.', example: 'A dance by which a bee reports a site.' }),
});

/** The whole of `content/glossary.yaml`, under the key `terms`, so that every schema is an object. */
export const glossarySchema = z.strictObject({
  terms: z
    .array(term, 'Must be a list of terms, each with id, name, kind and definition.')
    .meta({ description: 'The terms, in any order.' }),
});

/** A term of the field. */
export type Term = z.output<typeof term>;
/** What a term can be. */
export type TermKind = Term['kind'];
