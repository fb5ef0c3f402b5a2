// The Markdown of a survey, from text to HTML. The order matters, and each line says why.
import rehypeSlug from 'rehype-slug';
import rehypeStringify from 'rehype-stringify';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import remarkRehype from 'remark-rehype';
import type { Heading, MarkdownRenderer } from '../core/shared-survey.ts';
import { remarkFormulas } from '../formulas/remark-formulas.ts';
import { rehypeCollectHeadings } from './rehype-collect-headings.ts';
import { rehypeFormulas } from './rehype-formulas.ts';
import { rehypeLocalImages } from './rehype-local-images.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { rehypeTermLinks, type TermLinkOptions } from './rehype-term-links.ts';
import { type CitationOptions, remarkCitations } from './remark-citations.ts';
import { remarkLiteralHtml } from './remark-literal-html.ts';
import { type PlainOptions, remarkPlain } from './remark-plain.ts';

/** What the plugins need to know of the survey and its site. */
export type MarkdownOptions = CitationOptions & TermLinkOptions & PlainOptions;

/** What goes with a text through the plugins. */
declare module 'vfile' {
  interface DataMap {
    /** Terms whose words mean something else in it. */
    readonly notTerms: readonly string[];
    /** Whether it is quoted. */
    readonly isQuoted: boolean;
    /** Its headings, as they are found. */
    readonly headings: Heading[];
  }
}

/** Makes the renderer of a survey. */
export function makeMarkdownRenderer(options: MarkdownOptions): MarkdownRenderer {
  const processor = remark()
    // First, for it stands in for the parser.
    .use(remarkPlain, options)
    .use(remarkGfm)
    // Also for the parser: what stands in a formula is no Markdown.
    .use(remarkFormulas)
    // On the Markdown tree, before it becomes HTML: afterwards raw markup and ours could not be told apart.
    .use(remarkLiteralHtml)
    // After that, for a citation within raw HTML is text as well.
    .use(remarkCitations, options)
    .use(remarkRehype)
    // Images first: a linked remote image becomes a link with text, which the next plugin then judges.
    .use(rehypeLocalImages)
    .use(rehypeSafeLinks)
    // Before terms are looked for: a formula is no prose.
    .use(rehypeFormulas)
    // After those, which may still turn a link into words.
    .use(rehypeTermLinks, options)
    // Last, when the words of a heading are final.
    // The page has ids of its own, such as "references".
    .use(rehypeSlug, { prefix: 'text-' })
    .use(rehypeCollectHeadings)
    .use(rehypeStringify)
    .freeze();
  return ({ body, notTerms = [], isQuoted = false }) => {
    const headings: Heading[] = [];
    const html = String(processor.processSync({ value: body, data: { notTerms, isQuoted, headings } }));
    return { html, headings };
  };
}
