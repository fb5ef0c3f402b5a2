// Making references, in a thread of its own: see ../references.ts.
import { readFileSync } from 'node:fs';
import { type Citation, makeCiter } from '../../export/citation.ts';
import type { PaperRecord } from '../../export/paper-record.ts';

const STYLES = new URL('../../export/styles/', import.meta.url);

const cite = makeCiter((name) => readFileSync(new URL(name, STYLES), 'utf8'));

/** The references of some papers, each in all styles. */
export function work(papers: readonly PaperRecord[]): Citation[][] {
  return papers.map(cite);
}
