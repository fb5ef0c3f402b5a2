import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { renderCitationFile, renderLlmsText, renderOpenSearch } from './for-machines.ts';
import { bees } from './made-up-catalog.ts';
import { PAGE_SIZES } from './page-sizes.ts';
import { createUrls } from './urls.ts';

const urls = createUrls('/');

test('llms.txt leads to the twin of every theme and paper, and to the data', () => {
  const text = renderLlmsText(bees, urls);
  expect(text.split('\n').slice(0, 3)).toEqual(['# How Bees Decide', '', '> A survey of swarms.']);
  for (const { slug } of bees.entries) expect(text).toContain(`/papers/${slug}/index.html.md)`);
  for (const { id } of bees.themes) expect(text).toContain(`/themes/${id}/index.html.md): `);
  expect(text).toContain('https://bees.example.org/data/survey.json');
});

test('llms.txt stays short: of a large theme it names the newest papers, and says how many there are besides', () => {
  const [bee] = bees.entries;
  if (!bee) throw new Error('There is a paper.');
  const swarm = Array.from({ length: PAGE_SIZES.list + 7 }, (_, index) => ({ ...bee, slug: `bee-${index}` }));
  const text = renderLlmsText({ ...bees, entries: swarm }, urls);
  expect(text.match(/\/papers\/bee-/g)).toHaveLength(PAGE_SIZES.list);
  expect(text).toContain('- … and 7 older papers');
});

test('a browser learns where to search; what could end an element is escaped', () => {
  const xml = renderOpenSearch(
    { ...bees.survey, title: 'Bees & <Birds>', short: 'A name of far too many letters' },
    urls,
  );
  expect(xml).toContain('template="https://bees.example.org/search/?q={searchTerms}"');
  expect(xml).toContain('<Description>Search Bees &amp; &lt;Birds&gt;</Description>');
  expect(xml).toContain('<ShortName>A name of far</ShortName>');
});

test('the citation file names the licence by its id where it has one, else by its address', () => {
  expect(parse(renderCitationFile(bees.survey, createUrls('/survey')))).toMatchObject({
    'cff-version': '1.2.0',
    authors: [{ name: 'Ada Byron' }],
    url: 'https://bees.example.org/survey/',
    license: 'CC-BY-4.0',
  });
  const own = renderCitationFile(
    { ...bees.survey, licence: { name: 'Our own', url: 'https://example.org/l' } },
    urls,
  );
  expect(parse(own)).toMatchObject({ 'license-url': 'https://example.org/l' });
});
