// What a list shows, and the papers and results that it means. Pages whose list a script makes answer a request for it.
import type { ListedPaper, PaperRecord } from '../export/paper-record.ts';
import { resultId } from '../export/result-id.ts';
import type { ListedResult } from '../export/result-list.ts';

/** An item of a list as a page shows it: the name of a paper, or the id of a result; and what its reader added. */
export type ShownItem = { readonly id: string; readonly isRead?: boolean; readonly note?: string };

type Shown = readonly ShownItem[];
/** Sent up from a control; who makes the list around it answers, now or later. */
type ListRequest = { provide: (shown: Shown | Promise<Shown>) => void };

const REQUEST = 'list-request';

/** Asks for the list that a control stands for: of the element around it that makes one, else of the page. */
export async function askForList(control: HTMLElement): Promise<Shown> {
  let answer: Shown | Promise<Shown> | undefined;
  const detail: ListRequest = {
    provide: (shown) => {
      answer = shown;
    },
  };
  control.dispatchEvent(new CustomEvent(REQUEST, { bubbles: true, detail }));
  return answer ?? readShown(control.ownerDocument);
}

/** Answers the requests of controls within an element. */
export function provideList(element: HTMLElement, list: () => Shown | Promise<Shown>): void {
  element.addEventListener(REQUEST, (event) => (event as CustomEvent<ListRequest>).detail.provide(list()));
}

/** What the page shows, in its order; what a filter hides is not shown. */
function readShown(page: Document): Shown {
  return [...page.querySelectorAll<HTMLElement>('main [data-listed]')]
    .filter((element) => element.closest('[hidden]') === null)
    .map((element) => ({ id: element.dataset['listed'] ?? '' }));
}

type Papers = ReadonlyMap<string, PaperRecord>;
/** What is known of papers, and where their pages are published. */
type Known = { readonly papers: Papers; readonly address: string };

/** A file leads to where pages are published, wherever it was made: on a folder of the reader's, too. */
function publishedAt(address: string, slug: string): { readonly url: string } {
  return { url: `${address}${slug}/` };
}

/** The papers of a list, each with its abstract where abstracts are wanted; names that no paper has are left out. */
export function findListedPapers(
  shown: Shown,
  { papers, address }: Known,
  abstracts: ReadonlyMap<string, string> = new Map(),
): ListedPaper[] {
  return shown.flatMap(({ id, ...own }) => {
    const paper = papers.get(id);
    const abstract = abstracts.get(id);
    return paper ? { ...paper, ...publishedAt(address, id), ...(abstract && { abstract }), ...own } : [];
  });
}

/** The results of a list. */
export function findListedResults(shown: Shown, { papers, address }: Known): ListedResult[] {
  const results = new Map(
    [...papers.values()].flatMap((known) => {
      const paper = { ...known, ...publishedAt(address, known.slug) };
      return paper.results.map((result, index) => [resultId(paper.slug, index), { paper, result }] as const);
    }),
  );
  return shown.flatMap(({ id }) => results.get(id) ?? []);
}
