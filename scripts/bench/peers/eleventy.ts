// Eleventy: Markdown through one Nunjucks layout, as it comes.
import { versionOf } from '../machine.ts';
import { type Peer, renderMarkdown } from './peer.ts';

const LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ title }}</title>
<script type="application/ld+json">{{ data | safe }}</script>
</head>
<body>
<h1>{{ title }}</h1>
<p>{{ authors }}</p>
<p>{{ topics }}</p>
{{ content | safe }}
<h2>Related</h2>
<ul>{% for paper in related %}<li><a href="{{ paper.url }}">{{ paper.title }}</a></li>{% endfor %}</ul>
</body>
</html>
`;
// The papers hold no templates, and the folder of the cache is one that git ignores.
const CONFIG = `export default (config) => {
  config.setUseGitIgnore(false);
  return { dir: { input: 'content', includes: '../layouts', output: '_site' }, markdownTemplateEngine: false };
};
`;

export const eleventy: Peer = {
  name: 'Eleventy',
  packages: { '@11ty/eleventy': '3.1.8' },
  version: (folder) => versionOf(`${folder}/node_modules`, '@11ty/eleventy'),
  command: { script: 'node_modules/@11ty/eleventy/cmd.cjs', args: ['--quiet'] },
  outputs: ['_site'],
  files: [
    ['eleventy.config.js', CONFIG],
    ['layouts/paper.njk', LAYOUT],
  ],
  paperFile: ({ slug, abstract, ...paper }) => [
    `content/papers/${slug}.md`,
    renderMarkdown({ layout: 'paper.njk', ...paper }, abstract),
  ],
};
