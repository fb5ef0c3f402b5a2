// CONTRIBUTING.md shows the real output of its commands: they are run here, and the file is written anew by
// "npx vitest --project unit --update=all tests/contributing.test.ts". Its links lead to files that are there.
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { afterAll, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '..');
const file = join(repository, 'CONTRIBUTING.md');
const text = readFileSync(file, 'utf8');
const root = mkdtempSync(join(tmpdir(), 'conspectus-contributing-'));
afterAll(() => rmSync(root, { recursive: true }));

/** A change that a reader is to imagine, or a block that begins with a command. */
const STEP = /<!-- change (\S+) \| (.*) \| (.*) -->|```console\n\$ (.*)\n[\s\S]*?```/g;

/** What changes from day to day and from paper to paper is shown as on one day. */
function steady(output: string): string {
  return output
    .replace(/^( *added: ).*$/m, '$12026-01-15')
    .replace(/\d+ entries in \d+ themes/g, '63 entries in 9 themes');
}

/** Runs `npm run <command> -- <arguments>` as npm does, without npm's own lines. */
function run(command: string): string {
  const [, script = '', rest = ''] = /^npm run (\w+)(?: -- (.*))?$/.exec(command) ?? [];
  const args = [...rest.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [join(repository, 'scripts/conspectus.ts'), script, ...args],
    { cwd: root, encoding: 'utf8' },
  );
  return steady(stripVTControlCharacters(stdout + stderr)).trimEnd();
}

test('the output of every command is what it shows', async () => {
  cpSync(join(repository, 'content'), join(root, 'content'), { recursive: true });
  writeFileSync(join(root, 'paper.bib'), /```bibtex\n([\s\S]*?)```/.exec(text)?.[1] ?? '');
  const real = text.replaceAll(STEP, (step, changed?: string, from = '', to = '', command = '') => {
    if (!changed) return `\`\`\`console\n$ ${command}\n${run(command)}\n\`\`\``;
    const before = readFileSync(join(root, changed), 'utf8');
    expect(before).toContain(from);
    writeFileSync(join(root, changed), before.replace(from, to));
    return step;
  });
  expect(real.match(STEP)?.length).toBeGreaterThanOrEqual(5);
  await expect(real).toMatchFileSnapshot(file);
});

test('every link leads to a file that is there', () => {
  const links = [...text.matchAll(/\]\((?!https:)([^)#]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
});
