// The software as one fingerprint: what an earlier build has made is as good as new only if the same software made it.
import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { WORDS } from './interface.ts';

/** What decides, besides the content, what is built. */
const SOFTWARE = ['src/**/*', 'public/**/*', 'astro.config.mjs', 'package.json', 'package-lock.json', WORDS];

/** The fingerprint of the software below `root`, with the words of the interface, for a site served under `base`. */
export function fingerprintEngine(root: string, base: string): string {
  const hash = createHash('sha256').update(`${process.version} ${base}`);
  const files = globSync(SOFTWARE, { cwd: root }).filter((file) => !file.endsWith('.test.ts'));
  for (const file of files.toSorted())
    if (statSync(join(root, file)).isFile())
      hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('base64url');
}
