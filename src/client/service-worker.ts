// The service worker: serves the site from what the reader asked to keep. It is registered by keep-offline.ts only,
// when a reader asks. The build puts the list of all files, OFFLINE_EDITION, before it.
//
// What is kept is served without asking the network, and a change of the site comes as a whole: the browser compares
// this file with the server's at every visit, a new edition is fetched beside the one in use, and a bar on the page
// offers it (keep-offline-update.ts). Asking the network first would show a new page beside the pictures and the
// search of an old edition, and would make a weak connection slower than none.
import { locateFiles, type OfflineEdition, type OfflinePlace } from '../core/offline-edition.ts';
import { matchAddress } from './service-worker-address.ts';
import { cacheName, cachePrefix, KeepError, keepEdition, keyOf } from './service-worker-keep.ts';
import { KEEP_AGAIN, TAKE_OVER, type WorkerMessage } from './service-worker-messages.ts';
import type { WorkerScope } from './service-worker-types.ts';

declare const OFFLINE_EDITION: OfflineEdition;

const worker = globalThis as unknown as WorkerScope;
const root = worker.registration.scope;
const files = locateFiles(OFFLINE_EDITION);
const own = cacheName(root, OFFLINE_EDITION);

// Where this fails, the browser forgets this worker; one before it stays in use.
worker.addEventListener('install', (event) => event.waitUntil(keep()));
worker.addEventListener('activate', (event) => event.waitUntil(activate()));
worker.addEventListener('message', (event) => {
  if (event.data === TAKE_OVER) void worker.skipWaiting();
  if (event.data === KEEP_AGAIN) event.waitUntil(keepAgain());
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const match = matchAddress(request.url, root, files);
  if (match.kind === 'redirect') event.respondWith(Response.redirect(match.address, 301));
  else if (match.kind === 'file') event.respondWith(serve(match.name, request));
  else if (request.mode === 'navigate' && request.url.startsWith(root))
    event.respondWith(fetch(request).catch(serveNotFound));
});

async function keep(): Promise<void> {
  try {
    await keepEdition(OFFLINE_EDITION, {
      caches,
      fetch: (address, init) => fetch(address, init),
      root,
      tell: (progress) => void tell({ type: 'keep-progress', progress }),
    });
    await tell({ type: 'keep-done' });
  } catch (error) {
    await tell({ type: 'keep-failed', reason: error instanceof KeepError ? error.reason : 'interrupted' });
    throw error;
  }
}

/** A worker in use counts as an edition that is kept, so here a part of one may not stay. */
async function keepAgain(): Promise<void> {
  await keep().catch(() => caches.delete(own));
}

async function activate(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(cachePrefix(root)) && name !== own);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

async function tell(message: WorkerMessage): Promise<void> {
  for (const client of await worker.clients.matchAll({ includeUncontrolled: true, type: 'window' }))
    client.postMessage(message);
}

/** A kept file; what the browser has cleared away comes from the network. */
async function serve(name: string, request: Request): Promise<Response> {
  return (await readKept(name).catch(() => undefined)) ?? fetch(request);
}

async function serveNotFound(): Promise<Response> {
  const page = await readKept('404.html');
  return page ? new Response(page.body, { status: 404, headers: page.headers }) : Response.error();
}

async function readKept(name: string): Promise<Response | undefined> {
  const place = files.get(name);
  // Not by opening the cache, which would make an empty one where it was removed.
  const part = place && (await caches.match(keyOf(root, place.part), { cacheName: own }));
  return part && place.slice ? cutOut(part, name, place.slice) : part;
}

async function cutOut(
  bundle: Response,
  name: string,
  { start, end }: NonNullable<OfflinePlace['slice']>,
): Promise<Response> {
  const type = name.endsWith('.html') ? 'text/html; charset=utf-8' : 'application/octet-stream';
  return new Response((await bundle.blob()).slice(start, end, type), { headers: { 'content-type': type } });
}
