// Entries as the last build, or the last run of a command, has read them: the same words give the same entry; and where all
// that rules look at besides is the same, nothing new can be wrong with it.
import { join } from 'node:path';
import { hasErrors } from '../core/diagnostics.ts';
import type { Entry, EntryFields } from '../core/schema/entry.ts';
import { findSource, ownFacts, sourceFilesOf } from '../core/sources.ts';
import { termsNamedBy } from '../core/terms.ts';
import { sha256Of } from '../disk/kept-file.ts';
import { openKeptMap } from '../disk/kept-map.ts';
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
  /** What rules knew besides other entries when nothing was wrong with it, as a digest. */
  readonly context: string;
  readonly fields: EntryFields;
  readonly bodyLine: number;
  /** Where in the file the body begins, in UTF-16 units. */
  readonly bodyStart: number;
};

const FILE = '.cache/entries.lines';

/** Opens what an earlier build has kept below `root`, if the same software read it. A lost or broken file costs time. */
export async function openEntries(root: string, software: string): Promise<EntryKeeper> {
  const kept = await openKeptMap<KeptEntry>(join(root, FILE), software);
  const found = new Map<string, KeptEntry>();
  return {
    find: (file, text) => {
      const known = kept.get(file);
      if (known?.digest !== sha256Of(text)) return undefined;
      found.set(file, known);
      const { fields, text: abstract, bodyLine, bodyStart } = known;
      const slug = slugOf(file);
      const item = { slug, fields, body: text.slice(bodyStart), text: abstract };
      return { file, text, front: readLater(text, file), bodyLine, tree: parseLater(item.body), item };
    },
    sound: (content) => {
      const files = new Set(content.files);
      // What cannot be read is not there for those that name it.
      if (hasErrors(content.diagnostics) || !kept.keys().every((file) => files.has(file))) return new Set();
      const contextOf = digestContexts(content);
      const sound = content.entries.filter(
        ({ file, entry }) => found.get(file)?.context === contextOf(entry),
      );
      return new Set(sound.map(({ file }) => file));
    },
    add: (content) => {
      const contextOf = digestContexts(content);
      const wrong = new Set(content.diagnostics.map(({ place }) => place.file));
      const sound = content.entries.filter(
        ({ file, text, entry }) => !wrong.has(file) && text.endsWith(entry.body),
      );
      const isSound = new Set(sound.map(({ file }) => file));
      for (const file of kept.keys()) if (!isSound.has(file)) kept.delete(file);
      for (const loaded of sound) {
        const context = contextOf(loaded.entry);
        if (found.get(loaded.file)?.context !== context) kept.set(loaded.file, keep(loaded, context));
      }
    },
    save: () => kept.save(),
  };
}

function keep({ text, entry, bodyLine }: Content['entries'][number], context: string): KeptEntry {
  const bodyStart = text.length - entry.body.length;
  return { digest: sha256Of(text), context, fields: entry.fields, text: entry.text, bodyLine, bodyStart };
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

/**
 * Makes what digests all that rules know besides other entries when they look at one. Of sources and terms, which become more
 * with the survey, those that it names; the day may go on, for a date that was not ahead never will be.
 */
function digestContexts(content: Unchecked): (entry: Pick<Entry, 'fields' | 'body'>) => string {
  const { texts, entries, survey, surveyFile, glossary, isGlossaryRead, sources, publicFiles, speech } =
    content;
  const apart = new Set([...entries.map(({ file }) => file), surveyFile?.file, glossary?.file]);
  const others = [...texts].filter(([file]) => !apart.has(file));
  const own = survey && ownFacts(survey);
  const common = sha256Of(JSON.stringify([own, others, isGlossaryRead, publicFiles, speech]));
  const kinds = new Map(content.terms.map(({ id, kind }) => [id, kind]));
  const sourceOf = (file: string) => [survey && findSource(survey, file), sources.get(file)];
  const digests = new Map<string, string>();
  return ({ fields, body }) => {
    const files = sourceFilesOf(fields);
    // A link may lead to any of them.
    const terms = body.includes('terms/') ? [...kinds.keys()] : termsNamedBy(fields);
    const known = terms.map((id) => [id, kinds.get(id)]);
    const key = JSON.stringify([files, known]);
    const digest = digests.get(key) ?? sha256Of(JSON.stringify([common, files.map(sourceOf), known]));
    digests.set(key, digest);
    return digest;
  };
}
