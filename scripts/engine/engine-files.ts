// The engine: all files of this repository that a survey of another field needs besides its content/.
import { createHash } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { join, sep } from 'node:path';

/** What every survey has of the engine. Tests, and what tells of the survey in this repository, stay where they are. */
const PARTS = [
  '.editorconfig',
  '.gitattributes',
  '.github/**/*',
  '.gitignore',
  '.npmrc',
  'CODE_OF_CONDUCT.md',
  'LICENSE',
  'SECURITY.md',
  'astro.config.mjs',
  'biome.json',
  'docs/**/*',
  'package-lock.json',
  'package.json',
  'public/**/*',
  'scripts/**/*',
  'src/**/*',
  'tsconfig.json',
];
/** What of it a build needs; what decides what is built is listed in src/catalog/engine.ts. */
export const NEEDED_TO_BUILD = ['src', 'public', 'astro.config.mjs', 'package.json', 'tsconfig.json'];
/** Whom to ask for a review is said by those who keep the survey. */
const NOT_OURS = /\.test\.ts$|^\.github\/CODEOWNERS$/;

/** Where a survey notes what it has of the engine: the digest of each file as it came. */
export const MANIFEST = '.engine.json';

/** The engine of a survey: its version, and a digest of each file by its path. */
export type Manifest = { readonly version: string; readonly files: Readonly<Record<string, string>> };

/** The files of the engine in a folder, with slashes, in order. */
export async function listEngineFiles(root: string): Promise<string[]> {
  const files: string[] = [];
  for await (const entry of glob(PARTS, { cwd: root, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name).slice(join(root, sep).length).split(sep).join('/');
    if (entry.isFile() && !NOT_OURS.test(path)) files.push(path);
  }
  return files.toSorted();
}

/** Describes the engine in a folder. */
export async function describeEngine(root: string): Promise<Manifest> {
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const files: Record<string, string> = {};
  for (const path of await listEngineFiles(root)) files[path] = digestOf(await readFile(join(root, path)));
  return { version, files };
}

/** SHA-256, in hexadecimal digits. */
export function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
