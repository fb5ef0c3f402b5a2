// The web app manifest: what a survey is called, and looks like, among the apps of a device.
import { paperColours } from '../core/colour.ts';
import type { SurveyFields } from '../core/schema/survey.ts';
import type { Urls } from './urls.ts';

/** The manifest of a survey. Its icons, of public/, are favicon.svg as pictures. */
export function makeWebManifest(
  {
    title,
    short,
    description,
    language,
    colour,
  }: Pick<SurveyFields, 'title' | 'short' | 'description' | 'language' | 'colour'>,
  urls: Pick<Urls, 'home' | 'asset'>,
) {
  const icon = (file: string, sizes: string, more: { type: string; purpose?: string }) => ({
    src: urls.asset(file),
    sizes,
    ...more,
  });
  const paper = paperColours(colour).light;
  return {
    id: urls.home(),
    name: title,
    short_name: short,
    description,
    lang: language,
    start_url: urls.home(),
    scope: urls.home(),
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: [
      icon('favicon.svg', 'any', { type: 'image/svg+xml' }),
      icon('icon-192.png', '192x192', { type: 'image/png' }),
      icon('icon-512.png', '512x512', { type: 'image/png' }),
      icon('icon-maskable-512.png', '512x512', { type: 'image/png', purpose: 'maskable' }),
    ],
  };
}
