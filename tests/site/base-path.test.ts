// A site that is served below a path, as every project page of GitHub is: whatever leads to a page of it names the path.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildSite } from '../sites/build-site.ts';

const LONG = 120_000;
const HOME = 'https://bridges.example/survey/';

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite(join(import.meta.dirname, '..', 'sites', 'second'), {}, '/survey');
}, LONG);
afterAll(() => site?.remove());

const read = (name: string) => readFileSync(join(site.dist, name), 'utf8');
const filesOf = (ending: RegExp) =>
  readdirSync(site.dist, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(name));

test('addresses in pages begin with the path', () => {
  const pages = filesOf(/\.html$/);
  expect(pages.length).toBeGreaterThan(30);
  for (const name of pages)
    for (const [, address = ''] of read(name).matchAll(/(?:href|src|action)="(\/[^"]*)"/g))
      expect(address, name).toMatch(/^\/survey\//);
});

test('whole addresses of the site do so too, in pages, twins, feeds, lists and other files', () => {
  const said = filesOf(/^(?!_offline).*\.(?:html|md|xml|txt|bib|ris|csv|json|cff|webmanifest)$/).flatMap(
    (name) =>
      [...read(name).matchAll(/https:\/\/bridges\.example(?!\/made-up)[^\s"'<>)\]}]*/g)].map(([address]) => ({
        name,
        address,
      })),
  );
  expect(said.length).toBeGreaterThan(100);
  expect(said.filter(({ address }) => !`${address}/`.startsWith(HOME))).toEqual([]);
});

test('links within a page lead there from its twin', () => {
  expect(read('terms/index.html.md')).toContain(`](${HOME}terms/`);
});
