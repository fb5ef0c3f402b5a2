// Colours of themes: content gives a hue, the stylesheet gives it the strength that each scheme needs.
import type { Theme } from '../core/schema/theme.ts';

/** Renders one rule a theme, as `[data-theme-id="nest-choice"]{--hue:40}`. */
export function renderThemeHues(themes: readonly Theme[]): string {
  return themes.map(({ id, fields }) => `[data-theme-id="${id}"]{--hue:${fields.colour}}\n`).join('');
}
