// The addresses of this site: `createUrls` bound to the base path that Astro builds for.
import { createUrls } from './urls.ts';

export const urls = createUrls(import.meta.env.BASE_URL);
