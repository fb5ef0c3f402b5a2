// <paper-comparison>: the papers of the address side by side, to change and to copy.
import { say } from '../core/words.ts';
import { comparePapers } from '../export/comparison.ts';
import { renderCsv } from '../export/csv.ts';
import { renderLatexTable } from '../export/latex-table.ts';
import { renderMarkdownTable } from '../export/markdown-table.ts';
import type { PaperRecord } from '../export/paper-record.ts';
import { type Cell, type CellLine, plainCell, type TableRow, type TextTable } from '../export/text-table.ts';
import { copyText } from './choose-data.ts';
import { announce, chosen, saved } from './choose-state.ts';
import { FEWEST, MOST, renderCompareQuery } from './compare-choice.ts';
import { type CompareRequest, describeIgnored, parseCompareQuery } from './compare-request.ts';
import { provideList } from './export-list-items.ts';
import { HAS_ALL, type LoadedPapers, loadPapers } from './load-papers.ts';
import { makeElement as make } from './make-element.ts';

const FORMATS = {
  markdown: { name: 'Markdown', render: renderMarkdownTable },
  csv: { name: 'CSV', render: renderTableCsv },
  latex: { name: 'LaTeX', render: renderLatexTable },
} as const;

class PaperComparison extends HTMLElement {
  #papers: LoadedPapers['papers'] = new Map();
  #slugs: readonly string[] = [];

  connectedCallback(): void {
    this.hidden = false;
    this.#part('add').addEventListener('change', () => this.#add());
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-format]'))
      button.addEventListener(
        'click',
        () => void this.#copy(button.dataset['format'] as keyof typeof FORMATS),
      );
    provideList(this, () => this.#slugs.map((id) => ({ id })));
    addEventListener('popstate', () => void this.#read());
    void this.#read();
  }

  /** The address decides; without any paper in it, what was chosen on the pages before. */
  async #read(): Promise<void> {
    const asked = location.search || renderCompareQuery(chosen.get());
    const { slugs, tooMany } = parseCompareQuery(asked, () => true);
    try {
      // Those that are saved are offered.
      const offered = saved.get().map(({ slug }) => slug);
      this.#papers = (await loadPapers([...slugs, ...tooMany, ...offered])).papers;
    } catch {
      this.#say(say`The papers could not be loaded. Check your connection, then load the page again.`);
      return;
    }
    const request = parseCompareQuery(asked, (slug) => this.#papers.has(slug));
    this.#show(request);
    if (!location.search && request.slugs.length > 0)
      history.replaceState(null, '', location.pathname + renderCompareQuery(request.slugs));
  }

  #show(request: CompareRequest): void {
    this.#slugs = request.slugs;
    const papers = this.#slugs.flatMap((slug) => this.#papers.get(slug) ?? []);
    const hint =
      papers.length === 0
        ? say`No paper is chosen yet.`
        : papers.length < FEWEST
          ? say`Choose another paper.`
          : '';
    this.#say([describeIgnored(request), hint].filter(Boolean).join(' '));
    this.#part('table').hidden = papers.length === 0;
    this.#part('copy').hidden = papers.length === 0;
    this.#part('export').hidden = papers.length === 0;
    this.#part('copied').hidden = true;
    this.#part('help').hidden = papers.length > 0 && HAS_ALL;
    this.#part('table').replaceChildren(renderTable(papers, (slug) => this.#remove(slug)));
    this.#offer();
  }

