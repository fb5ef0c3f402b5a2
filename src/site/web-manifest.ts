// The web app manifest: what a survey is called, and looks like, among the apps of a device.
import type { SurveyFields } from '../core/schema/survey.ts';
import type { Urls } from './urls.ts';

/** The colour of the page in both schemes, as in tokens.css: a browser's frame takes no stylesheet. */
export const PAPER_LIGHT = '#fbf7ef';
export const PAPER_DARK = '#12151c';

/** The manifest of a survey. Its icons, of public/, are favicon.svg as pictures. */
export function makeWebManifest(
  { title, short, description, language }: Pick<SurveyFields, 'title' | 'short' | 'description' | 'language'>,
  urls: Pick<Urls, 'home' | 'asset'>,
) {
  const icon = (file: string, sizes: string, more: { type: string; purpose?: string }) => ({
    src: urls.asset(file),
    sizes,
    ...more,
  });
  return {
    id: urls.home(),
    name: title,
    short_name: short,
    description,
    lang: language,
    start_url: urls.home(),
    scope: urls.home(),
    display: 'standalone',
    background_color: PAPER_LIGHT,
    theme_color: PAPER_LIGHT,
    icons: [
      icon('favicon.svg', 'any', { type: 'image/svg+xml' }),
      icon('icon-192.png', '192x192', { type: 'image/png' }),
      icon('icon-512.png', '512x512', { type: 'image/png' }),
      icon('icon-maskable-512.png', '512x512', { type: 'image/png', purpose: 'maskable' }),
    ],
  };
}
