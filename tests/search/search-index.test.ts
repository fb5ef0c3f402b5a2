// The search index as the build makes it, on tiny sites.
import { createHash } from 'node:crypto';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openEngine } from '../../scripts/commands/search.ts';
import { writeIndex } from '../../src/integrations/search-index/index-work.ts';
import {
  type List,
  readList,
  readToMerge,
  readWords,
  unpackWord,
  type Word,
} from '../../src/integrations/search-index/pagefind-index.ts';
import { findStems } from '../../src/integrations/search-index/run-pagefind.ts';
import { COMMON_WORDS_FILE, openCommonWords, unpackCommonWords } from '../../src/search/common-words.ts';
import { LIGHT_WORDS } from '../../src/search/light-words.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { BEES, pagesOf, type TinyPage, writePage, writePages } from './pages.ts';

async function makeFolder(pages: readonly TinyPage[]): Promise<string> {
  const folder = await writePages(pages);
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

/** Every file of a folder with a digest of its bytes. */
async function digestFiles(folder: string): Promise<string[]> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const rows = files
    .filter((file) => file.isFile())
    .map(async ({ parentPath, name }) => {
      const digest = createHash('sha256').update(await readFile(join(parentPath, name)));
      return `${name} ${digest.digest('hex')}`;
    });
  return (await Promise.all(rows)).toSorted();
}

/** The common words of a site, which come with their answers. */
async function readCommonWords(folder: string): Promise<readonly string[]> {
  const packed = await readFile(join(folder, COMMON_WORDS_FILE), 'utf8');
  return unpackCommonWords(packed).flatMap(({ forms }) => forms);
}

test('it counts the pages that can be found, and only they are found', async () => {
  const folder = await makeFolder(BEES);
  expect((await writeIndex(folder, pagesOf(BEES))).papers).toHaveLength(3);
  const engine = await openEngine(join(folder, 'pagefind'));
  const { hits } = await engine.search({ ...EMPTY_STATE, query: 'waggle' }, 10);
  expect(hits.map(({ slug }) => slug)).toEqual(['waggle-dance']);
});

test('a word with hyphens asks for its parts together; papers that have them apart lack it', async () => {
  const folder = await makeFolder(BEES);
  await writeIndex(folder, pagesOf(BEES));
  const engine = await openEngine(join(folder, 'pagefind'));
  const find = async (query: string) =>
    (await engine.search({ ...EMPTY_STATE, query }, 10)).hits.map(({ slug, lacking }) => [slug, lacking]);
  expect(await find('waggle-dance')).toEqual([['waggle-dance', []]]);
  const apart = await find('swarm-dance');
  expect(apart[0]).toEqual(['stop-signals', ['swarm-dance']]);
  expect(apart.flatMap(([, lacking]) => lacking)).toEqual(apart.map(() => 'swarm-dance'));
  expect(await find('"swarm-dance"')).toEqual([]);
  expect(await find('"waggle-dance"')).toEqual([['waggle-dance', []]]);
  expect(await find('-waggle-dance swarm -hive')).toEqual([]);
  expect(await find('-swarm-dance buzz')).toEqual([['stop-signals', []]]);
});

test('a site where no page is to be found fails the build', async () => {
  const folder = await makeFolder(BEES.map((page) => ({ ...page, isTagged: false })));
  await expect(writeIndex(folder, pagesOf(BEES))).rejects.toThrow('no page has data-pagefind-body');
});

test('the same pages give the same bytes', async () => {
  const folders = [await makeFolder(BEES), await makeFolder(BEES)];
  const digests: string[][] = [];
  for (const folder of folders) {
    await writeIndex(folder, pagesOf(BEES));
    digests.push(await digestFiles(join(folder, 'pagefind')));
  }
  expect(digests[0]).toEqual(digests[1]);
});

/** Pages that say things in several ways, in several fields. */
const MANY: readonly TinyPage[] = Array.from({ length: 40 }, (_, index) => ({
  slug: `paper-${index}`,
  title: `Paper ${index} of the Swarm`,
  text: `Café ${index % 3 ? 'naïve' : 'naive'} hive ${index} has ${['one', 'two', 'three'][index % 3]} dances; 養蜂 ${index % 5}.`,
  date: `20${10 + (index % 13)}-01-01`,
}));

