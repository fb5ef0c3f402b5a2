// Answers of public interfaces, written into files, for all who need one.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { detectAdapter } from '../../src/ingest/registry.ts';
import { API_BASES, type ApiRequest } from '../../src/ingest/requests.ts';
import { MANNERS, makePoliteFetch } from './polite.ts';

/** What came of a request: where the answer is kept, or why there is none. */
type Fetched = { readonly request: ApiRequest; readonly path?: string; readonly problem?: string };

/** Writes the answers into files, as ingest reads files. */
export async function fetchAll(requests: readonly ApiRequest[], isOffline: boolean): Promise<Fetched[]> {
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
export function readBases(): typeof API_BASES {
  const server = process.env['CONSPECTUS_FETCH_SERVER'];
  return server ? { arxiv: `${server}/arxiv`, huggingFace: `${server}/hf` } : API_BASES;
}
