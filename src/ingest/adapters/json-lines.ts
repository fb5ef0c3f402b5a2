// JSON lines (https://jsonlines.org), one object a line, and lists of flat objects: tables whose columns are the fields.
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { asList, asObject, asText, type JsonRecord, readJsonRecords } from '../json-records.ts';
import { renderName } from '../names.ts';
import { type Columns, guessColumns, readRow } from '../table.ts';

/** Reads tables in JSON lines, and lists of objects in JSON. */
export const jsonLines: Adapter = {
  id: 'json-lines',
  name: 'JSON lines',
  extension: '.jsonl',
  detect: (text) =>
    /^\s*\[?\s*\{/.test(text.slice(0, 1_000)) && columnsOf(text).title !== undefined ? 0.4 : 0,
  columns: columnsOf,
  *read(text, source) {
    const columns = columnsOf(text, source.columns);
    yield* readJsonRecords(text, source, [], (record) => readObject(record, columns, source));
  },
};

/** The columns are the fields of the first records. */
function columnsOf(text: string, given?: Readonly<Record<string, string>>): Columns {
  const names = new Set<string>();
  let left = 20;
  const records = readJsonRecords(text.slice(0, 200_000), { file: '' }, [], ({ fields }) => {
    for (const name of Object.keys(fields)) names.add(name);
    left--;
    return [];
  });
  for (const _ of records) if (left <= 0) break;
  return guessColumns([...names], given);
}

function readObject({ fields, lines, at }: JsonRecord, columns: Columns, source: SourceInfo): Finding[] {
  const cell = (column: string) => {
    const value = fields[column];
    return Array.isArray(value) ? asList(value).map(nameOf) : asText(value);
  };
  return readRow(columns, cell, { lines, at }, source);
}

function nameOf(value: unknown): string {
  const person = asObject(value);
  const [family, given] = [
    asText(person['family'] ?? person['last']),
    asText(person['given'] ?? person['first']),
  ];
  return asText(value) ?? asText(person['name']) ?? renderName({ family, given });
}
