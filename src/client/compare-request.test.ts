import { describe, expect, it } from 'vitest';
import { MOST, renderCompareQuery } from './compare-choice.ts';
import { describeIgnored, parseCompareQuery } from './compare-request.ts';

const isKnown = (slug: string) => /^p\d+$|^scouts$/.test(slug);
const many = Array.from({ length: 9 }, (_, index) => `p${index}`);

describe('the address', () => {
  it('carries the papers in their order', () => {
    expect(renderCompareQuery(['p2', 'scouts'])).toBe('?p=p2&p=scouts');
    expect(renderCompareQuery([])).toBe('');
    expect(parseCompareQuery('?p=p2&p=scouts&p=p2', isKnown)).toEqual({
      slugs: ['p2', 'scouts'],
      unknown: [],
      tooMany: [],
    });
  });

  it('may hold anything', () => {
    const request = parseCompareQuery('?p=scouts&p=nobody&p=%3Cimg%20src%3Dx%3E&p=__proto__&p=', isKnown);
    expect(request.slugs).toEqual(['scouts']);
    expect(request.unknown).toEqual(['nobody', '<img src=x>', '__proto__']);
    expect(describeIgnored(request)).toBe(
      'No paper of this survey is called “nobody”, “<img src=x>”, “__proto__”.',
    );
  });

  it('may be long', () => {
    const request = parseCompareQuery(
      `?${many.map((slug) => `p=${slug}`).join('&')}&p=${'x'.repeat(5000)}`,
      isKnown,
    );
    expect(request.slugs).toHaveLength(MOST);
    expect(describeIgnored(request)).toContain('left out: p6, p7, p8.');
    expect(describeIgnored(request).length).toBeLessThan(200);
  });
});
