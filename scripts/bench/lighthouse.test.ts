import { expect, test } from 'vitest';
import { readResult, renderLighthouse } from './lighthouse.ts';

const result = {
  lhr: {
    categories: {
      performance: {
        id: 'performance',
        score: 0.974,
        auditRefs: [{ id: 'first-contentful-paint', weight: 10 }],
      },
      seo: {
        id: 'seo',
        score: 1,
        auditRefs: [
          { id: 'is-crawlable', weight: 1 },
          { id: 'hints', weight: 0 },
          { id: 'video', weight: 1 },
        ],
      },
    },
    audits: {
      'first-contentful-paint': { score: 0.88, displayValue: '1.9 s' },
      'is-crawlable': { score: 1 },
      hints: { score: 0.2 },
      video: { score: null },
    },
  },
};

test('scores are of a hundred, and what cost points is named', () => {
  const scores = readResult('papers/', result);
  expect(scores.scores).toEqual({ performance: 97, seo: 100 });
  expect(scores.measures['first paint']).toBe('1.9 s');
  expect(scores.faults).toEqual(['first-contentful-paint 88 1.9 s']);
  expect(renderLighthouse([scores])).toContain('  - first-contentful-paint 88 1.9 s');
});

test('where it could not measure a page, that is said', () => {
  const { lhr } = result;
  const failed = readResult('papers/', {
    lhr: { ...lhr, runtimeError: { message: 'Nothing was painted.' } },
  });
  expect(failed.failure).toBe('Nothing was painted.');
  expect(renderLighthouse([failed])).toContain('not measured, twice: Nothing was painted.');
});
