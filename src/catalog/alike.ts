// Which papers are alike: what to read next to each, and how maps are laid out. A thread finds it while this one goes on, and
// what is made from the same as in an earlier build is taken from there.
import { createHash } from 'node:crypto';
import { Tinypool } from 'tinypool';
import type { MapPlan } from '../core/map-plan.ts';
import type { Comparable, Related } from '../core/related.ts';
import type { SharedSurvey } from '../core/shared-survey.ts';
import { openTexts } from './kept-texts.ts';

const RELATED_WORK = new URL('related-work.ts', import.meta.url);

/** The maps of a survey, by what each is planned from, and the module whose `work` plans one. */
export type MapPlanner = {
  readonly module: URL;
  readonly maps: ReadonlyMap<string, readonly Comparable[]>;
};

/** What is being found out, and how to keep it when it is. */
export type Alike = Pick<SharedSurvey, 'related'> & {
  /** Plans maps, when that is found which was asked for before. */
  readonly planMaps: (planner: MapPlanner) => SharedSurvey['maps'];
  readonly save: () => Promise<void>;
  /** Ends it, for nobody wants it any more. */
  readonly stop: () => Promise<unknown>;
};

/** Begins to find what to read next to each of some papers. */
export async function findAlike(
  root: string,
  software: string,
  papers: readonly Comparable[],
): Promise<Alike> {
  const keeper = await openTexts<unknown>(root, 'alike.lines', software);
  const begun: Promise<unknown>[] = [];
  let thread: { readonly filename: string; readonly pool: Tinypool } | undefined;
  const stop = async () => thread?.pool.destroy();
  let last: Promise<unknown> = Promise.resolve();
  /** One after the other: what is asked for first is wanted first. */
  const inThread = <Value>(filename: string, from: readonly Comparable[]): Promise<Value> => {
    const made = last.then((): Promise<Value> => threadOf(filename).run(from, { filename }));
    last = made.catch(() => undefined);
    return made;
  };
  /** The thread of a module. That of another one ends, and what it has taken of memory goes with it. */
  const threadOf = (filename: string): Tinypool => {
    if (thread?.filename !== filename) {
      void stop();
      thread = { filename, pool: new Tinypool({ name: 'work', minThreads: 1, maxThreads: 1 }) };
    }
    return thread.pool;
  };
  const find = <Value>({ href: filename }: URL, from: readonly Comparable[]): Promise<Value> => {
    const text = `${filename.replace(/.*\//, '')} ${digestOf(from)}`;
    const known = keeper.find(text) as Value | undefined;
    if (known !== undefined) return Promise.resolve(known);
    const made = inThread<Value>(filename, from).then((value) => {
      keeper.add(text, value);
      return value;
    });
    // Whoever asks for it will hear of a failure.
    made.catch(() => undefined);
    begun.push(made);
    return made;
  };
  const related = find<[string, Related[]][]>(RELATED_WORK, papers).then((list) => new Map(list));
  related.catch(() => undefined);
  return {
    related,
    planMaps: ({ module, maps }) => {
      const plans = [...maps].map(([name, on]) => [name, find<MapPlan>(module, on)] as const);
      Promise.allSettled(begun).then(stop);
      return new Map(plans);
    },
    save: async () => {
      await Promise.allSettled(begun);
      await keeper.save();
    },
    stop,
  };
}

/** Tells papers from others, in this order; one after the other, for a text of them all takes V8 several times as long. */
function digestOf(papers: readonly Comparable[]): string {
  const digest = createHash('sha256');
  for (const paper of papers) digest.update(JSON.stringify(paper));
  return digest.digest('base64url');
}
