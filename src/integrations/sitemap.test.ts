import { expect, test } from 'vitest';
import { renderSitemaps } from './sitemap.ts';

const home = 'https://bees.example.org/';

test('one file holds the pages', () => {
  const files = renderSitemaps(
    [{ address: `${home}a/?x=1&amp;y=2`, modified: '2025-12-08' }, { address: home }],
    home,
  );
  expect([...files]).toEqual([
    [
      'sitemap.xml',
      `<?xml version="1.0" encoding="utf-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
  <url><loc>${home}a/?x=1&amp;y=2</loc><lastmod>2025-12-08</lastmod></url>
  <url><loc>${home}</loc></url>
</urlset>
`,
    ],
  ]);
});

test('too many for one are several, and a list of these', () => {
  const pages = ['a', 'b', 'c'].map((name) => ({ address: `${home}${name}/` }));
  const files = renderSitemaps(pages, home, 2);
  expect([...files.keys()]).toEqual(['sitemap-1.xml', 'sitemap-2.xml', 'sitemap.xml']);
  expect(files.get('sitemap-2.xml')).toContain(`<loc>${home}c/</loc>`);
  expect(files.get('sitemap.xml')).toContain(`<sitemap><loc>${home}sitemap-2.xml</loc></sitemap>`);
});
