// Whatever stands in a field, what is wrong is said in our words, and not in those of the library.
import { expect, test } from 'vitest';
import type { z } from 'zod';
import { entrySchema } from './entry.ts';
import { glossarySchema } from './glossary.ts';
import { sayIssue } from './messages.ts';
import { pathSchema } from './path.ts';
import { surveySchema } from './survey.ts';
import { themeSchema } from './theme.ts';

const WRONG: readonly unknown[] = [
  ...[null, 1, -1.5, Number.POSITIVE_INFINITY, '', ' x ', 'x'.repeat(5000), true, new Date(0)],
  ...[[], [1], ['x', 'x'], [null], {}, { a: 1 }, { a: null }, [{}], [{ a: 1 }]],
];
/** How Zod begins. */
const FOREIGN = /^(?:Invalid|Too |Unrecognized|Expected)/;

const schemas: Readonly<Record<string, z.ZodObject>> = {
  entry: entrySchema,
  glossary: glossarySchema,
  path: pathSchema,
  survey: surveySchema,
  theme: themeSchema,
};

test.each(Object.keys(schemas))('every field of the schema %s', (name) => {
  const schema = schemas[name];
  const said = Object.keys(schema?.shape ?? {}).flatMap((field) =>
    WRONG.flatMap((value) =>
      (schema?.safeParse({ [field]: value }, { error: sayIssue }).error?.issues ?? [])
        // Fields that are not known, and keys, have messages of their own.
        .filter(({ code }) => code !== 'unrecognized_keys' && code !== 'invalid_key')
        .map(({ path, message }) => `${path.join('.')}: ${message}`),
    ),
  );
  expect(said.length).toBeGreaterThan(20);
  expect(said.filter((line) => FOREIGN.test(line.replace(/^[^:]*: /, '')))).toEqual([]);
});
