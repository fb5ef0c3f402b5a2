// The page of a paper: everything known about it, why it is filed where it is, and what to read next.

import type { Catalog } from '../core/catalog.ts';
import { citedSlugs } from '../core/citations.ts';
import { type Evidence, makeClassifier } from '../core/classify.ts';
import { oncePer } from '../core/once.ts';
import type { Related } from '../core/related.ts';
import type { Entry, Gap, Repair } from '../core/schema/entry.ts';
import type { Term } from '../core/schema/glossary.ts';
import type { SourceFields } from '../core/schema/survey.ts';
import type { Theme } from '../core/schema/theme.ts';
import { findSource, sourceFilesOf } from '../core/sources.ts';
import { say } from '../core/words.ts';
import { PAPER_LINK } from '../export/paper-record.ts';
import { plainFormulas } from '../formulas/formula.ts';
import { authorsLabel, type DateLabel, dateLabel, yearOf } from './labels.ts';
import { makeSummarizer, type PaperSummary, type ThemeLabel, themeLabel } from './paper-summary.ts';
import { findRelatedPapers } from './related-papers.ts';
import { suggestUrl } from './repository.ts';
import { resultsOf, type StatedResult } from './result-table.ts';
import { makePaperFacts, type PageFacts } from './social.ts';
import { makeEntryTerms, type TermNote, termNote } from './term-note.ts';

/** A theme of a paper, with the phrases that speak for it and the parts that the paper belongs to. */
export type FiledUnder = ThemeLabel & {
  readonly parts: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly score: number;
};

/** Who chose the themes: `unknown` where the entry does not say. */
export type Decision =
  | { readonly by: 'rules'; readonly isSure: boolean }
  | { readonly by: 'person'; readonly note?: string }
  | { readonly by: 'unknown' };

/** A place in a source. */
export type SourcePlace = {
  readonly origin: string;
  readonly url?: string;
  /** The file and the lines in words. */
  readonly where: string;
};

/** Where the abstract comes from, and why it differs from there, if it does. */
export type Quotation = SourcePlace & { readonly edited?: string };

/** A paper to read next, with what both share: terms and benchmarks, rarest first; words only where there is neither. */
export type RelatedPaper = {
  readonly paper: PaperSummary;
  readonly terms: readonly TermNote[];
  readonly benchmarks: readonly TermNote[];
  readonly words: readonly string[];
  readonly themes: readonly ThemeLabel[];
};

export type PaperLink = { readonly label: string; readonly url: string };

export type PaperPage = {
  readonly slug: string;
  readonly title: string;
  /** The title with its formulas as they are typed. */
  readonly heading: string;
  readonly summary?: string;
  /** The same in everyday words. */
  readonly plain?: string;
  readonly questions: readonly string[];
  readonly description: string;
  readonly facts: PageFacts;
  readonly date: DateLabel;
  readonly year: string;
  readonly authors: string;
  readonly organization?: string;
  readonly venue?: string;
  readonly filedUnder: readonly FiledUnder[];
  readonly decision: Decision;
  readonly quotation?: Quotation;
  /** Where names, identifiers and venue come from, if not from the listing. */
  readonly bibliography?: SourcePlace;
  readonly gaps: readonly Gap[];
  readonly repairs: readonly Repair[];
  readonly links: readonly PaperLink[];
  /** Where its file can be changed, if the survey names its repository. */
  readonly suggest?: string;
  /** Themes whose essay cites it. */
  readonly citedIn: readonly ThemeLabel[];
  /** Terms that it uses, in the order of their first mention. */
  readonly terms: readonly TermNote[];
  readonly results: readonly StatedResult[];
  readonly related: readonly RelatedPaper[];
  readonly previous?: PaperSummary;
  readonly next?: PaperSummary;
};

const DESCRIPTION_LENGTH = 200;

/** What the page models of one survey share, made once. */
type Context = {
  readonly catalog: Catalog;
  readonly themes: ReadonlyMap<string, Theme>;
  readonly entries: ReadonlyMap<string, Entry>;
  readonly terms: ReadonlyMap<string, Term>;
  readonly termsIn: (entry: Entry) => readonly Term[];
  readonly summarize: (entry: Entry) => PaperSummary;
  readonly fileUnder: (entry: Entry) => readonly FiledUnder[];
  readonly related: ReadonlyMap<string, readonly Related[]>;
  readonly citedIn: (slug: string) => readonly ThemeLabel[];
  readonly neighbours: ReadonlyMap<string, Neighbours>;
};

