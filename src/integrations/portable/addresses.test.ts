import { describe, expect, test } from 'vitest';
import { relativeAddress, relativeRoot, relativeStyles, type SitePaths } from './addresses.ts';

const names = new Set([
  'index.html',
  'papers/index.html',
  'papers/hive/index.html',
  'data/papers.json',
  'fonts/a b.woff2',
]);
const site: SitePaths = { base: '/', has: (name) => names.has(name) };

describe('an address becomes that of a file', () => {
  test.each([
    ['/', 'papers/hive/index.html', '../../index.html'],
    ['/papers/', 'index.html', 'papers/index.html'],
    ['/papers', 'index.html', 'papers/index.html'],
    ['/papers/hive/?a=/b#c', 'papers/index.html', 'hive/index.html?a=/b#c'],
    ['/data/papers.json', 'papers/hive/index.html', '../../data/papers.json'],
    ['/fonts/a%20b.woff2', 'index.html', 'fonts/a%20b.woff2'],
    ['../', 'papers/hive/index.html', '../index.html'],
    ['hive/', 'papers/index.html', 'hive/index.html'],
  ])('%s in %s', (address, from, expected) => {
    expect(relativeAddress(address, from, site)).toBe(expected);
  });

  test('below a base path, which alone is the site', () => {
    const below = { ...site, base: '/survey/' };
    expect(relativeAddress('/survey/papers/', 'papers/hive/index.html', below)).toBe('../index.html');
    expect(relativeAddress('/survey', 'papers/index.html', below)).toBe('../index.html');
    expect(relativeAddress('/papers/', 'index.html', below)).toBeUndefined();
    expect(relativeAddress('/surveys/', 'index.html', below)).toBeUndefined();
  });

  test.each([
    'https://example.org/',
    'mailto:a@example.org',
    'data:,a',
    '//example.org/',
    '#top',
    '?q=1',
    '',
  ])('but %s stays', (address) => {
    expect(relativeAddress(address, 'papers/index.html', site)).toBe(address);
  });

  test.each(['/gone/', '/papers/../../etc/passwd', '/papers/%2e%2e/%2e%2e/x'])(
    '%s leads nowhere',
    (address) => {
      expect(relativeAddress(address, 'index.html', site)).toBeUndefined();
    },
  );
});

test('the root is seen from every folder', () => {
  expect(['index.html', 'papers/index.html', 'papers/hive/index.html'].map(relativeRoot)).toEqual([
    './',
    '../',
    '../../',
  ]);
});

test('styles load what lies beside them, and fail for what does not', () => {
  const css = '@font-face{src:url(/fonts/a%20b.woff2)}a{background:url("data:image/svg+xml,x")}';
  expect(relativeStyles(css, 'styles/a.css', site)).toBe(
    '@font-face{src:url(../fonts/a%20b.woff2)}a{background:url("data:image/svg+xml,x")}',
  );
  expect(() => relativeStyles('a{background:url(/gone.png)}', 'a.css', site)).toThrow('leads nowhere');
});
