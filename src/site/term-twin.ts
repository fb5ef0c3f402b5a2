// The first page of a term as Markdown: what the page says, made from what it is made from. Pure.
import type { Entry } from '../core/schema/entry.ts';
import { count, say } from '../core/words.ts';
import { escapeMarkdown, escapeProse } from '../export/markdown.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { pieceRange } from './pages.ts';
import type { ResultRow } from './result-table.ts';
import { termHeading } from './term-note.ts';
import {
  type CountedTerm,
  cutTermPapers,
  type Excerpt,
  KIND_NAMES,
  type TermPage,
  type TermPaper,
} from './term-page.ts';
import {
  describeResult,
  joinBlocks,
  link,
  linkTerm,
  linkTheme,
  linkWords,
  list,
  section,
  type TwinPlace,
} from './twin-text.ts';

/** What the twin of a term is made from; `describe` says of an entry how it uses a term. */
export type TermTwin = TwinPlace & {
  readonly term: TermPage;
  readonly describe: (entry: Entry, id: string) => TermPaper;
};

/** Renders the Markdown twin of the page of a term. */
export function renderTermTwin(twin: TermTwin): string {
  const { name, kind, aliases, definition, companions } = twin.term;
  const spellings = aliases.length > 0 ? [say`Also written ${aliases.join(', ')}`] : [];
  const blocks = [
    `# ${escapeProse(termHeading(name))}`,
    [KIND_NAMES[kind], ...spellings].map(escapeProse).join(' · '),
    escapeProse(definition),
    section(say`Results`, listResults(twin)),
    section(say`Papers`, listPapers(twin)),
    section(say`Often stands with`, [list(companions.map((other) => describeCompanion(other, twin)))]),
  ];
  return `${joinBlocks(blocks)}\n`;
}

function listResults(twin: TermTwin): string[] {
  const rows = twin.term.results?.rows ?? [];
  if (rows.length === 0) return [];
  const shown = rows.slice(0, PAGE_SIZES.resultsOfTerm);
  const table = (text: string) => linkWords(text, twin.urls.results(), twin);
  const range = pieceRange('result', 0, shown.length, rows.length);
  return [
    table(
      say`As abstracts state them, each with its sentence. They were measured apart and are [no ranking].`,
    ),
    list(shown.map((row) => describeRow(row, twin))),
    shown.length < rows.length ? table(say`${range}. The [table of results] has all of them.`) : '',
  ];
}

function describeRow({ benchmark: _, ...row }: ResultRow, twin: TermTwin): string {
  return `${describeResult(row, twin)} – ${link(row.shortTitle, twin.urls.paper(row.paper.slug), twin)}`;
}

function listPapers(twin: TermTwin): string[] {
  const { id, users, times } = twin.term;
  if (users.length === 0) return [say`No paper of the survey uses it.`];
  const [first] = cutTermPapers({ users });
  const papers = (first?.items ?? []).map((entry) => twin.describe(entry, id));
  return [
    say`${pieceRange('paper', 0, papers.length, users.length)}, newest first`,
    times?.undated ? say`and ${times.undated} without a date` : '',
    list(papers.map((paper) => describePaper(paper, twin))),
  ];
}

function describePaper({ paper, excerpt, reason = '' }: TermPaper, twin: TermTwin): string {
  const facts = [
    link(paper.title, twin.urls.paper(paper.slug), twin),
    escapeProse(paper.date.text),
    paper.themes.map((theme) => linkTheme(theme, twin)).join(', '),
  ];
  return `${facts.join(' · ')}\n  ${excerpt ? describeExcerpt(excerpt) : escapeProse(reason)}`;
}

function describeExcerpt({ isCutBefore, before, term, after, isCutAfter }: Excerpt): string {
  const words = `${escapeProse(before)}*${escapeMarkdown(term)}*${escapeProse(after)}`;
  return `“${isCutBefore ? '… ' : ''}${words}${isCutAfter ? ' …' : ''}”`;
}

function describeCompanion(other: CountedTerm, twin: TermTwin): string {
  return `${linkTerm(other, twin)} ${say`in ${count(other.papers, 'paper')} with it`}: ${escapeProse(other.definition)}`;
}