/** What the page of a paper is made from, besides its entry, what the survey says of itself and the fields of themes. */
export type PaperInputs = {
  /** The papers that it leads to, as lists show them. */
  readonly leadsTo: readonly PaperSummary[];
  readonly related: readonly ShownRelated[];
  /** Of its theme: of two neighbours one may be missing. */
  readonly isFirst: boolean;
  readonly citedIn: readonly string[];
  /** What the survey says of the sources that it names. */
  readonly sources: readonly SourceFields[];
  /** What its head says: of many papers each shows the picture of its theme. */
  readonly facts: PageFacts;
};

/** Makes what tells from what the page of a paper is made, without making it. */
export function makePaperInputs(catalog: Catalog): (entry: Entry) => PaperInputs {
  const entries = new Map(catalog.entries.map((entry) => [entry.slug, entry]));
  const related = findRelatedPapers(catalog);
  const neighbours = findNeighbours(catalog);
  const citing = findCiting(catalog);
  const summarize = makeSummarizer(catalog);
  return (entry) => {
    const near = related.get(entry.slug) ?? [];
    const { previous, next } = neighbours.get(entry.slug) ?? {};
    return {
      leadsTo: [
        ...near.flatMap(({ id }) => entries.get(id) ?? []),
        ...[previous, next].flatMap((one) => one ?? []),
      ].map(summarize),
      related: near.map(showRelated),
      isFirst: previous === undefined,
      citedIn: citing(entry.slug).map(({ id }) => id),
      sources: sourceFilesOf(entry.fields).flatMap((file) => findSource(catalog.survey, file) ?? []),
      facts: makePaperFacts(catalog, entry),
    };
  };
}

/** What a page says of a related paper: what both share, and not how much that is, which any other paper may change. */
type ShownRelated = Omit<Related, 'score'>;

/** Two papers that share terms need no words as a reason. */
function showRelated({ id, terms, words, themes }: Related): ShownRelated {
  return { id, terms, words: terms.length > 0 ? [] : words, themes };
}

/** Makes what tells which themes have an essay that cites a paper. */
function findCiting({ themes }: Catalog): (slug: string) => readonly Theme[] {
  const cites = themes.map((theme) => ({ theme, slugs: new Set(citedSlugs(theme.body)) }));
  return (slug) => cites.filter(({ slugs }) => slugs.has(slug)).map(({ theme }) => theme);
}

/** Makes what makes the page of a paper, when it is its turn: of a large survey all pages at once fill the memory. */
export function makePaperPager(catalog: Catalog): (slug: string) => PaperPage | undefined {
  const termsIn = makeEntryTerms(catalog);
  const citing = findCiting(catalog);
  const themes = new Map(catalog.themes.map((theme) => [theme.id, theme]));
  const context: Context = {
    catalog,
    themes,
    entries: new Map(catalog.entries.map((entry) => [entry.slug, entry])),
    terms: new Map(catalog.terms.map((term) => [term.id, term])),
    termsIn,
    summarize: makeSummarizer(catalog),
    fileUnder: makeFiling(themes),
    related: findRelatedPapers(catalog),
    citedIn: (slug) => citing(slug).map(themeLabel),
    neighbours: findNeighbours(catalog),
  };
  return (slug) => {
    const entry = context.entries.get(slug);
    return entry && makePaperPage(entry, context);
  };
}

function makePaperPage(entry: Entry, context: Context): PaperPage {
  const { slug, fields, text } = entry;
  const quotation = makeQuotation(entry, context.catalog);
  const suggest = suggestUrl(context.catalog.survey, entry);
  return {
    slug,
    title: plainFormulas(fields.title),
    heading: fields.title,
    facts: makePaperFacts(context.catalog, entry),
    ...(fields.summary && { summary: fields.summary }),
    ...(fields.plain && { plain: fields.plain }),
    questions: fields.questions ?? [],
    description: fields.summary ?? shorten(plainFormulas(text), DESCRIPTION_LENGTH),
    date: dateLabel(fields),
    year: yearOf(fields),
    authors: authorsLabel(fields),
    ...(fields.organization && { organization: fields.organization }),
    ...(fields.venue && { venue: fields.venue }),
    filedUnder: context.fileUnder(entry),
    decision: decisionOf(entry),
    ...(quotation && { quotation }),
    ...(fields.bibliography && { bibliography: locate(fields.bibliography, context.catalog) }),
    gaps: fields.gaps ?? [],
    repairs: fields.repairs ?? [],
    links: makeLinks(entry),
    ...(suggest && { suggest }),
    citedIn: context.citedIn(slug),
    terms: context.termsIn(entry).map(termNote),
    results: resultsOf(entry, context.terms),
    related: (context.related.get(slug) ?? []).flatMap((related) => makeRelated(related, context)),
    ...neighboursOf(entry, context),
  };
}

