// Diagnostics for a person at a terminal.
import { styleText } from 'node:util';
import { type Diagnostic, renderPlace } from '../../core/diagnostics.ts';
import { showControls } from '../../core/invisible.ts';
import { count } from '../../core/words.ts';

/** Renders diagnostics as `file:line:column rule message` with the cure on a line of its own. */
export function renderForTerminal(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ place, rule, severity, message, cure }) => {
      const colour = severity === 'error' ? 'red' : 'yellow';
      const [where, what, how] = [renderPlace(place), message, cure].map((text) => showControls(text));
      return `${where} ${styleText(colour, rule)} ${what}\n    ${styleText('dim', how ?? '')}`;
    })
    .join('\n');
}

/** "2 errors, 1 warning". */
export function renderCounts(diagnostics: readonly Diagnostic[]): string {
  const errors = diagnostics.filter(({ severity }) => severity === 'error').length;
  return `${count(errors, 'error')}, ${count(diagnostics.length - errors, 'warning')}`;
}
