// What turns the Markdown of a survey into HTML, put together: in this thread, or in another one (text-work.config.ts).
import { parsePlain } from './catalog/body-text.ts';
import type { MarkdownRenderer } from './core/shared-survey.ts';
import type { TermFinder } from './core/terms.ts';
import { makeMarkdownRenderer } from './markdown/index.ts';
import { createUrls } from './site/urls.ts';

/** Makes it for a site that is served under `base`, with links to the terms that are found. */
export function createRenderer(base: string, findTerms: TermFinder): MarkdownRenderer {
  const { paper, term } = createUrls(base);
  return makeMarkdownRenderer({ paperUrl: paper, termUrl: term, findTerms, parsePlain });
}
