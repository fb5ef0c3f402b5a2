// What the loader gives to pages. Pages of the same build run in the same process: thousands of entries reach them as they
// are, not as a module of a hundred megabytes.
import type { Catalog } from './catalog.ts';
import type { MapPlan } from './map-plan.ts';
import type { Related } from './related.ts';
import type { Mention } from './terms.ts';

/** A heading: `depth` is 1 to 6, `slug` its name as a target of links. */
export type Heading = { readonly depth: number; readonly slug: string; readonly text: string };

/** A body as HTML, with its headings. */
export type RenderedBody = { readonly html: string; readonly headings: readonly Heading[] };

/** A text to be turned into HTML. */
export type BodyToRender = {
  readonly body: string;
  /** Terms whose words mean something else in it. */
  readonly notTerms?: readonly string[];
  /** Whether it is quoted, as an abstract is: it cites no paper of the survey, whatever it looks like. */
  readonly isQuoted?: boolean;
};

/** Turns a body into HTML, with links to terms and, in what is ours, to papers that are cited. */
export type MarkdownRenderer = (body: BodyToRender) => RenderedBody;

/**
 * A survey, and the bodies of its entries by slug, and of its themes by id: those without words have none. With it go the
 * terms that its titles, abstracts and summaries mention, by text.
 */
export type SharedSurvey = {
  readonly catalog: Catalog;
  readonly abstracts: Promise<Pick<ReadonlyMap<string, RenderedBody>, 'get'>>;
  readonly essays: ReadonlyMap<string, RenderedBody>;
  readonly mentions: ReadonlyMap<string, readonly Mention[]>;
  /** The papers that are nearest to each, by slug: found while other things are made ready. */
  readonly related: Promise<ReadonlyMap<string, readonly Related[]>>;
  /** The plans of its maps, by the id of a theme, and '' for that of all themes: found after that. */
  readonly maps: ReadonlyMap<string, Promise<MapPlan>>;
  /** Keeps for the next build what was found out for this one. */
  readonly keep: () => Promise<void>;
};

declare global {
  /** Put in place by src/catalog/loader.ts before any page is made. */
  var CONSPECTUS_SURVEY: SharedSurvey;
}
