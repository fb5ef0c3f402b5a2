// The formats that ingest reads. A new format is one row.
import type { Adapter } from './adapter.ts';
import { aclAnthology } from './adapters/acl-anthology.ts';
import { arxivAtom } from './adapters/arxiv-atom.ts';
import { awesomeList } from './adapters/awesome-list.ts';
import { bibliographyYaml } from './adapters/bibliography-yaml.ts';
import { bibtex } from './adapters/bibtex.ts';
import { cslJson } from './adapters/csl-json.ts';
import { csv } from './adapters/csv.ts';
import { huggingFaceDailyPapers } from './adapters/huggingface-daily-papers.ts';
import { huggingFacePapers } from './adapters/huggingface-papers.ts';
import { jsonLines } from './adapters/json-lines.ts';
import { openReview } from './adapters/openreview.ts';
import { ris } from './adapters/ris.ts';

/** All adapters. */
export const adapters: readonly Adapter[] = [
  huggingFaceDailyPapers,
  huggingFacePapers,
  arxivAtom,
  bibtex,
  ris,
  cslJson,
  csv,
  jsonLines,
  openReview,
  aclAnthology,
  awesomeList,
  bibliographyYaml,
];

/** The adapter of that name. */
export function findAdapter(id: string): Adapter | undefined {
  return adapters.find((adapter) => adapter.id === id);
}

/** The adapter that is surest of a text; none where no adapter recognises it. */
export function detectAdapter(text: string): Adapter | undefined {
  const ranked = adapters
    .map((adapter) => ({ adapter, certainty: adapter.detect(text) }))
    .toSorted((a, b) => b.certainty - a.certainty);
  return ranked[0] && ranked[0].certainty > 0 ? ranked[0].adapter : undefined;
}
