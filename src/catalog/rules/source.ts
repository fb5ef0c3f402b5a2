// The words of an entry against the source that it came from.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { digestAbstract, digestLines, splitLines } from '../../core/digest.ts';
import { applyRepairs } from '../../core/repairs.ts';
import type { EntryFields } from '../../core/schema/entry.ts';
import type { SurveyFields } from '../../core/schema/survey.ts';
import { findSource } from '../../core/sources.ts';
import { foldSpace, suggest } from '../../core/text.ts';
import type { LoadedEntry, Unchecked } from '../content.ts';

/** The lines of a source, with their fingerprint: each source is split once, however many entries it has. */
export type LineReader = (
  file: string,
) => { lines: readonly string[]; digest: (range: Range) => string } | undefined;
type Range = readonly [first: number, last: number];

/** Makes a reader of the sources of a survey. */
export function makeLineReader(sources: ReadonlyMap<string, string>): LineReader {
  const read = new Map<string, ReturnType<LineReader>>();
  return (file) => {
    const text = sources.get(file);
    if (text === undefined || read.has(file)) return read.get(file);
    const lines = splitLines(text);
    const digests = new Map<string, string>();
    const digest = (range: Range) => {
      const key = range.join();
      const known = digests.get(key) ?? digestLines(lines, range);
      digests.set(key, known);
      return known;
    };
    read.set(file, { lines, digest });
    return read.get(file);
  };
}

/** The abstract equals its source after the recorded repairs, or the entry says why not. */
export function checkSource(loaded: LoadedEntry, { survey }: Unchecked, readLines: LineReader): Diagnostic[] {
  const { entry, front } = loaded;
  const { source, edited } = entry.fields;
  if (!source || !survey) return [];
  const unknown = [
    ...checkName(source.file, front, ['source', 'file'], survey),
    ...checkLines(source, front, 'source', readLines),
  ];
  const read = readLines(source.file);
  if (unknown.length > 0 || read === undefined) return unknown;
  const [first, last] = source.lines;
  const changed =
    read.digest(source.lines) === source.digest
      ? []
      : [
          diagnose(
            'source-changed',
            front.locate(['source', 'digest']),
            `${source.file}, lines ${first} to ${last}, are not as they were when the entry was made.`,
            'Compare them with the entry; then correct the lines, or run npm run conspectus -- ingest on the source as it was.',
          ),
        ];
  return [...changed, ...(edited ? [] : checkWords(loaded, source, read.lines))];
}

/** What else names a source names one that is there: the bibliography, and differences that were settled. */
export function checkSourceNames(
  { entry, front }: LoadedEntry,
  { survey }: Unchecked,
  readLines: LineReader,
): Diagnostic[] {
  const { bibliography, kept = [] } = entry.fields;
  if (!survey) return [];
  return [
    ...(bibliography
      ? [
          ...checkName(bibliography.file, front, ['bibliography', 'file'], survey),
          ...checkLines(bibliography, front, 'bibliography', readLines),
        ]
      : []),
    ...kept.flatMap(({ source }, index) => checkName(source, front, ['kept', index, 'source'], survey)),
  ];
}

function checkName(
  file: string,
  front: LoadedEntry['front'],
  path: readonly PropertyKey[],
  survey: SurveyFields,
): Diagnostic[] {
  if (findSource(survey, file)) return [];
  const names = survey.sources.map((item) => item.file);
  const message = `content/survey.yaml lists no source ${file}.`;
  return [diagnose('source-unknown', front.locate(path), message, suggest(file, names))];
}

function checkLines(
  { file, lines }: { readonly file: string; readonly lines: Range },
  front: LoadedEntry['front'],
  field: 'source' | 'bibliography',
  readLines: LineReader,
): Diagnostic[] {
  const read = readLines(file);
  if (read === undefined || lines[1] <= read.lines.length) return [];
  return [
    diagnose(
      'source-unknown',
      front.locate([field, 'lines']),
      `${file} has only ${read.lines.length} lines.`,
      `Correct the lines of the ${field}.`,
    ),
  ];
}

/** Title and abstract are the words of the source: by letter, or by fingerprint where the format spells them in another way. */
function checkWords(
  { entry, front, file, bodyLine }: LoadedEntry,
  source: NonNullable<EntryFields['source']>,
  lines: readonly string[],
): Diagnostic[] {
  const { title, repairs = [] } = entry.fields;
  const [first, last] = source.lines;
  const cure = `Restore the words of content/sources/${source.file}:${first}, or say why in the field edited, such as edited: Completed from the published version.`;
  const body = { file, line: bodyLine, column: 1 };
  if (source.text)
    return digestAbstract(title, entry.text) === source.text
      ? []
      : [diagnose('abstract-edited', body, 'Title or abstract differ from what ingest read.', cure)];
  const repaired = foldSpace(applyRepairs(lines.slice(first - 1, last).join(' '), repairs));
  const isTitle = repaired.includes(foldSpace(title));
  const isAbstract = repaired.includes(foldSpace(entry.text));
  return [
    ...(isTitle
      ? []
      : [diagnose('abstract-edited', front.locate(['title']), 'The title differs from its source.', cure)]),
    ...(isAbstract
      ? []
      : [
          diagnose(
            'abstract-edited',
            body,
            'The abstract differs from its source after the recorded repairs.',
            cure,
          ),
        ]),
  ];
}
