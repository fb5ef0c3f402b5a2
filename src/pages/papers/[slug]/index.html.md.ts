// In `astro dev`, papers/<slug>/index.html.md
export { GET, getPaperPaths as getStaticPaths } from '../../_page-files.ts';
