import { describe, expect, it } from 'vitest';
import { parsePathBody } from './path-steps.ts';

describe('parsePathBody', () => {
  it('splits an introduction and steps, wherever their lines break', () => {
    const body =
      'For a start.\nGo on.\n\nThen this.\n\n1. [@scouts] See how\n   they fly.\n2. [@quorum]\n   Count.\n';
    expect(parsePathBody(body)).toEqual({
      introduction: ['For a start. Go on.', 'Then this.'],
      steps: [
        { slug: 'scouts', text: 'See how they fly.', offset: 33 },
        { slug: 'quorum', text: 'Count.', offset: 67 },
      ],
    });
  });

  it.each([
    ['has no citation', '1. Fly.'],
    ['cites in the middle', '1. Fly with [@scouts].'],
    ['cites two at once', '1. [@scouts; @quorum] Fly.'],
    ['cites another one later', '1. [@scouts] Fly, unlike [@quorum].'],
    ['says nothing', '1. [@scouts]'],
  ])('gives no slug to a step that %s', (_, body) => {
    expect(parsePathBody(body).steps.map(({ slug }) => slug)).toEqual([undefined]);
  });

  it('takes a year at the start of a line for no step', () => {
    expect(parsePathBody('It began in\n2024. And went on.').steps).toEqual([]);
  });
});
