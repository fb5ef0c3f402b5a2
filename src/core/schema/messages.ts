// What is wrong with a value, where a schema does not say it itself: the words of Zod are for programmers.
import type { z } from 'zod';

/** The kinds of values as somebody who writes YAML knows them. */
const KINDS: Readonly<Record<string, string>> = {
  array: 'a list, such as [one, two]',
  boolean: 'true or false',
  number: 'a number, such as 12',
  object: 'fields with their values, such as {name: value}',
  record: 'fields with their values, such as {name: value}',
  string: 'text, in quotes if it looks like a number or a date',
  tuple: 'a list, such as [one, two]',
};

/** Says in a sentence what a value must be; for `safeParse(value, { error: sayIssue })`, after the schema's own words. */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      return `Must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'invalid_value':
      return `Must be ${issue.values.join(' or ')}.`;
    case 'too_small':
      return issue.origin === 'array' || issue.origin === 'string'
        ? 'Must not be empty: fill it, or remove the field.'
        : `Must be at least ${issue.minimum}.`;
    case 'too_big':
      return `Must be at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}.`;
    default:
      return undefined;
  }
}
