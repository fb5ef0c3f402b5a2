// A reading list as Markdown and as rows for CSV.
import { addressOf } from './bibtex.ts';
import { authorsOf } from './comparison.ts';
import { escapeMarkdown, renderMarkdownLink } from './markdown.ts';
import type { PaperRecord } from './paper-record.ts';

/** A saved paper with what its reader added. */
export type SavedPaper = { readonly paper: PaperRecord; readonly isRead: boolean; readonly note: string };

/** Renders a list of tasks, ticked where a paper was read. */
export function renderMarkdownList(saved: readonly SavedPaper[]): string {
  return saved.map(renderItem).join('');
}

function renderItem({ paper, isRead, note }: SavedPaper): string {
  const { title, published, venue, summary } = paper;
  const facts = [authorsOf(paper), venue ?? published].filter((fact) => fact !== undefined).join('. ');
  const more = [facts, summary, note && `Note: ${note}`].filter((line) => line !== undefined && line !== '');
  return [
    `- [${isRead ? 'x' : ' '}] ${renderMarkdownLink(title, addressOf(paper))}`,
    ...more.map((line) => `  ${escapeMarkdown(line ?? '')}`),
  ]
    .map((line, index, all) => `${line}${index < all.length - 1 ? '  ' : ''}\n`)
    .join('');
}

/** The list as rows of a table, with a row of headings. */
export function listRows(saved: readonly SavedPaper[]): string[][] {
  return [
    ['title', 'authors', 'published', 'venue', 'arxiv', 'address', 'read', 'note'],
    ...saved.map(({ paper, isRead, note }) => [
      paper.title,
      authorsOf(paper) ?? '',
      paper.published ?? '',
      paper.venue ?? '',
      paper.arxiv ?? '',
      addressOf(paper),
      isRead ? 'yes' : 'no',
      note,
    ]),
  ];
}
