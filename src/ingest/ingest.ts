// One source into proposals: parse, repair, and account for every line.
import { findDamage } from '../core/abstract-damage.ts';
import { ADDRESS } from '../core/addresses.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { digestAbstract, digestText, splitLines } from '../core/digest.ts';
import { applyRepairs } from '../core/repairs.ts';
import type { EntryFields, Repair } from '../core/schema/entry.ts';
import type { SourceFields } from '../core/schema/survey.ts';
import { foldSpace, wordsOf } from '../core/text.ts';
import type { Adapter, Draft, Finding, LineRole, Lines } from './adapter.ts';
import { httpsAddress } from './identifiers.ts';
import { openLedger } from './ledger.ts';
import { indexLines, type LineIndex } from './line-index.ts';
import { LONGEST_ABSTRACT, LONGEST_TITLE } from './record.ts';
import { GLUED, type Repaired, repairText } from './repair.ts';

/** What a source says of one paper, repaired: everything of an entry but what the survey adds. */
export type Proposal = {
  readonly fields: Omit<EntryFields, 'themes'>;
  /** The abstract as plain text; empty where the source has none. */
  readonly text: string;
  /** Gaps and damage in the text of this paper. */
  readonly diagnostics: readonly Diagnostic[];
};

/** A source after ingest: proposals, the role of each line, and what was noticed. */
export type Ingested = {
  readonly proposals: readonly Proposal[];
  readonly ledger: readonly LineRole[];
  /** What is wrong with the source as a whole; problems of one paper's text are with its proposal. */
  readonly diagnostics: readonly Diagnostic[];
};

/** One thing that ingest comes upon in a source. */
export type Step = { readonly proposal: Proposal } | { readonly diagnostic: Diagnostic };

/**
 * Reads one source with an adapter, one paper after the other, and returns the role of each line. `text` has no byte
 * order mark; `file` is its path as messages show it. Pure, and total for any text.
 */
export function* readSource(
  text: string,
  adapter: Adapter,
  source: SourceFields,
  file: string,
): Generator<Step, readonly LineRole[]> {
  const lines = indexLines(text);
  const ledger = openLedger(lines, file);
  const isWord = vocabularyOf(text);
  const info = { file, listed: source.listed, ...(source.columns && { columns: source.columns }) };
  const digest = digester(lines);
  for (const finding of limitLengths(adapter.read(text, info), file)) {
    ledger.enter(finding);
    if ('diagnostic' in finding) yield finding;
    if ('draft' in finding)
      yield {
        proposal: propose(finding.draft, { isWord, sourceFile: source.file, file, lines, digest }),
      };
  }
  const { roles, diagnostics } = ledger.close();
  for (const diagnostic of diagnostics) yield { diagnostic };
  return roles;
}

/** No text is longer than a paper may have it: repairs look at every word, and a book is no abstract. */
function* limitLengths(findings: Iterable<Finding>, file: string): Generator<Finding> {
  for (const finding of findings) {
    if (!('draft' in finding)) {
      yield finding;
      continue;
    }
    const { abstract, ...draft } = finding.draft;
    const place = { file, line: draft.lines[0], column: 1 };
    if (draft.title.length > LONGEST_TITLE) {
      const message = `The title has ${draft.title.length} characters, so no paper was made of it.`;
      const cure = 'Correct it in the source and ingest it again, or write the entry by hand.';
      yield { diagnostic: diagnose('listing-record', place, message, cure) };
    } else if (abstract && abstract.text.length > LONGEST_ABSTRACT) {
      const message = `The abstract has ${abstract.text.length} characters, and was left out.`;
      const cure = `An abstract has at most ${LONGEST_ABSTRACT}; shorten it in the source.`;
      yield { draft };
      yield { diagnostic: diagnose('record-field', { ...place, line: abstract.line }, message, cure) };
    } else yield finding;
  }
}

/** Reads one source as a whole. */
export function ingestSource(text: string, adapter: Adapter, source: SourceFields, file: string): Ingested {
  const proposals: Proposal[] = [];
  const diagnostics: Diagnostic[] = [];
  const steps = readSource(text.replace(/^\uFEFF/, ''), adapter, source, file);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return { proposals, diagnostics, ledger: step.value };
    if ('proposal' in step.value) proposals.push(step.value.proposal);
    else diagnostics.push(step.value.diagnostic);
  }
}

/**
 * Whether the listing uses a word more than once: enough to tell a word from two glued ones. Only words that could be
 * glued, or be the second half of such, are counted.
 */
function vocabularyOf(text: string): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const [glued, word = ''] of text.matchAll(GLUED)) {
    counts.set(glued.toLowerCase(), 0);
    counts.set(word.toLowerCase(), 0);
  }
  if (counts.size > 0)
    for (const line of text.split('\n'))
      for (const word of wordsOf(line)) {
        const seen = counts.get(word);
        if (seen !== undefined) counts.set(word, seen + 1);
      }
  return (word) => (counts.get(word.toLowerCase()) ?? 0) > 1;
}

