import { expect, test } from 'vitest';
import { isCompound, partsOfNames } from './compounds.ts';

test.each([
  ['nest-box', true],
  ['Hive-R1', true],
  ['Hive*-7', true],
  ['nest', false],
  ['-nest', false],
  ['2.5', false],
])('%s has parts: %s', (word, has) => {
  expect(isCompound(word)).toBe(has);
});

test.each([
  ['Hive-R1: A Swarm', ['R1']],
  ['BeeR1 and HiveMind-R1-7B', ['R1', 'HiveMind', '7B']],
  ['in ReBuild-style', ['ReBuild']],
  ['the Hive2.5-7B.', ['Hive2.5', '7B']],
  ['bHive-Search', ['bHive']],
  ['a well-known nest-box, 18-49', []],
  ['HiveMind and R1', []],
  ['in BeeVL2.5, by cHive.', ['VL2.5']],
])('the parts of names in “%s” that are taken apart', (text, parts) => {
  expect(partsOfNames(text)).toEqual(parts);
});