  /** Papers that can be added, as a list to choose from: of a large survey those that the reader has saved. */
  #offer(): void {
    const select = this.#part('add') as HTMLSelectElement;
    const isSaved = new Set(saved.get().map(({ slug }) => slug));
    const others = [...this.#papers.values()].filter(
      ({ slug }) => !this.#slugs.includes(slug) && (HAS_ALL || isSaved.has(slug)),
    );
    const isFull = this.#slugs.length >= MOST;
    const choose = HAS_ALL ? say`Choose a paper` : say`Choose one that you saved`;
    const label = isFull ? say`${MOST} papers are all that fits` : choose;
    select.replaceChildren(
      new Option(label, ''),
      ...others.map(({ slug, title }) => new Option(title, slug)),
    );
    select.disabled = isFull;
  }

  #add(): void {
    const { value } = this.#part('add') as HTMLSelectElement;
    const paper = this.#papers.get(value);
    if (!paper) return;
    this.#change([...this.#slugs, value]);
    announce(say`Added: ${paper.title}. ${this.#slugs.length} papers side by side.`);
    this.#part('add').focus();
  }

  #remove(slug: string): void {
    const title = this.#papers.get(slug)?.title ?? slug;
    this.#change(this.#slugs.filter((other) => other !== slug));
    announce(say`Removed: ${title}. ${this.#slugs.length} left.`);
    const next = this.querySelector<HTMLElement>('thead button') ?? this.#part('add');
    next.focus();
  }

  #change(slugs: readonly string[]): void {
    chosen.set(slugs);
    history.pushState(null, '', location.pathname + renderCompareQuery(slugs));
    this.#show({ slugs, unknown: [], tooMany: [] });
  }

  async #copy(format: keyof typeof FORMATS): Promise<void> {
    const papers = this.#slugs.flatMap((slug) => this.#papers.get(slug) ?? []);
    const { name, render } = FORMATS[format];
    const text = render(comparePapers(papers));
    const isCopied = await copyText(text);
    const area = this.#part('copied') as HTMLTextAreaElement;
    area.hidden = isCopied;
    area.value = text;
    if (!isCopied) area.select();
    this.#part('copy-status').textContent = isCopied
      ? say`Copied as ${name}: ${papers.length} papers, ${text.length} characters.`
      : say`Your browser does not let the page copy. The ${name} is below, selected: copy it from there.`;
  }

  #say(text: string): void {
    this.#part('notice').textContent = text;
    this.#part('notice').hidden = text === '';
  }

  #part(name: string): HTMLElement {
    return this.querySelector(`[data-part="${name}"]`) as HTMLElement;
  }
}

function renderTableCsv({ columns, rows }: TextTable): string {
  const body = rows.map(({ heading, cells }) => [heading, ...cells.map(plainCell)]);
  return renderCsv([['', ...columns.map((cell) => cell.map(({ text }) => text).join('\n'))], ...body]);
}

function renderTable(papers: readonly PaperRecord[], onRemove: (slug: string) => void): HTMLTableElement {
  const { columns, rows } = comparePapers(papers);
  const table = document.createElement('table');
  const caption = make('caption', { class: 'visually-hidden' }, say`${papers.length} papers side by side`);
  const head = make('thead');
  const top = make('tr');
  top.append(make('td'));
  columns.forEach((cell, index) => {
    const header = make('th');
    header.setAttribute('scope', 'col');
    const paper = papers[index];
    if (paper) header.append(...cell.map(renderLine), makeRemove(paper, onRemove));
    top.append(header);
  });
  head.append(top);
  const body = make('tbody');
  body.append(...rows.map(renderRow));
  table.append(caption, head, body);
  return table;
}

function makeRemove({ slug, title }: PaperRecord, onRemove: (slug: string) => void): HTMLElement {
  const button = make('button', { class: 'label no-print' });
  button.type = 'button';
  button.append(say`Remove`, make('span', { class: 'visually-hidden' }, ` ${title}`));
  button.addEventListener('click', () => onRemove(slug));
  return button;
}

function renderRow({ heading, cells, isText }: TableRow): HTMLElement {
  const row = make('tr', { class: isText ? 'text' : 'label' });
  const header = make('th', { class: 'label' }, heading);
  header.setAttribute('scope', 'row');
  row.append(header, ...cells.map(renderCell));
  return row;
}

function renderCell(cell: Cell): HTMLElement {
  const data = make('td');
  if (cell.length === 0) data.append(make('span', { class: 'soft' }, say`not given`));
  else if (cell.length === 1) data.append(...cell.map(renderLine));
  else {
    const list = make('ul');
    list.setAttribute('role', 'list');
    for (const line of cell) {
      const item = make('li');
      item.append(renderLine(line));
      list.append(item);
    }
    data.append(list);
  }
  return data;
}

/** A line of text, a link, or a statement that opens to the words that prove it. */
function renderLine({ text, url, quote }: CellLine): Node {
  if (url) {
    const link = make('a', {}, text);
    link.href = url;
    if (link.origin !== location.origin) link.rel = 'noopener noreferrer external';
    return link;
  }
  if (!quote) return document.createTextNode(text);
  const details = make('details');
  details.append(make('summary', {}, text), make('q', { class: 'soft' }, quote));
  return details;
}

customElements.define('paper-comparison', PaperComparison);
