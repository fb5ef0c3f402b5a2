// Who is alike is found by a thread, and taken from the last build where it is found from the same.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Comparable, findRelated } from '../core/related.ts';
import { findAlike } from './alike.ts';

const MODULE = new URL('../site/paper-map-work.ts', import.meta.url);
const PAPERS: readonly Comparable[] = ['dance', 'quorum', 'hive'].map((id) => ({
  id,
  text: `Honey bees vote by a ${id} in the swarm.`,
  terms: ['swarm'],
  themes: ['signals'],
}));

let root: string;
let software: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-alike-'));
  software = 'bees';
});
afterEach(() => rmSync(root, { recursive: true }));

/** What is found, and kept. */
async function find(papers: readonly Comparable[], onMap = papers) {
  const { related, planMaps, save } = await findAlike(root, software, papers);
  const maps = planMaps({ module: MODULE, maps: new Map([['', onMap]]) });
  const found = { related: await related, plan: await maps.get('') };
  await save();
  return found;
}

/** Has the cache say that the first paper is alike to none, and that nobody stands anywhere on the map. */
function forge(): void {
  const cache = join(root, '.cache/alike.lines');
  const kept = readFileSync(cache, 'utf8');
  writeFileSync(cache, kept.replace(/\t\[.*/g, '\t[]').replace(/\t\{.*/g, '\t{"wide":[]}'));
}

test('what to read next is what would be found here, and each paper has a place on the map', async () => {
  const { related, plan } = await find(PAPERS);
  expect(related).toEqual(findRelated(PAPERS));
  expect([plan?.wide.length, plan?.narrow.length]).toEqual([3, 3]);
});

test('of the same papers it is taken from the last build; of others it is found anew, each apart', async () => {
  const { related, plan } = await find(PAPERS);
  forge();
  const again = await find(PAPERS);
  expect([again.related.size, again.plan?.wide]).toEqual([0, []]);
  forge();
  const [first, ...others] = PAPERS as [Comparable, ...Comparable[]];
  const changed = await find([{ ...first, text: `${first.text} Once more.` }, ...others], PAPERS);
  expect(changed.related.size).toBe(3);
  expect(changed.plan?.wide).toEqual([]);
  software = 'other bees';
  expect(await find(PAPERS)).toEqual({ related, plan });
});
