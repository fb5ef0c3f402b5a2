// The small readers that adapters share: names, dates, identifiers, LaTeX, encodings, identity.
import { expect, test } from 'vitest';
import { decodeText } from '../core/encoding.ts';
import { indexIdentities } from '../core/identity.ts';
import { locateMaths } from '../core/maths.ts';
import { identify } from './identifiers.ts';
import { latexToText } from './latex.ts';
import { stripMarkup } from './markup.ts';
import { familiesOf, listNames, parseAuthor, parseName, readAuthor, splitNames } from './names.ts';
import { parsePartialDate } from './partial-date.ts';

test.each([
  ['Byron, Ada', 'Ada Byron'],
  ['van der Berg, Jan', 'Jan van der Berg'],
  ['King, Jr., Martin Luther', 'Martin Luther King Jr.'],
  ['King, Martin Luther, Jr.', 'Martin Luther King Jr.'],
  ['King, III', 'King III'],
  ['Aristotle', 'Aristotle'],
  ['王, 伟', '王伟'],
  ['Иванов, Иван', 'Иван Иванов'],
  [' Ada   Byron ', 'Ada Byron'],
])('the name %s', (text, name) => {
  expect(parseName(text)).toBe(name);
});

test.each([
  ['Byron, Ada; Hopper, Grace', ['Ada Byron', 'Grace Hopper']],
  ['Byron, Ada and Hopper, Grace', ['Ada Byron', 'Grace Hopper']],
  ['Ada Byron, Grace Hopper and Mary Shelley', ['Ada Byron', 'Grace Hopper', 'Mary Shelley']],
  ['Martin Luther King, Jr., Ada Byron', ['Martin Luther King Jr.', 'Ada Byron']],
  ['Byron, Ada', ['Ada Byron']],
])('the names %s', (text, names) => {
  expect(splitNames(text)).toEqual(names);
});

test('a family name is kept where a source says more of it than the name does', () => {
  const written = [
    'Byron King, Ada',
    'Hopper, Grace',
    'van der Berg, Jan',
    'Berg, Jan van der',
    'Hive, The, Jr.',
  ];
  const parts = [
    { family: 'Byron King', given: 'Al', suffix: 'Jr.' },
    { literal: 'Swarm Builders' },
    { literal: 'Hive Team' },
    { family: '王', given: '伟' },
  ];
  expect(familiesOf([...written.map(parseAuthor), ...parts.map(readAuthor)])).toEqual({
    'Ada Byron King': 'Byron King',
    'Al Byron King Jr.': 'Byron King',
    'Swarm Builders': 'Swarm Builders',
  });
});

test('names that a source leaves out are told', () => {
  expect(listNames(['Ada Byron', 'others'])).toEqual({ names: ['Ada Byron'], isCut: true });
  expect(listNames(['Ada Byron et al.'])).toEqual({ names: ['Ada Byron'], isCut: true });
  expect(listNames(['Ada Byron'])).toEqual({ names: ['Ada Byron'], isCut: false });
});

test.each([
  ['2025', { issued: '2025' }],
  ['2025-01', { issued: '2025-01' }],
  ['2025/01/08/', { published: '2025-01-08' }],
  ['2025-01-08T12:00:00Z', { published: '2025-01-08' }],
  ['2025-02-30', { issued: '2025-02' }],
  ['8 January 2025', { published: '2025-01-08' }],
  ['Jan. 8, 2025', { published: '2025-01-08' }],
  ['May 2025', { issued: '2025-05' }],
  ['n.d.', undefined],
  ['20250', undefined],
])('the date %s', (text, date) => {
  expect(parsePartialDate(text)).toEqual(date);
});

test.each([
  [{ arxiv: 'arXiv:2501.01234v3' }, { arxiv: '2501.01234' }],
  [{ doi: '10.48550/arXiv.2501.01234' }, { arxiv: '2501.01234' }],
  [{ doi: 'https://doi.org/10.1000/Bees.7.' }, { doi: '10.1000/bees.7' }],
  [{ doi: '10.1061/(ASCE)0733-9445(2000)126:1(17)' }, { doi: '10.1061/(asce)0733-9445(2000)126:1(17)' }],
  [{ urls: ['https://doi.org/10.1061/(ASCE)126:1(17)).'] }, { doi: '10.1061/(asce)126:1(17)' }],
  [{ urls: ['https://doi.org/10.1000/bees.7</a>'] }, { doi: '10.1000/bees.7' }],
  [{ doi: '10.1000/bees<7' }, {}],
  [{ urls: ['https://arxiv.org/pdf/q-bio/0601001v1'] }, { arxiv: 'q-bio/0601001' }],
  [{ urls: ['https://openreview.net/forum?id=aB3xYz9Qr1'] }, { openreview: 'aB3xYz9Qr1' }],
  [{ urls: ['https://aclanthology.org/2025.bees-main.1.pdf'] }, { acl: '2025.bees-main.1' }],
  [{ arxiv: 'nothing', urls: ['https://bees.example.org'] }, {}],
])('the identifiers in %j', (hints, found) => {
  expect(identify(hints)).toEqual(found);
});

