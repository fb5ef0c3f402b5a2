import { describe, expect, it } from 'vitest';
import { createUrls } from './urls.ts';

describe('createUrls', () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['/bees', '/bees/'],
    ['bees/', '/bees/'],
    ['/bees/2025/', '/bees/2025/'],
  ])('serves the home page of base "%s" at %s', (base, home) => {
    expect(createUrls(base).home()).toBe(home);
  });

  it('puts every address below the base path', () => {
    const urls = createUrls('/bees');
    expect(urls.theme('nest-choice')).toBe('/bees/themes/nest-choice/');
    expect(urls.papers()).toBe('/bees/papers/');
    expect(urls.paper('scouts')).toBe('/bees/papers/scouts/');
    expect(urls.search()).toBe('/bees/search/');
    expect(urls.about()).toBe('/bees/about/');
    expect(urls.terms()).toBe('/bees/terms/');
    expect(urls.term('waggle-dance')).toBe('/bees/terms/waggle-dance/');
    expect(urls.results()).toBe('/bees/results/');
    expect(urls.asset('/favicon.svg')).toBe('/bees/favicon.svg');
  });

  it('writes what was searched for into the address, and leaves out what is empty', () => {
    const urls = createUrls('/');
    expect(urls.search({ query: 'waggle dance & more', theme: 'signals', year: '' })).toBe(
      '/search/?q=waggle+dance+%26+more&theme=signals',
    );
  });
});
