// What the Markdown twins of pages are put together from. Pure.
import { say } from '../core/words.ts';
import { escapeProse, renderMarkdownLink } from '../export/markdown.ts';
import type { ThemeLabel } from './paper-summary.ts';
import type { StatedResult } from './result-table.ts';
import { type TermNote, termHeading } from './term-note.ts';
import type { Urls } from './urls.ts';

/** Where links of a twin lead: `site` is the address that paths are seen from. */
export type TwinPlace = { readonly site: string; readonly urls: Urls };

/** The blocks that have a text, one below the other. */
export function joinBlocks(blocks: readonly string[]): string {
  return blocks.filter((block) => block !== '').join('\n\n');
}

/** A section with its heading; nothing where it would be empty. */
export function section(heading: string, blocks: readonly string[]): string {
  const text = joinBlocks(blocks);
  return text && `## ${heading}\n\n${text}`;
}

/** A list of texts of one line each. */
export function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** A result with its benchmark, and with the words that state it. */
export function describeResult(result: StatedResult, place: TwinPlace): string {
  const { value, from, metric, setting, measure, model, versus, benchmark } = result;
  const what = escapeProse(measure === 'score' ? metric : say`${measure} in ${metric}`);
  const where = [
    benchmark && `${say`on`} ${linkTerm(benchmark, place)}`,
    setting && escapeProse(`(${setting})`),
  ];
  const who = [model, versus && say`compared with ${versus}`].filter(Boolean).join(' ');
  const { quote: pieces } = result.findStatement();
  const quote = pieces.map(({ text }) => text).join('');
  return [
    `**${escapeProse(value)}**`,
    from && escapeProse(say`from ${from}`),
    what,
    ...where,
    who && `– ${escapeProse(who)}`,
    `– “${escapeProse(quote)}”`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** A link to the page of a term. */
export function linkTerm({ id, name }: TermNote, place: TwinPlace): string {
  return link(termHeading(name), place.urls.term(id), place);
}

/** A link to the page of a theme, or without `text` its short name as one. */
export function linkTheme({ id, short }: ThemeLabel, place: TwinPlace, text = short): string {
  return link(text, place.urls.theme(id), place);
}

/** A link to a path of the site, which holds wherever the twin goes. */
export function link(text: string, path: string, { site }: TwinPlace): string {
  return renderMarkdownLink(text, new URL(path, site).href);
}

/** A text of the interface with its words in brackets as a link: "The [table] has all of them." */
export function linkWords(text: string, path: string, place: TwinPlace): string {
  return text.replace(/\[([^[\]]*)\]/, (_, words) => link(words, path, place));
}
