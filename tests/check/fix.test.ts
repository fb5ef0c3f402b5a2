// check --fix: what it writes, to the letter, and that a second run has nothing to do.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { listFiles } from '../../src/catalog/files.ts';
import { fixContent, planFixes } from '../../src/catalog/fix.ts';
import { diagnose, renderPlace } from '../../src/core/diagnostics.ts';
import { rules } from '../../src/core/rules.ts';

const fixture = join(import.meta.dirname, 'fixtures', 'text-and-links');
const root = mkdtempSync(join(tmpdir(), 'conspectus-fix-'));
afterAll(() => rmSync(root, { recursive: true }));

describe('a survey with things to mend', async () => {
  cpSync(fixture, root, { recursive: true });
  const { done, content } = await fixContent(root, '2026-01-01');

  test('is mended where that is certain, and each thing is told', async () => {
    const lines = done.map(({ place, rule, fix }) => `${renderPlace(place)} ${rule}: ${fix.does}`);
    const files = await Promise.all(
      (await listFiles(root, 'content')).map(
        (file) => `=== ${file}\n${readFileSync(join(root, file), 'utf8')}`,
      ),
    );
    await expect(`${lines.join('\n')}\n\n${files.join('')}`).toMatchFileSnapshot(
      join(import.meta.dirname, 'fixed.txt'),
    );
  });

  test('has nothing left that could be mended', async () => {
    expect(content.diagnostics.filter(({ fix }) => fix)).toEqual([]);
    expect((await fixContent(root, '2026-01-01')).done).toEqual([]);
  });

  test('every rule that says it mends has mended something', () => {
    const said = Object.entries(rules).flatMap(([id, rule]) => ('fix' in rule ? [id] : []));
    expect([...new Set(done.map(({ rule }) => rule))].toSorted()).toEqual(said.toSorted());
  });
});

test('words that are not on the line, or that another fix has taken, are left', () => {
  const at = (column: number, from: string, to: string) => ({
    ...diagnose('link-address', { file: 'a.md', line: 1, column }, '', ''),
    fix: { does: '', from, to },
  });
  const texts = new Map([['a.md', 'bees buzz\nhum']]);
  const plan = planFixes([at(1, 'bees buzz', 'x'), at(6, 'buzz', 'y'), at(6, 'hum', 'z')], texts);
  expect(plan.changes.write.get('a.md')).toBe('x\nhum');
  expect(plan.fixed).toHaveLength(1);
});

test('two files that would move to one place move one after the other', () => {
  const move = (file: string) => ({
    ...diagnose('theme-folder', { file, line: 1, column: 1 }, '', ''),
    fix: { does: '', moveTo: 'c.md' },
  });
  const texts = new Map([
    ['a.md', 'A'],
    ['b.md', 'B'],
  ]);
  const { changes } = planFixes([move('a.md'), move('b.md')], texts);
  expect([...changes.write]).toEqual([['c.md', 'A']]);
  expect(changes.remove).toEqual(['a.md']);
});
