import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { fingerprintEngine, fingerprintSite } from './engine.ts';

/** A project with some files, and its two fingerprints. */
function makeProject(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(join(tmpdir(), 'conspectus-engine-'));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(root, name)), { recursive: true });
    writeFileSync(join(root, name), text);
  };
  for (const [name, text] of Object.entries(files)) write(name, text);
  const look = (environment = {}) => [
    fingerprintEngine(root, environment),
    fingerprintSite(root, environment),
  ];
  return { root, write, look };
}

const FILES = { 'src/page.astro': 'Page', 'content/entries/hive/bees.md': 'Bees', 'README.md': 'Read' };

test('another word of the content makes another site by the same software; of the software, another of both', () => {
  const { write, look } = makeProject(FILES);
  const [engine, site] = look();
  expect(look()).toEqual([engine, site]);
  write('README.md', 'Read it');
  write('src/page.test.ts', 'A test');
  expect(look()).toEqual([engine, site]);
  write('content/entries/hive/bees.md', 'Bees dance');
  const [sameEngine, otherSite] = look();
  expect(sameEngine).toBe(engine);
  expect(otherSite).not.toBe(site);
  write('src/page.astro', 'Other page');
  expect(look()[0]).not.toBe(engine);
  expect(look()[1]).not.toBe(otherSite);
});

test('where it is served, and from which repository, makes another site', () => {
  const { look } = makeProject(FILES);
  const sites = [{}, { BASE_PATH: '/bees/' }, { REPOSITORY_URL: 'https://example.org/bees' }].map(look);
  expect(new Set(sites.map(([, site]) => site)).size).toBe(3);
});

test('what cannot be read is left to whoever loads it', () => {
  const { root, look } = makeProject(FILES);
  const before = look();
  symlinkSync(join(root, 'nowhere'), join(root, 'content/entries/hive/lost.md'));
  expect(look()).toEqual(before);
});
