// The Markdown of a survey, from text to HTML. The order matters, and each line says why.
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import { rehypeFormulas } from './rehype-formulas.ts';
import { rehypeLocalImages } from './rehype-local-images.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { rehypeTermLinks, type TermLinkOptions } from './rehype-term-links.ts';
import { type CitationOptions, remarkCitations } from './remark-citations.ts';
import { remarkLiteralHtml } from './remark-literal-html.ts';
import { type PlainOptions, remarkPlain } from './remark-plain.ts';

/** What the plugins need to know of the survey and its site. */
export type MarkdownOptions = CitationOptions & TermLinkOptions & PlainOptions;

/** The plugins, in the order in which they run. */
export type MarkdownPlugins = {
  readonly remarkPlugins: RemarkPlugins;
  readonly rehypePlugins: RehypePlugins;
};

/** Makes the plugins of a survey. */
export function makeMarkdownPlugins({
  paperUrl,
  findTerms,
  termUrl,
  parsePlain,
}: MarkdownOptions): MarkdownPlugins {
  return {
    remarkPlugins: [
      // First, for it stands in for the parser.
      [remarkPlain, { parsePlain }],
      // On the Markdown tree, before it becomes HTML: afterwards raw markup and ours could not be told apart.
      remarkLiteralHtml,
      // After that, for a citation within raw HTML is text as well.
      [remarkCitations, { paperUrl }],
    ],
    rehypePlugins: [
      // Images first: a linked remote image becomes a link with text, which the next plugin then judges.
      rehypeLocalImages,
      rehypeSafeLinks,
      // Before terms are looked for: a formula is no prose.
      rehypeFormulas,
      // After those, which may still turn a link into words.
      [rehypeTermLinks, { findTerms, termUrl }],
      // Last, when the words of a heading are final.
      rehypeSlug,
    ],
  };
}
