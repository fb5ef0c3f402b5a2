import { expect, test } from 'vitest';
import { hasCheckDigit } from './orcid.ts';

test.each([
  ['0000-0002-1825-0097', true],
  ['0000-0001-2345-6789', true],
  ['0000-0001-2345-672X', true],
  ['0000-0001-2345-678X', false],
  ['0000-0002-1825-0079', false],
  ['0000-0002-1852-0097', false],
])('the check digit of %s: %s', (orcid, isRight) => {
  expect(hasCheckDigit(orcid)).toBe(isRight);
});
