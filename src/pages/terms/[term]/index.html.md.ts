// In `astro dev`, terms/<term>/index.html.md
export { GET, getTermPaths as getStaticPaths } from '../../_page-files.ts';
