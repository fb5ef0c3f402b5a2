// The portable edition as a reader has it: the very zip file of the site, unpacked.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { openPromise } from 'yauzl';

/** What people call folders: every character here means something else in an address. */
const FOLDER = 'My Survey (v1) é#1 50%';

/** An unpacked portable edition. */
export type PortableFolder = {
  /** The address of a file of it. */
  readonly address: (name: string) => string;
  readonly folder: string;
  readonly names: readonly string[];
  readonly remove: () => void;
};

/** Unpacks the portable edition that lies in a built site into a temporary folder. */
export async function unpackPortableEdition(dist = 'dist'): Promise<PortableFolder> {
  const zips = readdirSync(dist).filter((name) => name.endsWith('.zip'));
  if (zips.length !== 1) throw new Error(`${dist} should have one zip file, not ${zips.length}.`);
  const temporary = mkdtempSync(join(tmpdir(), 'conspectus-portable-'));
  const folder = join(temporary, FOLDER);
  const names: string[] = [];
  const zip = await openPromise(join(dist, zips[0] ?? ''));
  for await (const entry of zip.eachEntry()) {
    names.push(entry.fileName);
    mkdirSync(dirname(join(folder, entry.fileName)), { recursive: true });
    writeFileSync(join(folder, entry.fileName), await buffer(await zip.openReadStreamPromise(entry)));
  }
  const root = join(folder, (zips[0] ?? '').replace('.zip', ''), '/');
  return {
    folder: root,
    address: (name) => pathToFileURL(root).href + name,
    names: names.map((name) => name.slice(name.indexOf('/') + 1)),
    remove: () => rmSync(temporary, { recursive: true }),
  };
}
