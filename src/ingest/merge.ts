// Proposals meet the entries that exist: new papers are created, empty fields are filled, nothing is overwritten
// unless a person accepts it by name.
import type { Classifier } from '../core/classify.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { indexIdentities } from '../core/identity.ts';
import type { LeftOut } from '../core/left-out.ts';
import type { Entry, EntryFields } from '../core/schema/entry.ts';
import { makeKey, makeSlug } from '../core/slugs.ts';
import { foldSpace } from '../core/text.ts';
import type { Proposal } from './ingest.ts';
import { indexRecords } from './same-record.ts';

/** An entry to write: its fields, and the abstract as plain text. */
export type NewEntry = Pick<Proposal, 'text' | 'diagnostics'> & {
  readonly slug: string;
  readonly fields: EntryFields;
};

/** A field in which a source and an entry differ. */
export type Difference = {
  readonly field: string;
  readonly entry: string;
  readonly source: string;
  /** Files of the sources of this run that say what the entry says. */
  readonly agree?: readonly string[];
};

/** What to write into an entry that exists. `text` is an abstract that it lacked, or that a person accepted. */
export type Filling = {
  readonly slug: string;
  readonly fields: Partial<EntryFields>;
  readonly remove?: readonly (keyof EntryFields)[];
  readonly text?: string;
};

/** What one proposal comes to. */
export type Decision = {
  readonly create?: NewEntry;
  readonly fill?: Filling;
  readonly differ?: { readonly slug: string; readonly differences: readonly Difference[] };
  /** Differences that a person has settled. */
  readonly settled?: number;
  readonly unchanged?: string;
  /** A paper without an abstract that no entry has, from a source that only adds facts. */
  readonly unknown?: Proposal;
  /** A paper that is no entry on purpose: the place of the item of survey.yaml that leaves it out. */
  readonly leftOut?: number;
  /** An entry whose title is nearly the same, and which was taken for another paper. */
  readonly near?: { readonly slug: string; readonly title: string; readonly like: string };
};

/** What merging one source comes to. */
export type Plan = {
  readonly create: readonly NewEntry[];
  readonly fill: readonly Filling[];
  readonly differ: readonly NonNullable<Decision['differ']>[];
  readonly unchanged: readonly string[];
  readonly unknown: readonly Proposal[];
};

/** What a person wants of differences: to take what the source says, or to settle that the entry stays. */
export type MergeOptions = {
  readonly accept?: readonly string[];
  readonly keep?: readonly string[];
  /** Why what is settled is settled so. */
  readonly note?: string | undefined;
  /** The source makes no entries, as a list of facts without abstracts. */
  readonly onlyAdds?: boolean;
};

/** Fields that a source may fill or differ in. Where a field is curated, a person's value is simply kept. */
const COMPARED = [
  'title',
  'published',
  'issued',
  'authors',
  'orcids',
  'authorCount',
  'organization',
  'venue',
  'arxiv',
  'doi',
  'openreview',
  'acl',
] as const;
/** Fields that tell of the source itself: a second source says where it stands in `bibliography`. */
const OF_SOURCE = ['gaps', 'repairs', 'source'] as const;

/** Names of fields that a person may accept from a source, or settle. */
export const DIFFERING: readonly string[] = [...COMPARED, 'abstract'];

/** Proposals are merged one after the other: each sees what those before it have made. */
export type Merge = {
  readonly add: (proposal: Proposal, options?: MergeOptions) => Decision;
};

/** Opens a merge into some entries; what is left out becomes none. */
export function openMerge(entries: readonly Entry[], classifier: Classifier, leftOut?: LeftOut): Merge {
  const known = new Map(entries.map((entry) => [entry.slug, entry]));
  const identities = indexIdentities(entries);
  const records = indexRecords(entries);
  const keys = new Set(entries.flatMap(({ fields }) => fields.key ?? []));
  const said = new Map<string, Proposal['fields'][]>();
  const keep = (entry: Entry) => {
    known.set(entry.slug, entry);
    identities.add(entry);
    records.add(entry);
    if (entry.fields.key) keys.add(entry.fields.key);
  };
  return {
    add(proposal, options = {}) {
      const found = identities.find(proposal);
      const same = found.same ?? records.find(proposal, (slug) => said.has(slug));
      const entry = same === undefined ? undefined : known.get(same);
      if (!entry) {
        const item = leftOut?.find(proposal);
        if (item !== undefined) return { leftOut: item };
        if (options.onlyAdds && proposal.text === '') return { unknown: proposal };
        const create = makeEntry(proposal, known, keys, classifier);
        keep({ slug: create.slug, fields: create.fields, body: '', text: create.text });
        said.set(create.slug, [proposal.fields]);
        const near = found.near;
        const like = near && { slug: create.slug, title: create.fields.title, like: near };
        return { create, ...(like && { near: like }) };
      }
      const decision = mergeInto(entry, proposal, options, keys, said.get(entry.slug) ?? []);
      said.set(entry.slug, [...(said.get(entry.slug) ?? []), proposal.fields]);
      if (decision.fill) keep(applyFilling(entry, decision.fill));
      return decision;
    },
  };
}

