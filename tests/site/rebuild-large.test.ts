// A build of a survey whose lists have several pages: after a change, those that do not show it stay, and all others are as a
// first build makes them.
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type BuiltSite, buildAgain, buildSite } from '../sites/build-site.ts';
import { readFiles } from '../sites/read-site.ts';

const LONG = 180_000;
const second = join(import.meta.dirname, '..', 'sites', 'second');
const GLOSSARY = 'content/glossary.yaml';

const THEME = 'content/themes/loads.md';

/** Papers that fill more than one page of their theme, and of a term; an essay would have to cite them all. */
const papers = {
  ...Object.fromEntries(Array.from({ length: 100 }, (_, number) => paperFile(number))),
  [THEME]: readFileSync(join(second, THEME), 'utf8').replace(/(?<=\n---\n)[\s\S]*/, ''),
};
const [newest, newestPaper] = paperFile(100);

function paperFile(number: number): [string, string] {
  const published = `${1900 + number}-06-01`;
  const fields = `title: "Span ${number} Under Load"\nthemes: [loads]\npublished: ${published}\n`;
  return [
    `content/entries/loads/span-${number}.md`,
    `---\n${fields}classification: {by: person, note: It is made up.}\n---\n\nThe fatigue of span ${number} is measured.\n`,
  ];
}

let site: BuiltSite;
beforeAll(async () => {
  site = await buildSite(second, papers);
}, LONG);
afterAll(() => site?.remove());

test('a paper that comes first leaves the further pages of its lists where they are', {
  timeout: LONG,
}, async () => {
  const further = ['terms/fatigue/2/index.html', 'themes/loads/2/index.html'];
  const writtenAt = () => further.map((name) => statSync(join(site.dist, name)).mtimeMs);
  const before = writtenAt();
  await buildAgain(site.folder, { [newest]: newestPaper.replace('2000-06-01', '2024-06-01') });
  expect(writtenAt()).toEqual(before);
  expect(readFileSync(join(site.dist, 'terms/fatigue/index.html'), 'utf8')).toContain('Span 100 Under Load');
  expect(readFileSync(join(site.dist, further[0] ?? ''), 'utf8')).toMatch(
    /60 papers, June 19\d\d to June 19\d\d/,
  );
});

test('a definition changes on them too, and all is as a first build makes it', {
  timeout: LONG,
}, async () => {
  const changes = {
    [newest]: newestPaper.replace('2000-06-01', '2024-06-01'),
    [GLOSSARY]: readFileSync(join(second, GLOSSARY), 'utf8').replace(
      'Damage by many loads',
      'Harm by many loads',
    ),
  };
  const said = await buildAgain(site.folder, changes);
  expect(said).not.toContain('made twice');
  const [, stay] = /(\d+) of \d+ files stay as they are\./.exec(said) ?? [];
  expect(Number(stay)).toBeGreaterThan(20);
  const first = await buildSite(second, { ...papers, ...changes });
  const [made, expected] = [readFiles(site.dist), readFiles(first.dist)];
  first.remove();
  expect([...made.keys()]).toEqual([...expected.keys()]);
  expect([...made].filter(([name, text]) => expected.get(name) !== text).map(([name]) => name)).toEqual([]);
});
