// In `astro dev`, papers/<slug>.ris
export { GET, getStaticPaths } from '../_paper-files.ts';
