import { expect, it } from 'vitest';
import { bees } from './made-up-catalog.ts';
import { renderThemeHues } from './theme-hues.ts';

it('gives each theme its hue', () => {
  expect(renderThemeHues(bees)).toBe(
    '[data-theme-id="nest-choice"]{--hue:40}\n[data-theme-id="signals"]{--hue:200}\n',
  );
});

it('gives the pages the hue of the survey, where it has one', () => {
  expect(renderThemeHues({ survey: { ...bees.survey, colour: 200 }, themes: [] })).toBe(
    'html:root{--day:200;--night:200}\n',
  );
});
