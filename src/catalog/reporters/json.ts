// Diagnostics for programs.
import type { Diagnostic } from '../../core/diagnostics.ts';

/** Renders diagnostics as a JSON array of {file, line?, column?, rule, severity, message, cure}. */
export function renderAsJson(diagnostics: readonly Diagnostic[]): string {
  return JSON.stringify(
    diagnostics.map(({ place, ...rest }) => ({ ...place, ...rest })),
    null,
    2,
  );
}
