import { describe, expect, it } from 'vitest';
import { MOST, parseChosen, toggleChosen } from './compare-choice.ts';

const many = Array.from({ length: 9 }, (_, index) => `p${index}`);

describe('toggleChosen', () => {
  it('chooses, and takes back', () => {
    expect(toggleChosen(['scouts'], 'p1')).toEqual(['scouts', 'p1']);
    expect(toggleChosen(['scouts', 'p1'], 'scouts')).toEqual(['p1']);
  });

  it('has room for six', () => {
    expect(toggleChosen(many.slice(0, MOST), 'scouts')).toBeUndefined();
  });
});

describe('parseChosen', () => {
  it.each([null, '', '{', '3', 'null', '{"a":1}', '[1,null,"<b>","../x"]'])(
    'reads nothing from %j',
    (text) => {
      expect(parseChosen(text)).toEqual([]);
    },
  );

  it('reads each slug once, and six at most', () => {
    expect(parseChosen('["p1","p1","p2"]')).toEqual(['p1', 'p2']);
    expect(parseChosen(JSON.stringify(many))).toHaveLength(MOST);
  });
});
