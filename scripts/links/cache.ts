// What servers have said before, in .cache/links.json, so that they are not asked again too soon.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Probe } from './probe.ts';

const FILE = '.cache/links.json';
const DAY = 24 * 3_600_000;
/** How long an answer is believed. What is unknown is asked again. */
const BELIEVED: Readonly<Record<Probe['state'], number>> = { alive: 14 * DAY, gone: DAY, unknown: 0 };

const schema = z.record(
  z.string(),
  z.object({ state: z.enum(['alive', 'gone', 'unknown']), asked: z.iso.datetime() }),
);
type Known = z.output<typeof schema>;

/** Reads what is known of links and still believed; nothing where the file is missing or broken. */
export async function readCache(root: string, now: Date): Promise<Map<string, Probe>> {
  const known = await readKnown(root);
  return new Map(
    Object.entries(known)
      .filter(([, { state, asked }]) => now.getTime() - Date.parse(asked) < BELIEVED[state])
      .map(([url, { state }]) => [url, { url, state }]),
  );
}

/** Adds answers to the file. */
export async function writeCache(root: string, probes: readonly Probe[], now: Date): Promise<void> {
  const asked = now.toISOString();
  const fresh = Object.fromEntries(probes.map(({ url, state }) => [url, { state, asked }]));
  const path = join(root, FILE);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, `${JSON.stringify({ ...(await readKnown(root)), ...fresh }, null, 2)}\n`);
}

async function readKnown(root: string): Promise<Known> {
  try {
    return schema.parse(JSON.parse(await readFile(join(root, FILE), 'utf8')));
  } catch {
    return {};
  }
}
