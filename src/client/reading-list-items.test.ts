import { describe, expect, it } from 'vitest';
import {
  addPapers,
  changeItem,
  isSaved,
  mergeLists,
  movePaper,
  parseList,
  parseListFile,
  parseListHash,
  putBack,
  type ReadingList,
  removePaper,
  renderList,
  renderListHash,
} from './reading-list-items.ts';

const list = addPapers([], ['a', 'b', 'c']);
const slugs = (items: ReadingList) => items.map(({ slug }) => slug).join('');

describe('a reading list', () => {
  it('keeps the order in which papers were saved, each once', () => {
    expect(slugs(addPapers(list, ['b', 'd', 'd', 'Not A Slug']))).toBe('abcd');
    expect(isSaved(list, 'b')).toBe(true);
    expect(slugs(removePaper(list, 'b'))).toBe('ac');
  });

  it.each([
    ['b', -1, 'bac'],
    ['b', 1, 'acb'],
    ['a', -1, 'abc'],
    ['c', 1, 'abc'],
    ['x', 1, 'abc'],
  ] as const)('moves %s by %i', (slug, by, expected) => {
    expect(slugs(movePaper(list, slug, by))).toBe(expected);
  });

  it('takes a paper back where it stood, once, and keeps what has come since', () => {
    const item = { slug: 'b', isRead: true, note: 'Read.' };
    const since = addPapers(removePaper(list, 'b'), ['d']);
    const back = putBack(since, { item, place: 1 });
    expect(slugs(back)).toBe('abcd');
    expect(putBack(back, { item, place: 1 })).toBe(back);
  });

  it('keeps marks and notes', () => {
    const read = changeItem(changeItem(list, 'b', { isRead: true }), 'b', { note: 'Read\n"twice".' });
    expect(parseList(renderList(read))).toEqual(read);
    const [first, second, third] = read;
    const papers = [first, second, third].map((item) => ({ ...item, title: 'A title' }));
    expect(parseListFile(JSON.stringify({ survey: 'Bees', papers }))).toEqual(read);
  });

  it('is read from a file of earlier days, too', () => {
    const file = {
      format: 'conspectus-reading-list',
      version: 1,
      items: [{ slug: 'a', read: true, note: 'x' }],
    };
    expect(parseListFile(JSON.stringify(file))).toEqual([{ slug: 'a', isRead: true, note: 'x' }]);
  });

  it('takes what it lacks from another', () => {
    const own = changeItem(list, 'a', { note: 'mine', isRead: true });
    const other = [
      { slug: 'a', isRead: false, note: 'theirs' },
      { slug: 'b', isRead: true, note: 'theirs' },
      { slug: 'z', isRead: true, note: 'new' },
    ];
    expect(mergeLists(own, other)).toEqual([
      { slug: 'a', isRead: true, note: 'mine' },
      { slug: 'b', isRead: false, note: 'theirs' },
      { slug: 'c', isRead: false, note: '' },
      { slug: 'z', isRead: true, note: 'new' },
    ]);
  });

  it('travels in an address', () => {
    expect(renderListHash(list)).toBe('#p=a,b,c');
    expect(parseListHash('#p=a,b,c')).toEqual(['a', 'b', 'c']);
    expect(parseListHash('#p=a%2Cb,a,<b>,../x')).toEqual(['a', 'b']);
    expect(parseListHash('#main')).toEqual([]);
  });
});

describe('whatever was kept or is imported', () => {
  it.each([null, '', '{', '7', '{"items":[]}', '[null,1,{"slug":7},{"slug":"<b>"}]'])(
    '%j is no list',
    (text) => {
      expect(parseList(text)).toEqual([]);
    },
  );

  it.each([
    '',
    '[]',
    '{"format":"other","items":[]}',
    '{"format":"conspectus-reading-list"}',
    '{"papers":[]}',
  ])('%j is no file of a list', (text) => {
    expect(parseListFile(text)).toBeUndefined();
  });

  it('is bounded', () => {
    const items = Array.from({ length: 5000 }, (_, index) => ({ slug: `p${index}`, note: 'x'.repeat(9999) }));
    const read = parseList(JSON.stringify(items));
    expect(read).toHaveLength(1000);
    expect(read[0]?.note).toHaveLength(2000);
  });
});
