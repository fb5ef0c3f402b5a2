// check --fix: carries out the fixes that the diagnostics bring. What is not certain has no fix.
import { type Diagnostic, type Fix, renderPlace } from '../core/diagnostics.ts';
import type { Content } from './content.ts';
import { loadContent } from './load.ts';
import { offsetOf } from './places.ts';
import { type Changes, saveFiles } from './staging.ts';

/** A problem with its fix. */
type Fixable = Diagnostic & { readonly fix: Fix };

/** What was done, and the content as it is now. */
export type Fixed = { readonly done: readonly Fixable[]; readonly content: Content };

/** One fix can make room for another, but not for ever. */
const MAX_ROUNDS = 10;
/** Replacements of one file in one round. */
const MAX_REPLACEMENTS = 1_000;

/** Mends what is mechanical in the content below `root`, round by round, until nothing is left to mend. */
export async function fixContent(root: string, today?: string): Promise<Fixed> {
  const done: Fixable[] = [];
  const tried = new Set<string>();
  let content = await loadContent(root, today);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const open = content.diagnostics
      .filter((diagnostic) => diagnostic.fix !== undefined)
      .filter((diagnostic) => !tried.has(nameOf(diagnostic))) as Fixable[];
    const { changes, fixed } = planFixes(open, content.texts);
    if (fixed.length === 0) break;
    await saveFiles(root, changes);
    for (const diagnostic of fixed) tried.add(nameOf(diagnostic));
    done.push(...fixed);
    content = await loadContent(root, today);
  }
  return { done, content };
}

/** A fix that did not help is not tried a second time; another one for the next slip of the same kind is. */
function nameOf({ rule, place, message, fix }: Diagnostic): string {
  return `${rule} ${renderPlace(place)} ${message} ${JSON.stringify(fix)}`;
}

/**
 * Plans one round: of each file, all replacements that don't touch each other, or one rewriting, or one move. Pure;
 * `texts` are the files as they are.
 */
export function planFixes(
  open: readonly Fixable[],
  texts: ReadonlyMap<string, string>,
): { changes: Changes; fixed: readonly Fixable[] } {
  const write = new Map<string, string>();
  const remove: string[] = [];
  const fixed: Fixable[] = [];
  for (const [file, diagnostics] of Map.groupBy(open, ({ place }) => place.file)) {
    const text = texts.get(file);
    if (text === undefined) continue;
    const replaced = replaceWords(text, diagnostics.slice(0, MAX_REPLACEMENTS));
    const whole = diagnostics.find(
      ({ fix }) => 'rewrite' in fix || ('moveTo' in fix && !write.has(fix.moveTo)),
    );
    if (replaced.fixed.length > 0) {
      write.set(file, replaced.text);
      fixed.push(...replaced.fixed);
    } else if (whole && 'rewrite' in whole.fix) {
      write.set(file, whole.fix.rewrite);
      fixed.push(whole);
    } else if (whole && 'moveTo' in whole.fix) {
      write.set(whole.fix.moveTo, text);
      remove.push(file);
      fixed.push(whole);
    }
  }
  return { changes: { write, remove }, fixed };
}

/** Replaces words in a text from its beginning to its end; what is not found on its line is left for a person. */
function replaceWords(text: string, diagnostics: readonly Fixable[]): { text: string; fixed: Fixable[] } {
  const fixed: Fixable[] = [];
  let result = '';
  let position = 0;
  for (const diagnostic of diagnostics) {
    const { fix, place } = diagnostic;
    if (!('from' in fix) || !('line' in place)) continue;
    // YAML is read with the line ends of Unix.
    const from = text.includes('\r\n') ? fix.from.replaceAll('\n', '\r\n') : fix.from;
    const start = text.indexOf(from, offsetOf(text, place));
    const isOnLine = start >= 0 && !text.slice(offsetOf(text, place), start).includes('\n');
    if (!isOnLine || start < position) continue;
    result += text.slice(position, start) + fix.to;
    position = start + from.length;
    fixed.push(diagnostic);
  }
  return { text: result + text.slice(position), fixed };
}
