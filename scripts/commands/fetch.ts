// conspectus fetch: papers from the public interfaces of arXiv and Hugging Face, ingested like any other listing.
import { parseArgs } from 'node:util';
import { makeRequests, WANTED_FORMS } from '../../src/ingest/requests.ts';
import { fetchAll, readBases } from '../fetch/fetch-all.ts';
import { ingest } from './ingest.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- fetch WANTED ... [options]

WANTED is ${WANTED_FORMS}.
The answers become sources in content/sources/, and their papers entries.

  --offline    take answers from the cache in .cache/, ask nobody
  --dry-run    write nothing`;

/** Fetches what is wanted, and ingests it. */
export async function fetchPapers(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      offline: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
  });
  const { requests, unknown } = makeRequests(positionals, readBases());
  if (requests.length === 0 || unknown.length > 0) {
    for (const want of unknown) console.error(`“${want}” is nothing that can be fetched.`);
    console.error(`\n${USAGE}`);
    return 2;
  }
  const answers = await fetchAll(requests, values.offline ?? false);
  for (const { problem } of answers) if (problem) console.error(problem);
  let code = answers.some(({ problem }) => problem) ? 2 : 0;
  for (const { path, request } of answers) {
    if (!path) continue;
    const options = ['--origin', request.origin, ...(values['dry-run'] ? ['--dry-run'] : [])];
    code = Math.max(code, await ingest([path, ...options]));
  }
  return code;
}
