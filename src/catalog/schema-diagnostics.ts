// Zod issues as diagnostics: each at its field, in a sentence, with an example of a right value.
import { stringify } from 'yaml';
import type { z } from 'zod';
import { type Diagnostic, diagnose, type Fix, renderPlace } from '../core/diagnostics.ts';
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
    diagnostics: fixOnce(issues.flatMap((issue) => renderIssue(issue, file, schema))),
  };
}

/** A value can be wrong in two respects; it is mended once. */
function fixOnce(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const mended = new Set<string>();
  return diagnostics.map(({ fix, ...diagnostic }) => {
    const place = renderPlace(diagnostic.place);
    if (!fix || mended.has(place)) return diagnostic;
    mended.add(place);
    return { ...diagnostic, fix };
  });
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
  const fix = fixValue(issue.path, file, schema);
  return [diagnose('schema', file.locate(issue.path), `${name}: ${message}`, cure, fix)];
}

/** What people write around an identifier; the group is the identifier, which the schema judges. */
const AROUND: Readonly<Record<string, RegExp>> = {
  // "https://arxiv.org/abs/2501.01234v2", "arXiv:2501.01234 [cs.CL]"
  arxiv:
    /^(?:arxiv:\s*|https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/)?(.+?)(?:v\d+)?(?:\.pdf)?(?:\s*\[[\w.-]+\])?$/i,
  doi: /^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)(.+)$/i, // "https://doi.org/10.1000/x", "doi:10.1000/x"
  openreview: /^https?:\/\/openreview\.net\/(?:forum|pdf)\?id=([\w-]+)(?:[&#].*)?$/i,
  acl: /^https?:\/\/(?:www\.)?aclanthology\.org\/(.+?)(?:\.pdf|\.bib)?\/?$/i,
  orcids: /^https?:\/\/(?:www\.)?orcid\.org\/([\dX-]+)\/?$/i,
};

/** What was certainly meant by a value of the wrong form: nothing that the schema would refuse as well. */
function fixValue(path: readonly PropertyKey[], file: YamlFile, schema: z.ZodObject): Fix | undefined {
  const value = valueAt(file.value, path);
  const written = file.scalar(path);
  const isText = typeof value === 'string';
  // YAML has made a number, or a truth, of what must be text.
  const read = isText ? value : written?.plain;
  if (!written || read === undefined) return undefined;
  const line = read.trim().replace(/\s*[\r\n]+\s*/g, ' ');
  const meant = [AROUND[String(path[0])]?.exec(line)?.[1], toHttps(line), line].find(
    (candidate) => candidate !== undefined && (!isText || candidate !== value) && fits(candidate),
  );
  if (meant === undefined) return undefined;
  const does = isText ? `wrote ${meant}` : `put ${meant} in quotes`;
  return {
    does: /[\r\n]/.test(read) ? 'put it on one line' : does,
    from: written.source,
    to: written.render(meant),
  };

  function fits(candidate: string): boolean {
    return findField(schema, path)?.safeParse(candidate).success === true;
  }
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

/** The schema of the field at a path, through optional fields, lists and records. */
function findField(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current: unknown = schema;
  for (const key of path) {
    current = unwrap(current);
    const { shape, element, items, valueType } =
      (current as { def?: FieldDefinition } | undefined)?.def ?? {};
    if (shape && Object.hasOwn(shape, key)) current = shape[key as string];
    else if (typeof key === 'number' && (element || items)) current = element ?? items?.[key];
    else if (valueType) current = valueType;
    else return undefined;
  }
  return current as z.ZodType | undefined;
}

/** What Zod 4 keeps of an object, an array, a tuple, a record or a wrapper. */
type FieldDefinition = {
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
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
