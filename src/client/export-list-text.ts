// A list of papers or of results as a text in one format: loaded when a reader asks for it.
import { count } from '../core/words.ts';
import { type ListFormat, PAPER_FORMATS, RESULT_FORMATS, renderIn } from '../export/formats.ts';
import { paperOfResult } from '../export/result-id.ts';
import { findListedPapers, findListedResults, type ShownItem } from './export-list-items.ts';
import { type LoadedPapers, loadAbstracts, loadPapers } from './load-papers.ts';

/** A list as a text in one format; `count` says of how many items. */
export type RenderedList = {
  readonly text: string;
  readonly count: string;
  readonly name: string;
  readonly file: string;
  readonly type: string;
};

/** What a page shows: papers or results; `name` is how files of the list are called. */
export type List = {
  readonly name: string;
  readonly isOfResults: boolean;
  readonly shown: readonly ShownItem[];
};

/** Loads the papers of a list. */
export function loadList({ isOfResults, shown }: List): Promise<LoadedPapers> {
  return loadPapers(shown.map(({ id }) => (isOfResults ? paperOfResult(id) : id)));
}

/** Renders a list; abstracts are loaded where the format has them. Undefined where nothing is shown. */
export async function renderList(id: string, list: List): Promise<RenderedList | undefined> {
  const { name, shown, isOfResults } = list;
  const papers = await loadList(list);
  if (isOfResults) {
    const results = findListedResults(shown, papers);
    const format = RESULT_FORMATS[id as keyof typeof RESULT_FORMATS];
    return renderItems(results, format, {
      name,
      survey: papers.survey,
      count: count(results.length, 'result'),
    });
  }
  const format = PAPER_FORMATS[id as keyof typeof PAPER_FORMATS];
  const abstracts = 'hasAbstracts' in format ? await loadAbstracts(shown.map((item) => item.id)) : undefined;
  const listed = findListedPapers(shown, papers, abstracts);
  return renderItems(listed, format, { name, survey: papers.survey, count: count(listed.length, 'paper') });
}

function renderItems<Item>(
  items: readonly Item[],
  format: ListFormat<Item>,
  list: { readonly name: string; readonly survey: string; readonly count: string },
): RenderedList | undefined {
  if (items.length === 0) return undefined;
  const { name, ending, type } = format;
  const file = `${list.name}.${ending}`;
  return { text: renderIn(format, items, list.survey), count: list.count, name, file, type };
}
