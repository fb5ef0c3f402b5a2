// The front matter of a reading path: a way through some papers, in an order that teaches.
import { z } from 'zod';
import { line } from './fields.ts';

/** What stands between the `---` lines of `content/paths/<path>.md`. */
export const pathSchema = z.strictObject({
  title: line.max(80, 'Must be at most 80 characters: it is a heading.').meta({
    description: 'Its name, which says what a reader gets.',
    example: 'Swarms in an evening',
  }),
  description: line.max(300, 'Must be at most 300 characters.').meta({
    description: 'One or two sentences: for whom it is, and where it leads.',
    example: 'From a single scout to the vote of a swarm, for readers who are new to bees.',
  }),
  order: z
    .int('Must be a whole number, such as 1.')
    .meta({ description: 'Place among the paths.', example: 1 }),
});

/** Front matter of a reading path, checked. */
export type PathFields = z.output<typeof pathSchema>;

/** A reading path as the rest of the software sees it. */
export type Path = {
  readonly id: string;
  readonly fields: PathFields;
  /** An introduction, then numbered steps, each of which begins with the citation of one entry. */
  readonly body: string;
};
