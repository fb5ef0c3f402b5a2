// In `astro dev`, papers/<slug>.csl.json
export { GET, getStaticPaths } from '../_paper-files.ts';
