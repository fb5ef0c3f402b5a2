// Hugo: Markdown through one layout. It is no package of npm: what is installed is measured.
import { spawnSync } from 'node:child_process';
import { type Peer, renderMarkdown } from './peer.ts';

const LAYOUT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{{ .Title }}</title>
<script type="application/ld+json">{{ .Params.data | safeJS }}</script>
</head>
<body>
<h1>{{ .Title }}</h1>
<p>{{ .Params.authors }}</p>
<p>{{ .Params.topics }}</p>
{{ .Content }}
<h2>Related</h2>
<ul>{{ range .Params.related }}<li><a href="{{ .url }}">{{ .title }}</a></li>{{ end }}</ul>
</body>
</html>
`;
const CONFIG = {
  baseURL: 'https://survey.example/',
  title: 'Papers',
  disableKinds: ['home', 'section', 'taxonomy', 'term', 'RSS', 'sitemap', '404'],
};

export const hugo: Peer = {
  name: 'Hugo',
  packages: {},
  // `hugo v0.111.3+extended linux/amd64 ...`
  version: () => /v([\d.]+)/.exec(spawnSync('hugo', ['version'], { encoding: 'utf8' }).stdout ?? '')?.[1],
  command: { program: 'hugo', args: ['--quiet'] },
  outputs: ['public', 'resources'],
  files: [
    ['config.json', JSON.stringify(CONFIG)],
    ['layouts/_default/single.html', LAYOUT],
  ],
  paperFile: ({ slug, abstract, ...paper }) => [`content/papers/${slug}.md`, renderMarkdown(paper, abstract)],
};
