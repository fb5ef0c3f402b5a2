// The record that an entry was made of: where a person has corrected the title, it still tells which paper it is.
import { areDistinct } from '../core/identity.ts';
import type { Entry, EntryFields } from '../core/schema/entry.ts';
import { foldSpace } from '../core/text.ts';
import type { Proposal } from './ingest.ts';

/** Entries by the lines of the source that they were made of. */
export type Records = {
  readonly add: (entry: Entry) => void;
  /** The slug of the one entry that was made of just this record; `isTaken` are those that belong to another record. */
  readonly find: (proposal: Proposal, isTaken: (slug: string) => boolean) => string | undefined;
};

/** Indexes entries by their records. */
export function indexRecords(entries: readonly Entry[]): Records {
  const byRecord = new Map<string, Map<string, Entry>>();
  const add: Records['add'] = (entry) => {
    const key = recordOf(entry.fields);
    if (key === undefined) return;
    const others = byRecord.get(key) ?? new Map<string, Entry>();
    byRecord.set(key, others.set(entry.slug, entry));
  };
  for (const entry of entries) add(entry);
  return {
    add,
    find(proposal, isTaken) {
      const made = byRecord.get(recordOf(proposal.fields) ?? '')?.values() ?? [];
      const [found, ...others] = [...made].filter(
        (entry) => !isTaken(entry.slug) && !areDistinct(entry, proposal) && isWholeRecord(proposal, entry),
      );
      return others.length === 0 ? found?.slug : undefined;
    },
  };
}

/** Its file and the fingerprints of what it says, wherever it stands there by now. */
function recordOf({ source }: Pick<EntryFields, 'source'>): string | undefined {
  return source && [source.file, source.digest, source.text].join(' ');
}

/** Many records may share one line, which then says of none which one it is; a fingerprint of the texts does. */
function isWholeRecord({ fields: { source }, text }: Proposal, entry: Entry): boolean {
  const isOneLine = source?.lines[0] === source?.lines[1];
  return !isOneLine || source?.text !== undefined || foldSpace(text) === foldSpace(entry.text);
}
