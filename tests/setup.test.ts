// The set-up that `npm start` and `npm test` begin with, in a folder of its own and with an npm that only pretends.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '..');
/** What the lockfile asks for; the pretended Node says it of itself. */
const version = '24.1.2';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conspectus-setup-'));
  for (const file of ['setup.mjs', 'progress.mjs'])
    cpSync(join(root, 'scripts', file), join(folder, 'scripts', file));
  write('package.json', '{ "type": "module" }');
  writeLock({});
  writeNpm();
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, text: string): void {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), text);
}

function writeLock(more: Readonly<Record<string, unknown>>): void {
  write(
    'package-lock.json',
    JSON.stringify({ packages: { '': {}, 'node_modules/node': { version }, ...more } }),
  );
}

/** An npm that notes its arguments and leaves a program as node_modules/.bin/node. */
function writeNpm(nodeProgram = `#!/bin/sh\necho v${version}\n`, code = 0): void {
  write(
    'npm-cli.js',
    `import { appendFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
     appendFileSync('npm.log', process.argv.slice(2).join(' ') + '\\n');
     rmSync('node_modules', { recursive: true, force: true });
     mkdirSync('node_modules/.bin', { recursive: true });
     writeFileSync('node_modules/.bin/node', ${JSON.stringify(nodeProgram)}, { mode: 0o755 });
     if (${code}) console.error('npm error the registry is on holiday');
     process.exitCode = ${code};`,
  );
}

function setUp(...args: readonly string[]) {
  const env = { ...process.env, npm_execpath: join(folder, 'npm-cli.js') };
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'scripts', 'setup.mjs'), ...args],
    {
      env,
      cwd: tmpdir(),
      encoding: 'utf8',
    },
  );
  return { status, output: stdout + stderr };
}

function installs(): string[] {
  const log = join(folder, 'npm.log');
  return existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
}

describe('setup', () => {
  test('installs once, development dependencies included, and then says nothing', () => {
    expect(setUp()).toMatchObject({
      status: 0,
      output: expect.stringContaining('✓ Installing the packages (once)'),
    });
    expect(setUp()).toEqual({ status: 0, output: '' });
    expect(installs()).toEqual(['ci --include=dev --include=optional --no-engine-strict --loglevel=error']);
  });

  test('installs again for another lockfile', () => {
    setUp();
    writeLock({ 'node_modules/more': { version: '1.0.0' } });
    expect(setUp().status).toBe(0);
    expect(installs()).toHaveLength(2);
  });

  test('installs again where an install was cut short: a Node that is empty counts for nothing', () => {
    write('node_modules/.bin/node', '');
    chmodSync(join(folder, 'node_modules/.bin/node'), 0o755);
    expect(setUp().status).toBe(0);
    expect(installs()).toHaveLength(1);
    write('node_modules/.bin/node', '');
    expect(setUp().status).toBe(0);
    expect(installs()).toHaveLength(2);
  });

  test('shows what npm says when it fails, and tries again the next time', () => {
    writeNpm('', 7);
    const failed = setUp();
    expect(failed.status).toBe(1);
    expect(failed.output).toContain('npm error the registry is on holiday');
    expect(failed.output).toContain('The packages could not be installed: npm says why above.');
    writeNpm();
    expect(setUp().status).toBe(0);
  });

  test('says what to do when the Node of the packages is not there', () => {
    writeNpm('#!/bin/sh\necho v18.0.0\n');
    const { status, output } = setUp();
    expect(status).toBe(1);
    expect(output).toContain(`node_modules/.bin/node should be Node v${version}, but says v18.0.0.`);
    expect(output).toContain('npm config set ignore-scripts false');
  });

  test('with --check, installs nothing and says what to do', () => {
    expect(setUp('--check')).toEqual({
      status: 1,
      output: '\nThe packages are not installed.\nRun "node scripts/setup.mjs", which installs them.\n',
    });
    setUp();
    expect(setUp('--check')).toEqual({ status: 0, output: '' });
    writeLock({ 'node_modules/more': { version: '1.0.0' } });
    expect(setUp('--check')).toMatchObject({
      status: 0,
      output: expect.stringContaining('may not be those of'),
    });
    expect(installs()).toHaveLength(1);
  });
});

describe('package-lock.json', () => {
  type Locked = { resolved?: string; optionalDependencies?: Record<string, string> };
  const packages: Record<string, Locked> = JSON.parse(
    readFileSync(join(root, 'package-lock.json'), 'utf8'),
  ).packages;

  test('names no download address', () => {
    expect(Object.values(packages).filter(({ resolved }) => resolved)).toEqual([]);
  });

  test('names the packages of every platform: npm ci refuses it otherwise', () => {
    const missing = Object.entries(packages).flatMap(([folder, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`node_modules/${name}`] && !packages[`${folder}/node_modules/${name}`],
      ),
    );
    expect(missing).toEqual([]);
  });
});
