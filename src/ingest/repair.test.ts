import { describe, expect, test } from 'vitest';
import { applyRepairs } from '../core/repairs.ts';
import { repairText } from './repair.ts';

const words = new Set(['available', 'lands']);
const isWord = (word: string) => words.has(word);

describe('what an artefact meant is restored', () => {
  test.each([
    ['yields (sim8%uparrow), (sim4%uparrow)', 'yields (∼8%↑), (∼4%↑)'],
    ['more than 17times faster', 'more than 17× faster'],
    ['7.6\\% and 28.4\\%', '7.6% and 28.4%'],
    ['na\\"ive caf\\\'{e}', 'naïve café'],
    ['on local~GPUs', 'on local GPUs'],
    ["``critical words'' and `one, two'", '“critical words” and ‘one, two’'],
    ['(\\Fast, \\Slow)', '(Fast, Slow)'],
    ['+1.3 J &F', '+1.3 J&F'],
    ['at https://a.org/b{https://a.org/b}.', 'at https://a.org/b.'],
    ['at https://a.org/b{\\small\\texttt{https://a.org/b}} now', 'at https://a.org/b now'],
    ['in https://a.org/b{this place}.', 'in this place (https://a.org/b).'],
    ['future researchhttps://a.org/B.', 'future research https://a.org/B.'],
    ['code isavailable here', 'code is available here'],
    ['the Tool , which', 'the Tool, which'],
  ])('%s', (source, repaired) => {
    const result = repairText(source, isWord);
    expect(result.text).toBe(repaired);
    expect(result.repairs.length).toBeGreaterThan(0);
    expect(applyRepairs(source, result.repairs)).toBe(repaired);
  });
});

describe('what is literal or the authors’ own stays', () => {
  test.each(
    [
      '<SEG> tokens, <think> and <answer>',
      'Hive* and pass@1, slow-tHInking',
      'https://a.org/under_scored_name and https://a.org/~user/',
      'the propsoed method, avalible soon',
      'three times, simple, similar to 5 arrows',
      "the model's own and the models' steps, 'quoted'",
      'islands and wastelands',
      'Q&A, R & D',
      'a cost of $5 & more',
      'it isolated them',
    ].map((text) => [text]),
  )('%s', (text) => {
    expect(repairText(text, isWord)).toEqual({ text, repairs: [], gaps: [] });
  });
});

test('what is lost is flagged and not filled', () => {
  const result = repairText('We introduce an expert-curated diagnostic set, . Our data');
  expect(result.text).toBe('We introduce an expert-curated diagnostic set, . Our data');
  expect(result.gaps).toEqual([
    { quote: 'expert-curated diagnostic set, .', note: 'The source has lost what stood after the comma.' },
  ]);
});

test('the same damage in different words is recorded so that it can be repeated', () => {
  const source = 'x 5\\% y 15\\% z \\% 5\\%';
  const result = repairText(source);
  expect(result.text).toBe('x 5% y 15% z % 5%');
  expect(applyRepairs(source, result.repairs)).toBe(result.text);
});

test('repairing twice is repairing once', () => {
  const once = repairText("na\\\"ive ``a'' 5\\% \\Macro , b").text;
  expect(repairText(once).text).toBe(once);
});

test.each(['https://a.', 'https://a{b} ', '\\textbf{', '\\a1 ', '$a', 'isx', '``b'])(
  'a long text of nothing but %s is repaired in time in proportion to its length',
  (piece) => {
    // Where the time grows with the square of the length, this takes hours.
    const source = piece.repeat(100_000);
    const { text, repairs } = repairText(source);
    expect(applyRepairs(source, repairs)).toBe(text);
  },
);
