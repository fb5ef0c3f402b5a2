// A survey with one theme and no papers, in a folder of its own, and bibliographies to ingest into it.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const SURVEY = `title: How Bees Decide
short: Bees
tagline: Made-up papers
description: A made-up survey.
address: https://bees.example.org
language: en
maintainers: [Ada Byron]
licence: {name: CC BY 4.0, url: "https://creativecommons.org/licenses/by/4.0/"}
cite: Byron, A. (2025). How Bees Decide.
sources: []
`;
const THEME = `---
title: Bees
short: Bees
definition: All about bees.
colour: 75
order: 1
fallback: true
signals:
  2: [bees, swarm]
---
`;

/** Writes the survey into a folder, which must be there. */
export async function writeMadeUpSurvey(root: string): Promise<void> {
  await mkdir(join(root, 'content', 'themes'), { recursive: true });
  await writeFile(join(root, 'content', 'survey.yaml'), SURVEY);
  await writeFile(join(root, 'content', 'themes', 'bees.md'), THEME);
}

/** A bibliography with so many records, each of about 1.5 kB, in BibTeX. */
export function makeBibliography(records: number): string {
  return Array.from({ length: records }, (_, index) => makeRecord(index)).join('\n');
}

function makeRecord(index: number): string {
  const abstract = Array.from(
    { length: 12 },
    (_, part) =>
      `Swarm ${index} of na{\\"\\i}ve bees votes for site ${part} of ${index % 97} with ${(index * part) % 100}\\% of its scouts, $n < ${part}$.`,
  ).join('\n    ');
  return `@article{bees${index},
  title = {Swarm ${index} Chooses Site ${(index * 7919) % 100_003}: A {M}ade-Up Paper},
  author = {Byron, Ada and M{\\"u}ller, J{\\'o}zef and van der Berg, Jan},
  journal = {Animal Behaviour},
  year = {${2000 + (index % 25)}},
  month = ${(index % 12) + 1},
  doi = {10.1000/bees.${index}},
  abstract = {${abstract}},
}
`;
}
