// Results as tables in Markdown: for the terminal, and for the docs, where each stands between two marks.
import { renderMachine } from './machine.ts';
import { type Measured, median, OURS, type Results, type Row } from './results.ts';
import { type Column, SECTIONS, type Section, type Statistic, type Unit } from './sections.ts';

/** How a number is written. Bytes are in thousands and millions, as on a disk. */
const UNITS = {
  seconds: (value: number) => `${value.toFixed(value < 1 ? 2 : 1)} s`,
  milliseconds: (value: number) => `${value.toFixed(value < 1 ? 2 : value < 10 ? 1 : 0)} ms`,
  bytes: renderBytes,
  number: (value: number) => value.toLocaleString('en', { maximumFractionDigits: 0 }),
  score: (value: number) => value.toFixed(3),
  times: (value: number) => `${Number(value.toPrecision(2))} ×`,
} as const satisfies Record<Unit, (value: number) => string>;

/** What is made of several numbers. Of runs it is the median, and in brackets the least and the greatest. */
const STATISTICS = {
  median: (values: readonly number[]) => median(values) ?? 0,
  /** The least value that 95 in 100 do not exceed. */
  p95: (values: readonly number[]) =>
    values.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(0.95 * values.length) - 1)] ?? 0,
  mean: (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length,
  count: (values: readonly number[]) => values.length,
} as const satisfies Record<Statistic, (values: readonly number[]) => number>;

/** Renders the rows of a section as a table; nothing where there are none. */
export function renderTable({ parts, subject, isJoined, columns }: Section, results: Results): string {
  const found = parts.flatMap((part) => results[part] ?? []);
  if (found.length === 0) return '';
  const rows = isJoined ? joinRows(found) : found.toSorted(bySize);
  const head = ['papers', ...(subject ? [subject] : []), ...columns.map(({ title }) => title)];
  const rule = head.map((title) => (title === subject ? '---' : '---:'));
  const body = rows.map((row) => [
    row.papers.toLocaleString('en'),
    ...(subject ? [[row.subject, row.version].filter(Boolean).join(' ')] : []),
    ...columns.map((column) => renderCell(column, row, rows)),
  ]);
  return [head, rule, ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Renders a section of the docs: what measures it, the table, and what it was measured with. */
export function renderSection(id: string, results: Results): string {
  const section = SECTIONS[id];
  const table = section && renderTable(section, results);
  if (!table) return '';
  const measured = section.parts.flatMap((part) =>
    (results[part] ?? []).map(({ machine }) => ({ part, fact: renderMachine(machine) })),
  );
  const facts = [...Map.groupBy(measured, ({ fact }) => fact)].map(([fact, of]) => ({
    fact,
    parts: [...new Set(of.map(({ part }) => part))].join(', '),
  }));
  const told = facts.map(({ fact, parts }) => (facts.length > 1 ? `${parts}: ${fact}` : fact));
  return `\`npm run bench -- ${section.command}\`. ${told.join(' ')}\n\n${table}`;
}

/**
 * Puts sections in place of what stands between their marks in a text; a section with nothing to show, or that is not
 * known, leaves its place as it is.
 */
export function replaceSections(text: string, results: Results): string {
  // <!-- bench:build --> ... <!-- /bench:build -->
  return text.replace(/(<!-- bench:(\w+) -->\n)[\s\S]*?(<!-- \/bench:\2 -->)/g, (whole, open, id, close) => {
    const section = renderSection(id, results);
    return section ? `${open}\n${section}\n\n${close}` : whole;
  });
}

/** Compares rows by the number of papers; among as many, ours come first. */
function bySize(a: Row, b: Row): number {
  return a.papers - b.papers || Number(b.subject === OURS) - Number(a.subject === OURS);
}

function joinRows(rows: readonly Measured[]): Row[] {
  return [...Map.groupBy(rows, ({ papers }) => papers)]
    .map(([papers, of]) => ({
      papers,
      subject: OURS,
      values: Object.assign({}, ...of.map(({ values }) => values)),
    }))
    .toSorted(bySize);
}

function renderCell({ of, unit, statistic, isRatio }: Column, row: Row, rows: readonly Row[]): string {
  const compute = STATISTICS[statistic ?? 'median'];
  const values = row.values[of] ?? [];
  const ours =
    rows.find(({ subject, papers }) => subject === OURS && papers === row.papers)?.values[of] ?? [];
  if (values.length === 0 || (isRatio && ours.length === 0)) return '–';
  const write = UNITS[unit];
  if (isRatio) return write(compute(values) / compute(ours));
  const isSpread =
    !statistic && values.length > 1 && write(Math.min(...values)) !== write(Math.max(...values));
  const spread = isSpread ? ` (${write(Math.min(...values))} to ${write(Math.max(...values))})` : '';
  return `${write(compute(values))}${spread}`;
}

/** 1.0 kB, 71 kB, 1.5 GB: two digits at least, by thousands. */
function renderBytes(bytes: number): string {
  const power = Math.min(3, Math.max(1, Math.floor(Math.log10(Math.max(1, bytes)) / 3)));
  const value = bytes / 1000 ** power;
  return `${value.toFixed(value < 10 ? 1 : 0)} ${['', 'kB', 'MB', 'GB'][power]}`;
}
