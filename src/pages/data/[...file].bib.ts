// In `astro dev`, data/<file>.bib
export { GET, getStaticPaths } from '../_data-files.ts';
