// Rows of the table of results that were not in the page: rows that were, with another result in them.
import { count } from '../core/words.ts';
import type { ResultBenchmark, ResultRowData } from '../export/result-rows.ts';
import { copyThemeTag, type RowThemes } from './table-rows.ts';

/** Fills a copy of a row; addresses are seen from `base`. */
export function fillResultRow(
  example: HTMLTableRowElement,
  result: ResultRowData,
  base: URL,
  themes: RowThemes,
): HTMLTableRowElement {
  const row = example.cloneNode(true) as HTMLTableRowElement;
  const put = (selector: string, ...content: (string | Node)[]) =>
    row.querySelector(selector)?.replaceChildren(...content);
  row.id = result.id;
  row.dataset['listed'] = result.id;
  put('summary', result.value);
  put('blockquote', ...makeStatement(result.statement));
  row.querySelector('details')?.removeAttribute('open');
  put('.from', result.from ?? '');
  put('.metric', result.metric, ...(result.setting ? [makeSetting(row, result.setting)] : []));
  put('.measure', result.measure);
  put('.model', result.model ?? '');
  put('.versus', result.versus ?? '');
  fillPaper(row.querySelector('.paper'), result, base, themes);
  return row;
}

function makeStatement({ before, quote, after }: ResultRowData['statement']): (string | Node)[] {
  const words = document.createElement('q');
  for (const { text, isNumber } of quote) {
    const piece = isNumber ? document.createElement('mark') : undefined;
    if (piece) piece.textContent = text;
    words.append(piece ?? text);
  }
  return [before, words, after];
}

function makeSetting(row: HTMLElement, text: string): HTMLElement {
  const setting = document.createElement('span');
  // Styles of the table know its elements by an attribute.
  for (const { name } of row.attributes)
    if (name.startsWith('data-astro-cid')) setting.setAttribute(name, '');
  setting.className = 'soft setting';
  setting.textContent = text;
  return setting;
}

function fillPaper(
  cell: HTMLElement | null,
  { url, paper, themes: [first = ''] }: ResultRowData,
  base: URL,
  themes: RowThemes,
): void {
  const [link, tag] = cell?.querySelectorAll('a') ?? [];
  if (!cell || !link) return;
  link.href = new URL(url, base).href;
  link.textContent = paper;
  const theme = themes.get(first);
  cell.replaceChildren(link, ...(tag && theme ? [' ', copyThemeTag(tag, theme)] : []));
}

/** Fills a copy of the head of a benchmark; addresses are seen from `base`. */
export function fillResultHead(
  example: HTMLTableRowElement,
  { id, name, url, definition }: ResultBenchmark,
  base: URL,
  results: number,
): HTMLTableRowElement {
  const head = example.cloneNode(true) as HTMLTableRowElement;
  const cell = head.querySelector('th');
  if (cell) cell.id = `on-${id}`;
  head.querySelector('.name')?.replaceChildren(url ? makeTermLink(name, new URL(url, base)) : name);
  head.querySelector('.definition')?.replaceChildren(`${definition} ${count(results, 'result')}.`);
  return head;
}

function makeTermLink(name: string, url: URL): HTMLElement {
  const link = document.createElement('a');
  link.className = 'term-link';
  link.href = url.href;
  link.textContent = name;
  return link;
}
