// The front matter of a theme: what it is, how it looks, and the signals by which papers are recognised.
import { z } from 'zod';
import { hue, line, phrase, slug } from './fields.ts';

const signals = z
  .record(
    z.string().regex(/^-?\d{1,2}$/, 'Must be a whole number as weight, such as 5.'),
    z.array(phrase, 'Must be a list of phrases, such as [waggle dance, swarm].').min(1),
  )
  .meta({
    description:
      'Phrases by weight. Matched as whole words, plural or not, hyphen or space; upper-case letters must match.',
    example: { 5: ['waggle dance'], 2: ['swarm'] },
  });

const part = z.strictObject({
  id: slug.meta({ description: 'Its id.', example: 'scouts' }),
  name: line.meta({ description: 'Its name, as a heading.', example: 'Scouts and their signals' }),
  definition: line.meta({ description: 'One sentence.', example: 'How single bees report a site.' }),
  setting: z.boolean('Must be true or false.').optional().meta({
    description: 'This part is a setting, where the theme as a whole is not.',
    example: true,
  }),
  signals,
});

/** What stands between the `---` lines of `content/themes/<theme>.md`. */
export const themeSchema = z.strictObject({
  title: line.meta({ description: 'Full name.', example: 'How a swarm chooses its nest' }),
  short: line.max(24, 'Must be at most 24 characters: it is a label.').meta({
    description: 'Short name, for labels.',
    example: 'Nest choice',
  }),
  definition: line.meta({
    description: 'One sentence: what belongs here.',
    example: 'Studies of collective choice among nest sites.',
  }),
  colour: hue.meta({
    description: 'Hue in degrees (OKLCH); lightness and strength are set for each colour scheme.',
    example: 40,
  }),
  order: z
    .int('Must be a whole number, such as 2.')
    .meta({ description: 'Place among the themes.', example: 2 }),
  setting: z.boolean('Must be true or false.').optional().meta({
    description: 'The theme is a setting, not a method: where both fit, it is the primary one.',
    example: true,
  }),
  fallback: z.boolean('Must be true or false.').optional().meta({
    description: 'The theme of papers that no signal recognises; at most one theme has it.',
    example: true,
  }),
  also: z
    .array(slug, 'Must be a list of slugs, such as [nest-choice].')
    .min(1)
    .optional()
    .meta({
      description: 'Papers of the theme that the essay leaves out on purpose.',
      example: ['nest-choice'],
    }),
  parts: z.array(part).min(2, 'Must have two parts or more; leave it out otherwise.').optional().meta({
    description: 'Parts that the page of the theme shows apart.',
  }),
  signals,
});

/** Front matter of a theme, checked. */
export type ThemeFields = z.output<typeof themeSchema>;

/** A theme as the rest of the software sees it. */
export type Theme = {
  readonly id: string;
  readonly fields: ThemeFields;
  /** The essay, as Markdown; may be empty. */
  readonly body: string;
};