/** The fingerprint of lines; that of the last ones is kept, for many records may share one line. */
function digester(lines: LineIndex): (range: Lines) => string {
  let last: { key: string; digest: string } | undefined;
  return ([first, end]) => {
    const key = `${first}-${end}`;
    if (last?.key !== key) last = { key, digest: digestText(splitLines(lines.slice(first, end)).join('\n')) };
    return last.digest;
  };
}

type Context = {
  readonly isWord: (word: string) => boolean;
  readonly sourceFile: string;
  readonly file: string;
  readonly lines: LineIndex;
  readonly digest: (range: Lines) => string;
};

function propose(draft: Draft, context: Context): Proposal {
  const title = repairText(draft.title, context.isWord);
  const abstract = repairText(draft.abstract?.text ?? '', context.isWord);
  const repairs = [...title.repairs, ...abstract.repairs];
  const gaps = [...title.gaps, ...abstract.gaps];
  const links = { ...linksOf(abstract.text), ...draft.links };
  const {
    authors,
    orcids,
    familyNames,
    comments,
    lines,
    title: _,
    abstract: __,
    links: ___,
    ...facts
  } = draft;
  const isSpelled = spellsOut(draft.lines, [title.text, abstract.text], repairs, context.lines);
  return {
    text: abstract.text,
    fields: {
      ...facts,
      title: title.text,
      ...(authors && { authors: [...authors] }),
      ...(orcids && { orcids: { ...orcids } }),
      ...(familyNames && { familyNames: { ...familyNames } }),
      ...(Object.keys(links).length > 0 && { links }),
      ...(gaps.length > 0 && { gaps }),
      ...(repairs.length > 0 && { repairs }),
      source: {
        file: context.sourceFile,
        lines: [lines[0], lines[1]],
        digest: context.digest(lines),
        ...(comments && { comments }),
        ...(!isSpelled && { text: digestAbstract(title.text, abstract.text) }),
      },
    },
    diagnostics: [
      ...reportCommands(repairs, { file: context.file, line: lines[0], column: 1 }),
      ...reportText(draft, abstract, context.file),
    ],
  };
}

/** Longer records are not searched for their own words (characters): many of them may share one long line. */
const LONGEST_RECORD = 200_000;

/** Whether the lines of a record, after the repairs, show title and abstract letter by letter. */
function spellsOut(
  [first, last]: Lines,
  texts: readonly string[],
  repairs: readonly Repair[],
  lines: LineIndex,
): boolean {
  const raw = lines.slice(first, last);
  if (raw.length > LONGEST_RECORD) return false;
  const repaired = foldSpace(applyRepairs(splitLines(raw).join(' '), repairs));
  return texts.every((text) => repaired.includes(foldSpace(text)));
}

function reportCommands(repairs: readonly Repair[], place: Diagnostic['place']): Diagnostic[] {
  return repairs
    .filter(({ rule }) => rule === 'latex-command')
    .map(({ from, to }) =>
      diagnose(
        'latex-command',
        place,
        `A LaTeX command is not known: “${from}” became “${to}”.`,
        'Correct the entry, and say so in the field edited, or add the command to src/ingest/latex.ts.',
      ),
    );
}

/** Addresses that the abstract itself gives: a repository is code, another page the project's. */
function linksOf(text: string): NonNullable<EntryFields['links']> {
  const addresses = (text.match(ADDRESS) ?? [])
    .filter((address) => address.startsWith('https:'))
    .flatMap((address) => httpsAddress(address) ?? []);
  const isCode = (address: string) =>
    /^https:\/\/(?:www\.)?(?:github|gitlab|bitbucket|codeberg)\./.test(address);
  const code = addresses.find(isCode);
  const project = addresses.find((address) => !isCode(address));
  return { ...(code && { code }), ...(project && { project }) };
}

function reportText({ abstract }: Draft, repaired: Repaired, file: string): Diagnostic[] {
  if (!abstract) return [];
  const placeOf = (words: string) => ({
    file,
    line: abstract.line,
    column: Math.max(0, abstract.text.indexOf(words)) + 1,
  });
  return [
    ...repaired.gaps.map(({ quote, note }) =>
      diagnose(
        'text-gap',
        placeOf(quote),
        `${note} The words are: “${quote}”.`,
        'Complete the abstract from the paper and say so in the field edited, or leave the gap as it is.',
      ),
    ),
    ...findDamage(repaired.text).map(({ what, found }) =>
      diagnose(
        'text-damage',
        placeOf(found),
        `This looks like ${what}: “${found}”.`,
        'Add a rule to src/ingest/repair.ts, or mend the entry and say so in the field edited.',
      ),
    ),
  ];
}
