// In `astro dev`, papers/<slug>.bib
export { GET, getStaticPaths } from '../_paper-files.ts';
