import { expect, test } from 'vitest';
import { readAnswers } from './issue-form.ts';

const LABELS = ['Title', 'Abstract', 'BibTeX'] as const;

test('answers are read by their labels; what was not answered is not there', () => {
  const body =
    '### BibTeX\r\n\r\n```bibtex\r\n@article{a,}\r\n```\r\n\r\n### Title\r\n\r\nHum\r\n\r\n### Abstract\r\n\r\n_No response_';
  expect(readAnswers(body, LABELS)).toEqual({ BibTeX: '@article{a,}', Title: 'Hum' });
});

test('an answer may have headings and lines like labels of its own', () => {
  const body = '### Title\n\nHum\n\n### Abstract\n\nOne.\n\n### Two\n\n### Title\n\nEvil';
  expect(readAnswers(body, LABELS)).toEqual({ Title: 'Hum', Abstract: 'One.\n\n### Two' });
});

test('no body, no answers', () => {
  expect(readAnswers('', LABELS)).toEqual({});
  expect(readAnswers('Just text', LABELS)).toEqual({});
});
