// The page of a paper as Markdown: what the page says, made from what it is made from. Pure. (Pages of other kinds, but for
// those of terms, are turned into Markdown when they are built, which takes sixty times as long.)
import { count, say } from '../core/words.ts';
import { escapeProse, quoteProse, renderMarkdownLink } from '../export/markdown.ts';
import type { PaperCitation } from './paper-citation.ts';
import type { Decision, FiledUnder, PaperPage, RelatedPaper } from './paper-page.ts';
import type { TermNote } from './term-note.ts';
import {
  describeResult,
  joinBlocks,
  link,
  linkTerm,
  linkTheme,
  list,
  section,
  type TwinPlace,
} from './twin-text.ts';

/** What the twin of a paper is made from; `abstract` is its text. */
export type PaperTwin = TwinPlace & {
  readonly paper: PaperPage;
  readonly citation: PaperCitation;
  readonly abstract: string;
};

/** Renders the Markdown twin of the page of a paper. */
export function renderPaperTwin(twin: PaperTwin): string {
  const { paper, citation } = twin;
  const facts = [paper.date.text, paper.venue, paper.organization].filter((fact) => fact !== undefined);
  const blocks = [
    `# ${escapeProse(paper.heading)}`,
    escapeProse(facts.join(' · ')),
    escapeProse(paper.authors),
    escapeProse(paper.summary ?? ''),
    section(say`In plain words`, [escapeProse(paper.plain ?? '')]),
    section(say`Questions that it answers`, [list(paper.questions.map(escapeProse))]),
    section(say`Abstract`, quoteAbstract(twin)),
    section(say`Results that the abstract states`, [
      list(paper.results.map((result) => describeResult(result, twin))),
    ]),
    section(say`Cite`, [
      list(citation.citations.map(({ style, html }) => `${style}: ${textOfReference(html)}`)),
      `\`\`\`bibtex\n${citation.bibtex.trimEnd()}\n\`\`\``,
    ]),
    section(say`Filed under`, [
      list(paper.filedUnder.map((theme, index) => describeTheme(theme, index, twin))),
      describeDecision(paper.decision),
    ]),
    section(say`Links`, [list(paper.links.map(({ label, url }) => renderMarkdownLink(label, url)))]),
    section(say`Cited in the essays on`, [
      list(paper.citedIn.map((theme) => linkTheme(theme, twin, theme.title))),
    ]),
    section(say`Terms in this abstract`, [
      list(paper.terms.map((term) => `${linkTerm(term, twin)}: ${escapeProse(term.definition)}`)),
    ]),
    section(say`Read next`, [list(paper.related.map((related) => describeRelated(related, twin)))]),
  ];
  return `${joinBlocks(blocks)}\n`;
}

function quoteAbstract({ paper: { quotation, bibliography, gaps, repairs }, abstract }: PaperTwin): string[] {
  const origin = (place: { origin: string; url?: string }) =>
    place.url ? renderMarkdownLink(place.origin, place.url) : escapeProse(place.origin);
  return [
    quoteProse(abstract),
    quotation
      ? [
          `${say`Quoted from`} ${origin(quotation)}, ${quotation.where}.`,
          ...(quotation.edited ? [escapeProse(say`Edited by us: ${quotation.edited}`)] : []),
        ].join(' ')
      : '',
    list(
      gaps.map(({ quote, note }) => `${say`Gap in the source`} ${escapeProse(say`at “${quote}”: ${note}`)}`),
    ),
    repairs.length > 0 ? say`Text repaired: ${count(repairs.length, 'place')}` : '',
    list(repairs.map(({ from, to }) => `${escapeProse(from)} → ${escapeProse(to)}`)),
    bibliography
      ? `${say`Names, venue and identifiers`}: ${escapeProse(
          `${bibliography.origin}, ${bibliography.where}.`,
        )}`
      : '',
  ];
}

/** `<i>Bees</i>, 6(10)` -> `*Bees*, 6(10)`; references have no other markup that matters here. */
function textOfReference(html: string): string {
  return html
    .split(/(<[^>]*>)/)
    .map((piece) =>
      /^<\/?i>$/.test(piece) ? '*' : piece.startsWith('<') ? '' : escapeProse(readCharacters(piece)),
    )
    .join('');
}

/** The processor of references writes what HTML would read as markup as numbers: "&#38;". */
function readCharacters(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)));
}

function describeTheme(theme: FiledUnder, index: number, twin: PaperTwin): string {
  const parts = theme.parts.map((part) => escapeProse(part));
  return [linkTheme(theme, twin), index === 0 ? say`primary` : say`also`, ...parts].join(', ');
}

function describeDecision(decision: Decision): string {
  if (decision.by === 'unknown') return say`Who decided is not recorded.`;
  if (decision.by === 'person')
    return `${say`Decided by an editor.`} ${escapeProse(decision.note ?? '')}`.trimEnd();
  const isSure = decision.isSure ? '' : ` ${say`They were not sure: an editor should look.`}`;
  return `${say`Decided by the rules, from phrases in the title and the abstract.`}${isSure}`;
}

function describeRelated({ paper, terms, benchmarks, words, themes }: RelatedPaper, twin: PaperTwin): string {
  const links = (notes: readonly TermNote[]) => notes.map((term) => linkTerm(term, twin)).join(', ');
  const under = themes.length > 0 ? themes : paper.themes.slice(0, 1);
  const reasons = [
    terms.length > 0 ? `${say`Both on`} ${links(terms)}` : '',
    benchmarks.length > 0
      ? `${benchmarks.length > 1 ? say`Both with the benchmarks` : say`Both with the benchmark`} ${links(benchmarks)}`
      : '',
    words.length > 0 ? escapeProse(say`Both use the words ${words.join(', ')}`) : '',
    `${themes.length > 0 ? say`Both under` : say`Filed under`} ${under.map((theme) => linkTheme(theme, twin)).join(', ')}`,
  ];
  const title = link(paper.title, twin.urls.paper(paper.slug), twin);
  return `${title}. ${reasons.filter((reason) => reason !== '').join('. ')}.`;
}
