// Zod issues as diagnostics: each at its field, in a sentence, with an example of a right value.
import { stringify } from 'yaml';
import type { z } from 'zod';
import { type Diagnostic, diagnose, type Fix } from '../core/diagnostics.ts';
import { toHttps } from '../core/https-hosts.ts';
import { sayIssue } from '../core/schema/messages.ts';
import { suggest } from '../core/text.ts';
import type { YamlFile } from './yaml-file.ts';

/** A value without the fields that are wrong, where that leaves a whole one; and what is wrong with them. */
export type Checked<Value> = { readonly value?: Value; readonly diagnostics: readonly Diagnostic[] };

/**
 * Checks the value of a YAML file against a schema; all problems at once. Wrong fields that may be missing
 * are left out, so that one slip does not hide what else is wrong with the file.
 */
export function checkSchema<Schema extends z.ZodObject>(
  file: YamlFile,
  schema: Schema,
): Checked<z.output<Schema>> {
  const result = schema.safeParse(file.value, { error: sayIssue });
  if (result.success) return { value: result.data, diagnostics: [] };
  const { issues } = result.error;
  const salvaged = schema.safeParse(without(file.value, issues));
  return {
    ...(salvaged.success && { value: salvaged.data }),
    diagnostics: issues.flatMap((issue) => renderIssue(issue, file, schema)),
  };
}

function without(value: unknown, issues: readonly z.core.$ZodIssue[]): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const wrong = new Set(
    issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [String(issue.path[0])],
    ),
  );
  return Object.fromEntries(Object.entries(value).filter(([key]) => !wrong.has(key)));
}

function renderIssue(issue: z.core.$ZodIssue, file: YamlFile, schema: z.ZodObject): Diagnostic[] {
  if (issue.code === 'unrecognized_keys') {
    const known = knownKeys(schema, issue.path);
    return issue.keys.map((key) =>
      diagnose(
        'unknown-field',
        file.locate([...issue.path, key], 'key'),
        `There is no field ${[...issue.path, key].join('.')}.`,
        `${suggest(key, known)} Or remove it.`,
      ),
    );
  }
  const name = issue.path.join('.') || 'front matter';
  const cure = exampleOf(schema, issue.path);
  if (valueAt(file.value, issue.path) === undefined) {
    const place = file.locate(issue.path.slice(0, -1), 'key');
    return [diagnose('schema', place, `The field ${name} is missing.`, cure)];
  }
  const message = issue.code === 'invalid_key' ? issue.issues[0]?.message : issue.message;
  const fix = fixValue(issue.path, file);
  return [diagnose('schema', file.locate(issue.path), `${name}: ${message}`, cure, fix)];
}

/** "https://arxiv.org/abs/2501.01234v2", "arXiv:2501.01234" */
const ARXIV = /^(?:arxiv:|https?:\/\/arxiv\.org\/(?:abs|pdf)\/)?(\d{4}\.\d{4,5})(?:v\d+)?(?:\.pdf)?$/i;

/** What was certainly meant by a value of the wrong form. */
function fixValue(path: readonly PropertyKey[], file: YamlFile): Fix | undefined {
  const value = valueAt(file.value, path);
  const typed = file.typed(path);
  if ((typeof value === 'number' || typeof value === 'boolean') && typed)
    return { does: `put ${typed} in quotes`, from: typed, to: `"${typed}"` };
  if (typeof value !== 'string') return undefined;
  const arxiv = path.at(-1) === 'arxiv' ? ARXIV.exec(value)?.[1] : undefined;
  const meant = arxiv ?? toHttps(value) ?? value.trim();
  // Without quotes an arXiv id would be read as a number.
  const to = typed && arxiv ? `"${arxiv}"` : meant;
  return meant === value || meant === '' ? undefined : { does: `wrote ${meant}`, from: value, to };
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key)
        ? (inner as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  );
}

/** The schema of the field at a path, through optional fields and lists. */
function findField(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: unknown = schema;
  for (const key of path) {
    current = unwrap(current);
    const { shape, element, items } = (current as { def?: FieldDefinition } | undefined)?.def ?? {};
    if (shape && Object.hasOwn(shape, key)) current = shape[key as string];
    else if (typeof key === 'number' && (element || items)) current = element ?? items?.[key];
    else return undefined;
  }
  return current as z.ZodType | undefined;
}

/** What Zod 4 keeps of an object, an array, a tuple or a wrapper. */
type FieldDefinition = {
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly innerType?: z.ZodType;
};

function unwrap(schema: unknown): unknown {
  let current = schema;
  for (;;) {
    const inner = (current as { def?: FieldDefinition } | undefined)?.def?.innerType;
    if (!inner) return current;
    current = inner;
  }
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const { shape } = (unwrap(findField(schema, path)) as { def?: FieldDefinition } | undefined)?.def ?? {};
  return Object.keys(shape ?? {});
}

/** The example of a field, or of the nearest one around it that has some. */
function exampleOf(schema: z.ZodType, path: readonly PropertyKey[]): string {
  for (let length = path.length; length > 0; length--) {
    const key = path[length - 1];
    const { example } = (findField(schema, path.slice(0, length))?.meta() ?? {}) as { example?: unknown };
    if (example === undefined || typeof key !== 'string') continue;
    const text = stringify({ [key]: example }, { lineWidth: 0, collectionStyle: 'flow' }).trim();
    return `For example: ${text.replace(/^\{ (.*) \}$/s, '$1')}`;
  }
  return 'See content/README.md for every field.';
}
