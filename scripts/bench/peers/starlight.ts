// Astro Starlight: Markdown in its own page, with its own search index (Pagefind) and style.
import { versionOf } from '../machine.ts';
import { type Peer, type PeerPaper, renderMarkdown } from './peer.ts';

// A menu of all papers on the page of each, which is what it makes by itself, would grow with the square of the papers.
const CONFIG = `import starlight from '@astrojs/starlight';
import { defineConfig } from 'astro/config';
export default defineConfig({
  site: 'https://survey.example',
  devToolbar: { enabled: false },
  integrations: [starlight({ title: 'Papers', pagination: false, sidebar: [{ label: 'Papers', link: '/' }] })],
});
`;
const COLLECTION = `import { docsLoader } from '@astrojs/starlight/loaders';
import { docsSchema } from '@astrojs/starlight/schema';
import { defineCollection } from 'astro:content';
export const collections = { docs: defineCollection({ loader: docsLoader(), schema: docsSchema() }) };
`;

export const starlight: Peer = {
  name: 'Starlight',
  packages: { '@astrojs/starlight': '0.42.4', astro: '7.3.5' },
  version: (folder) => versionOf(`${folder}/node_modules`, '@astrojs/starlight'),
  command: { script: 'node_modules/astro/bin/astro.mjs', args: ['build'] },
  outputs: ['dist', '.astro', 'node_modules/.astro'],
  files: [
    ['astro.config.mjs', CONFIG],
    ['src/content.config.ts', COLLECTION],
    ['src/content/docs/index.md', renderMarkdown({ title: 'Papers' }, 'All of them.')],
  ],
  paperFile: (paper) => [
    `src/content/docs/papers/${paper.slug}.md`,
    renderMarkdown(frontMatter(paper), bodyOf(paper)),
  ],
};

function frontMatter({ title, data }: PeerPaper) {
  const script = { tag: 'script', attrs: { type: 'application/ld+json' }, content: data };
  return { title, tableOfContents: false, head: [script] };
}

function bodyOf({ authors, topics, abstract, related }: PeerPaper): string {
  const links = related.map(({ title, url }) => `- [${title.replace(/[[\]\\]/g, '\\$&')}](${url})`);
  return [authors, topics, abstract, '## Related', links.join('\n')].join('\n\n');
}
