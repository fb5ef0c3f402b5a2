// The software as one fingerprint, and all that a site is built from as another: what an earlier build has made is as good
// as new only if the same software made it, and all of it only if it was made from the same content.
import { createHash, type Hash } from 'node:crypto';
import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from './interface.ts';

/** What decides, besides the content, what is built. */
const SOFTWARE = ['src/**/*', 'public/**/*', 'astro.config.mjs', 'package.json', 'package-lock.json', WORDS];

/**
 * Whether commands may keep what they find out below `root` for the next run: only where the software stands beside the
 * content, for otherwise it cannot be told from other software; and not in CI, where a commit could bring a cache of its own
 * that calls a bad entry sound, is shown as a page or run as software, unless TRUST_CACHE says that it is the workflow's.
 */
export function mayKeep(root: string, { CI = '', TRUST_CACHE = '' } = process.env): boolean {
  return (CI === '' || TRUST_CACHE !== '') && existsSync(join(root, 'astro.config.mjs'));
}

/** The fingerprint of the software below `root`, with the words of the interface, for a site served under BASE_PATH. */
export function fingerprintEngine(root: string, { BASE_PATH = '/' } = process.env): string {
  const hash = createHash('sha256').update(`${process.version} ${BASE_PATH}`);
  return addFiles(hash, root, SOFTWARE).digest('base64url');
}

/** The fingerprint of all that the site below `root` is built from, by the software with the fingerprint `engine`. */
export function fingerprintSite(
  root: string,
  environment = process.env,
  engine = fingerprintEngine(root, environment),
): string {
  const { REPOSITORY_URL = '' } = environment;
  const hash = createHash('sha256').update(`${engine} ${REPOSITORY_URL}`);
  return addFiles(hash, root, ['content/**/*']).digest('base64url');
}

function addFiles(hash: Hash, root: string, patterns: readonly string[]): Hash {
  const files = globSync(patterns, { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  for (const file of files.toSorted()) {
    const content = readIfFile(join(root, file));
    if (content) hash.update(`\0${file}\0`).update(content);
  }
  return hash;
}

/** What is in a file; of one that cannot be read, whoever loads it will tell. */
function readIfFile(path: string): Buffer | undefined {
  try {
    return statSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
