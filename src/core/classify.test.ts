import { describe, expect, test } from 'vitest';
import { makeClassifier } from './classify.ts';
import type { Theme } from './schema/theme.ts';

function theme(id: string, fields: Partial<Theme['fields']>): Theme {
  return {
    id,
    body: '',
    fields: { title: id, short: id, definition: id, colour: 0, order: 0, signals: {}, ...fields },
  };
}

const classifier = makeClassifier([
  theme('dances', { signals: { 6: ['waggle dance'], 1: ['dance'] } }),
  theme('forests', {
    setting: true,
    signals: { 6: ['forest'], '-6': ['forest plot'] },
    parts: [
      { id: 'old', name: 'Old', definition: 'Old.', signals: { 4: ['old-growth'] } },
      { id: 'young', name: 'Young', definition: 'Young.', signals: { 4: ['planted'] } },
    ],
  }),
  theme('rest', { fallback: true, signals: { 6: ['weather'] } }),
]);

describe('classify', () => {
  test('the theme with the highest score is primary, and the phrases say why', () => {
    const result = classifier.classify({ title: 'The waggle dance', abstract: 'A waggle dance is a dance.' });
    expect(result).toMatchObject({ themes: ['dances'], confidence: 'high' });
    expect(result.fits[0]?.evidence[0]).toMatchObject({ phrase: 'waggle dance', times: 2 });
  });

  test('words that several signals of a theme and its parts have are one phrase, with all that it adds', () => {
    const overlapping = makeClassifier([
      theme('dances', {
        signals: { 3: ['danc*'], 2: ['waggle dance'] },
        parts: [{ id: 'round', name: 'Round', definition: 'Round.', signals: { 6: ['dance'], 4: ['tree'] } }],
      }),
    ]);
    const paper = { title: '', abstract: 'Dances of dancers in a tree.' };
    expect(overlapping.explain(paper, 'dances')).toMatchObject({
      score: 13.3,
      evidence: [
        { phrase: 'Dances', times: 2, points: 9.8 },
        { phrase: 'tree', times: 1, points: 3.5 },
      ],
    });
    expect(overlapping.proposeParts(paper, ['dances'])).toEqual(['round']);
  });

  test('a setting is primary over a method that scores more', () => {
    const result = classifier.classify({
      title: 'The waggle dance in the forest',
      abstract: 'A waggle dance, a dance, another dance. Old-growth forest.',
    });
    expect(result.themes).toEqual(['forests', 'dances']);
    expect(result.parts).toEqual(['old']);
  });

  test('a negative signal counts against a theme', () => {
    expect(classifier.classify({ title: 'Forest plot', abstract: 'A dance.' }).themes).not.toContain(
      'forests',
    );
  });

  test('a paper without any signal goes to the fallback, with low confidence', () => {
    expect(classifier.classify({ title: 'Stars', abstract: 'Far away.' })).toMatchObject({
      themes: ['rest'],
      parts: [],
      confidence: 'low',
    });
  });

  test('where no theme is for the rest, it goes to the first one, with low confidence', () => {
    const themes = [
      theme('dance', { signals: { 3: ['waggle'] } }),
      theme('sound', { signals: { 3: ['buzz'] } }),
    ];
    expect(makeClassifier(themes).classify({ title: 'Stars', abstract: 'Far away.' })).toMatchObject({
      themes: ['dance'],
      confidence: 'low',
    });
  });

  test('two themes that score alike give low confidence', () => {
    const result = classifier.classify({
      title: 'x',
      abstract: 'A waggle dance in this weather. A waggle dance in that weather.',
    });
    expect(result.confidence).toBe('low');
  });

  test('parts are proposed for the themes that a person chose, too', () => {
    const paper = { title: 'The waggle dance', abstract: 'Between planted trees.' };
    expect(classifier.proposeParts(paper, ['dances', 'forests'])).toEqual(['young']);
    expect(classifier.proposeParts(paper, ['nobody'])).toEqual([]);
  });

  test('explain gives the fit to any theme, zero where nothing speaks for it', () => {
    expect(classifier.explain({ title: 'Stars', abstract: '' }, 'dances')).toMatchObject({
      score: 0,
      evidence: [],
    });
    expect(classifier.explain({ title: 'Stars', abstract: '' }, 'no-such-theme')).toBeUndefined();
  });
});
