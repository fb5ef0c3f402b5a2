// The schemas as a table: every field with its meaning and an example.
import type { z } from 'zod';

/** One field of a schema; `path` is as a person writes it, such as `source.lines`. */
export type FieldDescription = {
  readonly path: string;
  readonly isRequired: boolean;
  readonly description: string;
  readonly example: unknown;
};

type Definition = {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly element?: z.ZodType;
  readonly innerType?: z.ZodType;
};

/** Describes the fields of an object schema, in order, with those of inner objects after their own. */
export function describeFields(schema: z.ZodObject, prefix = ''): FieldDescription[] {
  return Object.entries(schema.shape).flatMap(([name, field]) => {
    const type = field as z.ZodType;
    const { description = '', example } = (type.meta() ?? {}) as { description?: string; example?: unknown };
    const path = `${prefix}${name}`;
    const own = { path, isRequired: !isOptional(type), description, example };
    const inner = innerObject(type);
    return [own, ...(inner ? describeFields(inner.schema, `${path}${inner.isList ? '[]' : ''}.`) : [])];
  });
}

function definitionOf(type: z.ZodType): Definition {
  return type.def as unknown as Definition;
}

function isOptional(type: z.ZodType): boolean {
  return definitionOf(type).type === 'optional';
}

function innerObject(type: z.ZodType, isList = false): { schema: z.ZodObject; isList: boolean } | undefined {
  const definition = definitionOf(type);
  if (definition.shape) return { schema: type as z.ZodObject, isList };
  if (definition.innerType) return innerObject(definition.innerType, isList);
  if (definition.element) return innerObject(definition.element, true);
  return undefined;
}
