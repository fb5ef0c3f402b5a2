// conspectus diff: what a change of content/ means for readers, for the comment on a pull request.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadContent } from '../../src/catalog/load.ts';
import { compareContent, type Difference, differenceSchema, renderDifference } from '../diff/diff.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- diff COMMIT [options]

Compares content/ with that of a commit, and says in Markdown what changes for the reader.

  --site FOLDER           tell of the size of the built site, too ...
  --site-before FOLDER    ... and of that of the commit, where it was built
  --pull NUMBER           the pull request that it is for
  --json                  print the difference as data
  --render FILE           print the Markdown of a difference that --json has written`;

/**
 * Compares content/ with that of a commit and prints the difference as Markdown, or as data with --json. With
 * --render FILE it prints the Markdown of a difference that another run has written as data.
 */
export async function diff(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      site: { type: 'string' },
      'site-before': { type: 'string' },
      pull: { type: 'string' },
      render: { type: 'string' },
    },
  });
  if (values.render) {
    const given: unknown = JSON.parse(await readFile(values.render, 'utf8'));
    console.log(renderDifference(differenceSchema.parse(given)));
    return 0;
  }
  const [base] = positionals;
  if (!base) {
    console.error(`Say with which commit to compare, such as main.\n\n${USAGE}`);
    return 2;
  }
  const root = process.cwd();
  const size = await sizeOf(values.site);
  const sizeBefore = await sizeOf(values['site-before']);
  const difference: Difference = {
    ...(values.pull && { pull: Number(values.pull) }),
    ...(await compareWith(base, root)),
    ...(size !== undefined && { size }),
    ...(sizeBefore !== undefined && { sizeBefore }),
  };
  console.log(values.json ? JSON.stringify(difference) : renderDifference(difference));
  return 0;
}

async function compareWith(base: string, root: string): Promise<Difference> {
  const git = (...command: readonly string[]) =>
    execFileSync('git', command, {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    }).trim();
  const commit = git('rev-parse', '--verify', '--end-of-options', `${base}^{commit}`);
  const folder = await mkdtemp(join(tmpdir(), 'conspectus-base-'));
  try {
    git('worktree', 'add', '--quiet', '--detach', folder, commit);
    return compareContent(await loadContent(folder), await loadContent(root));
  } finally {
    await rm(folder, { recursive: true, force: true });
    git('worktree', 'prune');
  }
}

/** Bytes of a site; nothing where it was not built. */
async function sizeOf(folder: string | undefined): Promise<number | undefined> {
  if (folder === undefined || !existsSync(folder)) return undefined;
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    files.filter((file) => file.isFile()).map((file) => stat(join(file.parentPath, file.name))),
  );
  return sizes.reduce((sum, { size }) => sum + size, 0);
}
