// Colours of themes: content gives a hue, the stylesheet gives it the strength that each scheme needs.
import type { Catalog } from '../core/catalog.ts';

/** Renders one rule a theme, as `[data-theme-id="nest-choice"]{--hue:40}`, and one for the survey where it has a hue. */
export function renderThemeHues({ survey, themes }: Pick<Catalog, 'survey' | 'themes'>): string {
  // Of two stylesheets the later one would win: tokens.css says the same of :root.
  const own =
    survey.colour === undefined ? '' : `html:root{--day:${survey.colour};--night:${survey.colour}}\n`;
  return own + themes.map(({ id, fields }) => `[data-theme-id="${id}"]{--hue:${fields.colour}}\n`).join('');
}