/** Plans what to write for all proposals of a source. Pure: the entries stay as they are. */
export function mergeProposals(
  proposals: readonly Proposal[],
  entries: readonly Entry[],
  classifier: Classifier,
  options: MergeOptions = {},
): Plan {
  const merge = openMerge(entries, classifier);
  const decisions = proposals.map((proposal) => merge.add(proposal, options));
  const all = <Name extends keyof Decision>(name: Name) =>
    decisions.flatMap((decision) => decision[name] ?? []) as NonNullable<Decision[Name]>[];
  return {
    create: all('create'),
    fill: all('fill'),
    differ: all('differ'),
    unchanged: all('unchanged'),
    unknown: all('unknown'),
  };
}

/** Renders the differences of an entry as diagnostics in its file. */
export function reportDifferences(
  file: string,
  differences: readonly Difference[],
  source: string,
): Diagnostic[] {
  return differences.map(({ field, entry, source: theirs, agree }) =>
    diagnose(
      'entry-differs',
      { file },
      `${field}: the entry has “${shorten(entry)}”${agree?.length ? `, as ${agree.join(' and ')} says` : ''}; ${source} says “${shorten(theirs)}”.`,
      `The entry was kept. Run ingest with --accept ${field} to take what the source says, or with --keep ${field} to settle it.`,
    ),
  );
}

function makeEntry(
  { fields, text, diagnostics }: Proposal,
  known: ReadonlyMap<string, Entry>,
  keys: ReadonlySet<string>,
  classifier: Classifier,
): NewEntry {
  const slug = makeSlug(fields.title, known);
  const { themes, parts, confidence } = classifier.classify({ title: fields.title, abstract: text });
  const day = fields.published ?? fields.issued;
  return {
    slug,
    text,
    diagnostics,
    fields: {
      ...fields,
      themes: [...themes],
      ...(parts.length > 0 && { parts: [...parts] }),
      classification: { by: 'rules', confidence },
      ...(text === '' && { stub: true as const }),
      ...(day && { key: makeKey(slug, day.slice(0, 4), keys) }),
    },
  };
}

function mergeInto(
  entry: Entry,
  proposal: Proposal,
  { accept = [], keep = [], note }: MergeOptions,
  keys: ReadonlySet<string>,
  said: readonly Proposal['fields'][],
): Decision {
  const { missing, remove, text } = missingFields(proposal, entry, keys);
  const all = compare(proposal, entry);
  const open = all.filter((difference) => !isSettled(difference, proposal, entry));
  const accepted = open.filter(({ field }) => accept.includes(field));
  const kept = open.filter(({ field }) => keep.includes(field) && !accept.includes(field));
  const differences = open
    .filter(({ field }) => !accept.includes(field) && !keep.includes(field))
    .map((difference) => {
      const agree = agreeing(difference, said);
      return { ...difference, ...(agree.length > 0 && { agree }) };
    });
  const fields = {
    ...missing,
    ...acceptFields(accepted, proposal),
    // The title is of the words that the source is known by, where the abstract is as it says already.
    ...(accepted.some(({ field }) => field === 'title') &&
      isSameRecord(entry, proposal) &&
      !all.some(({ field }) => field === 'abstract') &&
      pick(proposal.fields, OF_SOURCE)),
    ...(kept.length > 0 && { kept: [...(entry.fields.kept ?? []), ...kept.map(settle(proposal, note))] }),
  };
  const body = text ?? (accepted.some(({ field }) => field === 'abstract') ? proposal.text : undefined);
  const isFilled = Object.keys(fields).length > 0 || remove.length > 0 || body !== undefined;
  const fill = {
    slug: entry.slug,
    fields,
    ...(remove.length > 0 && { remove }),
    ...(body && { text: body }),
  };
  const settled = all.length - open.length + kept.length;
  return {
    ...(isFilled && { fill }),
    ...(differences.length > 0 && { differ: { slug: entry.slug, differences } }),
    ...(settled > 0 && { settled }),
    ...(!isFilled && differences.length === 0 && { unchanged: entry.slug }),
  };
}

type Missing = {
  readonly missing: Partial<EntryFields>;
  readonly remove: readonly (keyof EntryFields)[];
  readonly text?: string;
};

