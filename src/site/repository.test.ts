import { expect, test } from 'vitest';
import { addPaperUrl, suggestUrl, withRepository } from './repository.ts';

const entry = { slug: 'scouts', fields: { title: 'Scouts', themes: ['dance', 'hum'] }, body: '', text: '' };

test.each([
  ['https://github.com/bees/survey', '/edit/main/', '/issues/new?template=add-paper.yml'],
  ['https://github.com/bees/survey.git', '/edit/main/', '/issues/new?template=add-paper.yml'],
  ['https://gitlab.com/bees/survey/', '/-/edit/main/', '/-/issues/new'],
  ['https://codeberg.org/bees/survey', '/_edit/main/', '/issues/new'],
])('%s', (repository, edit, form) => {
  const root = `https://${new URL(repository).host}/bees/survey`;
  expect(suggestUrl({ repository }, entry)).toBe(`${root}${edit}content/entries/dance/scouts.md`);
  expect(addPaperUrl({ repository })).toBe(root + form);
});

test('a survey that names no repository has no such links', () => {
  expect(suggestUrl({}, entry)).toBeUndefined();
  expect(addPaperUrl({})).toBeUndefined();
});

test.each([
  ['what it names stands', 'https://bees.example/a', 'https://bees.example/b', 'https://bees.example/a'],
  ['else what the build was told', undefined, 'https://bees.example/b', 'https://bees.example/b'],
  ['but no script', undefined, 'javascript:alert(1)', undefined],
  ['nor nothing', undefined, undefined, undefined],
])('the repository of a survey: %s', (_, named, told, expected) => {
  const survey = named === undefined ? {} : { repository: named };
  expect(withRepository(survey, told).repository).toBe(expected);
});
