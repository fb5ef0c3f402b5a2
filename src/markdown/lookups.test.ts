// The plugins that need to know the survey: citations and terms.
import { unified } from '@astrojs/markdown-remark';
import { expect, test } from 'vitest';
import { makeTermFinder } from '../core/terms.ts';
import { rehypeTermLinks } from './rehype-term-links.ts';
import { remarkCitations } from './remark-citations.ts';

const findTerms = makeTermFinder([
  { id: 'waggle-dance', name: 'waggle dance', kind: 'concept', aliases: ['WD'], definition: 'x' },
  { id: 'colony', name: 'colony', kind: 'concept', aliases: ['colonies'], definition: 'x' },
]);

async function render(markdown: string): Promise<string> {
  const renderer = await unified({
    remarkPlugins: [[remarkCitations, { paperUrl: (slug: string) => `/papers/${slug}/` }]],
    rehypePlugins: [[rehypeTermLinks, { findTerms, termUrl: (id: string) => `/terms/${id}/` }]],
  }).createRenderer({ syntaxHighlight: false });
  const [, front, body] = /^---\nnotTerms: (.*)\n---\n([\s\S]*)$/.exec(markdown) ?? [
    undefined,
    undefined,
    markdown,
  ];
  const frontmatter = front ? { notTerms: [front] } : {};
  return (await renderer.render(body ?? '', { frontmatter })).code;
}

test('citations are numbered by first use and described by the list of references', async () => {
  const html = await render('Swarms vote [@a-b]. They stop [@c; @a-b].');
  expect(html).toBe(
    '<p>Swarms vote <span class="citations">[<a href="/papers/a-b/" class="citation" aria-label="Reference 1" aria-describedby="ref-a-b">1</a>]</span>. They stop <span class="citations">[<a href="/papers/c/" class="citation" aria-label="Reference 2" aria-describedby="ref-c">2</a>, <a href="/papers/a-b/" class="citation" aria-label="Reference 1" aria-describedby="ref-a-b">1</a>]</span>.</p>',
  );
});

test('what only looks like a citation stays', async () => {
  expect(await render('[@Not one] and `[@code]`')).toBe('<p>[@Not one] and <code>[@code]</code></p>');
});

test('the first mention of a term is a link, except in links, headings and code', async () => {
  expect(
    await render('# A colony\n\n[colony](https://a.org) `WD` and a WD, waggle dances of colonies.'),
  ).toBe(
    '<h1 id="a-colony">A colony</h1>\n<p><a href="https://a.org">colony</a> <code>WD</code> and a <a class="term" href="/terms/waggle-dance/" data-term="waggle-dance">WD</a>, waggle dances of <a class="term" href="/terms/colony/" data-term="colony">colonies</a>.</p>',
  );
});

test('terms that mean something else here are not linked', async () => {
  expect(await render('---\nnotTerms: colony\n---\nA colony on the moon.')).toBe(
    '<p>A colony on the moon.</p>',
  );
});
