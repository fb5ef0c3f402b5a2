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

test('a failure counts only where no later question overtook it', async () => {
  const ask = latestOnly(async (question: string) => {
    if (question === 'buzz') throw new Error('The hive is closed.');
    return question;
  });
  expect(await Promise.all([ask('buzz'), ask('waggle')])).toEqual([undefined, 'waggle']);
  await expect(ask('buzz')).rejects.toThrow('The hive is closed.');
});
