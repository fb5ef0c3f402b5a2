// What a reader searches for, and the address that says it.

/** The orders in which results can be shown. */
export const SORTS = ['relevance', 'newest', 'oldest'] as const;
/** An order of results. */
export type Sort = (typeof SORTS)[number];

/** The facets: what results can be narrowed by. */
export const FACETS = ['theme', 'year'] as const;
/** A facet. */
export type Facet = (typeof FACETS)[number];

/** Reads the name of an order; "date" is the newest first. */
export function parseSort(name: string | null): Sort | undefined {
  return name === 'date' ? 'newest' : SORTS.find((known) => known === name);
}

/** A search: words, chosen values of the facets, and an order. */
export type SearchState = {
  readonly query: string;
  readonly theme: readonly string[];
  readonly year: readonly string[];
  readonly sort: Sort;
  /** Search for the words as they are written, without correcting slips. */
  readonly isExact: boolean;
};

/** No words, no facets, best first. */
export const EMPTY_STATE: SearchState = { query: '', theme: [], year: [], sort: 'relevance', isExact: false };

/** Reads a state from the query of an address. Whatever it does not know is ignored. */
export function parseState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const values = (facet: Facet) => [...new Set(parameters.getAll(facet).filter((value) => value !== ''))];
  const sort = parseSort(parameters.get('sort'));
  return {
    query: parameters.get('q') ?? '',
    theme: values('theme'),
    year: values('year'),
    sort: sort ?? EMPTY_STATE.sort,
    isExact: parameters.get('exact') === 'yes',
  };
}

/** Renders a state as the query of an address; nothing for an empty state. `parseState` reads it back. */
export function renderState(state: SearchState): string {
  const parameters = new URLSearchParams();
  if (state.query !== '') parameters.set('q', state.query);
  for (const facet of FACETS) for (const value of state[facet]) parameters.append(facet, value);
  if (state.sort !== EMPTY_STATE.sort) parameters.set('sort', state.sort);
  if (state.isExact) parameters.set('exact', 'yes');
  const text = parameters.toString();
  return text && `?${text}`;
}
