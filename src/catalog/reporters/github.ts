// Diagnostics as annotations on the lines of a pull request.
// Format: workflow commands of GitHub Actions, "Setting an error message".
import type { Diagnostic } from '../../core/diagnostics.ts';
import { showControls } from '../../core/invisible.ts';

/** Renders diagnostics as workflow commands. */
export function renderForGithub(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ place, rule, severity, message, cure }) => {
      const where = 'line' in place ? `,line=${place.line},col=${place.column}` : '';
      const text = `${message}\n${cure}`;
      return `::${severity} file=${escapeProperty(place.file)}${where},title=${rule}::${escapeData(text)}`;
    })
    .join('\n');
}

function escapeData(text: string): string {
  return showControls(text, '\n').replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
