// RIS and CSL-JSON in full; what every format has to keep.
import { describe, expect, it } from 'vitest';
import { joinParts } from '../core/text-parts.ts';
import { makeCslItem } from './csl.ts';
import { PAPER_FORMATS, renderIn } from './formats.ts';
import { hive, named, scouts } from './made-up-papers.ts';
import { risParts } from './ris.ts';

const { venue: _, ...preprint } = scouts;

describe('RIS', () => {
  it('gives what is known', () => {
    expect(joinParts(risParts([{ ...scouts, abstract: 'Scouts\nvote.' }])).split('\r\n')).toEqual([
      'TY  - CPAPER',
      'ID  - scouts2025',
      'TI  - Scouts* & Swarms: 100% of {Bees} Vote | Twice',
      'AU  - Byron, Ada',
      'AU  - Hopper, Grace',
      'PY  - 2026',
      'T2  - Animal Behaviour & Co 2026',
      'AN  - arXiv:2501.01234',
      'UR  - https://arxiv.org/abs/2501.01234',
      'KW  - quorum',
      'KW  - waggle dance',
      'AB  - Scouts vote.',
      'ER  - ',
      '',
    ]);
  });

  it('tells a preprint by its type and its day', () => {
    expect(joinParts(risParts([preprint]))).toMatch(
      /^TY {2}- UNPB\r\n(?:.+\r\n)*PY {2}- 2025\r\nDA {2}- 2025\/01\/08\r\n/,
    );
  });

  it('gives volume and issue of a journal', () => {
    const text = joinParts(risParts([{ ...scouts, venue: 'Bees 6(10), 2026', venueKind: 'journal' }]));
    expect(text).toContain('T2  - Bees\r\nVL  - 6\r\nIS  - 10\r\n');
  });

  it('takes the family names that an entry gives', () => {
    expect(joinParts(risParts([named]))).toContain(
      'AU  - Byron King, Ada\r\nAU  - Wu, Mei\r\nAU  - Swarm Builders\r\n',
    );
  });

  it('has one record a paper, each with an end', () => {
    const text = joinParts(risParts([scouts, hive]));
    expect(text.match(/^TY {2}- /gm)).toHaveLength(2);
    expect(text.match(/^ER {2}- \r$/gm)).toHaveLength(2);
  });
});

describe('CSL-JSON', () => {
  it('gives what is known', () => {
    expect(makeCslItem({ ...scouts, note: 'Read twice.' })).toEqual({
      id: 'scouts2025',
      type: 'paper-conference',
      'container-title': 'Animal Behaviour & Co 2026',
      title: scouts.title,
      author: [
        { family: 'Byron', given: 'Ada' },
        { family: 'Hopper', given: 'Grace' },
      ],
      issued: { 'date-parts': [[2026]] },
      URL: 'https://arxiv.org/abs/2501.01234',
      keyword: 'quorum, waggle dance',
      note: 'Read twice.',
    });
  });

  it('takes the family names that an entry gives', () => {
    expect(makeCslItem(named).author).toEqual([
      { family: 'Byron King', given: 'Ada' },
      { family: 'Wu', given: 'Mei' },
      { literal: 'Swarm Builders' },
    ]);
  });

  it('gives the day and the number of a preprint', () => {
    expect(makeCslItem(preprint)).toMatchObject({
      type: 'article',
      publisher: 'arXiv',
      number: 'arXiv:2501.01234',
      issued: { 'date-parts': [[2025, 1, 8]] },
    });
  });
});

describe.each(Object.entries(PAPER_FORMATS))('%s', (_id, format) => {
  it('is a text for no paper', () => {
    expect(typeof renderIn(format, [], 'Bees')).toBe('string');
  });

  it('makes up no name', () => {
    expect(renderIn(format, [hive], 'Bees')).not.toMatch(/\bAU\b|"author":|author = |"authors":/);
  });

  it('names every paper, in the order given', () => {
    const text = renderIn(format, [hive, scouts], 'Bees');
    expect(text.indexOf('old hive')).toBeGreaterThan(-1);
    expect(text.indexOf('Swarms')).toBeGreaterThan(text.indexOf('old hive'));
  });
});
