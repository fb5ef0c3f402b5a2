// The portable edition on disk: as a folder, and as one zip file that holds this folder.
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { inflateRawSync } from 'node:zlib';
import type { Portable } from './work.ts';
import { openZip, type Place } from './zip.ts';

/** Writes an edition into a folder, in place of what was there; the old one stays until all is written. */
export async function writeFolder(folder: string, edition: AsyncIterable<Portable>): Promise<void> {
  const unfinished = `${folder}.tmp`;
  await rm(unfinished, { recursive: true, force: true });
  for await (const { files } of edition)
    for (const { name, deflated } of files) {
      const path = join(unfinished, name);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, inflateRawSync(deflated));
    }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

/**
 * Writes an edition as a zip, inside a folder `name`; `note` is told where its files lie. Returns the size of the zip in
 * bytes.
 */
export async function writeZip(
  path: string,
  name: string,
  edition: AsyncIterable<Portable>,
  note: (made: Portable, places: readonly Place[]) => void = () => undefined,
): Promise<number> {
  const unfinished = `${path}.tmp`;
  const zip = await openZip(unfinished);
  try {
    for await (const made of edition) {
      const places: Place[] = [];
      for (const file of made.files) places.push(await zip.add({ ...file, name: `${name}/${file.name}` }));
      note(made, places);
    }
    const bytes = await zip.end();
    await rename(unfinished, path);
    return bytes;
  } finally {
    await zip.close();
  }
}
