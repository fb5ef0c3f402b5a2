// The formats that ingest reads. A new format is one row.
import type { Adapter } from './adapter.ts';
import { bibliographyYaml } from './adapters/bibliography-yaml.ts';
import { huggingFaceDailyPapers } from './adapters/huggingface-daily-papers.ts';

/** All adapters. */
export const adapters: readonly Adapter[] = [huggingFaceDailyPapers, bibliographyYaml];

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
