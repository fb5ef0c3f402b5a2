import { expect, test } from 'vitest';
import { toHttps } from './https-hosts.ts';

test.each([
  ['http://arxiv.org/abs/2501.01234', 'https://arxiv.org/abs/2501.01234'],
  ['http://www.zenodo.org/', 'https://www.zenodo.org/'],
  ['http://bees.example/', undefined],
  ['http://arxiv.org.example/', undefined],
  ['http://arxiv.org:8080/', undefined],
  ['https://arxiv.org/', undefined],
  ['http://', undefined],
])('%s becomes %s', (address, https) => {
  expect(toHttps(address)).toBe(https);
});
