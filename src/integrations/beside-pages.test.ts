import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroPrerenderer, RouteData } from 'astro';
import { expect, onTestFinished, test } from 'vitest';
import { besidePages, type PagesJob } from './beside-pages.ts';
import { ITEMS_AT_ONCE } from './threads.ts';

globalThis.CONSPECTUS_ENGINE = 'bees';

/** Notes in the cache what it is asked to make, and cannot make some. */
const WORK = `import { appendFileSync, mkdirSync } from 'node:fs';
export function work({ cache, items, isAhead }) {
  mkdirSync(cache, { recursive: true });
  for (const name of items) appendFileSync(cache + (isAhead ? '/ahead' : '/all'), name + ' ');
  if (items.includes('never/index.html')) throw new Error('It cannot be made.');
}`;

type Work = (job: PagesJob & { readonly cache: string }) => void;

/** A build that makes something of pages; `ask` has Astro make one, and `notes` tells what the threads were asked. */
async function begin() {
  const folder = mkdtempSync(join(tmpdir(), 'conspectus-beside-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const [module, cache] = [join(folder, 'work.mjs'), join(folder, 'cache')];
  writeFileSync(module, WORK);
  let astro: AstroPrerenderer = {
    name: 'astro',
    getStaticPaths: async () => [],
    render: async () => new Response(''),
  };
  const making = await besidePages<Work>(
    pathToFileURL(module),
    { cache },
    {
      base: '/bees/',
      isWanted: (name) => name !== 'other/index.html',
      setPrerenderer: (wrap) => {
        astro = typeof wrap === 'function' ? wrap(astro) : wrap;
      },
    },
  );
  const ask = (path: string, type: RouteData['type'] = 'page') =>
    astro.render(new Request(`https://example.org/bees/${path}`), {
      routeData: { type } as RouteData,
    });
  const notes = (name: string) => readFileSync(join(cache, name), 'utf8').trim().split(' ');
  return { making, ask, notes };
}

const some = Array.from({ length: ITEMS_AT_ONCE }, (_, page) => `${page}/`);

test('pages are worked on ahead when all of a batch are there, and those that are named at the end', async () => {
  const { making, ask, notes } = await begin();
  await ask('data.json', 'endpoint');
  await ask('other/');
  for (const path of [...some, 'last/']) await ask(path);
  await making.finish(['0/index.html', 'last/index.html']);
  expect(notes('ahead')).toEqual(some.map((path) => `${path}index.html`));
  expect(notes('all')).toEqual(['0/index.html', 'last/index.html']);
});

test('what fails ahead fails the build at its end', async () => {
  const { making, ask } = await begin();
  for (const path of ['never/', ...some]) await ask(path);
  await expect(making.finish([])).rejects.toThrow('It cannot be made.');
});
