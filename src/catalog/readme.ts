// content/README.md: every field of every schema, and every rule of the check.
import { stringify } from 'yaml';
import type { z } from 'zod';
import { rules } from '../core/rules.ts';
import { describeFields } from '../core/schema/describe.ts';
import { entrySchema } from '../core/schema/entry.ts';
import { pathSchema } from '../core/schema/path.ts';
import { surveySchema } from '../core/schema/survey.ts';
import { themeSchema } from '../core/schema/theme.ts';

/** Renders the whole file. */
export function renderContentReadme(): string {
  return `<!-- Made by "npm run conspectus -- schema" from src/core/schema/ and src/core/rules.ts. Do not edit. -->
# What is in content/

Everything about the topic of the survey is here, and nothing about the software.

- \`survey.yaml\`: the survey as a whole, and its sources.
- \`themes/<theme>.md\`: one theme; its essay is the text after the front matter.
- \`entries/<theme>/<slug>.md\`: one paper; the folder is its primary theme, the text is its abstract.
- \`paths/<path>.md\`: a reading path, if there are any; the text is an introduction and numbered steps, each
  beginning with the citation of one entry, such as \`1. [@nest-choice] See how the scouts vote.\`
- \`sources/\`: listings exactly as received. \`npm run conspectus -- ingest\` turns them into entries.

After a change, run \`npm run check\`: it names every problem with its line and the cure.

## Fields of survey.yaml

${renderTable(surveySchema)}

## Fields of a theme

${renderTable(themeSchema)}

## Fields of an entry

${renderTable(entrySchema)}

## Fields of a reading path

${renderTable(pathSchema)}

## Rules of the check

| rule | severity | what it finds |
| --- | --- | --- |
${Object.entries(rules)
  .map(([id, { severity, summary }]) => `| \`${id}\` | ${severity} | ${summary} |`)
  .join('\n')}
`;
}

function renderTable(schema: z.ZodObject): string {
  const rows = describeFields(schema).map(
    ({ path, isRequired, description, example }) =>
      `| \`${path}\` | ${isRequired ? 'yes' : ''} | ${description} | ${renderExample(example)} |`,
  );
  return ['| field | required | meaning | example |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

function renderExample(example: unknown): string {
  if (example === undefined) return '';
  const text = stringify(example, { lineWidth: 0, collectionStyle: 'flow' }).trim().replaceAll('|', '\\|');
  return `\`${text}\``;
}