test.each(['<1661::AID-SIM968>', '%3C1661::AID-SIM968%3E', '&lt;1661::AID-SIM968&gt;'])(
  'a DOI that names its article as %s',
  (article) => {
    const { doi } = identify({ doi: `10.1002/(SICI)1097-0258(19980815/30)17:15/16${article}3.0.CO;2-2` });
    expect(doi).toBe('10.1002/(sici)1097-0258(19980815/30)17:15/16<1661::aid-sim968>3.0.co;2-2');
  },
);

test.each([
  ['na{\\"\\i}ve {\\v S}imi{\\\'c} \\H{o} \\ss{} \\O', 'naïve Šimić ő ß Ø'],
  ['{B}ees \\emph{and} \\textbf{wasps}~2--3', 'Bees and wasps 2–3'],
  ["``quoted''", '“quoted”'],
  ['in $O(n^2)$ and \\(\\alpha\\) steps', 'in $O(n^2)$ and $\\alpha$ steps'],
  ['where \\[z = 1\\] holds', 'where $z = 1$ holds'],
  ['costs \\$5, 7\\% \\& more', 'costs $5, 7% & more'],
  ['\\swarm{bees} stays', '\\swarm{bees} stays'],
  ['{{{{unclosed', 'unclosed'],
])('LaTeX %s', (latex, text) => {
  expect(latexToText(latex)).toBe(text);
});

test('money is no formula', () => {
  expect(locateMaths('It costs $5 and then $6.')).toEqual([]);
  expect(locateMaths('for $n$ of $k$')).toHaveLength(2);
});

test('marks go, and what only looks like one stays', () => {
  expect(stripMarkup('<jats:p><i>Apis</i> &amp; Co</jats:p>').trim()).toBe('Apis & Co');
  expect(stripMarkup('if a < b and <SEG> > c')).toBe('if a < b and <SEG> > c');
});

test('bytes of unknown origin', () => {
  const utf8 = Buffer.from('Brücke über den Fluß, Müller, Jürgen, schön, größer, Bär, Möwe, Tür', 'utf8');
  expect(decodeText(utf8).encoding).toBe('UTF-8');
  expect(decodeText(Buffer.from([0xff, 0xfe, 0x41, 0]))).toEqual({ text: 'A', encoding: 'UTF-16' });
  expect(decodeText(Buffer.from('Brücke', 'latin1'))).toEqual({ text: 'Brücke', encoding: 'Latin-1' });
  expect(decodeText(Buffer.from([0xef, 0xbb, 0xbf, 0x41])).text).toBe('A');
  const cut = Buffer.concat([utf8, utf8, Buffer.from([0xc3])]);
  expect(decodeText(cut).encoding).toBe('damaged UTF-8');
});

test('the same paper is found by id, or by title unless ids or authors contradict', () => {
  const known = {
    slug: 'a',
    fields: {
      title: 'Reply to Comments on Bees',
      themes: ['bees'],
      arxiv: '2501.00001',
      authors: ['Ada Byron'],
    },
  };
  const { find } = indexIdentities([known]);
  const paper = (fields: object) => find({ fields: { title: 'Reply to comments on bees!', ...fields } });
  expect(paper({})).toEqual({ same: 'a' });
  expect(paper({ title: 'Another Title', arxiv: '2501.00001' })).toEqual({ same: 'a' });
  expect(paper({ arxiv: '2501.00002' })).toEqual({ near: 'a' });
  expect(paper({ authors: ['Grace Hopper'] })).toEqual({ near: 'a' });
  expect(paper({ authors: ['A. Byron', 'Grace Hopper'] })).toEqual({ same: 'a' });
  expect(paper({ title: 'Reply to Comment on Bees' })).toEqual({ near: 'a' });
  expect(paper({ title: 'Something Else' })).toEqual({});
});

test('part 1 is not part 2', () => {
  const { find } = indexIdentities([
    { slug: 'a', fields: { title: 'The Life of Bees, Part 1', themes: ['bees'] } },
  ]);
  expect(find({ fields: { title: 'The Life of Bees, Part 2' } })).toEqual({});
});
