// A list of papers as Markdown and as rows for CSV, with what its reader added where they added something.
import { authorsOf } from './comparison.ts';
import { escapeMarkdown, renderMarkdownLink } from './markdown.ts';
import { addressOf, keyOf, type ListedPaper } from './paper-record.ts';

/** Renders a list; where it is known which papers were read, a list of tasks, ticked where one was. */
export function renderMarkdownList(papers: readonly ListedPaper[]): string {
  return papers.map(renderItem).join('');
}

function renderItem(paper: ListedPaper): string {
  const { title, published, venue, summary, isRead, note } = paper;
  const tick = isRead === undefined ? '' : isRead ? '[x] ' : '[ ] ';
  const facts = [authorsOf(paper), venue ?? published].filter((fact) => fact !== undefined).join('. ');
  const more = [facts, summary, note && `Note: ${note}`].filter((line) => line !== undefined && line !== '');
  return [
    `- ${tick}${renderMarkdownLink(title, addressOf(paper))}`,
    ...more.map((line) => `  ${escapeMarkdown(line ?? '')}`),
  ]
    .map((line, index, all) => `${line}${index < all.length - 1 ? '  ' : ''}\n`)
    .join('');
}

type Column = readonly [heading: string, textOf: (paper: ListedPaper) => string | undefined];

const COLUMNS: readonly Column[] = [
  ['key', keyOf],
  ['title', ({ title }) => title],
  ['authors', ({ authors }) => authors?.join('; ')],
  ['author count', ({ authorCount }) => authorCount?.toString()],
  ['published', ({ published }) => published],
  ['venue', ({ venue }) => venue],
  ['arxiv', ({ arxiv }) => arxiv],
  ['doi', ({ doi }) => doi],
  ['url', addressOf],
  ['themes', ({ themes }) => themes.join('; ')],
  ['terms', ({ terms }) => terms.join('; ')],
  ['summary', ({ summary }) => summary],
];

const OWN_COLUMNS: readonly Column[] = [
  ['read', ({ isRead }) => (isRead ? 'yes' : 'no')],
  ['note', ({ note }) => note],
];

/** The list as rows of a table, with a row of headings. */
export function listRows(papers: readonly ListedPaper[]): string[][] {
  const isOwn = papers.some(({ isRead }) => isRead !== undefined);
  const columns = isOwn ? [...COLUMNS, ...OWN_COLUMNS] : COLUMNS;
  return [
    columns.map(([heading]) => heading),
    ...papers.map((paper) => columns.map(([, textOf]) => textOf(paper) ?? '')),
  ];
}
