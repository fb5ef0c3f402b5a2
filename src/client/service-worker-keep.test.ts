import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { OfflineEdition } from '../core/offline-edition.ts';
import { cacheName, type KeepTools, keepEdition, keyOf } from './service-worker-keep.ts';
import type { KeepProgress } from './service-worker-messages.ts';

const root = 'https://here.example/survey/';
const edition = (version: string, ...parts: readonly (readonly [string, string])[]): OfflineEdition => ({
  version,
  parts: parts.map(([name, digest]) => ({ name, digest, bytes: 10 })),
});
const first = edition('1', ['a.css', 'x'], ['b c.js', 'x'], ['d.json', 'x']);
const second = edition('2', ['a.css', 'x'], ['b c.js', 'y'], ['d.json', 'x']);

/** Caches as a browser has them, as far as they are used. */
let stored: Map<string, Map<string, Response>>;
let fetched: string[];
let told: KeepProgress[];
let put: () => void;
let tools: KeepTools & { fetch: ReturnType<typeof vi.fn<KeepTools['fetch']>> };

beforeEach(() => {
  [stored, fetched, told, put] = [new Map(), [], [], () => undefined];
  const open = async (name: string) => {
    const entries = stored.get(name) ?? new Map<string, Response>();
    stored.set(name, entries);
    return {
      keys: async () => [...entries.keys()].map((url) => ({ url })),
      match: async (key: string) => entries.get(new URL(key).href)?.clone(),
      put: async (key: string, response: Response) => {
        put();
        entries.set(new URL(key).href, response);
      },
    } as unknown as Cache;
  };
  tools = {
    caches: { open, keys: async () => [...stored.keys()], delete: async (name) => stored.delete(name) },
    fetch: vi.fn<KeepTools['fetch']>(async (address) => {
      fetched.push(address.slice(root.length));
      return new Response(address);
    }),
    root,
    tell: (progress) => told.push(progress),
  };
});

const kept = (of: OfflineEdition) => [...(stored.get(cacheName(root, of))?.keys() ?? [])];

test('everything is fetched past old copies, and told', async () => {
  await keepEdition(first, tools);
  expect(fetched).toEqual(['a.css', 'b%20c.js', 'd.json']);
  expect(tools.fetch.mock.lastCall?.[1]).toMatchObject({ cache: 'no-cache' });
  expect(kept(first)).toEqual(first.parts.map((part) => keyOf(root, part)));
  expect(told.map(({ parts, bytes }) => [parts, bytes])).toEqual([
    [0, 0],
    [1, 10],
    [2, 20],
    [3, 30],
  ]);
  expect(told.at(-1)).toMatchObject({ totalParts: 3, totalBytes: 30 });
});

test('a download that broke off goes on from there', async () => {
  tools.fetch.mockImplementationOnce(async () => Promise.reject(new TypeError('made-up')));
  await expect(keepEdition(first, tools)).rejects.toMatchObject({ reason: 'interrupted' });
  const before = kept(first).length;
  fetched = [];
  await keepEdition(first, tools);
  expect(fetched).toHaveLength(3 - before);
  expect(kept(first)).toHaveLength(3);
});

test('what did not change is taken from the edition before', async () => {
  await keepEdition(first, tools);
  fetched = [];
  await keepEdition(second, tools);
  expect(fetched).toEqual(['b%20c.js']);
  expect(kept(second)).toHaveLength(3);
});

test('a site elsewhere on the same host is left alone', async () => {
  await keepEdition(first, { ...tools, root: 'https://here.example/' });
  fetched = [];
  await keepEdition(first, tools);
  expect(fetched).toHaveLength(3);
  expect(stored.size).toBe(2);
});

test('the answer of a server that has not got the file is no file', async () => {
  tools.fetch.mockImplementation(async () => new Response('lost', { status: 404 }));
  await expect(keepEdition(first, tools)).rejects.toMatchObject({ reason: 'interrupted' });
  expect(kept(first)).toEqual([]);
});

describe('a storage', () => {
  test('that is full is given back what was taken', async () => {
    let room = 1;
    put = () => {
      if (room-- <= 0) throw new DOMException('made-up', 'QuotaExceededError');
    };
    await expect(keepEdition(first, tools)).rejects.toMatchObject({ reason: 'full' });
    expect(stored.size).toBe(0);
  });

  test('that is refused is named so', async () => {
    const caches = {
      ...tools.caches,
      open: () => Promise.reject(new DOMException('made-up', 'SecurityError')),
    };
    await expect(keepEdition(first, { ...tools, caches })).rejects.toMatchObject({ reason: 'refused' });
  });

  test('that is cleared meanwhile has kept nothing', async () => {
    put = () => void stored.clear();
    await expect(keepEdition(first, tools)).rejects.toMatchObject({ reason: 'interrupted' });
  });
});
