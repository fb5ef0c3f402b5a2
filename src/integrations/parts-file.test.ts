import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { joinParts } from '../core/text-parts.ts';
import { writeParts } from './parts-file.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'conspectus-parts-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A text of some words, and which of them were made. */
function partsOf(words: readonly string[]) {
  const made: string[] = [];
  const items = words.map((word) => () => {
    made.push(word);
    return word;
  });
  return { made, parts: { start: '[', items, between: ', ', end: ']\n' } };
}

const file = () => join(folder, 'words.txt');

/** Writes words into the file, and tells which had to be made. */
function write(words: readonly string[], last?: ReturnType<typeof writeParts>) {
  const { made, parts } = partsOf(words);
  const known = writeParts(file(), parts, words, last);
  expect(readFileSync(file(), 'utf8')).toBe(joinParts(partsOf(words).parts));
  return { made, known };
}

test('items that are in the file already are taken from there, whatever their order', () => {
  const first = write(['Biene', 'Ähre', '蜂']);
  expect(first.made).toEqual(['Biene', 'Ähre', '蜂']);
  const second = write(['蜂', 'new', 'Biene'], first.known);
  expect(second.made).toEqual(['new']);
  expect(write([], second.known).made).toEqual([]);
});

test('more than is written at a time', () => {
  const words = Array.from({ length: 3 }, (_, index) => String(index).repeat(700_000));
  const { known } = write(words);
  expect(write(words.toReversed(), known).made).toEqual([]);
});

test('from a file of another length nothing is taken', () => {
  const { known } = write(['one', 'two']);
  writeFileSync(file(), 'lost');
  expect(write(['one', 'two'], known).made).toEqual(['one', 'two']);
});
