// In `astro dev`, data/<file>.json
export { GET, getStaticPaths } from '../_data-files.ts';
