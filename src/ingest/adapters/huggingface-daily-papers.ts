// A page of Hugging Face Daily Papers, pasted as text: for each paper its title, its abstract and, for most,
// a block with the number of authors or the organisation, a middle dot, and the date with the comments.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { splitLines } from '../../core/digest.ts';
import type { Adapter, Draft, Finding, SourceInfo } from '../adapter.ts';
import { type ListedDay, parseListedDay, resolveDay } from '../listing-date.ts';

/** Lines of the page around the papers. */
const FURNITURE: readonly RegExp[] = [
  /^new$/i,
  /^Get trending papers in your email inbox!?$/,
  /^Subscribe$/,
  /^(?:Daily|Trending) Papers$/,
  /^by ?AK and the research community$/,
];
/** Lines below the papers; one that an abstract follows is a title all the same. */
const FOOTER =
  /^(?:Previous|Next|System theme|Company|TOS|Privacy|About|Jobs|Careers|Website|Models|Datasets|Spaces|Pricing|Docs)$/;
const SEPARATOR = '·';
/** No abstract is shorter, and no title longer: tells them apart where one of them is missing. */
const SHORTEST_ABSTRACT = 120;
const LONGEST_TITLE = 300;

/** Lines that stand together, between blank ones. `first` counts from 1. */
type Block = { readonly first: number; readonly lines: readonly string[] };

/** Reads pasted pages of Hugging Face Daily Papers. */
export const huggingFaceDailyPapers: Adapter = {
  id: 'huggingface-daily-papers',
  name: 'Hugging Face Daily Papers, pasted',
  place: { origin: 'Hugging Face Daily Papers', url: 'https://huggingface.co/papers' },
  extension: '.txt',
  detect(text) {
    const lines = splitLines(text).map((line) => line.trim());
    const hasHeader = lines.slice(0, 30).some((line) => FURNITURE.some((pattern) => pattern.test(line)));
    return (hasHeader ? 0.6 : 0) + (lines.includes(SEPARATOR) ? 0.3 : 0);
  },
  read,
};

function* read(text: string, source: SourceInfo): Generator<Finding> {
  const blocks = splitBlocks(splitLines(text));
  const days: { day: ListedDay; line: number }[] = [];
  for (let index = 0; index < blocks.length; index++) {
    const block = blocks[index] as Block;
    if (isFurniture(block)) {
      yield { role: 'header', lines: [block.first, lastLine(block)] };
      const found = parseListedDay(block.lines[0] ?? '');
      if (found) yield* asFindings(checkHeaderDay(found.day, block.first, source));
      continue;
    }
    const abstract = blocks[index + 1];
    if (isFooter(block) && !(abstract && isAbstract(abstract))) {
      yield { role: 'header', lines: [block.first, lastLine(block)] };
      continue;
    }
    if (!isTitle(block) || !abstract || !isAbstract(abstract)) {
      yield { diagnostic: reportStray(block, source) };
      continue;
    }
    const further = furtherParagraphs(blocks, index + 2);
    const next = blocks[index + 2 + further.length];
    const details = next && isDetails(next) ? next : undefined;
    const record = details
      ? parseDetails(details, source)
      : { fields: {}, days: [], diagnostics: [], strays: [] };
    const paragraphs = [abstract, ...further];
    const lines = [block.first, lastLine(details ?? abstract)] as const;
    const text = { text: paragraphs.map(joinLines).join(' '), line: abstract.first };
    yield { draft: { title: joinLines(block), abstract: text, lines, ...record.fields } };
    yield* asFindings(reportParagraphs(further, details ? undefined : next, source));
    for (const stray of record.strays) yield { role: 'not-understood', lines: [stray, stray] };
    yield* asFindings(record.diagnostics);
    days.push(...record.days);
    index += paragraphs.length + (details ? 1 : 0);
  }
  yield* asFindings(checkWrittenYears(days, source));
}

function asFindings(diagnostics: readonly Diagnostic[]): Finding[] {
  return diagnostics.map((diagnostic) => ({ diagnostic }));
}

