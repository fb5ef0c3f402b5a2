// What takes long about a map of papers: where they stand. It is found while other things are made ready.

/** A place on the sheet of a map, in its own units. */
export type Place = { readonly x: number; readonly y: number };

/** How alike two papers are, by their slugs. */
export type Likeness = { readonly source: string; readonly target: string; readonly score: number };

/** A map of some papers: those that each is most alike, and the place of each, in their order, for wide and narrow screens. */
export type MapPlan = {
  readonly likenesses: readonly Likeness[];
  readonly wide: readonly Place[];
  readonly narrow: readonly Place[];
};
