// Tables as CSV (RFC 4180), safe to open in a spreadsheet.

/** Renders rows: fields between commas, lines end in CRLF, quotes only where they are needed. */
export function renderCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(renderField).join(',')}\r\n`).join('');
}

/** A spreadsheet runs what begins like this as a formula: "=HYPERLINK(...)", "+1", "-1", "@SUM", or after a tab. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/;

function renderField(text: string): string {
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
