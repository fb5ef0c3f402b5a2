// Bodies as HTML, kept from one build to the next: rendering takes longer than reading and checking an entry.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RenderedBody } from '../core/shared-survey.ts';

/** Gives what a text was rendered as, or renders it. */
export type Keep = (text: string, render: () => Promise<RenderedBody>) => Promise<RenderedBody>;

const FOLDER = '.cache';
const FILE = 'bodies.json';

/**
 * Opens what an earlier build has kept below `root`; `common` is what, besides its text, decides what a body becomes.
 * `save` keeps those that were asked for, and forgets the others. A lost or broken file costs time and nothing else.
 */
export async function openKeeper(
  root: string,
  common: string,
): Promise<{ keep: Keep; save: () => Promise<void> }> {
  const file = join(root, FOLDER, FILE);
  const known = new Map(await readFile(file, 'utf8').then(parse, () => []));
  const asked = new Map<string, RenderedBody>();
  const prefix = createHash('sha256').update(common).digest('base64url');
  return {
    keep: async (text, render) => {
      const key = createHash('sha256').update(prefix).update(text).digest('base64url');
      const body = known.get(key) ?? (await render());
      asked.set(key, body);
      return body;
    },
    save: async () => {
      await mkdir(join(root, FOLDER), { recursive: true });
      await writeFile(`${file}.tmp`, JSON.stringify([...asked]));
      await rename(`${file}.tmp`, file);
    },
  };
}

function parse(json: string): [string, RenderedBody][] {
  try {
    return JSON.parse(json);
  } catch {
    return [];
  }
}
