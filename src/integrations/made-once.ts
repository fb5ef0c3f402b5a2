// What a build makes from the same input every time, it makes once.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * What `make` makes of `input`, from the folder `cache` where an earlier build has left it. `input` has to name
 * everything that the result depends on. A cache that is lost, in part or whole, costs time and nothing else.
 */
export async function makeOnce(cache: string, input: string, make: () => Promise<Buffer>): Promise<Buffer> {
  const file = join(cache, createHash('sha256').update(input).digest('base64url').slice(0, 27));
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  const made = await make();
  await mkdir(cache, { recursive: true });
  await writeFile(`${file}.tmp`, made);
  await rename(`${file}.tmp`, file);
  return made;
}