test('papers that are indexed some at a time, as they come, give the same bytes as all at once', async () => {
  const [folder, other] = [await makeFolder(MANY), await makeFolder(MANY)];
  const { papers } = await writeIndex(folder, pagesOf(MANY));
  const coming = (async function* () {
    // In another order than that of the index.
    yield* pagesOf(MANY).toSorted();
  })();
  expect((await writeIndex(other, pagesOf(MANY), { coming, atOnce: 7 })).papers).toEqual(papers);
  expect(await digestFiles(join(other, 'pagefind'))).toEqual(await digestFiles(join(folder, 'pagefind')));
});

test('a page that is not there fails the build', async () => {
  const folder = await makeFolder(BEES);
  await expect(writeIndex(folder, [...pagesOf(BEES), 'papers/gone/index.html'])).rejects.toThrow(
    '4 of 5 pages',
  );
});

test('papers that change, come and go leave the index that they would have at once', async () => {
  const folder = await makeFolder(MANY);
  const { papers: before } = await writeIndex(folder, pagesOf(MANY));
  const after = [
    { slug: 'paper-new', title: 'A New Paper', text: 'Résumé of all hives.', date: '2031-01-01' },
    ...MANY.slice(3).map((page, index) => (index % 20 === 7 ? { ...page, text: 'Another café.' } : page)),
  ];
  for (const page of after) await writePage(folder, page);
  const changed = after.filter((page) => !MANY.includes(page)).map(({ slug }) => `papers/${slug}/index.html`);
  const gone = pagesOf(MANY.slice(0, 3));
  for (const page of gone) await rm(join(folder, page));
  const kept = before.map((paper) =>
    gone.includes(paper.page) || changed.includes(paper.page) ? undefined : paper,
  );
  const { papers: found } = await writeIndex(folder, pagesOf(after), { kept });
  expect(found).toHaveLength(38);

  const anew = await makeFolder(after);
  expect((await writeIndex(anew, pagesOf(after))).papers).toEqual(found);
  expect(await digestFiles(join(folder, 'pagefind'))).toEqual(await digestFiles(join(anew, 'pagefind')));
  const engine = await openEngine(join(folder, 'pagefind'));
  const { hits } = await engine.search({ ...EMPTY_STATE, query: 'résumé' }, 10);
  expect(hits.map(({ slug }) => slug)).toEqual(['paper-new']);
});

test('words are taken apart to be merged only where a paper goes or gets another number', async () => {
  const folder = await makeFolder(BEES);
  const { papers } = await writeIndex(folder, pagesOf(BEES));
  const index = join(folder, 'pagefind');
  const list = readList(index) as List;
  const read = (numbers: readonly (number | undefined)[]) => [
    ...readToMerge(index, list, list.fields, numbers),
  ];
  const numbers = [...papers.keys()];
  const words = [...readWords(index, list, list.fields)];
  const isOf = ({ postings, forms }: Word, paper: number) =>
    [postings, ...forms.map((form) => form.postings)].flat().some((posting) => posting.paper === paper);
  expect(read(numbers).map((word) => 'bytes' in word && unpackWord(word).text)).toEqual(
    words.map(({ text }) => text),
  );
  const left = read(numbers.map((number) => (number === 1 ? undefined : number)));
  expect(left.map((word) => 'bytes' in word)).toEqual(words.map((word) => !isOf(word, 1)));
  expect(read(numbers.toReversed()).map((word) => 'bytes' in word)).toEqual(
    words.map((word) => !isOf(word, 0) && !isOf(word, 2)),
  );
});

/** As many pages as make a survey large; a twentieth of them is fifty. */
const LARGE: readonly TinyPage[] = Array.from({ length: 1000 }, (_, index) => ({
  slug: `paper-${index}`,
  title: `Paper ${index}`,
  text: `All ${index < 49 ? ['dances', 'dance'][index % 2] : 'rest'}; ${index < 50 ? 'honey' : 'wax'} and ${index % 7 ? 'smoke' : 'rain'}.`,
}));

