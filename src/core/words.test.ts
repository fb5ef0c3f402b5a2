import { afterEach, describe, expect, test } from 'vitest';
import { count, say } from './words.ts';

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'CONSPECTUS_INTERFACE');
});

describe('in English', () => {
  test('a text says what stands there, with its numbers spelt', () => {
    expect(say`Page ${2} of ${1200}, by ${'Ada'}`).toBe('Page 2 of 1,200, by Ada');
  });

  test.each([
    [0, '0 papers'],
    [1, '1 paper'],
    [1200, '1,200 papers'],
  ])('%i has its noun', (number, expected) => {
    expect(count(number, 'paper')).toBe(expected);
  });

  test('what is filled in is not taken for a place to fill', () => {
    expect(say`Papers of ${'{2}'} and ${'{1}'}`).toBe('Papers of {2} and {1}');
  });
});

describe('in another language', () => {
  const speak = (words: Record<string, string | { one: string; few?: string; other: string }>) => {
    globalThis.CONSPECTUS_INTERFACE = { language: 'pl', words };
  };

  test('a text is translated, its values in the order of that language', () => {
    speak({ 'Page {1} of {2}': '{2} stron, ta jest {1}' });
    expect(say`Page ${2} of ${7}`).toBe('7 stron, ta jest 2');
  });

  test.each([
    [1, '1 artykuł'],
    [3, '3 artykuły'],
    [5, '5 artykułów'],
  ])('%i takes the form of the noun that the language has for it', (number, expected) => {
    speak({ '{1} papers': { one: '{1} artykuł', few: '{1} artykuły', other: '{1} artykułów' } });
    // Of "many", which 5 takes, nothing is said: "other" stands for all that is not named.
    expect(count(number, 'paper')).toBe(expected);
  });

  test('what is not translated stays English', () => {
    speak({ Themes: '' });
    expect([say`Themes`, say`constructor`, count(1, 'paper')]).toEqual(['Themes', 'constructor', '1 paper']);
  });
});
