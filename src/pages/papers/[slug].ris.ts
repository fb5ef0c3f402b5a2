// In `astro dev`, papers/<slug>.ris
export { GET, getPaperPaths as getStaticPaths } from '../_page-files.ts';
