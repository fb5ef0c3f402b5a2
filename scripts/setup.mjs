// Installs what package-lock.json asks for, if it is not there yet. This is the first thing that `npm start` and
// `npm test` run, on any Node from 20 on and with nothing installed: plain JavaScript, no dependencies.
// With --check it installs nothing and only says whether the packages are there.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep } from './progress.mjs';

/**
 * What we read of package-lock.json: a package for each folder.
 * @typedef {{ version?: string, os?: string[], cpu?: string[], libc?: string[] }} LockedPackage
 * @typedef {{ packages: Record<string, LockedPackage> }} Lockfile
 */

const root = fileURLToPath(new URL('..', import.meta.url));
/** Holds the digest of the lockfile that the packages come from; there only when all of them are. */
const stampFile = join(root, 'node_modules', '.conspectus-stamp');
const nodeFile = join(root, 'node_modules', '.bin', 'node');
const lockText = readFileSync(join(root, 'package-lock.json'), 'utf8');
/** @type {Lockfile} */
const lock = JSON.parse(lockText);
const machineLibc = existsSync('/etc/alpine-release') ? 'musl' : 'glibc';
const neededNode = `v${lock.packages['node_modules/node']?.version}`;

process.exitCode = process.argv.includes('--check') ? checkPackages() : await setUp();

/** Installs the packages where they are missing; returns the exit code. */
async function setUp() {
  if (isInstalled() && nodeVersion() === neededNode) return 0;
  if (Number.parseInt(process.versions.node, 10) < 20) {
    return fail(
      `This is Node ${process.versions.node}, which is too old to install the packages.`,
      'Install Node 20 or newer, then run the command again.',
    );
  }
  rmSync(stampFile, { force: true });
  const { code } = await installPackages();
  if (code !== 0) {
    return fail(
      'The packages could not be installed: npm says why above.',
      'Run the command again after that.',
    );
  }
  const found = nodeVersion();
  if (found !== neededNode) {
    return fail(
      `node_modules/.bin/node should be Node ${neededNode}, but ${found ? `says ${found}` : 'does not run'}.`,
      'The npm package "node" fetches it with an install script. If npm is set not to run such scripts,',
      'allow them (npm config set ignore-scripts false) and run the command again.',
    );
  }
  writeFileSync(stampFile, lockDigest());
  return 0;
}

/** Says what to do where the packages are missing or of another lockfile; returns the exit code. */
function checkPackages() {
  if (nodeVersion() !== neededNode) {
    return fail('The packages are not installed.', 'Run "node scripts/setup.mjs", which installs them.');
  }
  if (!isInstalled()) {
    console.error(
      'The packages may not be those of package-lock.json; "node scripts/setup.mjs" installs the right ones.',
    );
  }
  return 0;
}

/** Whether the packages are those of the lockfile, for this kind of machine. */
function isInstalled() {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === lockDigest();
}

function lockDigest() {
  return createHash('sha256').update(`${process.platform} ${process.arch}\n${lockText}`).digest('hex');
}

/** What node_modules/.bin/node says of itself, or nothing if it does not run. */
function nodeVersion() {
  return spawnSync(nodeFile, ['--version'], { encoding: 'utf8' }).stdout?.trim() ?? '';
}

/** Runs `npm ci`. Everything is a development dependency, whatever the user leaves out elsewhere. */
function installPackages() {
  const folders = expectedFolders();
  const count = () => folders.filter((folder) => existsSync(join(root, folder, 'package.json'))).length;
  // The packages run on the Node that they bring along, so that the engines they name do not concern this one.
  const flags = ['--include=dev', '--include=optional', '--no-engine-strict', '--loglevel=error'];
  const npm = process.env.npm_execpath?.endsWith('npm-cli.js') ? process.env.npm_execpath : undefined;
  return runStep({
    label: 'Installing the packages (once)',
    command: npm ? process.execPath : 'npm',
    args: [...(npm ? [npm] : []), 'ci', ...flags],
    cwd: root,
    detail: () => `${count()} of ${folders.length}`,
  });
}

/** The folders that `npm ci` makes: not those of packages for other machines, nor of what only these need. */
function expectedFolders() {
  const folders = Object.keys(lock.packages).filter((folder) => folder !== '');
  const left = folders.filter((folder) => !isForThisMachine(lock.packages[folder] ?? {}));
  return folders.filter((folder) => !left.some((other) => `${folder}/`.startsWith(`${other}/`)));
}

/** @param {LockedPackage} locked */
function isForThisMachine({ os, cpu, libc }) {
  const isHere = (/** @type {string[] | undefined} */ allowed, /** @type {string} */ here) =>
    allowed === undefined || allowed.includes(here);
  return isHere(os, process.platform) && isHere(cpu, process.arch) && isHere(libc, machineLibc);
}

/**
 * Says what is wrong and what to do; returns the exit code.
 * @param {string[]} lines
 */
function fail(...lines) {
  console.error(`\n${lines.join('\n')}`);
  return 1;
}
