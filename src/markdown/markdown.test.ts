// Each folder in fixtures/ is one case: input.md, rendered as the site does, is output.html.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { makeTermFinder } from '../core/terms.ts';
import { makeMarkdownRenderer } from './index.ts';

const fixtures = new URL('fixtures/', import.meta.url);
const render = makeMarkdownRenderer({
  parsePlain: () => undefined,
  paperUrl: (slug) => `/papers/${slug}/`,
  findTerms: makeTermFinder([
    { id: 'waggle-dance', name: 'waggle dance', kind: 'concept', definition: 'A dance of bees.' },
  ]),
  termUrl: (id) => `/terms/${id}/`,
});

it.each(readdirSync(fixtures))('renders %s', (name) => {
  const input = readFileSync(new URL(`${name}/input.md`, fixtures), 'utf8');
  const expected = new URL(`${name}/output.html`, fixtures);
  const { html } = render({ body: input });
  // A missing output is written, to be read and committed by a person.
  if (!existsSync(expected)) writeFileSync(expected, `${html}\n`);
  expect(`${html}\n`).toBe(readFileSync(expected, 'utf8'));
});
