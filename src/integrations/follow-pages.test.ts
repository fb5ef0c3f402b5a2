import type { AstroPrerenderer, PathWithRoute, RouteData } from 'astro';
import { expect, test } from 'vitest';
import { followPages, followPapers } from './follow-pages.ts';

const route = (component: string, type: RouteData['type'] = 'page') => ({ component, type }) as RouteData;
const paper = route('src/pages/papers/[slug].astro');
const page = route('src/pages/any.astro');
const data = route('src/pages/data.json.ts', 'endpoint');
const routes: PathWithRoute[] = [
  { pathname: '/', route: page },
  { pathname: '/data.json/', route: data },
  { pathname: '/papers/é/', route: paper },
  { pathname: '/papers/', route: page },
  { pathname: '/papers/a/', route: paper },
  { pathname: '/papers/a/', route: page },
];

/** What a follower is told of a site below a path, of which some files are asked for. */
async function follow(base: string, asked: readonly (readonly [address: string, route: RouteData])[]) {
  const told: unknown[] = [];
  const astro = followPages(base, {
    plan: (files) => {
      told.push(files.map(({ name, isOfPaper }) => (isOfPaper ? `${name}!` : name)));
    },
    reach: (count) => told.push(count),
  })({
    name: 'astro',
    getStaticPaths: async () => routes,
    render: async () => new Response(''),
  } satisfies AstroPrerenderer);
  const paths = await astro.getStaticPaths();
  for (const [address, routeData] of asked)
    await astro.render(new Request(`https://example.org${address}`), { routeData });
  return { told, order: paths.map(({ pathname }) => pathname) };
}

test('pages below papers/ come first, then other pages, then other files; of two, the first', async () => {
  const { told, order } = await follow('/', []);
  expect(order).toEqual(['/papers/a/', '/papers/a/', '/papers/', '/papers/é/', '/', '/data.json/']);
  expect(told).toEqual([
    ['papers/a/index.html!', 'papers/index.html', 'papers/é/index.html!', 'index.html', 'data.json'],
  ]);
});

test('before a file is made, it is told how many are there', async () => {
  const { told } = await follow('/survey/', [
    ['/survey/papers/a/', paper],
    ['/survey/papers/%C3%A9/', paper],
    ['/survey/', page],
    ['/survey/data.json/', data],
    ['/survey/unknown/', page],
  ]);
  expect(told.slice(1)).toEqual([0, 2, 3, 4]);
});

test('of papers it is told when they begin to be made, of each that is there, and when all are', async () => {
  const told: string[] = [];
  const astro = followPapers('/', {
    begin: () => told.push('begin'),
    made: (name) => told.push(name),
    end: () => told.push('end'),
  })({ name: 'astro', getStaticPaths: async () => routes, render: async () => new Response('') });
  await astro.getStaticPaths();
  for (const [address, routeData] of [
    ['/papers/a/', paper],
    // What stays as it was is not asked for.
    ['/', page],
    ['/data.json/', data],
  ] as const)
    await astro.render(new Request(`https://example.org${address}`), { routeData });
  expect(told).toEqual(['begin', 'papers/a/index.html', 'papers/é/index.html', 'end']);
});
