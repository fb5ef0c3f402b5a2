import { expect, it } from 'vitest';
import { joinParts } from '../core/text-parts.ts';
import { bibtexParts, renderBibtexEntry } from './bibtex.ts';
import { hive, named, scouts } from './made-up-papers.ts';

it('gives what is known, with capitals protected and characters escaped', () => {
  expect(renderBibtexEntry(scouts)).toBe(`@inproceedings{scouts2025,
  title = {{Scouts*} \\& {Swarms:} 100\\% of {\\{Bees\\}} {Vote} \\textbar{} {Twice}},
  author = {Ada Byron and Grace Hopper},
  booktitle = {Animal Behaviour \\& Co 2026},
  year = {2026},
  eprint = {2501.01234},
  archivePrefix = {arXiv},
  primaryClass = {q-bio.PE},
  url = {https://arxiv.org/abs/2501.01234},
}
`);
});

it('keeps a formula of a title whole, with its capitals', () => {
  const title = 'Moore als CO$_2$-Senken in $O(n \\log N)$ steps, $x$';
  expect(renderBibtexEntry({ ...scouts, title })).toContain(
    '  title = {{Moore} als {CO$_2$-Senken} in {$O(n \\log N)$} steps, $x$},\n',
  );
});

it('makes up neither names nor dates', () => {
  expect(renderBibtexEntry(hive)).toBe(`@misc{oldhive,
  title = {old hive},
  url = {https://bees.example.org/papers/old-hive/},
  note = {7 authors},
}
`);
});

it('notes what tells one volume of a conference from another', () => {
  const text = renderBibtexEntry({ ...scouts, venue: 'Animal Behaviour 2026 (workshop)' });
  expect(text).toContain('  booktitle = {Animal Behaviour 2026},');
  expect(text).toContain('  note = {workshop},');
});

it('gives the month of a paper without a venue', () => {
  const { venue: _, ...preprint } = scouts;
  expect(renderBibtexEntry(preprint)).toMatch(/^@misc\{[^@]+year = \{2025\},\n {2}month = jan,/);
});

it('is an article in a journal', () => {
  const text = renderBibtexEntry({
    ...scouts,
    venue: 'Bees 6(10), 2026',
    venueKind: 'journal',
    doi: '10.1000/x_1',
  });
  expect(text).toMatch(/^@article\{/);
  expect(text).toContain('  journal = {Bees},\n  volume = {6},\n  number = {10},\n  year = {2026},');
  expect(text).toContain('  doi = {10.1000/x_1},');
});

it('claims no kind of a venue that the survey does not list', () => {
  const { venueKind: _, ...unlisted } = scouts;
  expect(renderBibtexEntry(unlisted)).toMatch(
    /^@misc\{[^@]+ {2}howpublished = \{Animal Behaviour \\& Co 2026\},\n {2}year = \{2026\},/,
  );
});

it('keeps a name whole that holds a comma or "and"', () => {
  const text = renderBibtexEntry({ ...hive, authors: ['Byron, Ada', 'Bees and Co', 'Sandy Anders'] });
  expect(text).toContain('author = {{Byron, Ada} and {Bees and Co} and Sandy Anders},');
});

it('keeps the name of a group whole, and a family name of more words', () => {
  const authors = ['Hive Team', 'The Bees Consortium', 'Hive', 'Jan van der Berg', 'Jan Van der Berg'];
  expect(renderBibtexEntry({ ...hive, authors })).toContain(
    'author = {{Hive Team} and {The Bees Consortium} and Hive and Jan van der Berg and Van der Berg, Jan},',
  );
});

it('takes the family names that an entry gives', () => {
  expect(renderBibtexEntry(named)).toContain('author = {Byron King, Ada and Wu, Mei and {Swarm Builders}},');
});

it.each(['\\', '{', '}', '}}\n@misc{evil,', '$}$ {', '$x}$\n@misc{evil,$y$'])(
  'keeps braces balanced whatever a title holds: %j',
  (title) => {
    const text = joinParts(bibtexParts([{ ...hive, title, venue: title, authors: [title] }])).replaceAll(
      /\\[{}]/g,
      '',
    );
    expect(text.split('{').length).toBe(text.split('}').length);
    expect(text.match(/^@/gm)).toHaveLength(1);
  },
);

it('gives the suffix of a name a place of its own', () => {
  const text = renderBibtexEntry({
    ...hive,
    authors: ['Al Jones Jr.', 'Ludwig van Beethoven III', 'Ada Byron'],
  });
  expect(text).toContain('author = {Jones, Jr., Al and van Beethoven, III, Ludwig and Ada Byron},');
});
