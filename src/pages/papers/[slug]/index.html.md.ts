// In `astro dev`, papers/<slug>/index.html.md
export { GET, getStaticPaths } from '../../_paper-files.ts';
