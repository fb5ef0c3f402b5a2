// Fetching an edition into a cache of the browser: what is there already is not fetched again.
import type { OfflineEdition, OfflinePart } from '../core/offline-edition.ts';
import type { KeepFailure, KeepProgress } from './service-worker-messages.ts';

/** How many files are fetched at a time. */
const LANES = 16;

/** What keeping an edition needs of the browser. */
export type KeepTools = {
  readonly caches: Pick<CacheStorage, 'open' | 'keys' | 'delete'>;
  readonly fetch: (address: string, init: RequestInit) => Promise<Response>;
  /** The full address of the site's front page. */
  readonly root: string;
  readonly tell: (progress: KeepProgress) => void;
};

/** Why an edition could not be kept. */
export class KeepError extends Error {
  readonly reason: KeepFailure;
  constructor(reason: KeepFailure, cause: unknown) {
    super(`The edition could not be kept: ${reason}.`, { cause });
    this.reason = reason;
  }
}

/** What the caches of a site have in common; sites on the same host have a path each. */
export function cachePrefix(root: string): string {
  return `conspectus:${new URL(root).pathname}:`;
}

/** The cache of an edition. */
export function cacheName(root: string, { version }: OfflineEdition): string {
  return cachePrefix(root) + version;
}

/** The key of a part: with its digest, so that what did not change has the same key in every edition. */
export function keyOf(root: string, part: OfflinePart): string {
  return `${addressOf(root, part)}?${part.digest}`;
}

function addressOf(root: string, { name }: OfflinePart): string {
  return root + name.split('/').map(encodeURIComponent).join('/');
}

/**
 * Keeps an edition whole, or fails with a `KeepError`. What was fetched before a connection broke stays for the next
 * time; where the storage is full it is given back.
 */
export async function keepEdition(edition: OfflineEdition, tools: KeepTools): Promise<void> {
  const name = cacheName(tools.root, edition);
  try {
    const cache = await store(() => tools.caches.open(name));
    await fillCache(cache, edition, tools);
    // Another edition that took over meanwhile may have cleared this one away.
    const isWhole = (await (await tools.caches.open(name)).keys()).length >= edition.parts.length;
    if (!isWhole) throw new KeepError('interrupted', undefined);
  } catch (error) {
    const failure = error instanceof KeepError ? error : new KeepError('interrupted', error);
    if (failure.reason === 'full') await tools.caches.delete(name).catch(() => false);
    throw failure;
  }
}

async function fillCache(cache: Cache, edition: OfflineEdition, tools: KeepTools): Promise<void> {
  const { parts } = edition;
  const there = new Set((await store(() => cache.keys())).map(({ url }) => url));
  const isThere = (part: OfflinePart) => there.has(keyOf(tools.root, part));
  const progress = countProgress(edition, parts.filter(isThere), tools.tell);
  const older = await openOlder(cacheName(tools.root, edition), tools);
  await inLanes(
    parts.filter((part) => !isThere(part)),
    async (part, signal) => {
      const key = keyOf(tools.root, part);
      const response = (await findIn(older, key)) ?? (await fetchPart(part, tools, signal));
      await store(() => cache.put(key, response));
      progress(part);
    },
  );
}

/** Tells how far it is, at the beginning and with each part. */
function countProgress(
  edition: OfflineEdition,
  there: readonly OfflinePart[],
  tell: KeepTools['tell'],
): (part: OfflinePart) => void {
  const sum = (parts: readonly OfflinePart[]) => parts.reduce((bytes, part) => bytes + part.bytes, 0);
  const whole = { totalParts: edition.parts.length, totalBytes: sum(edition.parts) };
  let [parts, bytes] = [there.length, sum(there)];
  tell({ parts, bytes, ...whole });
  return (part) => {
    parts += 1;
    bytes += part.bytes;
    tell({ parts, bytes, ...whole });
  };
}

async function openOlder(name: string, { caches, root }: KeepTools): Promise<readonly Cache[]> {
  const names = (await store(() => caches.keys())).filter(
    (other) => other.startsWith(cachePrefix(root)) && other !== name,
  );
  return Promise.all(names.map((other) => store(() => caches.open(other))));
}

async function findIn(caches: readonly Cache[], key: string): Promise<Response | undefined> {
  for (const cache of caches) {
    const response = await cache.match(key);
    if (response) return response;
  }
  return undefined;
}

async function fetchPart(part: OfflinePart, tools: KeepTools, signal: AbortSignal): Promise<Response> {
  try {
    // The browser's own copy may be of the edition before: the server is asked.
    const response = await tools.fetch(addressOf(tools.root, part), { cache: 'no-cache', signal });
    if (!response.ok) throw new Error(`${part.name}: status ${response.status}`);
    // Read to the end before it is stored, so that a broken connection is not taken for a full storage. The copy
    // also forgets redirections, with which a browser would refuse it as a page.
    const headers = { 'content-type': response.headers.get('content-type') ?? '' };
    return new Response(await response.blob(), { headers });
  } catch (error) {
    throw new KeepError('interrupted', error);
  }
}

/** Tells failures of the storage from those of the network. */
async function store<Value>(action: () => Promise<Value>): Promise<Value> {
  try {
    return await action();
  } catch (error) {
    const isFull = error instanceof Error && error.name === 'QuotaExceededError';
    throw new KeepError(isFull ? 'full' : 'refused', error);
  }
}

/** Does several things at a time; at the first failure the others are called off. */
async function inLanes<Item>(
  items: readonly Item[],
  act: (item: Item, signal: AbortSignal) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const controller = new AbortController();
  const work = async () => {
    for (const item of queue) {
      if (controller.signal.aborted) return;
      await act(item, controller.signal);
    }
  };
  const lanes = Array.from({ length: LANES }, () => work());
  try {
    await Promise.all(lanes);
  } catch (error) {
    controller.abort();
    // Until all have stopped, one of them might still write.
    await Promise.allSettled(lanes);
    throw error;
  }
}
