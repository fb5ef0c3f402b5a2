import { expect, it } from 'vitest';
import { makeAbout } from './about.ts';
import { bees } from './made-up-catalog.ts';
import { createUrls } from './urls.ts';

const urls = createUrls('/bees');

it('counts what each source gave and who decided', () => {
  const about = makeAbout(bees, urls);
  expect(about.sources).toMatchObject([{ origin: 'A listing', listed: '1 June 2025', papers: 1 }]);
  expect(about.decisions).toEqual({ rules: 1, unsure: 1, person: 1 });
});

it('says how to cite the survey, with its address and its day', () => {
  const { citation } = makeAbout(bees, urls);
  expect(citation.text).toBe(
    'Byron, A. (2025). How Bees Decide. As of 1 June 2025. https://bees.example.org/bees/',
  );
  expect(citation.bibtex).toBe(`@misc{howbeesdecide2025,
  title = {{How} {Bees} {Decide}},
  author = {{Ada Byron}},
  year = {2025},
  month = jun,
  url = {https://bees.example.org/bees/},
}
`);
});

it('names an address once, and makes up no day', () => {
  const { address } = bees.survey;
  const survey = { ...bees.survey, cite: `Bees. ${address}` };
  const { text, bibtex } = makeAbout({ ...bees, survey, entries: [] }, urls).citation;
  expect(text).toBe(`Bees. ${address}`);
  expect(bibtex).not.toMatch(/year|month/);
});
