// In `astro dev`, papers/<slug>.bib
export { GET, getPaperPaths as getStaticPaths } from '../_page-files.ts';
