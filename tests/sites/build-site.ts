// Builds whole little sites for tests: the software of this repository with another `content/`.
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { NEEDED_TO_BUILD } from '../../scripts/engine/engine-files.ts';

const root = join(import.meta.dirname, '..', '..');

/** A survey that has been built. */
export type BuiltSite = {
  /** The project: `content/` beside a copy of the software. */
  readonly folder: string;
  /** What a server would serve. */
  readonly dist: string;
  readonly remove: () => void;
};

/**
 * Builds the site of a survey: of a folder that holds its `content/`, or of files by path; `changes` are further files,
 * also such as stand in the place of the software's own; below `base`. Rejects with the output of the build where that
 * fails.
 */
export async function buildSite(
  survey: string | Readonly<Record<string, string | Uint8Array>>,
  changes: Readonly<Record<string, string | null>> = {},
  base = '/',
): Promise<BuiltSite> {
  // Within the repository, so that packages are found as always.
  mkdirSync(join(root, '.cache', 'sites'), { recursive: true });
  const folder = mkdtempSync(join(root, '.cache', 'sites', 'site-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  for (const name of NEEDED_TO_BUILD) cpSync(join(root, name), join(folder, name), { recursive: true });
  if (typeof survey === 'string')
    cpSync(join(survey, 'content'), join(folder, 'content'), { recursive: true });
  const files = typeof survey === 'string' ? changes : { ...survey, ...changes };
  try {
    await buildAgain(folder, files, base);
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, dist: join(folder, 'dist'), remove };
}

/** Builds a site once more, where the last build left it, with other files; those that are null go. Gives what the build says. */
export async function buildAgain(
  folder: string,
  files: Readonly<Record<string, string | Uint8Array | null>>,
  base = '/',
  variables: NodeJS.ProcessEnv = {},
): Promise<string> {
  for (const [name, text] of Object.entries(files)) {
    if (text === null) rmSync(join(folder, name), { force: true });
    else {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
  }
  try {
    const astro = join(root, 'scripts', 'astro.ts');
    const env = { ...environment(), BASE_PATH: base, ...variables };
    const options = { cwd: folder, env, maxBuffer: 64 * 1024 * 1024 };
    return (await promisify(execFile)(process.execPath, [astro, 'build'], options)).stdout;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`The site could not be built.\n${`${stdout}\n${stderr}`.slice(-8000)}`);
  }
}

/** As a person's build has it: what Vitest sets for itself would reach the pages as `import.meta.env`, and CI keeps less. */
export function environment(): NodeJS.ProcessEnv {
  const ours = /^(?:NODE_ENV|MODE|DEV|PROD|SSR|BASE_URL|BASE_PATH|TEST|VITEST.*|CI)$/;
  const kept = Object.entries(process.env).filter(([name]) => !ours.test(name));
  return Object.fromEntries(kept);
}
