import { expect, it } from 'vitest';
import { makeAbout } from './about.ts';
import { bees } from './made-up-catalog.ts';
import { createUrls } from './urls.ts';

const urls = createUrls('/bees');

it('counts what each source gave and who decided', () => {
  const about = makeAbout(bees, urls);
  expect(about.sources).toEqual([
    {
      origin: 'A listing',
      url: 'https://example.org/listing',
      papers: 1,
      listed: '1 June 2025',
      files: '2025-06-01-listing.txt',
    },
  ]);
  expect(about.decisions).toEqual({ rules: 1, unsure: 1, person: 1 });
});

it('has one row for all listings of an origin, however many there are', () => {
  const [listing] = bees.survey.sources;
  const days = ['2025-06-03', '2025-06-02'].map((listed) => ({ ...listing, file: `${listed}.txt`, listed }));
  const other = { file: 'refs.bib', format: 'bibtex', listed: '2025-06-04', origin: 'refs.bib' };
  const sources = [...bees.survey.sources, ...days, other] as typeof bees.survey.sources;
  const { sources: rows } = makeAbout({ ...bees, survey: { ...bees.survey, sources } }, urls);
  expect(rows).toMatchObject([
    { origin: 'A listing', papers: 1, listed: '1 June 2025 to 3 June 2025', files: '3 listings' },
    { origin: 'refs.bib', papers: 0, listed: '4 June 2025', files: 'refs.bib' },
  ]);
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
