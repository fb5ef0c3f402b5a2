// The portable edition on disk: as a folder, and as one zip file that holds this folder.
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yazl from 'yazl';
import type { SiteFile } from '../site-files.ts';

/** A zip tells when a file was made; always the same moment, the first that it can tell, so that the same content gives the same bytes. */
const MADE = new Date(1980, 0, 1);

/** Writes files into a folder, in place of what was there; the old one stays until all are written. */
export async function writeFolder(folder: string, files: AsyncIterable<SiteFile>): Promise<void> {
  const unfinished = `${folder}.tmp`;
  await rm(unfinished, { recursive: true, force: true });
  for await (const { name, content } of files) {
    const path = join(unfinished, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, content);
  }
  await rm(folder, { recursive: true, force: true });
  await rename(unfinished, folder);
}

/** Writes files as a zip, inside a folder `name`; returns the size of the zip in bytes. */
export async function writeZip(path: string, name: string, files: AsyncIterable<SiteFile>): Promise<number> {
  const zip = new yazl.ZipFile();
  const unfinished = `${path}.tmp`;
  const written = pipeline(zip.outputStream, createWriteStream(unfinished));
  const options = { mtime: MADE, mode: 0o100644, forceDosTimestamp: true };
  try {
    for await (const file of files) zip.addBuffer(Buffer.from(file.content), `${name}/${file.name}`, options);
  } finally {
    // Also after a failure: otherwise the file would stay open.
    zip.end();
    await written;
  }
  await rename(unfinished, path);
  return (await stat(path)).size;
}
