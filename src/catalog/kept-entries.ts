// Entries as the last build, or the last run of a command, has read them: the same words give the same entry; and where all
// that rules look at besides is the same, nothing new can be wrong with it.
import { join } from 'node:path';
import { hasErrors } from '../core/diagnostics.ts';
import type { Entry, EntryFields } from '../core/schema/entry.ts';
import { readKept, sha256Of, writeKept } from '../disk/kept-file.ts';
import { parseLater } from './body-text.ts';
import type { Content, Located, Unchecked } from './content.ts';
import { parseMarkdownFile } from './entry-file.ts';
import type { YamlFile } from './yaml-file.ts';

/** Remembers the entries that nothing is wrong with. */
export type EntryKeeper = {
  /** The entry of a file that is as it was. */
  readonly find: (file: string, text: string) => (Located & { readonly item: Entry }) | undefined;
  /** The files of entries that no rule need look at: they are as they were, and so is all else, but for new entries. */
  readonly sound: (content: Content) => ReadonlySet<string>;
  /** Says what was read. */
  readonly add: (content: Content) => void;
  /** Keeps that for the next build. */
  readonly save: () => Promise<void>;
};

type KeptEntry = Pick<Entry, 'text'> & {
  readonly digest: string;
  readonly fields: EntryFields;
  readonly bodyLine: number;
  /** Where in the file the body begins, in UTF-16 units. */
  readonly bodyStart: number;
};

type Kept = {
  readonly software: string;
  /** What rules know besides entries, as a digest. */
  readonly context: string;
  readonly entries: Readonly<Record<string, KeptEntry>>;
};

const FILE = '.cache/entries.json';

/** Opens what an earlier build has kept below `root`, if the same software read it. A lost or broken file costs time. */
export async function openEntries(root: string, software: string): Promise<EntryKeeper> {
  const cache = join(root, FILE);
  const read = await readKept<Kept>(cache);
  const kept = read?.software === software ? read : { software, context: '', entries: {} };
  const found = new Set<string>();
  let fresh: Kept | undefined;
  return {
    find: (file, text) => {
      const known = Object.hasOwn(kept.entries, file) ? kept.entries[file] : undefined;
      if (!known || known.digest !== sha256Of(text)) return undefined;
      found.add(file);
      const { fields, text: abstract, bodyLine, bodyStart } = known;
      const slug = slugOf(file);
      const item = { slug, fields, body: text.slice(bodyStart), text: abstract };
      return { file, text, front: readLater(text, file), bodyLine, tree: parseLater(item.body), item };
    },
    sound: (content) => {
      const files = new Set(content.files);
      const isSame =
        // What cannot be read is not there for those that name it.
        !hasErrors(content.diagnostics) &&
        kept.context === contextOf(content) &&
        Object.keys(kept.entries).every((file) => files.has(file));
      return isSame ? found : new Set();
    },
    add: (content) => {
      const context = contextOf(content);
      const wrong = new Set(content.diagnostics.map(({ place }) => place.file));
      const sound = content.entries.filter(
        ({ file, text, entry }) => !wrong.has(file) && text.endsWith(entry.body),
      );
      const isSame =
        kept.context === context &&
        sound.length === Object.keys(kept.entries).length &&
        sound.every(({ file }) => found.has(file));
      if (isSame) return;
      const entries = Object.fromEntries(sound.map((loaded) => [loaded.file, keep(loaded)]));
      fresh = { software, context, entries };
    },
    save: async () => {
      if (fresh) await writeKept(cache, fresh);
    },
  };
}

function keep({ text, entry, bodyLine }: Content['entries'][number]): KeptEntry {
  const bodyStart = text.length - entry.body.length;
  return { digest: sha256Of(text), fields: entry.fields, text: entry.text, bodyLine, bodyStart };
}

function slugOf(file: string): string {
  return file.replace(/^.*\/|\.md$/g, '');
}

/** Front matter that is read when somebody asks for it: of an entry that is sound nobody does. */
function readLater(text: string, file: string): YamlFile {
  const read = (): YamlFile => {
    const parsed = parseMarkdownFile(text, file);
    if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
    return parsed.file.front;
  };
  return {
    file,
    get text() {
      return read().text;
    },
    get value() {
      return read().value;
    },
    get diagnostics() {
      return read().diagnostics;
    },
    scalar: (path) => read().scalar(path),
    locate: (path, part) => read().locate(path, part),
  };
}

/** All that rules know besides entries; the day may go on, for a date that was not ahead never will be. */
function contextOf({ texts, entries, sources, publicFiles, speech }: Unchecked): string {
  const own = new Set(entries.map(({ file }) => file));
  const others = [...texts].filter(([file]) => !own.has(file));
  return sha256Of(JSON.stringify([others, [...sources], publicFiles, speech]));
}
