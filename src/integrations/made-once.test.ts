import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { makeOnce } from './made-once.ts';

test('two that make the same at once both have it, and it is there afterwards, once', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'conspectus-made-'));
  onTestFinished(() => rmSync(cache, { recursive: true }));
  const make = async () => Buffer.from('honey');
  const both = await Promise.all([makeOnce(cache, 'bees', make), makeOnce(cache, 'bees', make)]);
  expect(both.map(String)).toEqual(['honey', 'honey']);
  expect(readdirSync(cache)).toHaveLength(1);
  const kept = await makeOnce(cache, 'bees', () => Buffer.from('wax'));
  expect(String(kept)).toBe('honey');
});
