// `content/words.yaml` and `src/languages/`: the interface in another language.
import { z } from 'zod';

const text = z.string().max(2000, 'Must be at most 2000 characters.');

/** The whole file: a translation, or its forms by number, for each English text. An empty one is not yet made. */
export const wordsSchema = z
  .object({})
  .catchall(
    z.union(
      [
        text,
        z
          .strictObject({ zero: text, one: text, two: text, few: text, many: text, other: text })
          .partial()
          .required({ other: true }),
      ],
      'Must be a text, or its forms by number: {one: …, other: …}.',
    ),
  );
