// What is wrong with content/, for a person: each problem, and how many there are.
import type { Content } from '../src/catalog/content.ts';
import { renderCounts, renderForTerminal } from '../src/catalog/reporters/terminal.ts';
import type { Diagnostic } from '../src/core/diagnostics.ts';
import { count } from '../src/core/words.ts';

type Report = Pick<Content, 'entries' | 'themes' | 'diagnostics'>;

/** Renders the problems, as `render` does, and a summary; `fixed` is how many are mended, if somebody asked for that. */
export function renderReport(
  content: Report,
  render: (diagnostics: readonly Diagnostic[]) => string = renderForTerminal,
  fixed?: number,
): string {
  const { diagnostics } = content;
  const summary = renderSummary(content, fixed);
  return diagnostics.length > 0 ? `${render(diagnostics)}\n${summary}` : summary;
}

function renderSummary({ entries, themes, diagnostics }: Report, fixed: number | undefined): string {
  const read = `${count(entries.length, 'entry', 'entries')} in ${count(themes.length, 'theme')}`;
  const mended = fixed === undefined ? '' : ` ${count(fixed, 'problem')} fixed.`;
  const fixable = diagnostics.filter(({ fix }) => fix !== undefined).length;
  const offer = fixable > 0 ? ` npm run check -- --fix can mend ${fixable} of them.` : '';
  return `${read}: ${renderCounts(diagnostics)}.${mended}${offer}`;
}
