import { expect, it } from 'vitest';
import { guessVenueKind, parseVenue, renderVenue, venueKindOf, withoutPresentation } from './venue.ts';

it.each([
  ['Hive 2025', { name: 'Hive', year: '2025' }],
  ['Hive 2025 (oral)', { name: 'Hive', year: '2025', note: 'oral' }],
  ['Findings of Hive 2026', { name: 'Findings of Hive', year: '2026' }],
  ['Bees 6(10), 2025', { name: 'Bees', volume: '6', issue: '10', year: '2025' }],
  ['Bees 6(10)', { name: 'Bees', volume: '6', issue: '10' }],
  ['Bees & Wasps', { name: 'Bees & Wasps' }],
  ['Hive 1.5', { name: 'Hive 1.5' }],
])('takes %s apart and puts it together again', (text, parts) => {
  expect(parseVenue(text)).toEqual(parts);
  expect(renderVenue(parts)).toBe(text);
});

it('takes a comma before the year, too', () => {
  expect(parseVenue('Swarm Letters, 2024')).toEqual({ name: 'Swarm Letters', year: '2024' });
});

it('knows the kind of those venues that are listed, whatever the year', () => {
  const venues = [
    { name: 'Hive', kind: 'proceedings' },
    { name: 'Bees', kind: 'journal' },
  ] as const;
  expect(venueKindOf('Bees 6(10), 2025', venues)).toBe('journal');
  expect(venueKindOf('Hive 2025 (oral)', venues)).toBe('proceedings');
  expect(venueKindOf('Findings of Hive 2025', venues)).toBeUndefined();
});

it.each([
  ['Journal of Bees 6(10), 2025', 'journal'],
  ['IEEE Transactions on Hives 3(1)', 'journal'],
  ['Zeitschrift für Bienen 2025', 'journal'],
  ['3rd International Conference on Swarms 2025', 'proceedings'],
  ['Proceedings of the 3rd Hive', 'proceedings'],
  ['Hive Workshop on Honey, 2025', 'proceedings'],
  // Journals are called so, too; a name says nothing; and some say both.
  ['Proceedings of the Society of Bees 12(3), 2025', undefined],
  ['Hive 2025', undefined],
  ['Hive 2025 (Workshop on Honey)', undefined],
  ['Journal of the Conference of Bees', undefined],
  ['Lettersmith 2025', undefined],
])('the words of %s tell its kind: %s', (text, kind) => {
  expect(guessVenueKind(text)).toBe(kind);
});

it.each([
  ['Hive 2025 (oral)', 'Hive 2025'],
  ['Hive (Main track)', 'Hive'],
  ['Hive 2025 (findings)', 'Hive 2025 (findings)'],
  ['Hive 2025 (Workshop on Honey)', 'Hive 2025 (Workshop on Honey)'],
  ['Bees 6(10), 2025', 'Bees 6(10), 2025'],
])('is printed without the kind of presentation: %s', (text, printed) => {
  expect(withoutPresentation(text)).toBe(printed);
});
