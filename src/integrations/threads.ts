// Work that is done beside this thread: once in another one, or on many items by as many as the machine has cores.
import { availableParallelism } from 'node:os';
import type { Transferable } from 'node:worker_threads';
import { Tinypool } from 'tinypool';

/**
 * V8 lets the heap of a thread grow the more between two collections the more it may have at most, which is gigabytes. No
 * piece of work here needs a fifth of this. Texts of pages, which nobody needs a moment later, would fill all that is set
 * aside for what is young: another 100 MB in each thread, which is no faster for it.
 */
const MEMORY = { maxOldGenerationSizeMb: 768, maxYoungGenerationSizeMb: 16 };

/** The longest time that a timer of Node can wait, in milliseconds. */
const LONGEST = 2 ** 31 - 1;

/** Threads that are there until they are closed. */
export type Threads<Work extends (job: never) => unknown> = {
  /** Calls the function with a job as soon as a thread is free; `transferList` is what goes over to it, such as a port. */
  readonly run: (
    job: Parameters<Work>[0],
    transferList?: Transferable[],
  ) => Promise<Awaited<ReturnType<Work>>>;
  readonly close: () => Promise<void>;
};

/**
 * Threads for the function `work` of a module: one, and where there is more to do, as many as `most`; that is how many cores
 * the machine has, if nothing is said.
 */
export function openThreads<Work extends (job: never) => unknown>(
  { href: filename }: URL,
  most = availableParallelism(),
): Threads<Work> {
  const pool = new Tinypool({
    filename,
    name: 'work',
    minThreads: 1,
    maxThreads: most,
    // A thread that ended as soon as it has nothing to do would be begun again for the next pages, which takes a second.
    idleTimeout: LONGEST,
    resourceLimits: MEMORY,
  });
  return {
    run: (job, transferList = []) => pool.run(job, { transferList }),
    close: () => pool.destroy(),
  };
}

/** Calls the function `work` of a module once, in a thread of its own. */
export async function inThread<Work extends (job: never) => unknown>(
  module: URL,
  ...job: Parameters<Threads<Work>['run']>
): Promise<Awaited<ReturnType<Work>>> {
  const threads = openThreads<Work>(module);
  try {
    return await threads.run(...job);
  } finally {
    await threads.close();
  }
}

/** How many items, such as pages, make a piece of work: telling a thread what to do takes as long as a small page. */
export const ITEMS_AT_ONCE = 40;

/**
 * Has the function `work` of a module called with all of some items, some at a time, and gives its answers in their order;
 * `common` goes with each call. Only a few answers wait to be taken: all of them need not fit in memory.
 */
export async function* inThreads<Work extends (job: never) => unknown>(
  module: URL,
  items: readonly string[],
  common: Omit<Parameters<Work>[0], 'items'>,
): AsyncGenerator<Awaited<ReturnType<Work>>> {
  if (items.length === 0) return;
  const threads = openThreads<Work>(module);
  // So many that no thread has to wait for whoever takes the answers.
  const most = 2 * availableParallelism();
  const begun: Promise<Awaited<ReturnType<Work>>>[] = [];
  try {
    for (let start = 0; start < items.length; start += ITEMS_AT_ONCE) {
      const some = items.slice(start, start + ITEMS_AT_ONCE);
      const answer = threads.run({ ...common, items: some } as Parameters<Work>[0]);
      // The first that fails ends it all; the others may fail unheard.
      answer.catch(() => undefined);
      const [next] = begun.length >= most ? begun : [];
      begun.push(answer);
      if (next) {
        begun.shift();
        yield await next;
      }
    }
    for (const answer of begun) yield await answer;
  } finally {
    await threads.close();
  }
}
