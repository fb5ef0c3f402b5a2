// A long text in parts: who has most of its items from an earlier time need not have all of them made again.

/** A text: what stands before its items, between them and after them; each of them is made when somebody asks for it. */
export type TextParts = {
  readonly start: string;
  readonly items: readonly (() => string)[];
  readonly between: string;
  readonly end: string;
};

/** A text that has no items. */
export function inOnePart(text: string): TextParts {
  return { start: text, items: [], between: '', end: '' };
}

/** The whole text. */
export function joinParts({ start, items, between, end }: TextParts): string {
  return start + items.map((item) => item()).join(between) + end;
}

/** A list of items that are rendered one by one. */
export function listParts<Item>(
  items: readonly Item[],
  render: (item: Item) => string,
  { start = '', between = '', end = '' }: Partial<Omit<TextParts, 'items'>> = {},
): TextParts {
  return { start, items: items.map((item) => () => render(item)), between, end };
}

/** Stands for the items of a list where that is laid out as JSON. */
const PLACE = '\0items';

/**
 * A value as JSON, whose parts are the items of the one list in it that `make` is given; `indent` as JSON.stringify has it.
 * What is indented ends with a line break.
 */
export function jsonParts<Item>(
  items: readonly Item[],
  make: (list: readonly string[]) => object,
  { indent = 0, itemOf = (item) => item }: { indent?: number; itemOf?: (item: Item) => unknown } = {},
): TextParts {
  const lay = (list: readonly string[]) => `${JSON.stringify(make(list), null, indent)}${indent ? '\n' : ''}`;
  if (items.length === 0) return inOnePart(lay([]));
  const [start = '', end = ''] = lay([PLACE]).split(JSON.stringify(PLACE));
  // Only what is indented has lines; those of an item stand as far to the right as it does.
  const [line = ''] = /\n *$/.exec(start) ?? [];
  const render = (item: Item) => JSON.stringify(itemOf(item), null, indent).replaceAll('\n', line);
  return listParts(items, render, { start, between: `,${line}`, end });
}
