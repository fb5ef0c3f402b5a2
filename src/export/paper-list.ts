// A list of papers as Markdown and as rows for CSV, with what its reader added where they added something.
import { listParts, type TextParts } from '../core/text-parts.ts';
import { authorsOf } from './comparison.ts';
import { renderCsv } from './csv.ts';
import { escapeMarkdown, renderMarkdownLink } from './markdown.ts';
import { addressOf, keyOf, type ListedPaper } from './paper-record.ts';

/** A list in Markdown; where it is known which papers were read, a list of tasks, ticked where one was. */
export function markdownListParts(papers: readonly ListedPaper[]): TextParts {
  return listParts(papers, renderItem);
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

/** The list as rows of CSV, with a row of headings. */
export function csvParts(papers: readonly ListedPaper[]): TextParts {
  const isOwn = papers.some(({ isRead }) => isRead !== undefined);
  const columns = isOwn ? [...COLUMNS, ...OWN_COLUMNS] : COLUMNS;
  const renderRow = (paper: ListedPaper) => renderCsv([columns.map(([, textOf]) => textOf(paper) ?? '')]);
  return listParts(papers, renderRow, { start: renderCsv([columns.map(([heading]) => heading)]) });
}
