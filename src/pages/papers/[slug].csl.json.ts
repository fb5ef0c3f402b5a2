// In `astro dev`, papers/<slug>.csl.json
export { GET, getPaperPaths as getStaticPaths } from '../_page-files.ts';
