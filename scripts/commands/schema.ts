// conspectus schema: what is made from the schemas and from survey.yaml, so that it cannot be out of date.
import { parseArgs } from 'node:util';
import { loadContent, toCatalog } from '../../src/catalog/load.ts';
import { renderContentReadme, renderRulesPage } from '../../src/catalog/readme.ts';
import { saveFiles } from '../../src/catalog/staging.ts';
import { renderCitationFile } from '../../src/site/for-machines.ts';
import { createUrls } from '../../src/site/urls.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- schema [--print]

Writes content/README.md, docs/rules.md and CITATION.cff; with --print it prints the first and writes nothing.`;

/** Writes content/README.md, docs/rules.md and CITATION.cff, or with --print prints the former. */
export async function schema(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { print: { type: 'boolean' } } });
  const text = renderContentReadme();
  if (values.print) console.log(text);
  else {
    const { survey } = toCatalog(await loadContent(process.cwd()));
    const write = new Map([
      ['content/README.md', text],
      ['docs/rules.md', renderRulesPage()],
      ['CITATION.cff', renderCitationFile(survey, createUrls(process.env['BASE_PATH'] ?? '/'))],
    ]);
    await saveFiles(process.cwd(), { write });
  }
  return 0;
}
