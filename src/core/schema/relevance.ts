// `content/relevance.yaml`: which papers answer which query, as people judged it.
import { z } from 'zod';
import { line, slug } from './fields.ts';

/** The whole file. */
export const relevanceSchema = z.strictObject({
  queries: z
    .array(
      z.strictObject({
        query: z.string().min(1).meta({ description: 'What somebody types.', example: 'waggle dance' }),
        kind: line.meta({ description: 'What kind of query it is.', example: 'topic' }),
        heldOut: z.boolean().optional().meta({
          description: 'Never looked at while the ranking is tuned.',
          example: true,
        }),
        papers: z.record(slug, z.int().min(1).max(3)).meta({
          description:
            'Slugs with grades: 3 the answer, 2 clearly relevant, 1 touches it. Empty where nothing is.',
          example: { 'nest-choice': 3 },
        }),
      }),
    )
    .meta({ description: 'The queries, in any order.' }),
});

/** A query with its judgements. */
export type JudgedQuery = z.output<typeof relevanceSchema>['queries'][number];