/** Makes what explains the themes of an entry; it takes half of the time of a page, which asks for it three times. */
function makeFiling(themes: Context['themes']): Context['fileUnder'] {
  const classifier = makeClassifier([...themes.values()]);
  return oncePer(({ fields, text }: Entry): readonly FiledUnder[] =>
    fields.themes.flatMap((id) => {
      const theme = themes.get(id);
      if (!theme) return [];
      const fit = classifier.explain({ title: fields.title, abstract: text }, id);
      const parts = (theme.fields.parts ?? []).filter((part) => fields.parts?.includes(part.id));
      return {
        ...themeLabel(theme),
        parts: parts.map(({ name }) => name),
        evidence: fit?.evidence ?? [],
        score: fit?.score ?? 0,
      };
    }),
  );
}

function decisionOf({ fields: { classification } }: Entry): Decision {
  if (!classification) return { by: 'unknown' };
  const { by, confidence, note } = classification;
  return by === 'rules' ? { by, isSure: confidence !== 'low' } : { by, ...(note && { note }) };
}

type Place = { readonly file: string; readonly lines: readonly [number, number] };

function locate({ file, lines }: Place, { survey }: Catalog): SourcePlace {
  const source = findSource(survey, file);
  const origin = source?.origin ?? file;
  return { origin, ...(source?.url && { url: source.url }), where: renderPlace(origin, file, lines) };
}

/** `listing.txt, lines 3–5`; a file that is named by its origin already is not named again. */
function renderPlace(origin: string, file: string, [first, last]: Place['lines']): string {
  const lines = first === last ? say`line ${String(first)}` : say`lines ${String(first)}–${String(last)}`;
  return origin.includes(file) ? lines : `${file}, ${lines}`;
}

function makeQuotation({ fields }: Entry, catalog: Catalog): Quotation | undefined {
  if (!fields.source) return undefined;
  return { ...locate(fields.source, catalog), ...(fields.edited && { edited: fields.edited }) };
}

const LINK_LABELS = {
  paper: PAPER_LINK,
  code: say`Code`,
  project: say`Project page`,
  data: say`Data`,
} as const;

/** The links of a paper, arXiv first. */
export function makeLinks({ fields: { links, arxiv } }: Entry): PaperLink[] {
  const named = (Object.keys(LINK_LABELS) as (keyof typeof LINK_LABELS)[]).flatMap((kind) => {
    const url = links?.[kind];
    return url ? { label: LINK_LABELS[kind], url } : [];
  });
  return arxiv ? [{ label: `arXiv ${arxiv}`, url: `https://arxiv.org/abs/${arxiv}` }, ...named] : named;
}

function makeRelated(related: Related, context: Context): RelatedPaper[] {
  const { id, terms, words, themes } = showRelated(related);
  const entry = context.entries.get(id);
  if (!entry) return [];
  const shared = terms.flatMap((term) => context.terms.get(term) ?? []).map(termNote);
  return [
    {
      paper: context.summarize(entry),
      terms: shared.filter(({ kind }) => kind !== 'benchmark'),
      benchmarks: shared.filter(({ kind }) => kind === 'benchmark'),
      words,
      themes: themes.flatMap((theme) => context.themes.get(theme) ?? []).map(themeLabel),
    },
  ];
}

/** The papers before and after it in the list of its primary theme. */
type Neighbours = { readonly previous?: Entry | undefined; readonly next?: Entry | undefined };

/** The papers before and after each one among those of its primary theme. */
function findNeighbours({ entries }: Catalog): ReadonlyMap<string, Neighbours> {
  const lists = Map.groupBy(entries, ({ fields }) => fields.themes[0]);
  return new Map(
    [...lists.values()].flatMap((list) =>
      list.map(({ slug }, index) => [slug, { previous: list[index - 1], next: list[index + 1] }] as const),
    ),
  );
}

function neighboursOf(
  { slug }: Entry,
  { neighbours, summarize }: Context,
): Pick<PaperPage, 'previous' | 'next'> {
  const { previous, next } = neighbours.get(slug) ?? {};
  return {
    ...(previous && { previous: summarize(previous) }),
    ...(next && { next: summarize(next) }),
  };
}

/** Cuts a text at a word, for the description that search engines show. */
export function shorten(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), length / 2)).replace(/[\s,;:.]+$/, '')} …`;
}
