// The same paper twice.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { areDistinct, indexIdentities } from '../../core/identity.ts';
import type { RuleId } from '../../core/rules.ts';
import type { EntryFields } from '../../core/schema/entry.ts';
import { normalizeTitle } from '../../core/text.ts';
import type { LoadedEntry } from '../content.ts';

/** What only one entry may have, in words, and where it stands; the file itself where it is no field. */
type Unique = {
  readonly rule: RuleId;
  readonly what: string;
  readonly field?: keyof EntryFields;
  readonly read: (loaded: LoadedEntry) => string | undefined;
};

const UNIQUE: readonly Unique[] = [
  { rule: 'duplicate-slug', what: 'address', read: ({ entry }) => entry.slug },
  {
    rule: 'duplicate-title',
    what: 'title',
    field: 'title',
    read: ({ entry }) => normalizeTitle(entry.fields.title),
  },
  { rule: 'duplicate-arxiv', what: 'arXiv id', field: 'arxiv', read: ({ entry }) => entry.fields.arxiv },
  { rule: 'duplicate-doi', what: 'DOI', field: 'doi', read: ({ entry }) => entry.fields.doi?.toLowerCase() },
  {
    rule: 'duplicate-id',
    what: 'OpenReview id',
    field: 'openreview',
    read: ({ entry }) => entry.fields.openreview,
  },
  { rule: 'duplicate-id', what: 'ACL Anthology id', field: 'acl', read: ({ entry }) => entry.fields.acl },
  { rule: 'duplicate-key', what: 'citation key', field: 'key', read: ({ entry }) => entry.fields.key },
];

/** No two entries share an address, a title, an identifier or a citation key; nor nearly a title. */
export function checkDuplicates(entries: readonly LoadedEntry[]): Diagnostic[] {
  return [...UNIQUE.flatMap((unique) => findDuplicates(entries, unique)), ...findNearTitles(entries)];
}

/** Two papers may have one title, such as "Reply": their identifiers tell them apart. */
function haveOwnIds(a: LoadedEntry, b: LoadedEntry): boolean {
  return (['arxiv', 'doi', 'acl', 'openreview'] as const).some((id) => {
    const [ours, theirs] = [a.entry.fields[id], b.entry.fields[id]];
    return ours !== undefined && theirs !== undefined && ours !== theirs;
  });
}

function findDuplicates(entries: readonly LoadedEntry[], { rule, what, field, read }: Unique): Diagnostic[] {
  const seen = new Map<string, LoadedEntry>();
  return entries.flatMap((loaded) => {
    const value = read(loaded);
    const other = value === undefined ? undefined : seen.get(value);
    if (value !== undefined && !other) seen.set(value, loaded);
    if (!other || (rule === 'duplicate-title' && haveOwnIds(loaded, other))) return [];
    return [
      diagnose(
        rule,
        field ? loaded.front.locate([field]) : { file: loaded.file },
        `It has the same ${what} as ${other.file}.`,
        field ? 'Keep one of the two entries, or correct the field.' : 'Rename one of the files.',
      ),
    ];
  });
}

/** Titles that a slip of the pen tells apart, unless identifiers or authors say that the papers are two. */
function findNearTitles(entries: readonly LoadedEntry[]): Diagnostic[] {
  const identities = indexIdentities([]);
  const seen = new Map<string, LoadedEntry>();
  return entries.flatMap((loaded) => {
    const other = seen.get(identities.find({ fields: withoutIds(loaded) }).near ?? '');
    seen.set(loaded.entry.slug, loaded);
    identities.add(loaded.entry);
    if (!other || areDistinct(loaded.entry, other.entry)) return [];
    return [
      diagnose(
        'title-near',
        loaded.front.locate(['title']),
        `The title is nearly that of ${other.file}: “${other.entry.fields.title}”.`,
        'If it is the same paper, keep one of the two entries; if not, give both their arXiv ids or authors.',
      ),
    ];
  });
}

/** Identifiers that are the same have rules of their own. */
function withoutIds({ entry }: LoadedEntry): EntryFields {
  const { arxiv: _arxiv, doi: _doi, openreview: _openreview, acl: _acl, ...fields } = entry.fields;
  return fields;
}
