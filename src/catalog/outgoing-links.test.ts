import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renderPlace } from '../core/diagnostics.ts';
import { loadContent } from './load.ts';
import { listOutgoing } from './outgoing-links.ts';

test('outgoing links are https addresses of named hosts, with all their places', async () => {
  const fixture = join(import.meta.dirname, '../../tests/check/fixtures/outgoing');
  const links = [...listOutgoing(await loadContent(fixture, '2026-01-01'))];
  expect(links.map(([url, places]) => [url, places.map(renderPlace)])).toEqual([
    ['https://hive.org/code', ['content/entries/dance/scouts.md:4:15', 'content/themes/dance.md:10:8']],
    ['https://hive.org/a', ['content/entries/dance/scouts.md:7:6']],
    ['https://creativecommons.org/licenses/by/4.0/', ['content/survey.yaml:8:34']],
  ]);
});
