// The engine of a large survey as the page has it: what it is asked, a worker answers, and the page stays free.
import type { Engine, SearchAnswer } from '../search/engine.ts';
import type { SearchState } from '../search/state.ts';

/** What the page sends: where the index is, a search, or that nobody waits for that search any more. */
export type WorkerRequest =
  | { readonly id: number; readonly kind: 'open'; readonly base: string }
  | {
      readonly id: number;
      readonly kind: 'search';
      readonly state: SearchState;
      readonly limit: number;
    }
  | { readonly id: number; readonly kind: 'cancel' };

/** What comes back for each search, and for the opening. */
export type WorkerReply = {
  readonly id: number;
  readonly answer?: SearchAnswer;
  readonly problem?: string;
};

type Waiting = {
  readonly resolve: (answer: SearchAnswer | undefined) => void;
  readonly reject: (error: Error) => void;
};

/** Starts the worker; fails where it cannot open the index. */
export async function startWorker(base: string): Promise<Engine> {
  const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let last = 0;
  const send = (request: WorkerRequest) =>
    new Promise<SearchAnswer | undefined>((resolve, reject) => {
      waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  worker.addEventListener('message', ({ data }: MessageEvent<WorkerReply>) => {
    const { id, answer, problem } = data;
    if (problem === undefined) waiting.get(id)?.resolve(answer);
    else waiting.get(id)?.reject(new Error(problem));
    waiting.delete(id);
  });
  worker.addEventListener('error', ({ message }) => {
    for (const { reject } of waiting.values()) reject(new Error(message || 'The worker failed.'));
    waiting.clear();
  });
  try {
    await send({ id: 0, kind: 'open', base });
  } catch (error) {
    // The page then searches itself.
    worker.terminate();
    throw error;
  }
  return {
    search: async (state, limit, signal) => {
      const id = ++last;
      signal?.addEventListener('abort', () =>
        worker.postMessage({ id, kind: 'cancel' } satisfies WorkerRequest),
      );
      return (await send({ id, kind: 'search', state, limit })) as SearchAnswer;
    },
  };
}
