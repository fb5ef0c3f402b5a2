// One source into proposals: parse, repair, and account for every line.
import { findDamage } from '../core/abstract-damage.ts';
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import { digestLines, splitLines } from '../core/digest.ts';
import type { EntryFields } from '../core/schema/entry.ts';
import type { SourceFields } from '../core/schema/survey.ts';
import { wordsOf } from '../core/text.ts';
import type { Adapter, Draft, LineRole } from './adapter.ts';
import { type Repaired, repairText } from './repair.ts';

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

/** Reads one source with an adapter. `file` is its path as messages show it. Pure, and total for any text. */
export function ingestSource(text: string, adapter: Adapter, source: SourceFields, file: string): Ingested {
  const parsed = adapter.parse(text, { file, listed: source.listed });
  const lines = splitLines(text);
  const isWord = vocabularyOf(parsed.drafts);
  return {
    proposals: parsed.drafts.map((draft) => propose(draft, lines, isWord, source.file, file)),
    ledger: parsed.ledger,
    diagnostics: parsed.diagnostics,
  };
}

/** Words that the listing uses more than once: enough to tell a word from two glued ones. */
function vocabularyOf(drafts: readonly Draft[]): (word: string) => boolean {
  const counts = new Map<string, number>();
  for (const word of drafts.flatMap(({ abstract }) => wordsOf(abstract?.text ?? '')))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return (word) => (counts.get(word.toLowerCase()) ?? 0) > 1;
}

function propose(
  draft: Draft,
  lines: readonly string[],
  isWord: (word: string) => boolean,
  sourceFile: string,
  file: string,
): Proposal {
  const title = repairText(draft.title, isWord);
  const abstract = repairText(draft.abstract?.text ?? '', isWord);
  const repairs = [...title.repairs, ...abstract.repairs];
  const gaps = [...title.gaps, ...abstract.gaps];
  const links = { ...linksOf(abstract.text), ...draft.links };
  return {
    text: abstract.text,
    fields: {
      title: title.text,
      ...(draft.published && { published: draft.published }),
      ...(draft.authors && { authors: [...draft.authors] }),
      ...(draft.authorCount && { authorCount: draft.authorCount }),
      ...(draft.organization && { organization: draft.organization }),
      ...(draft.venue && { venue: draft.venue }),
      ...(draft.arxiv && { arxiv: draft.arxiv }),
      ...(Object.keys(links).length > 0 && { links }),
      ...(gaps.length > 0 && { gaps }),
      ...(repairs.length > 0 && { repairs }),
      source: {
        file: sourceFile,
        lines: [draft.lines[0], draft.lines[1]],
        digest: digestLines(lines, draft.lines),
        ...(draft.comments && { comments: draft.comments }),
      },
    },
    diagnostics: reportText(draft, abstract, file),
  };
}

/** Addresses that the abstract itself gives: a repository is code, another page the project's. */
function linksOf(text: string): NonNullable<EntryFields['links']> {
  const addresses = (text.match(/https:\/\/[^\s()<>"“”]+/g) ?? []).map((address) =>
    address.replace(/[.,;:]+$/, ''),
  );
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
