import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AstroConfig, AstroIntegrationLogger, PathWithRoute, RouteData } from 'astro';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { asksForOurs, makePages } from './make-pages.ts';

let root: string;
let said: string[];
let config: AstroConfig;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'conspectus-pages-'));
  mkdirSync(join(root, 'public'));
  said = [];
  const folder = (name: string) => pathToFileURL(join(root, name, '/'));
  const site = {
    site: 'https://example.org',
    base: '/bees/',
    outDir: folder('dist'),
    publicDir: folder('public'),
  };
  config = site as unknown as AstroConfig;
});
afterEach(() => rmSync(root, { recursive: true }));

const path = (pathname: string, type: RouteData['type'] = 'page') =>
  ({ pathname, route: { type } }) as unknown as PathWithRoute;
const say = (text: string) => said.push(text);

/** Makes pages that say by which address they were asked for. */
const make = (paths: readonly PathWithRoute[], answer = ({ url }: Request) => new Response(url)) =>
  makePages({ render: async (request) => answer(request) }, paths, config, {
    info: say,
    warn: say,
    error: say,
  } as unknown as AstroIntegrationLogger);
const read = (name: string) => readFileSync(join(root, 'dist', name), 'utf8');

test('each page and file is made where its address leads; of two for the same one, the first', async () => {
  await make([path('/'), path('/papers/é'), path('/papers/é/'), path('/feed.xml/', 'endpoint')]);
  expect(read('index.html')).toBe('https://example.org/bees/');
  expect(read('papers/é/index.html')).toBe('https://example.org/bees/papers/%C3%A9/');
  expect(read('feed.xml')).toBe('https://example.org/bees/feed.xml/');
  expect(said).toEqual(['3 files made.']);
});

test('what somebody has put there himself stands, and is told of', async () => {
  writeFileSync(join(root, 'public/feed.xml'), 'His own.');
  await make([path('/'), path('/feed.xml/', 'endpoint')]);
  expect(readdirSync(join(root, 'dist'))).toEqual(['index.html']);
  expect(said[0]).toContain('feed.xml');
});

test('where a page cannot be made, it is said which one', async () => {
  const answer = ({ url }: Request) => {
    if (url.endsWith('/hive/')) throw new Error('There are no bees.');
    return new Response('');
  };
  await expect(make([path('/'), path('/hive')], answer)).rejects.toThrow('There are no bees.');
  expect(said).toEqual(['hive/index.html could not be made.']);
});

test('what only Astro can do is left to it', () => {
  const integration = (name: string) => ({ name, hooks: {} });
  const config = (...names: string[]) => ({ integrations: names.map(integration) }) as unknown as AstroConfig;
  expect(asksForOurs(config('conspectus-twins'))).toBe(true);
  expect(asksForOurs(config('conspectus-twins', 'of-others'))).toBe(false);
  expect(asksForOurs({ ...config(), redirects: { '/hive': '/' } })).toBe(false);
});
