// What needs to know the survey, citations and terms, and what is told about a text beside its HTML.
import { expect, test } from 'vitest';
import { makeTermFinder } from '../core/terms.ts';
import { makeMarkdownRenderer } from './index.ts';

const findTerms = makeTermFinder([
  { id: 'waggle-dance', name: 'waggle dance', kind: 'concept', aliases: ['WD'], definition: 'x' },
  { id: 'colony', name: 'colony', kind: 'concept', aliases: ['colonies'], definition: 'x' },
]);

const render = makeMarkdownRenderer({
  parsePlain: () => undefined,
  paperUrl: (slug) => `/papers/${slug}/`,
  findTerms,
  termUrl: (id) => `/terms/${id}/`,
});

test('citations are numbered by first use and described by the list of references', () => {
  const { html } = render({ body: 'Swarms vote [@a-b]. They stop [@c; @a-b].' });
  expect(html).toBe(
    '<p>Swarms vote <span class="citations">[<a href="/papers/a-b/" class="citation" aria-label="Reference 1" aria-describedby="ref-a-b">1</a>]</span>. They stop <span class="citations">[<a href="/papers/c/" class="citation" aria-label="Reference 2" aria-describedby="ref-c">2</a>, <a href="/papers/a-b/" class="citation" aria-label="Reference 1" aria-describedby="ref-a-b">1</a>]</span>.</p>',
  );
});

test('what only looks like a citation stays', () => {
  const quoted = render({ body: 'Swarms vote [@a-b].', isQuoted: true });
  expect(quoted.html).toBe('<p>Swarms vote [@a-b].</p>');
  expect(render({ body: '[@Not one] and `[@code]`' }).html).toBe(
    '<p>[@Not one] and <code>[@code]</code></p>',
  );
});

test('the first mention of a term is a link, except in links, headings and code', () => {
  expect(
    render({ body: '# A colony\n\n[colony](https://a.org) `WD` and a WD, waggle dances of colonies.' }).html,
  ).toBe(
    '<h1 id="text-a-colony">A colony</h1>\n<p><a href="https://a.org" rel="noopener noreferrer external">colony</a> <code>WD</code> and a <a class="term" href="/terms/waggle-dance/" data-term="waggle-dance">WD</a>, waggle dances of <a class="term" href="/terms/colony/" data-term="colony">colonies</a>.</p>',
  );
});

test('terms that mean something else here are not linked', () => {
  expect(render({ body: 'A colony on the moon.', notTerms: ['colony'] }).html).toBe(
    '<p>A colony on the moon.</p>',
  );
});

test('a citation within a link is words, and keeps its number', () => {
  expect(render({ body: '[a dance [@a-b]](/x) [@c]' }).html).toBe(
    '<p><a href="/x">a dance <span class="citations">[1]</span></a> <span class="citations">[<a href="/papers/c/" class="citation" aria-label="Reference 2" aria-describedby="ref-c">2</a>]</span></p>',
  );
});

test('headings come with their words as they stand and the name that links lead to', () => {
  expect(
    render({ body: '## Sets {a, b} of `dances`\n\nText.\n\n### Sets {a, b} of dances' }).headings,
  ).toEqual([
    { depth: 2, slug: 'text-sets-a-b-of-dances', text: 'Sets {a, b} of dances' },
    { depth: 3, slug: 'text-sets-a-b-of-dances-1', text: 'Sets {a, b} of dances' },
  ]);
});
