// Proposals meet the entries that exist: new papers are created, empty fields are filled, nothing is overwritten.
import type { Classifier } from '../core/classify.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { Entry, EntryFields } from '../core/schema/entry.ts';
import { makeKey, makeSlug } from '../core/slugs.ts';
import { normalizeTitle } from '../core/text.ts';
import type { Proposal } from './ingest.ts';

/** An entry to write: its fields, and the abstract as plain text. */
export type NewEntry = Pick<Proposal, 'text' | 'diagnostics'> & {
  readonly slug: string;
  readonly fields: EntryFields;
};

/** A field in which a source and an entry differ. */
export type Difference = { readonly field: string; readonly entry: string; readonly source: string };

/** What merging one source comes to. */
export type Plan = {
  readonly create: readonly NewEntry[];
  readonly fill: readonly { readonly slug: string; readonly fields: Partial<EntryFields> }[];
  readonly differ: readonly { readonly slug: string; readonly differences: readonly Difference[] }[];
  readonly unchanged: readonly string[];
  /** Papers without an abstract that no entry has: nothing to make an entry from. */
  readonly unknown: readonly Proposal[];
};

/** Fields that a source may fill or differ in. Where a field is curated, a person's value is simply kept. */
const COMPARED = ['title', 'published', 'authors', 'authorCount', 'organization', 'venue', 'arxiv'] as const;
/** Fields that tell of the source itself: a second source says where it stands in `bibliography`. */
const OF_SOURCE = ['gaps', 'repairs', 'source'] as const;

/** Plans what to write. Pure: the entries stay as they are. */
export function mergeProposals(
  proposals: readonly Proposal[],
  entries: readonly Entry[],
  classifier: Classifier,
): Plan {
  const known = [...entries];
  const create: NewEntry[] = [];
  const fill: Plan['fill'][number][] = [];
  const differ: Plan['differ'][number][] = [];
  const unchanged: string[] = [];
  const unknown: Proposal[] = [];
  for (const proposal of proposals) {
    const entry = findSame(proposal, known);
    if (!entry && proposal.text === '') {
      unknown.push(proposal);
      continue;
    }
    if (!entry) {
      const made = makeEntry(proposal, known, classifier);
      create.push(made);
      known.push({ slug: made.slug, fields: made.fields, body: '', text: made.text });
      continue;
    }
    const missing = missingFields(proposal, entry, known);
    const differences = compare(proposal, entry);
    if (Object.keys(missing).length > 0) fill.push({ slug: entry.slug, fields: missing });
    if (differences.length > 0) differ.push({ slug: entry.slug, differences });
    if (Object.keys(missing).length === 0 && differences.length === 0) unchanged.push(entry.slug);
  }
  return { create, fill, differ, unchanged, unknown };
}

/** Renders the differences of an entry as diagnostics in its file. */
export function reportDifferences(file: string, differences: readonly Difference[]): Diagnostic[] {
  return differences.map(({ field, entry, source }) =>
    diagnose(
      'entry-differs',
      { file },
      `${field}: the entry has “${shorten(entry)}”, the source “${shorten(source)}”.`,
      'The entry was kept. Change it by hand if the source is right.',
    ),
  );
}

/** The same paper: by arXiv id, else by its title, whatever its case, accents and punctuation. */
function findSame({ fields }: Proposal, entries: readonly Entry[]): Entry | undefined {
  const title = normalizeTitle(fields.title);
  return (
    (fields.arxiv && entries.find((entry) => entry.fields.arxiv === fields.arxiv)) ||
    entries.find((entry) => normalizeTitle(entry.fields.title) === title)
  );
}

function makeEntry(
  { fields, text, diagnostics }: Proposal,
  entries: readonly Entry[],
  classifier: Classifier,
): NewEntry {
  const slug = makeSlug(fields.title, new Set(entries.map((entry) => entry.slug)));
  const { themes, parts, confidence } = classifier.classify({ title: fields.title, abstract: text });
  return {
    slug,
    text,
    diagnostics,
    fields: {
      ...fields,
      themes: [...themes],
      ...(parts.length > 0 && { parts: [...parts] }),
      classification: { by: 'rules', confidence },
      ...(fields.published && { key: keyFor(slug, fields.published, entries) }),
    },
  };
}

function missingFields({ fields }: Proposal, entry: Entry, known: readonly Entry[]): Partial<EntryFields> {
  const { source } = fields;
  const isSameSource = !entry.fields.source || entry.fields.source.file === source?.file;
  const names = isSameSource ? [...COMPARED, ...OF_SOURCE] : COMPARED;
  const missing: Partial<EntryFields> = Object.fromEntries(
    names.flatMap((name) =>
      entry.fields[name] === undefined && fields[name] !== undefined ? [[name, fields[name]]] : [],
    ),
  );
  const links = { ...fields.links, ...entry.fields.links };
  if (Object.keys(links).length > Object.keys(entry.fields.links ?? {}).length) missing.links = links;
  if (missing.published && !entry.fields.key) missing.key = keyFor(entry.slug, missing.published, known);
  if (!isSameSource && source && !entry.fields.bibliography)
    missing.bibliography = { file: source.file, lines: source.lines };
  return missing;
}

function keyFor(slug: string, published: string, entries: readonly Entry[]): string {
  return makeKey(slug, published.slice(0, 4), new Set(entries.flatMap((entry) => entry.fields.key ?? [])));
}

function compare({ fields, text }: Proposal, entry: Entry): Difference[] {
  const differences = COMPARED.flatMap((field): Difference[] => {
    const ours = entry.fields[field];
    const theirs = fields[field];
    if (ours === undefined || theirs === undefined || JSON.stringify(ours) === JSON.stringify(theirs))
      return [];
    return [{ field, entry: String(ours), source: String(theirs) }];
  });
  if (entry.fields.edited === undefined && text !== '' && fold(entry.text) !== fold(text))
    differences.push({ field: 'abstract', ...around(fold(entry.text), fold(text)) });
  return differences;
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The first place where two texts part, with some words before it. */
function around(entry: string, source: string): { entry: string; source: string } {
  let index = 0;
  while (index < entry.length && entry[index] === source[index]) index++;
  const start = Math.max(0, index - 20);
  return { entry: entry.slice(start, index + 40), source: source.slice(start, index + 40) };
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
