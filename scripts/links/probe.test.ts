// Against a server of our own: nothing here leaves this machine.
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { probeAll } from './probe.ts';

type Seen = { readonly line: string; readonly agent: string | undefined; readonly at: number };
const seen: Seen[] = [];
let underWay = 0;
let most = 0;

const answers: Readonly<Record<string, (request: IncomingMessage, times: number) => number>> = {
  '/alive': () => 200,
  '/moved': () => 301,
  '/sent-away': () => 302,
  '/gone': () => 404,
  '/for-ever': () => 410,
  '/no-head': ({ method }) => (method === 'HEAD' ? 404 : 200),
  // HEAD and the first GET fail, then the page is back.
  '/back-again': (_, times) => (times < 3 ? 404 : 200),
  '/forbidden': () => 403,
  '/broken': () => 500,
  '/busy': () => 429,
};

const server = createServer((request, response) => {
  const path = request.url ?? '';
  underWay++;
  most = Math.max(most, underWay);
  seen.push({ line: `${request.method} ${path}`, agent: request.headers['user-agent'], at: Date.now() });
  const times = seen.filter(({ line }) => line.endsWith(` ${path}`)).length;
  if (path === '/silent') return;
  setTimeout(() => {
    underWay--;
    response
      .writeHead(answers[path]?.(request, times) ?? 200, {
        Location: path === '/sent-away' ? '/private' : '/alive',
      })
      .end();
  }, 5);
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const site = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  seen.length = 0;
  most = 0;
});

const OPTIONS = {
  userAgent: 'bees (+https://bees.example)',
  delay: 20,
  timeout: 2_000,
  hosts: 4,
  mayFollow: (url: string) => !url.endsWith('/private'),
};
const ask = async (...paths: string[]) =>
  (
    await probeAll(
      paths.map((path) => site + path),
      OPTIONS,
    )
  ).map(({ state }) => state);

test.each([
  ['/alive', 'alive', ['HEAD']],
  ['/moved', 'alive', ['HEAD', 'HEAD']],
  // Nobody may send us on to our own machines.
  ['/sent-away', 'unknown', ['HEAD', 'GET']],
  ['/gone', 'gone', ['HEAD', 'GET', 'GET']],
  ['/for-ever', 'gone', ['HEAD', 'GET', 'GET']],
  ['/no-head', 'alive', ['HEAD', 'GET']],
  ['/back-again', 'alive', ['HEAD', 'GET', 'GET']],
  ['/forbidden', 'unknown', ['HEAD', 'GET']],
  ['/broken', 'unknown', ['HEAD', 'GET']],
  ['/busy', 'unknown', ['HEAD']],
])('%s is %s after %j', async (path, state, methods) => {
  expect(await ask(path)).toEqual([state]);
  expect(seen.map(({ line }) => line.split(' ')[0])).toEqual(methods);
});

test('a host has one request at a time, a pause between two, and hears who asks', async () => {
  expect(await ask('/alive', '/gone', '/alive?2', '/alive?3')).toHaveLength(4);
  expect(most).toBe(1);
  const pauses = seen.slice(1).map(({ at }, index) => at - (seen[index]?.at ?? 0));
  expect(Math.min(...pauses)).toBeGreaterThanOrEqual(OPTIONS.delay);
  expect(new Set(seen.map(({ agent }) => agent))).toEqual(new Set([OPTIONS.userAgent]));
});

test('a host that is busy is left in peace', async () => {
  expect(await ask('/busy', '/alive', '/gone')).toEqual(['unknown', 'unknown', 'unknown']);
  expect(seen).toHaveLength(1);
});

test('a server that says nothing, or is not there, is unknown', async () => {
  const probes = await probeAll([`${site}/silent`, 'http://127.0.0.1:1/'], { ...OPTIONS, timeout: 100 });
  expect(probes.map(({ state }) => state)).toEqual(['unknown', 'unknown']);
});
