// Papers and their abstracts, fetched when a page needs them.
import { fileOfPiece, pieceOf } from '../core/data-pieces.ts';
import type { PaperData, PaperRecord } from '../export/paper-record.ts';

/** Papers by slug: those that were asked for, and others that stand in the same files. */
export type LoadedPapers = {
  readonly survey: string;
  /** Where their pages are published. */
  readonly address: string;
  readonly papers: ReadonlyMap<string, PaperRecord>;
};

const pieces = Number(document.body.dataset['pieces']);

/** Whether all papers stand in one file. */
export const HAS_ALL = pieces === 1;

/** Fetches some papers; their addresses are then absolute, so that they hold wherever they are pasted. */
export async function loadPapers(slugs: readonly string[]): Promise<LoadedPapers> {
  const files = await fetchPieces<PaperData>('papers', slugs);
  const entries = files.flatMap(({ source, content: { papers } }) =>
    papers.map((paper): [string, PaperRecord] => [
      paper.slug,
      // Addresses in a file are seen from the file.
      { ...paper, url: new URL(paper.url, new URL(source, location.href)).href },
    ]),
  );
  const { survey = '', address = '' } = files[0]?.content ?? {};
  return { survey, address, papers: new Map(entries) };
}

/** Fetches the abstracts of some papers, by slug. */
export async function loadAbstracts(slugs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const files = await fetchPieces<Readonly<Record<string, string>>>('abstracts', slugs);
  return new Map(files.flatMap(({ content }) => Object.entries(content)));
}

const fetched = new Map<string, Promise<unknown>>();

/** The files that have some papers, each fetched once; where there is only one, it is fetched for none as well. */
function fetchPieces<Content>(
  kind: 'papers' | 'abstracts',
  slugs: readonly string[],
): Promise<{ readonly source: string; readonly content: Content }[]> {
  const first = document.body.dataset[kind] ?? '';
  const needed = HAS_ALL ? [1] : new Set(slugs.map((slug) => pieceOf(slug, pieces)));
  return Promise.all(
    Array.from(needed, async (piece) => {
      const source = fileOfPiece(first, piece);
      const content = fetched.get(source) ?? fetchJson(source);
      fetched.set(source, content);
      // It may come the next time.
      content.catch(() => fetched.delete(source));
      return { source, content: (await content) as Content };
    }),
  );
}

/** The portable edition puts another `fetch` in place of the browser's, which reads no file beside the page. */
async function fetchJson(source: string): Promise<unknown> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: status ${response.status}`);
  return response.json();
}
