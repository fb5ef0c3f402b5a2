// The ledger: what became of every line of a source. A line that nobody claims is reported, so that none is lost.
import { type Diagnostic, diagnose } from '../core/diagnostics.ts';
import type { Finding, LineRole, Lines } from './adapter.ts';
import type { LineIndex } from './line-index.ts';

/** Keeps the roles of the lines of one source while its findings come in. */
export type Ledger = {
  /** Enters a finding. */
  readonly enter: (finding: Finding) => void;
  /** The role of each line, and a diagnostic for lines that no finding has claimed or reported. */
  readonly close: () => { readonly roles: readonly LineRole[]; readonly diagnostics: readonly Diagnostic[] };
};

/** Opens the ledger of a source: its lines are blank or not understood until something claims them. */
export function openLedger(lines: LineIndex, file: string): Ledger {
  const roles: LineRole[] = Array.from({ length: lines.count }, (_, index) =>
    lines.slice(index + 1).trim() === '' ? 'blank' : 'not-understood',
  );
  const reported = new Set<number>();
  const mark = ([first, last]: Lines, role: LineRole) => {
    for (let line = first; line <= Math.min(last, roles.length); line++)
      if (roles[line - 1] !== 'blank') roles[line - 1] = role;
  };
  return {
    enter(finding) {
      if ('draft' in finding) mark(finding.draft.lines, 'entry');
      else if ('role' in finding) mark(finding.lines, finding.role);
      else if ('line' in finding.diagnostic.place) reported.add(finding.diagnostic.place.line);
    },
    close() {
      const runs = runsOf(roles, 'not-understood').filter(([first]) => !reported.has(first));
      return { roles, diagnostics: runs.map((run) => reportRun(run, lines, file)) };
    },
  };
}

/** Runs of consecutive lines with a role. */
function runsOf(roles: readonly LineRole[], role: LineRole): Lines[] {
  const runs: [number, number][] = [];
  roles.forEach((found, index) => {
    if (found !== role) return;
    const last = runs.at(-1);
    if (last?.[1] === index) last[1] = index + 1;
    else runs.push([index + 1, index + 1]);
  });
  return runs;
}

function reportRun([first, last]: Lines, lines: LineIndex, file: string): Diagnostic {
  const where = first === last ? `line ${first}` : `lines ${first} to ${last}`;
  return diagnose(
    'listing-line',
    { file, line: first, column: 1 },
    `Not understood, ${where}: “${startOf(lines.slice(first))}”.`,
    'If it belongs to a paper, correct its record in the source and ingest it again.',
  );
}

/** The beginning of a text, short enough for a message. */
export function startOf(text: string): string {
  const start = text.slice(0, 240).replace(/\s+/g, ' ').trim();
  return start.length > 60 ? `${start.slice(0, 59)}…` : start;
}
