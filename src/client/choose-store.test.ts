import { describe, expect, it } from 'vitest';
import { createStore, type Format, persistIn } from './choose-store.ts';

const words: Format<string> = { parse: (text) => text ?? '', render: (text) => text };
const refusing = () => {
  throw new DOMException('The operation is insecure.', 'SecurityError');
};

function memory(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => kept.set(key, text),
  } as unknown as Storage;
}

describe('a store', () => {
  it('keeps its value for the next page, and tells who watches', () => {
    const storage = memory();
    const store = createStore(
      persistIn(() => storage, 'key'),
      words,
    );
    const seen: string[] = [];
    const end = store.watch(() => seen.push(store.get()));
    expect(store.set('one')).toBe(true);
    end();
    store.set('two');
    expect(seen).toEqual(['one']);
    const next = createStore(
      persistIn(() => storage, 'key'),
      words,
    );
    expect(next.get()).toBe('two');
    store.set('three');
    next.reload();
    expect(next.get()).toBe('three');
  });

  it('works for as long as the page where nothing can be kept, and says so', () => {
    const store = createStore(persistIn(refusing, 'key'), words);
    expect(store.get()).toBe('');
    expect(store.set('one')).toBe(false);
    store.reload();
    expect(store.get()).toBe('one');
  });
});
