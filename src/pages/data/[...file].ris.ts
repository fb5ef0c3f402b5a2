// In `astro dev`, data/<file>.ris
export { GET, getStaticPaths } from '../_data-files.ts';
