import { expect, test } from 'vitest';
import { findCopiedWords } from './copied-words.ts';

const ABSTRACT =
  'We show that scouts stop dancing when they are butted, which is how a swarm reaches agreement.';

test('a sentence taken over is a copy, whatever its punctuation', () => {
  expect(
    findCopiedWords('Scouts stop dancing when they are butted: which is how a swarm agrees.', ABSTRACT),
  ).toBe('scouts stop dancing when they are butted which is how a swarm');
});

test.each([
  'A butted scout stops to dance, and thus a swarm agrees.',
  'Scouts stop dancing when butted.',
  // Eight words in common, but most of the sentence is ours.
  'In trees and boxes, on sixteen days of one summer, scouts stop dancing when they are butted, which we first saw in June, and then again.',
])('a sentence of our own is none: %s', (sentence) => {
  expect(findCopiedWords(sentence, ABSTRACT)).toBeUndefined();
});
