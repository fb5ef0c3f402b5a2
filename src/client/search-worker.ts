// The worker of a large survey, see search-worker-engine.ts: a search there takes long enough to be felt while typing.
import type { Engine, SearchAnswer } from '../search/engine.ts';
import { openEngine } from './open-engine.ts';
import type { WorkerReply, WorkerRequest } from './search-worker-engine.ts';

const running = new Map<number, AbortController>();
let engine: Engine | undefined;

addEventListener('message', async ({ data }: MessageEvent<WorkerRequest>) => {
  try {
    const answer = await handle(data);
    reply({ id: data.id, ...(answer && { answer }) });
  } catch (error) {
    reply({ id: data.id, problem: String(error) });
  }
});

async function handle(request: WorkerRequest): Promise<SearchAnswer | undefined> {
  switch (request.kind) {
    case 'open':
      engine = await openEngine(request.base);
      return undefined;
    case 'cancel':
      running.get(request.id)?.abort();
      return undefined;
    case 'search': {
      const { id, state, limit } = request;
      const controller = new AbortController();
      running.set(id, controller);
      try {
        return await engine?.search(state, limit, controller.signal);
      } finally {
        running.delete(id);
      }
    }
  }
}

function reply(message: WorkerReply): void {
  postMessage(message);
}
