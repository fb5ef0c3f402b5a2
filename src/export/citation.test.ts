import { expect, it } from 'vitest';
import { work } from '../integrations/references/reference-work.ts';
import { hive, named, scouts } from './made-up-papers.ts';
import type { PaperRecord } from './paper-record.ts';

const cite = (paper: PaperRecord) => work([paper])[0] ?? [];
const inStyle = (style: string, paper = scouts) =>
  cite(paper).find((citation) => citation.style === style)?.html;
const { venue: _, ...preprint } = scouts;

it('gives a paper of proceedings in APA and in ACL', () => {
  expect(inStyle('APA')).toBe(
    'Byron, A., &#38; Hopper, G. (2026). Scouts* &#38; Swarms: 100% of {Bees} Vote | Twice. <i>Animal Behaviour &#38; Co 2026</i>. https://arxiv.org/abs/2501.01234',
  );
  expect(inStyle('ACL')).toMatch(/^Ada Byron and Grace Hopper\. 2026\. Scouts\* .* In <i>Animal Behaviour/);
});

it('gives an article of a journal, with volume and issue', () => {
  const article = { ...scouts, venue: 'Bees 6(10), 2026', venueKind: 'journal' } as const;
  expect(inStyle('APA', article)).toContain('<i>Bees</i>, <i>6</i>(10)');
  expect(inStyle('ACL', article)).toContain('<i>Bees</i>, 6(10)');
});

it('gives the number of a preprint', () => {
  expect(inStyle('APA', preprint)).toContain('(2025). ');
  expect(inStyle('APA', preprint)).toMatch(/arXiv:2501\.01234\)\..* arXiv\. https/);
  expect(inStyle('APA', preprint)).not.toContain('Preprint');
  expect(inStyle('ACL', preprint)).toMatch(/Twice\. <i>Preprint<\/i>, arXiv:2501\.01234\.$/);
});

it('leads to where the venue published a paper', () => {
  const links = [{ label: 'Paper', url: 'https://proceedings.example.org/scouts' }];
  expect(inStyle('APA', { ...scouts, links })).toMatch(/ https:\/\/proceedings\.example\.org\/scouts$/);
});

it('makes up no name and no date', () => {
  expect(inStyle('APA', hive)).toMatch(/old hive.*\(n\.d\.\)/);
  expect(inStyle('ACL', hive)).toMatch(/old hive/);
});

it('keeps the name of a group whole, and the small words of a family name', () => {
  const authors = ['Hive Team', 'Jan van der Berg', 'The Bees Consortium'];
  expect(inStyle('APA', { ...scouts, authors })).toMatch(
    /^Hive Team, van der Berg, J\., &#38; The Bees Consortium\. \(2026\)\./,
  );
});

it('takes the family names that an entry gives', () => {
  expect(inStyle('APA', named)).toMatch(/^Byron King, A\., Wu, M\., &#38; Swarm Builders\. \(2026\)\./);
});

it('keeps markup in a title as text', () => {
  const html = inStyle('APA', { ...scouts, title: '<script>alert(1)</script> & <i>Bees</i> <b' }) ?? '';
  expect(html.replace(/<\/?(?:i|b|sub|sup)>/g, '')).not.toMatch(/<[a-z/]/i);
});

it.each(['toString __defineGetter__', 'Ada constructor', 'Ada __proto__'])(
  'bears an author called %s',
  (name) => {
    for (const { html } of cite({ ...scouts, authors: [name, 'Ada Byron'] })) expect(html).toContain('Byron');
  },
);
