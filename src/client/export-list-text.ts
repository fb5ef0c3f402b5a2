// A list of papers or of results as a text in one format: loaded when a reader asks for it.
import { count } from '../core/words.ts';
import { PAPER_FORMATS, RESULT_FORMATS } from '../export/formats.ts';
import type { LoadedPapers } from './choose-data.ts';
import { findListedPapers, findListedResults, type ShownItem } from './export-list-items.ts';

/** A list as a text in one format; `count` says of how many items. */
export type RenderedList = {
  readonly text: string;
  readonly count: string;
  readonly name: string;
  readonly file: string;
  readonly type: string;
};

/** What a page shows, and the papers that it means; `name` is how files of the list are called. */
type List = { readonly name: string; readonly shown: readonly ShownItem[]; readonly papers: LoadedPapers };

/** Renders papers; abstracts are loaded where the format has them. Undefined where nothing is shown. */
export async function renderPaperList(
  id: string,
  { name, shown, papers }: List,
  loadAbstracts: () => Promise<ReadonlyMap<string, string>>,
): Promise<RenderedList | undefined> {
  const format = PAPER_FORMATS[id as keyof typeof PAPER_FORMATS];
  const items = findListedPapers(shown, papers, 'hasAbstracts' in format ? await loadAbstracts() : undefined);
  if (items.length === 0) return undefined;
  const text = format.render(items, papers.survey);
  return { ...describe(name, format), text, count: count(items.length, 'paper') };
}

/** Renders results. Undefined where nothing is shown. */
export function renderResultList(id: string, { name, shown, papers }: List): RenderedList | undefined {
  const format = RESULT_FORMATS[id as keyof typeof RESULT_FORMATS];
  const items = findListedResults(shown, papers);
  if (items.length === 0) return undefined;
  const text = format.render(items, papers.survey);
  return { ...describe(name, format), text, count: count(items.length, 'result') };
}

function describe(
  file: string,
  { name, ending, type }: { readonly name: string; readonly ending: string; readonly type: string },
): Pick<RenderedList, 'name' | 'file' | 'type'> {
  return { name, file: `${file}.${ending}`, type };
}
