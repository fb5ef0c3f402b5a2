// In `astro dev`, data/<file>.md
export { GET, getStaticPaths } from '../_data-files.ts';