function missingFields({ fields, text }: Proposal, entry: Entry, keys: ReadonlySet<string>): Missing {
  const { source } = fields;
  const isCompleted = entry.fields.stub === true && entry.text.trim() === '' && text !== '';
  const ours = entry.fields.source;
  const names = isSameRecord(entry, { fields }) ? [...COMPARED, ...OF_SOURCE] : COMPARED;
  const missing: Partial<EntryFields> = Object.fromEntries(
    names.flatMap((name) =>
      entry.fields[name] === undefined && fields[name] !== undefined ? [[name, fields[name]]] : [],
    ),
  );
  // A day says more than a month: the coarser date of another source adds nothing, and gives way to a day.
  if (entry.fields.published ?? missing.published) delete missing.issued;
  const remove: (keyof EntryFields)[] = missing.published && entry.fields.issued ? ['issued'] : [];
  const links = { ...fields.links, ...entry.fields.links };
  if (Object.keys(links).length > Object.keys(entry.fields.links ?? {}).length) missing.links = links;
  const day = missing.published ?? missing.issued;
  const families = familiesAmong(fields.familyNames, missing.authors ?? entry.fields.authors);
  if (families && !entry.fields.familyNames) missing.familyNames = families;
  if (day && !entry.fields.key) missing.key = makeKey(entry.slug, day.slice(0, 4), keys);
  if (isCompleted) {
    for (const name of OF_SOURCE) if (fields[name] !== undefined) missing[name] = fields[name] as never;
    return { missing, remove: [...remove, 'stub'], text };
  }
  if (ours && source && ours.file !== source.file && !entry.fields.bibliography)
    missing.bibliography = { file: source.file, lines: source.lines };
  return { missing, remove };
}

/** The family names of those who are the authors, however a source writes others. */
function familiesAmong(families: EntryFields['familyNames'] = {}, authors: readonly string[] = []) {
  const known = Object.entries(families).filter(([name]) => authors.includes(name));
  return known.length > 0 ? Object.fromEntries(known) : undefined;
}

/** Which of the sources before say what the entry says. */
function agreeing({ field, entry }: Difference, said: readonly Proposal['fields'][]): string[] {
  return said.flatMap((fields) => {
    const value = fields[field as (typeof COMPARED)[number]];
    return value !== undefined && show(value) === entry && fields.source ? [fields.source.file] : [];
  });
}

function acceptFields(accepted: readonly Difference[], { fields }: Proposal): Partial<EntryFields> {
  const names = accepted.flatMap(({ field }) =>
    field === 'abstract' ? OF_SOURCE : [field as (typeof COMPARED)[number]],
  );
  return pick(fields, names);
}

/** Whether an entry quotes the record that a proposal is of, or quotes none. */
function isSameRecord(
  { fields: { source: ours } }: Entry,
  { fields: { source } }: Pick<Proposal, 'fields'>,
): boolean {
  return !ours || (ours.file === source?.file && ours.lines[0] === source.lines[0]);
}

function pick<Name extends keyof Proposal['fields']>(
  fields: Proposal['fields'],
  names: readonly Name[],
): Partial<EntryFields> {
  return Object.fromEntries(
    names.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]]])),
  );
}

function settle({ fields }: Proposal, note: string | undefined) {
  return ({ field, source }: Difference) => ({
    field,
    source: fields.source?.file ?? '',
    value: foldSpace(source),
    ...(note && { note }),
  });
}

function isSettled({ field, source }: Difference, { fields }: Proposal, entry: Entry): boolean {
  return (entry.fields.kept ?? []).some(
    (kept) => kept.field === field && kept.source === fields.source?.file && kept.value === foldSpace(source),
  );
}

/** An entry after its filling. */
export function applyFilling(entry: Entry, { fields, remove = [], text }: Filling): Entry {
  const left = Object.fromEntries(
    Object.entries(entry.fields).filter(([name]) => !remove.includes(name as keyof EntryFields)),
  ) as EntryFields;
  return { ...entry, fields: { ...left, ...fields }, text: text ?? entry.text };
}

function compare({ fields, text }: Proposal, entry: Entry): Difference[] {
  const differences = COMPARED.flatMap((field): Difference[] => {
    const ours = entry.fields[field];
    const theirs = fields[field];
    if (ours === undefined || theirs === undefined || isEqual(ours, theirs)) return [];
    return [{ field, entry: show(ours), source: show(theirs) }];
  });
  const ours = foldSpace(entry.text);
  if (entry.fields.edited === undefined && text !== '' && ours !== '' && ours !== foldSpace(text))
    differences.push({ field: 'abstract', ...around(ours, foldSpace(text)) });
  return differences;
}

/** Values with the same content, whatever the order in which an object has its fields. */
function isEqual(a: unknown, b: unknown): boolean {
  const sorted = (value: unknown) =>
    JSON.stringify(
      value !== null && typeof value === 'object' && !Array.isArray(value)
        ? Object.entries(value).toSorted()
        : value,
    );
  return sorted(a) === sorted(b);
}

function show(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
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
