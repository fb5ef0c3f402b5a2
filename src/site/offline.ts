// The site without a network, as far as pages speak of it.
import { makeSlug } from '../core/slugs.ts';

/** Stands in the built page where the size of the offline edition goes; src/integrations/offline.ts puts it there. */
export const OFFLINE_SIZE = '{{offline-size}}';

/** Stands in the built page where the size of the portable edition goes; src/integrations/portable/ puts it there. */
export const PORTABLE_SIZE = '{{portable-size}}';

/** The page that offers both, as a file of the built site. */
export const OFFLINE_PAGE = 'offline/index.html';

/** What the folder of the portable edition is called, and with `.zip` its file, after the title of the survey. */
export function portableName(title: string): string {
  return makeSlug(title);
}