test('words become common and cease to be so as papers change, without all being read', {
  timeout: 60_000,
}, async () => {
  const folder = await makeFolder(LARGE);
  const { papers: before, counted } = await writeIndex(folder, pagesOf(LARGE));
  expect(await readCommonWords(folder)).toEqual([
    'all',
    'and',
    'honey',
    'paper',
    'rain',
    'rest',
    'smoke',
    'wax',
  ]);
  const after = LARGE.map((page, index) =>
    index === 0 || index === 500 ? { ...page, text: 'They dance.' } : page,
  );
  for (const page of after) await writePage(folder, page);
  const changed = pagesOf(after.filter((page) => !LARGE.includes(page)));
  const kept = before.map((paper) => (changed.includes(paper.page) ? undefined : paper));
  const index = await writeIndex(folder, pagesOf(after), { kept, counted });
  expect(await readCommonWords(folder)).toEqual([
    'all',
    'and',
    'dance',
    'dances',
    'paper',
    'rain',
    'rest',
    'smoke',
    'wax',
  ]);
  const anew = await makeFolder(after);
  const { papers } = await writeIndex(anew, pagesOf(after));
  expect(index.papers).toEqual(papers);
  expect(await digestFiles(join(folder, 'pagefind'))).toEqual(await digestFiles(join(anew, 'pagefind')));
  // What is not told of has come nearer to being common by the papers that are new.
  expect(index.counted?.most).toBe((counted?.most ?? 0) + 2);
});

test('a common word is answered in a form that no paper has, without the index', {
  timeout: 60_000,
}, async () => {
  const folder = await makeFolder(LARGE);
  await writeIndex(folder, pagesOf(LARGE));
  await rm(join(folder, 'pagefind/index'), { recursive: true });
  const engine = await openEngine(join(folder, 'pagefind'));
  const totalOf = async (query: string) => (await engine.search({ ...EMPTY_STATE, query }, 1)).total;
  expect(await totalOf('waxed')).toBe(950);
  // Of another stem: only the index could tell. Pagefind says that it is not there.
  vi.spyOn(console, 'error').mockReturnValue();
  expect(await totalOf('waxen')).toBe(0);
});

/** Words that Snowball 3 knows better than the versions before it, and their likes. */
const TELLING =
  'add ad biologist biologistic emerge emergency emergent even evening evenings inter internal international later lateral laterally off of organ organic organism past paste pasting universe university universal vying';

test('a form is told by no other stem than that of Pagefind', async () => {
  const folder = await makeFolder([]);
  const light = [...LIGHT_WORDS].filter((word) => /^[a-z]{4,}$/.test(word));
  const forms = [...light, ...TELLING.split(' ')].flatMap((word) =>
    ['', 's', 'ing', 'ed', 'ly', 'ness', 'ment', 'ational'].map((ending) => word + ending),
  );
  const stems = await findStems(forms, 'en', join(folder, 'stems'));
  const words = [...new Set(stems)].map((stem) => ({ forms: [], stem }));
  const find = await openCommonWords(words);
  const told = forms.flatMap((form, position) => {
    const found = find(form);
    return found ? [{ form, by: words[found.position]?.stem, stem: stems[position] }] : [];
  });
  expect(told.filter(({ by, stem }) => by !== stem)).toEqual([]);
  expect(told.length / forms.length).toBeGreaterThan(0.8);
});

test('where many papers are new, all are read for common words', { timeout: 60_000 }, async () => {
  const folder = await makeFolder(LARGE);
  const { papers: before } = await writeIndex(folder, pagesOf(LARGE));
  const kept = before.map((paper, place) => (place < 10 ? undefined : paper));
  const { counted } = await writeIndex(folder, pagesOf(LARGE), { kept, counted: { counts: [], most: 5 } });
  expect(counted?.most).toBe(2.5);
  expect(await readCommonWords(folder)).toContain('honey');
});

test('a survey without papers is no mistake, nor one that loses them all', async () => {
  const folder = await makeFolder(BEES);
  const { papers: before } = await writeIndex(folder, pagesOf(BEES));
  for (const page of pagesOf(BEES)) await rm(join(folder, page));
  const gone = before.map(() => undefined);
  expect((await writeIndex(folder, [], { kept: gone })).papers).toEqual([]);
  const anew = await makeFolder([]);
  expect((await writeIndex(anew, [])).papers).toEqual([]);
  expect(await digestFiles(join(folder, 'pagefind'))).toEqual(await digestFiles(join(anew, 'pagefind')));
});
