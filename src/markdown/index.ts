// The Markdown of a survey, from text to HTML. The order matters, and each line says why.
import type { RehypePlugins, RemarkPlugins } from '@astrojs/markdown-remark';
import rehypeSlug from 'rehype-slug';
import { rehypeLocalImages } from './rehype-local-images.ts';
import { rehypeSafeLinks } from './rehype-safe-links.ts';
import { remarkLiteralHtml } from './remark-literal-html.ts';

export const remarkPlugins: RemarkPlugins = [
  // On the Markdown tree, before it becomes HTML: afterwards raw markup and ours could not be told apart.
  remarkLiteralHtml,
];

export const rehypePlugins: RehypePlugins = [
  // Images first: a linked remote image becomes a link with text, which the next plugin then judges.
  rehypeLocalImages,
  rehypeSafeLinks,
  // Last, when the words of a heading are final.
  rehypeSlug,
];
