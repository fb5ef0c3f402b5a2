// conspectus fetch: papers from the public interfaces of arXiv and Hugging Face, ingested like any other listing.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { detectAdapter } from '../../src/ingest/registry.ts';
import { API_BASES, type ApiRequest, makeRequests, WANTED_FORMS } from '../../src/ingest/requests.ts';
import { MANNERS, makePoliteFetch } from '../fetch/polite.ts';
import { ingest } from './ingest.ts';

const USAGE = `Usage: npm run conspectus -- fetch WANTED ... [options]

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
      help: { type: 'boolean' },
      offline: { type: 'boolean' },
      'dry-run': { type: 'boolean' },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
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

type Fetched = { readonly request: ApiRequest; readonly path?: string; readonly problem?: string };

/** Writes the answers into files, as ingest reads files. */
async function fetchAll(requests: readonly ApiRequest[], isOffline: boolean): Promise<Fetched[]> {
  const cache = join('.cache', 'fetch');
  const pause = Number(process.env['CONSPECTUS_FETCH_PAUSE'] ?? MANNERS.pause);
  const ask = makePoliteFetch({
    ...MANNERS,
    pause,
    backoff: Math.min(MANNERS.backoff, pause),
    isOffline,
    cache,
  });
  const today = new Date().toISOString().slice(0, 10);
  const fetched: Fetched[] = [];
  for (const request of requests) {
    console.error(`Asking ${new URL(request.url).host} ...`);
    const answer = await ask(request.url);
    if ('problem' in answer) fetched.push({ request, problem: answer.problem });
    else if (!isPapers(answer.text))
      fetched.push({ request, problem: `${request.url} gave no paper. Check the id, or the words.` });
    else {
      const path = join(cache, `${today}-${request.file}`);
      await mkdir(cache, { recursive: true });
      await writeFile(path, answer.text);
      fetched.push({ request, path });
    }
  }
  return fetched;
}

/** The arXiv API answers what it cannot do with a feed, too: without an entry, or with one about the error. */
function isPapers(text: string): boolean {
  if (/<entry>\s*<id>[^<]*\/api\/errors/.test(text)) return false;
  return detectAdapter(text) !== undefined && (/^\s*[[{]/.test(text) || text.includes('<entry'));
}

/** Another server in the place of both, for tests. */
function readBases(): typeof API_BASES {
  const server = process.env['CONSPECTUS_FETCH_SERVER'];
  return server ? { arxiv: `${server}/arxiv`, huggingFace: `${server}/hf` } : API_BASES;
}
