import { describe, expect, test } from 'vitest';
import { matchAddress } from './service-worker-address.ts';

const files = new Set([
  'index.html',
  '404.html',
  'about/index.html',
  'pagefind/pagefind-entry.json',
  'data/näher & weiter.json',
]);

describe.each(['https://here.example/', 'https://here.example/survey/'])('below %s', (root) => {
  const match = (path: string) => matchAddress(root + path, root, files);

  test.each([
    ['', 'index.html'],
    ['?utm=x#top', 'index.html'],
    ['index.html', 'index.html'],
    ['about/', 'about/index.html'],
    ['about/?q=dance', 'about/index.html'],
    ['pagefind/pagefind-entry.json?ts=17', 'pagefind/pagefind-entry.json'],
    ['data/n%C3%A4her%20%26%20weiter.json', 'data/näher & weiter.json'],
  ])('"%s" is %s', (path, name) => {
    expect(match(path)).toEqual({ kind: 'file', name });
  });

  test('a page without its slash leads to the page, with its query', () => {
    expect(match('about?q=dance')).toEqual({ kind: 'redirect', address: `${root}about/?q=dance` });
  });

  test.each(['nowhere', 'nowhere/', 'about/more/', 'index.html/', '%E0%A4', 'constructor'])(
    '"%s" is unknown',
    (path) => {
      expect(match(path)).toEqual({ kind: 'unknown' });
    },
  );
});

test.each(['https://here.example/', 'https://here.example/survey', 'https://there.example/survey/'])(
  '%s is not of a site below /survey/',
  (address) => {
    expect(matchAddress(address, 'https://here.example/survey/', files)).toEqual({ kind: 'unknown' });
  },
);
