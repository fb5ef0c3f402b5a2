// What the service worker and the pages say to each other.

/** How much of an edition is kept. */
export type KeepProgress = {
  readonly parts: number;
  readonly totalParts: number;
  readonly bytes: number;
  readonly totalBytes: number;
};

/** Why keeping failed: no room, no permission to store, or a connection that broke. */
export type KeepFailure = 'full' | 'refused' | 'interrupted';

/** From the worker to all pages. */
export type WorkerMessage =
  | { readonly type: 'keep-progress'; readonly progress: KeepProgress }
  | { readonly type: 'keep-done' }
  | { readonly type: 'keep-failed'; readonly reason: KeepFailure };

const TYPES: readonly unknown[] = [
  'keep-progress',
  'keep-done',
  'keep-failed',
] satisfies WorkerMessage['type'][];

/** From a page to a worker that waits: the reader asked for the new version. */
export const TAKE_OVER = 'take-over';

/** From a page to the worker in use: its edition is not here any more, and the reader asked for it. */
export const KEEP_AGAIN = 'keep-again';

/** What a message of the worker says; undefined for one that is not ours. */
export function readMessage(data: unknown): WorkerMessage | undefined {
  const type = typeof data === 'object' && data && 'type' in data ? data.type : undefined;
  return TYPES.includes(type) ? (data as WorkerMessage) : undefined;
}
