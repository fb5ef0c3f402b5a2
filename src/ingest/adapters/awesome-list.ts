// An awesome list in Markdown: a paper is a list item that begins with a link, maybe with a date and other links around
// it. It has no abstracts, so stubs are made of it. https://github.com/sindresorhus/awesome
import type { Link, Nodes, Root } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { remark } from 'remark';
import { diagnose } from '../../core/diagnostics.ts';
import { splitLines } from '../../core/digest.ts';
import type { Adapter, Finding, SourceInfo } from '../adapter.ts';
import { startOf } from '../ledger.ts';
import { type PartialDate, parsePartialDate } from '../partial-date.ts';
import { readRecord } from '../record.ts';

/** Reads awesome lists. */
export const awesomeList: Adapter = {
  id: 'awesome-list',
  name: 'Awesome list, Markdown',
  extension: '.md',
  detect(text) {
    const lines = splitLines(text.slice(0, 100_000));
    const items = lines.filter((line) => ITEM.test(line) && /\]\(https?:/.test(line)).length;
    return items > 0 && lines.some((line) => line.startsWith('#')) ? 0.5 : items > 2 ? 0.3 : 0;
  },
  read,
};

const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+\S/; // "- [Nest Choice](https://...)", "1. Nest Choice"
/** No line of a list that a person wrote is longer (characters). */
const LONGEST_LINE = 10_000;
/** Words of links beside the paper itself. */
const BESIDES =
  /^(?:paper|pdf|arxiv|link|code|github|project(?: page)?|website|page|blog|video|slides|data(?:set)?|demo|hf|hugging ?face)$/i;
/** A link to a paper: "](https://arxiv.org/abs/2501.01234)", "<https://doi.org/10.1000/bees>" */
const TO_PAPER =
  /\b(?:arxiv\.org\/(?:abs|pdf|html)\/|doi\.org\/10\.|openreview\.net\/(?:forum|pdf)\?|aclanthology\.org\/[A-Z\d])/i;
const parser = remark();

function* read(text: string, source: SourceInfo): Generator<Finding> {
  const lines = splitLines(text);
  let isFenced = false;
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (/^\s*(?:```|~~~)/.test(line)) isFenced = !isFenced;
    const first = index + 1;
    if (isFenced || !ITEM.test(line)) {
      yield* readOther(line, first, isFenced, source);
      continue;
    }
    // An item goes on over lines that are indented and begin no item of their own.
    while (/^\s+\S/.test(lines[index + 1] ?? '') && !ITEM.test(lines[index + 1] ?? '')) index++;
    const item = lines.slice(first - 1, index + 1).join(' ');
    yield* readItem(item, [first, index + 1], source);
  }
}

/** What is no item is of the page; a row of a table is read as one, and a link to a paper elsewhere is reported. */
function readOther(line: string, number: number, isFenced: boolean, source: SourceInfo): Finding[] {
  const lines = [number, number] as const;
  if (isFenced || line.length > LONGEST_LINE || !TO_PAPER.test(line)) return [{ role: 'header', lines }];
  const cells = /^\s*\|(.*)\|\s*$/.exec(line)?.[1]; // "| Nest Choice | [arXiv](https://...) |"
  // A number or a year in the first column is no title.
  if (cells !== undefined) return readItem(cells.trim().replace(/^[\d\s#.]*\|\s*/, ''), lines, source);
  return [
    {
      diagnostic: diagnose(
        'listing-line',
        { file: source.file, line: number, column: 1 },
        `A link to a paper in no item of the list, line ${number}: “${startOf(line)}”.`,
        'If it is a paper of the list, write it as an item: - [Title](address)',
      ),
    },
  ];
}

function readItem(item: string, lines: readonly [number, number], source: SourceInfo): Finding[] {
  if (item.length > LONGEST_LINE) return [];
  const tree: Root = parser.parse(item.replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?/i, ''));
  const links = collectLinks(tree).filter(({ url }) => /^https?:/.test(url));
  // "- [Contents](#contents)": a way around the list.
  if (links.length === 0) return [{ role: 'header', lines }];
  const words = textOf(tree);
  const main = links.find((link) => labelOf(link) !== '' && !BESIDES.test(labelOf(link)));
  const title = main ? textOf(main) : (words.split(/\s*[[(|]\s*|\s+[-–—]\s+/)[0] ?? '');
  const named = (pattern: RegExp) => links.find((link) => pattern.test(labelOf(link)))?.url;
  const record = {
    lines,
    at: () => ({ line: lines[0], column: 1 }),
    title: title.replace(/^["“*_\s]+|["”*_\s.]+$/g, ''),
    date: dateIn(words.replace(title, '')),
    code: named(/^(?:code|github)$/i),
    project: named(/^(?:project(?: page)?|website|page)$/i),
    urls: links.map(({ url }) => url),
  };
  return readRecord(record, source);
}

/** The words of a link without brackets and pictures: "[paper]" -> "paper". */
function labelOf(link: Link): string {
  return textOf(link)
    .replace(/[^\p{L}\p{N}\s]/gu, '')
    .trim();
}

function collectLinks(node: Nodes): Link[] {
  if (node.type === 'link') return [node];
  return 'children' in node ? node.children.flatMap((child) => collectLinks(child)) : [];
}

/** A date beside a title: "(2025-01-08)", "[2025.01]", "Jan 2025", "(NeurIPS 2025)". */
function dateIn(words: string): PartialDate | undefined {
  const written =
    /\b(?:(?:\d{1,2} )?\p{L}{3,9}\.? (?:\d{1,2}, )?)?(?:19|20)\d{2}(?:[-/.]\d{1,2}){0,2}\b/u.exec(words)?.[0];
  if (written === undefined) return undefined;
  return parsePartialDate(written) ?? parsePartialDate(/\d{4}$/.exec(written)?.[0] ?? '');
}