function splitBlocks(lines: readonly string[]): Block[] {
  const blocks: { first: number; lines: string[] }[] = [];
  let isOpen = false;
  lines.forEach((line, index) => {
    if (line.trim() === '') {
      isOpen = false;
      return;
    }
    if (isOpen) blocks.at(-1)?.lines.push(line);
    else blocks.push({ first: index + 1, lines: [line] });
    isOpen = true;
  });
  return blocks;
}

function lastLine(block: Block): number {
  return block.first + block.lines.length - 1;
}

function joinLines(block: Block): string {
  return block.lines.map((line) => line.trim()).join(' ');
}

function isFurniture({ lines }: Block): boolean {
  const line = lines[0]?.trim() ?? '';
  return (
    lines.length === 1 &&
    (FURNITURE.some((pattern) => pattern.test(line)) || parseListedDay(line) !== undefined)
  );
}

function isFooter({ lines }: Block): boolean {
  return lines.every((line) => FOOTER.test(line.trim()));
}

function isDetails({ lines }: Block): boolean {
  return lines.some((line) => line.trim() === SEPARATOR);
}

function isTitle(block: Block): boolean {
  return block.lines.length === 1 && !isDetails(block) && joinLines(block).length <= LONGEST_TITLE;
}

function isAbstract(block: Block): boolean {
  return !isDetails(block) && !isFurniture(block) && joinLines(block).length >= SHORTEST_ABSTRACT;
}

/** No abstract has more paragraphs than these behind its first one. */
const MOST_FURTHER = 10;

/**
 * Paragraphs that go on with an abstract: all that stands between it and the block of details, where every one of them
 * ends as a sentence does, and as a title does not.
 */
function furtherParagraphs(blocks: readonly Block[], start: number): readonly Block[] {
  let end = start;
  while (end < start + MOST_FURTHER && isSentence(blocks[end])) end++;
  const next = blocks[end];
  return next && isDetails(next) ? blocks.slice(start, end) : [];
}

