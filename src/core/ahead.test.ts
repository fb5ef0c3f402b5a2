import { expect, test } from 'vitest';
import { askAhead } from './ahead.ts';

const bees = Array.from({ length: 100 }, (_, number) => `bee ${number}`);

/** What was asked at once, and what gives answers. */
function listen() {
  const calls: string[][] = [];
  const answerOf = askAhead(bees, async (some) => {
    calls.push([...some]);
    return some.map((bee) => `${bee}!`);
  });
  return { calls, answerOf };
}

test('each gets its own answer, in whatever order they are wanted', async () => {
  const { answerOf } = listen();
  const wanted = [...bees, 'bee 7', 'bee 8', 'a wasp', 'bee 50', 'bee 50', 'bee 9', ...bees];
  for (const bee of wanted) expect(await answerOf(bee)).toBe(`${bee}!`);
});

test('where they are wanted in a row, the next ones are asked for before, ever more at once, and none twice', async () => {
  const { calls, answerOf } = listen();
  for (const bee of bees) await answerOf(bee);
  expect(calls.flat()).toEqual(bees);
  expect(calls.length).toBeLessThan(25);
  expect(calls[0]?.length).toBe(2);
});

test('one here and one there costs no others', async () => {
  const { calls, answerOf } = listen();
  for (const bee of ['bee 30', 'bee 50', 'bee 20']) await answerOf(bee);
  expect(calls.flat()).toEqual(['bee 30', 'bee 50', 'bee 20']);
});

test('whoever wants an answer that failed ahead hears of it', async () => {
  const answerOf = askAhead(bees, async (some) => {
    if (some.includes('bee 9')) throw new Error('It has flown.');
    return some;
  });
  const said = [];
  for (const bee of bees.slice(0, 10)) said.push(await answerOf(bee).catch(({ message }) => message));
  expect(said[0]).toBe('bee 0');
  expect(said[9]).toBe('It has flown.');
});
