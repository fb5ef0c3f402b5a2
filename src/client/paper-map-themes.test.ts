import { expect, test } from 'vitest';
import { parseThemes, renderThemes, toggleTheme } from './paper-map-themes.ts';

const known = ['nests', 'dances', 'swarms'];

test('themes survive the address, in the order of the map', () => {
  const query = renderThemes('', ['nests', 'swarms']);
  expect(query).toBe('?theme=nests&theme=swarms');
  expect(parseThemes(query, known)).toEqual(['nests', 'swarms']);
  expect(renderThemes('', [])).toBe('');
});

test('what is no theme is ignored, what is not ours is kept', () => {
  expect(parseThemes('?theme=%3Cb%3E&theme=dances&theme=dances', known)).toEqual(['dances']);
  expect(renderThemes('?from=mail&theme=dances', ['nests'])).toBe('?from=mail&theme=nests');
});

test('a theme is chosen, and no longer; all are none', () => {
  expect(toggleTheme([], 'dances', known)).toEqual(['dances']);
  expect(toggleTheme(['dances'], 'nests', known)).toEqual(['nests', 'dances']);
  expect(toggleTheme(['nests', 'dances'], 'nests', known)).toEqual(['dances']);
  expect(toggleTheme(['nests', 'dances'], 'swarms', known)).toEqual([]);
});
