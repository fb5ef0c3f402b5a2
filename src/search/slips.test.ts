import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { costOfSlips, leastCostOfSlips, lettersOf, mostCostOf } from './slips.ts';

const costOf = (written: string, meant: string) => costOfSlips(written, meant, 10);
const isSlip = (written: string, meant: string) => {
  const most = mostCostOf(written);
  return costOfSlips(written, meant, most) <= most;
};

test('a word as it was meant costs nothing', () => {
  expect(costOf('waggle', 'waggle')).toBe(0);
});

test('the likelier a slip the lower its cost', () => {
  const written = ['wagggle', 'woggle', 'wggle', 'waggel', 'wsggle', 'wagqle'];
  const costs = written.map((word) => costOf(word, 'waggle'));
  expect(costs).toEqual(costs.toSorted((a, b) => a - b));
});

test('slips in the first letter or the last cost more than within a word', () => {
  expect(costOf('sarm', 'swarm')).toBeLessThan(costOf('warm', 'swarm'));
  expect(costOf('swar', 'swarm')).toBeGreaterThan(costOf('swrm', 'swarm'));
});

test('it gives up on words that are far apart', () => {
  expect(costOfSlips('honey', 'swarm', 2)).toBeGreaterThan(2);
});

test('slips never cost less than their letters say', () => {
  const word = fc.string({ unit: fc.constantFrom(...'aebbccdé'), maxLength: 7 });
  fc.assert(
    fc.property(word, word, (written, meant) => {
      expect(leastCostOfSlips(lettersOf(written), lettersOf(meant))).toBeLessThanOrEqual(
        costOf(written, meant) + 1e-9,
      );
    }),
    { seed: Number(process.env['SEED'] ?? 1), numRuns: 2000 },
  );
});

describe('of one word', () => {
  test.each([
    ['medicle', 'medical'],
    ['servey', 'survey'],
    ['predicton', 'prediction'],
    ['recieve', 'receive'],
    ['polken', 'pollen'],
    ['evaution', 'evaluation'],
    ['difrence', 'difference'],
  ])('%s is a slip for %s', (written, meant) => {
    expect(isSlip(written, meant)).toBe(true);
  });
  test.each([
    ['cake', 'care'],
    ['contract', 'contrast'],
    ['optical', 'optimal'],
    ['insurance', 'instance'],
    ['serve', 'swarm'],
  ])('%s is a word of its own, not %s', (written, meant) => {
    expect(isSlip(written, meant)).toBe(false);
  });
});