/** Whether a block ends within or behind a sentence: "We show three things:" */
function isSentence(block: Block | undefined): boolean {
  if (!block || isDetails(block) || isFurniture(block)) return false;
  return /[.,:;]["”’')\]]?$/.test(joinLines(block));
}

/** What was joined is said, and so is a title that may be a paragraph: one of the two may be a mistake. */
function reportParagraphs(
  joined: readonly Block[],
  next: Block | undefined,
  source: SourceInfo,
): Diagnostic[] {
  const block = joined.length > 0 ? joined.find(isTitle) : next;
  if (!block || !isSentence(block) || !isTitle(block)) return [];
  const message =
    joined.length > 0
      ? `“${startOf(block)}” was taken for a paragraph of the abstract before it.`
      : `“${startOf(block)}” was taken for a title, though it ends like a sentence.`;
  const cure =
    joined.length > 0
      ? 'If it is a title, take the mark at its end off in the source.'
      : 'If it belongs to the abstract before it, join the two paragraphs in the source.';
  return [diagnose('listing-paragraph', { file: source.file, line: block.first, column: 1 }, message, cure)];
}

type Details = {
  readonly fields: Partial<Pick<Draft, 'published' | 'authorCount' | 'organization' | 'comments'>>;
  readonly days: readonly { day: ListedDay; line: number }[];
  readonly diagnostics: readonly Diagnostic[];
  /** Lines that were not understood. */
  readonly strays: readonly number[];
};

/** Reads "• 6 authors", "·", "Oct 4, 2024 2", or an organisation in place of the authors. */
function parseDetails(block: Block, source: SourceInfo): Details {
  const fields: { -readonly [Key in keyof Details['fields']]: Details['fields'][Key] } = {};
  const days: { day: ListedDay; line: number }[] = [];
  const diagnostics: Diagnostic[] = [];
  const strays: number[] = [];
  const separator = block.lines.findIndex((line) => line.trim() === SEPARATOR);
  block.lines.forEach((raw, index) => {
    const line = block.first + index;
    const text = raw.trim();
    const authors = /^(?:• *)?(\d+|\d{1,3}(?:[,.’ ]\d{3})+) authors?$/.exec(text); // "• 6 authors", "1,024 authors"
    const authorCount = Number(authors?.[1]?.replace(/\D/g, ''));
    const dated = parseListedDay(text);
    if (index === separator) return;
    if (authorCount > 0) fields.authorCount = authorCount;
    else if (index > separator && dated) {
      days.push({ day: dated.day, line });
      const resolved = resolveDay(dated.day, source.listed);
      if ('date' in resolved) fields.published = resolved.date;
      else diagnostics.push(reportDay(resolved.problem, line, source));
      if (dated.comments) fields.comments = dated.comments;
    } else if (index < separator && !fields.organization) {
      fields.organization = dropAvatar(text.replace(/^• */, ''));
    } else {
      strays.push(line);
      diagnostics.push(reportLines({ first: line, lines: [raw] }, source));
    }
  });
  return { fields, days, diagnostics, strays };
}

/** An organisation is pasted as the text of its avatar, then its name: "Lab Swarm Lab" -> "Swarm Lab". */
function dropAvatar(text: string): string {
  const words = text.split(/\s+/);
  for (let split = 1; split < words.length; split++) {
    const avatar = words.slice(0, split).join('').toLowerCase();
    const name = words.slice(split).join('').toLowerCase();
    if (name.includes(avatar)) return words.slice(split).join(' ');
  }
  return words.join(' ');
}

function checkHeaderDay(day: ListedDay, line: number, source: SourceInfo): Diagnostic[] {
  if (!source.listed) return [];
  const resolved = resolveDay({ year: Number(source.listed.slice(0, 4)), ...day }, undefined);
  if ('date' in resolved && resolved.date === source.listed) return [];
  const found = 'date' in resolved ? resolved.date : resolved.problem;
  return [
    diagnose(
      'listing-date',
      { file: source.file, line, column: 1 },
      `The listing is headed with ${found}, but content/survey.yaml says that it was listed on ${source.listed}.`,
      'Correct the field listed of this source in content/survey.yaml.',
    ),
  ];
}

/** A year is written out only when it is not that of the listing: a written year of the same or a later one contradicts. */
function checkWrittenYears(
  days: readonly { day: ListedDay; line: number }[],
  source: SourceInfo,
): Diagnostic[] {
  const listedYear = Number(source.listed?.slice(0, 4) ?? Number.POSITIVE_INFINITY);
  const newest = days.reduce<{ day: ListedDay; line: number } | undefined>(
    (best, found) => ((found.day.year ?? 0) > (best?.day.year ?? 0) ? found : best),
    undefined,
  );
  if (!newest?.day.year || newest.day.year < listedYear) return [];
  return [
    reportDay(
      `The listing writes out the year ${newest.day.year}, which it does only for years before its own, ${listedYear}.`,
      newest.line,
      source,
    ),
  ];
}

function reportDay(problem: string, line: number, source: SourceInfo): Diagnostic {
  return diagnose(
    'listing-date',
    { file: source.file, line, column: 1 },
    problem,
    'Set the field listed of this source in content/survey.yaml to the day of the listing, such as 2025-12-08.',
  );
}

/** A block in the place of a title that is none, or whose abstract is missing. */
function reportStray(block: Block, source: SourceInfo): Diagnostic {
  if (!isTitle(block)) return reportLines(block, source);
  return diagnose(
    'listing-record',
    { file: source.file, line: block.first, column: 1 },
    `No abstract follows “${startOf(block)}”.`,
    'Paste the whole page again, or write the entry by hand.',
  );
}

function reportLines(block: Block, source: SourceInfo): Diagnostic {
  const lines = block.lines.length > 1 ? `lines ${block.first} to ${lastLine(block)}` : `line ${block.first}`;
  return diagnose(
    'listing-line',
    { file: source.file, line: block.first, column: 1 },
    `Not understood, ${lines}: “${startOf(block)}”.`,
    'If it belongs to a paper, put its title on a line of its own before it, with blank lines around.',
  );
}

function startOf(block: Block): string {
  const text = joinLines(block);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
