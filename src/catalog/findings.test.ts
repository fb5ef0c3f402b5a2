// What pages need is found by threads as it would be found here, and nobody waits for what is not wanted any more.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Catalog } from '../core/catalog.ts';
import { comparablesOf, findRelated } from '../core/related.ts';
import { type Entry, entrySchema } from '../core/schema/entry.ts';
import { makeTermFinder } from '../core/terms.ts';
import { createRenderer } from '../renderer.config.ts';
import { beginFindings } from './findings.ts';
import { bodyKey, bodyOf, textsOf } from './survey-texts.ts';

const THREAD = {
  module: new URL('../text-work.config.ts', import.meta.url),
  base: '/bees/',
  words: { language: 'en', words: {} },
};
const terms = [
  { id: 'dance', name: 'Waggle dance', kind: 'concept', definition: 'A way to tell the way.' },
] as const;

/** Entries, of which each second has a body. */
function makeSurvey(count: number): Pick<Catalog, 'entries' | 'terms'> {
  const entries = Array.from({ length: count }, (_, number): Entry => {
    const body =
      number % 2 ? `Hive ${number} reads the *waggle dance* of <https://example.org/${number}>.\n` : '';
    const fields = entrySchema.parse({ title: `The waggle dance of hive ${number}`, themes: ['signals'] });
    return { slug: `hive-${number}`, fields, body, text: body.replaceAll('*', '').trim() };
  });
  return { entries, terms };
}

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-findings-'));
});
afterEach(() => rmSync(root, { recursive: true }));

test.each([
  ['of few papers', 20, false],
  ['of many papers, by a thread', 1000, true],
])('%s', async (_, count, isInThread) => {
  const survey = makeSurvey(count);
  const { texts, mentions, alike, stop } = await beginFindings(root, 'bees', survey, THREAD);
  expect(texts.isInThread).toBe(isInThread);
  await texts.bodiesMade;
  const find = makeTermFinder(survey.terms);
  expect(await mentions).toEqual(new Map(textsOf(survey.entries).map((text) => [text, find(text)])));
  expect(await (await alike).related).toEqual(findRelated(comparablesOf(survey)));
  const render = createRenderer(THREAD.base, find);
  const bodies = survey.entries.flatMap((entry) => bodyOf(entry) ?? []);
  expect(bodies).toHaveLength(count / 2);
  if (isInThread) for (const text of bodies) expect(texts.bodies.find(bodyKey(text))).toEqual(render(text));
  await stop();
});

test('what was found once need not be found by a thread again', async () => {
  const survey = makeSurvey(1000);
  const first = await beginFindings(root, 'bees', survey, THREAD);
  await first.mentions;
  await first.texts.bodiesMade;
  await first.texts.bodies.save();
  await first.stop();
  const again = await beginFindings(root, 'bees', survey, THREAD);
  expect(again.texts.isInThread).toBe(false);
  await again.stop();
  const others = await beginFindings(root, 'other bees', survey, THREAD);
  expect(others.texts.isInThread).toBe(true);
  await others.stop();
});

test('what is stopped ends, and what is not there yet fails for whoever waits', async () => {
  const { texts, mentions, stop } = await beginFindings(root, 'bees', makeSurvey(1000), THREAD);
  await stop();
  await expect(mentions).rejects.toThrow('text-work.config.ts has ended');
  await expect(texts.bodiesMade).rejects.toThrow('text-work.config.ts has ended');
});
