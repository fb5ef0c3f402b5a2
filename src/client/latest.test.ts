import { expect, test } from 'vitest';
import { latestOnly } from './latest.ts';

test('an answer that a later question overtook is dropped', async () => {
  const waiting: (() => void)[] = [];
  const ask = latestOnly(
    (question: string) => new Promise<string>((answer) => waiting.push(() => answer(question))),
  );
  const first = ask('wag');
  const second = ask('waggle');
  waiting[1]?.();
  waiting[0]?.();
  expect(await Promise.all([first, second])).toEqual([undefined, 'waggle']);
});
