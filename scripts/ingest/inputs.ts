// What is to be ingested: listed sources, files, folders or standard input, each decoded and with its adapter.
import { lstatSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { Content } from '../../src/catalog/content.ts';
import { listFiles, MAX_SOURCE, readBytes } from '../../src/catalog/files.ts';
import { type Diagnostic, diagnose } from '../../src/core/diagnostics.ts';
import { decodeText, type Encoding } from '../../src/core/encoding.ts';
import type { SourceFields } from '../../src/core/schema/survey.ts';
import { suggest } from '../../src/core/text.ts';
import type { Adapter } from '../../src/ingest/adapter.ts';
import { adapters, detectAdapter, findAdapter } from '../../src/ingest/registry.ts';

/** One text to read. `bytes` are those of a file that is to be copied into content/sources/. */
export type Input = {
  readonly source: SourceFields;
  readonly adapter: Adapter;
  readonly text: string;
  /** Whether survey.yaml must be told of it, or of a change to its row. */
  readonly isNew: boolean;
  readonly bytes?: Uint8Array;
};

/** What the command line says of the sources that it names. */
export type InputOptions = {
  readonly format?: string | undefined;
  readonly columns?: Readonly<Record<string, string>> | undefined;
  readonly listed?: string | undefined;
  readonly origin?: string | undefined;
  /** The day on which this is done, in ISO 8601. */
  readonly today: string;
};

/** What was found, and what could not be read. */
export type Inputs = { readonly inputs: readonly Input[]; readonly diagnostics: readonly Diagnostic[] };

type RawFile = { readonly path: string; readonly bytes: Uint8Array };

/** Finds the inputs that are named; all listed sources where none is. */
export async function findInputs(
  root: string,
  names: readonly string[],
  content: Content,
  options: InputOptions,
): Promise<Inputs> {
  const listed = content.survey?.sources ?? [];
  const diagnostics: Diagnostic[] = [];
  const inputs: Input[] = [];
  const add = (found: { input: Input } | { diagnostic: Diagnostic }) => {
    if ('diagnostic' in found) diagnostics.push(found.diagnostic);
    else inputs.push(found.input);
  };
  if (names.length === 0)
    for (const source of listed) add(fromListed(source, content.sources.get(source.file), options));
  for (const name of names) {
    for (const file of await readNamed(root, name)) {
      if ('diagnostic' in file) diagnostics.push(file.diagnostic);
      else {
        const source = findListed(root, file, listed);
        const taken = [...listed.map((known) => known.file), ...inputs.map((input) => input.source.file)];
        add(
          source
            ? fromListed(source, decodeText(file.bytes).text, options)
            : fromFile(root, file, taken, options),
        );
      }
    }
  }
  diagnostics.push(...inputs.flatMap(reportColumns));
  for (const { file, encoding } of inputs.flatMap(encodingOf))
    diagnostics.push(reportEncoding(file, encoding));
  return { inputs, diagnostics };
}

async function readNamed(root: string, name: string): Promise<(RawFile | { diagnostic: Diagnostic })[]> {
  if (name === '-') return [{ path: '-', bytes: await buffer(process.stdin) }];
  // The name alone is enough for a source that is in its place.
  const isThere = async (path: string) => stat(path).catch(() => undefined);
  const found = (await isThere(name)) ? name : `content/sources/${name}`;
  const status = await isThere(found);
  if (!status) {
    const known = (await listFiles(root, 'content/sources')).map((file) => basename(file));
    const message = `${name} does not exist, neither here nor in content/sources/.`;
    return [{ diagnostic: diagnose('file-unreadable', { file: name }, message, suggest(name, known)) }];
  }
  const files = status.isDirectory()
    ? (await listFiles(resolve(found), '.')).map((file) => resolve(found, file))
    : [resolve(found)];
  const read: (RawFile | { diagnostic: Diagnostic })[] = [];
  for (const path of files) {
    const bytes = readBytes('/', path, MAX_SOURCE);
    read.push('bytes' in bytes ? { path, bytes: bytes.bytes } : bytes);
  }
  return read;
}

/** The listed source that a file is, or is a copy of. */
function findListed(
  root: string,
  { path, bytes }: RawFile,
  listed: readonly SourceFields[],
): SourceFields | undefined {
  const inPlace = relative(resolve(root, 'content/sources'), path).split(sep).join('/');
  const named = listed.find(({ file }) => file === inPlace);
  if (named) return named;
  for (const source of listed) {
    if (holds(root, source.file, bytes)) return source;
  }
  return undefined;
}

/** Whether a file in content/sources/ has just these bytes. */
function holds(root: string, name: string, bytes: Uint8Array): boolean {
  const known = readBytes(root, `content/sources/${name}`, MAX_SOURCE);
  return 'bytes' in known && Buffer.compare(known.bytes, bytes) === 0;
}

/** Whether a name stands for something else in content/sources/ than these bytes, whether it is listed or not. */
function isTakenOnDisk(root: string, name: string, bytes: Uint8Array): boolean {
  const found = lstatSync(join(root, 'content/sources', name), { throwIfNoEntry: false });
  return found !== undefined && !holds(root, name, bytes);
}

function fromListed(
  source: SourceFields,
  text: string | undefined,
  options: InputOptions,
): { input: Input } | { diagnostic: Diagnostic } {
  const format = options.format ?? source.format;
  const adapter = findAdapter(format);
  if (!adapter || text === undefined)
    return { diagnostic: reportFormat('content/survey.yaml', format, detectAdapter(text ?? '')?.id) };
  const columns = columnsOf(adapter, text, { ...source.columns, ...options.columns });
  const changed = { ...source, format, ...columns };
  const isNew =
    format !== source.format || JSON.stringify(columns.columns) !== JSON.stringify(source.columns);
  return { input: { source: changed, adapter, text, isNew } };
}

function fromFile(
  root: string,
  { path, bytes }: RawFile,
  taken: readonly string[],
  options: InputOptions,
): { input: Input } | { diagnostic: Diagnostic } {
  const { text } = decodeText(bytes);
  const adapter = options.format ? findAdapter(options.format) : detectAdapter(text);
  const shown = path === '-' ? 'standard input' : relative(root, path);
  if (!adapter) return { diagnostic: reportFormat(shown, options.format, undefined) };
  const listed = options.listed ?? /\d{4}-\d{2}-\d{2}/.exec(basename(path))?.[0] ?? options.today;
  const isInPlace = resolve(root, 'content/sources', basename(path)) === path;
  const name = path === '-' ? `${listed}-${adapter.id}${adapter.extension}` : basename(path);
  const file = isInPlace
    ? name
    : freeName(name, (wanted) => taken.includes(wanted) || isTakenOnDisk(root, wanted, bytes));
  const source = {
    file,
    format: adapter.id,
    listed,
    // Pages show it, in whatever language: a name of a file is of none.
    ...(options.origin === undefined ? (adapter.place ?? { origin: file }) : { origin: options.origin }),
    ...columnsOf(adapter, text, options.columns),
  };
  return { input: { source, adapter, text, isNew: true, ...(!isInPlace && { bytes }) } };
}

/** The columns of a table: those that are given, and a guess for the others. */
function columnsOf(
  adapter: Adapter,
  text: string,
  given?: Readonly<Record<string, string>>,
): Pick<SourceFields, 'columns'> {
  return adapter.columns ? { columns: { ...adapter.columns(text, given) } } : {};
}

/** What was guessed is said, and written into survey.yaml, where it can be changed. */
function reportColumns({ source, isNew }: Input): Diagnostic[] {
  if (!isNew || !source.columns) return [];
  const pairs = Object.entries(source.columns).map(([field, column]) => `${field} = ${column}`);
  return [
    diagnose(
      'source-columns',
      { file: `content/sources/${source.file}` },
      `The columns were taken so: ${pairs.join(', ')}.`,
      'If that is wrong, run ingest with --columns title=Name,... or correct the field columns in content/survey.yaml.',
    ),
  ];
}

/** A name that a source may have, and none has yet: "my refs.bib" -> "my-refs.bib", "my-refs-2.bib". */
function freeName(name: string, isTaken: (name: string) => boolean): string {
  const clean = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '') || 'source';
  const [, stem = clean, ending = ''] = /^(.+?)(\.[^.]+)?$/.exec(clean) ?? [];
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? clean : `${stem}-${number}${ending}`;
    if (!isTaken(candidate)) return candidate;
  }
}

function encodingOf({ source, bytes }: Input): { file: string; encoding: Encoding }[] {
  if (!bytes) return [];
  const { encoding } = decodeText(bytes);
  return encoding === 'UTF-8' ? [] : [{ file: `content/sources/${source.file}`, encoding }];
}

function reportEncoding(file: string, encoding: Encoding): Diagnostic {
  return diagnose(
    'source-encoding',
    { file },
    `The file is ${encoding}, and was read as such.`,
    'If accents look wrong, save the original as UTF-8 and ingest that.',
  );
}

function reportFormat(file: string, format: string | undefined, found: string | undefined): Diagnostic {
  const known = adapters.map(({ id }) => id);
  const message = format ? `There is no format ${format}.` : `No format is recognised in ${file}.`;
  const cure = found ? `It looks like ${found}: write that.` : format ? suggest(format, known) : '';
  const all = `Name it with --format; the formats are ${known.join(', ')}.`;
  return diagnose('listing-format', { file }, message, cure || all);
}
