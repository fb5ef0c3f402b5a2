import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { renderThemeHues } from './theme-hues.ts';

it('gives each theme its hue', () => {
  expect(renderThemeHues(bees.themes)).toBe(
    '[data-theme-id="nest-choice"]{--hue:40}\n[data-theme-id="signals"]{--hue:200}\n',
  );
});
