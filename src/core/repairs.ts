// Applying recorded repairs: what ingest did once, anyone can repeat and compare.
import type { Repair } from './schema/entry.ts';

/** Applies recorded repairs, in order: everywhere in the text, `from` becomes `to`. */
export function applyRepairs(text: string, repairs: readonly Repair[]): string {
  return repairs.reduce((result, { from, to }) => result.replaceAll(from, to), text);
}
