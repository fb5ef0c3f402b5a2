import { expect, it } from 'vitest';
import { makeAbout } from './about.ts';
import { bees } from './made-up-catalog.ts';

it('counts what each source gave and who decided', () => {
  const about = makeAbout(bees);
  expect(about.sources).toMatchObject([{ origin: 'A listing', listed: '1 June 2025', papers: 1 }]);
  expect(about.decisions).toEqual({ rules: 1, unsure: 1, person: 1 });
});
