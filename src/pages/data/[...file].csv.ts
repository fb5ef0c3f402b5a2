// In `astro dev`, data/<file>.csv
export { GET, getStaticPaths } from '../_data-files.ts';
