// What is made from the schemas and from the rule table: content/README.md and docs/rules.md.
import { stringify } from 'yaml';
import type { z } from 'zod';
import { type Rule, rules } from '../core/rules.ts';
import { describeFields } from '../core/schema/describe.ts';
import { entrySchema } from '../core/schema/entry.ts';
import { glossarySchema } from '../core/schema/glossary.ts';
import { pathSchema } from '../core/schema/path.ts';
import { relevanceSchema } from '../core/schema/relevance.ts';
import { surveySchema } from '../core/schema/survey.ts';
import { themeSchema } from '../core/schema/theme.ts';

/** Renders content/README.md: every field of every schema. */
export function renderContentReadme(): string {
  return `<!-- Made by "npm run conspectus -- schema" from src/core/schema/. Do not edit. -->
# What is in content/

Everything about the topic of the survey is here, and nothing about the software.

- \`survey.yaml\`: the survey as a whole, and its sources.
- \`themes/<theme>.md\`: one theme; its essay is the text after the front matter.
- \`entries/<theme>/<slug>.md\`: one paper; the folder is its primary theme, the text is its abstract.
- \`paths/<path>.md\`: a reading path, if there are any; the text is an introduction and numbered steps, each
  beginning with the citation of one entry, such as \`1. [@nest-choice] See how the scouts vote.\`
- \`glossary.yaml\`: the terms of the field, if it is to explain some.
- \`relevance.yaml\`: queries with the papers that answer them, if search is to be measured by
  \`npm run bench -- ranking\`.
- \`words.yaml\`: texts of the interface in the language of the survey, if they are to be other than the engine has
  them: the English text, then the translation. \`npm run conspectus -- words\` adds those that are missing.
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

## Fields of glossary.yaml

${renderTable(glossarySchema)}

## Fields of relevance.yaml

${renderTable(relevanceSchema)}

## Fields of words.yaml

Every field is a text of the interface as it is in English, with \`{1}\`, \`{2}\` for what is filled in. Its value is the
translation, or where that depends on a number, its forms, of which \`other\` is required:
\`"{1} papers": { one: "{1} Arbeit", other: "{1} Arbeiten" }\`. The forms are those of the
[plural rules](https://cldr.unicode.org/index/cldr-spec/plural-rules) of the language: zero, one, two, few, many, other.

[docs/rules.md](../docs/rules.md) lists every rule of the check.
`;
}

/** Renders docs/rules.md: every rule of the check, and what --fix does about it. */
export function renderRulesPage(): string {
  const all: readonly (readonly [string, Rule])[] = Object.entries(rules);
  const rows = all.map(
    ([id, { severity, summary, fix = '' }]) => `| \`${id}\` | ${severity} | ${summary} | ${fix} |`,
  );
  return `<!-- Made by "npm run conspectus -- schema" from src/core/rules.ts. Do not edit. -->
# The rules of the check

\`npm run check\` reads all of \`content/\` and reports every problem in one run, as
\`file:line:column rule message\`, with the cure on the next line. An error fails the run, and the build; a warning
fails only \`npm run check -- --strict\`.

- \`npm run check -- --fix\` mends what is mechanical (the last column) and says what it did; what is not certain is left.
- \`npm run check -- --json\` is for programs, \`npm run check -- --github\` for annotations on a pull request.
- \`npm run check -- --links\` asks the servers behind outgoing links, one request a host at a time, and reports the
  pages that are confirmed gone.

| rule | severity | what it finds | what \`--fix\` does |
| --- | --- | --- | --- |
${rows.join('\n')}
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
