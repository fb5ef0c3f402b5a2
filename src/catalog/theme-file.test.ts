import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addAlso } from './theme-file.ts';

test('a paper is named in also, which comes before the parts and the signals', () => {
  const text = '---\ntitle: Dance\n# how\nsignals: {5: [dance]}\n---\n\nAn essay.\n';
  const once = addAlso(text, 'scouts');
  expect(once).toBe('---\ntitle: Dance\nalso: [scouts]\n# how\nsignals: {5: [dance]}\n---\n\nAn essay.\n');
  expect(addAlso(once, 'hum')).toContain('\nalso: [scouts, hum]\n');
  const list = text.replace('# how', 'also:\n  - scouts   # who asked\n# how');
  expect(addAlso(list, 'hum')).toBe(list.replace('asked\n', 'asked\n  - hum\n'));
  const none = text.replace('# how', 'also: []');
  expect(addAlso(none, 'hum')).toBe(none.replace(' []', '\n  - hum'));
});

test('the themes of the real survey change in one line only', () => {
  for (const file of readdirSync('content/themes')) {
    const text = readFileSync(`content/themes/${file}`, 'utf8');
    const before = text.split('\n');
    const left = addAlso(text, 'new-paper')
      .split('\n')
      .filter((line) => !line.startsWith('also: '));
    expect(left).toEqual(before.filter((line) => !line.startsWith('also: ')));
  }
});
