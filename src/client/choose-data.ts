// The papers, fetched when a page needs them; and ways to hand a text to the reader.
import type { PaperData, PaperRecord } from '../export/paper-record.ts';

/** The papers by slug, in the order of the survey. */
export type LoadedPapers = {
  readonly survey: string;
  /** Where their pages are published. */
  readonly address: string;
  readonly papers: ReadonlyMap<string, PaperRecord>;
};

/** Fetches the papers; their addresses are then absolute, so that they hold wherever they are pasted. */
export async function loadPapers(source: string): Promise<LoadedPapers> {
  const { survey, address, papers } = (await fetchJson(source)) as PaperData;
  const entries = papers.map((paper): [string, PaperRecord] => [
    paper.slug,
    // Addresses in a file are seen from the file.
    { ...paper, url: new URL(paper.url, new URL(source, location.href)).href },
  ]);
  return { survey, address, papers: new Map(entries) };
}

/** Fetches the abstracts of the papers, by slug. */
export async function loadAbstracts(source: string): Promise<ReadonlyMap<string, string>> {
  return new Map(Object.entries((await fetchJson(source)) as Record<string, string>));
}

/** The portable edition puts another `fetch` in place of the browser's, which reads no file beside the page. */
async function fetchJson(source: string): Promise<unknown> {
  const response = await fetch(source);
  if (!response.ok) throw new Error(`${source}: status ${response.status}`);
  return response.json();
}

/** Copies a text, with its markup for what pastes that; false where the browser does not allow it. */
export async function copyText(text: string, html?: string): Promise<boolean> {
  // Some browsers copy plain text alone.
  if (html && (await isDone(() => navigator.clipboard.write([makeClipboardItem(text, html)])))) return true;
  return isDone(() => navigator.clipboard.writeText(text));
}

function makeClipboardItem(text: string, html: string): ClipboardItem {
  const [plain, rich] = ['text/plain', 'text/html'] as const;
  return new ClipboardItem({
    [plain]: new Blob([text], { type: plain }),
    [rich]: new Blob([html], { type: rich }),
  });
}

async function isDone(act: () => Promise<void>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}

/** Offers a text as a file to keep. */
export function downloadText(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser takes the file in its own time.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
