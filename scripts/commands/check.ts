// conspectus check: everything that is wrong with content/, in one run.
import { parseArgs } from 'node:util';
import { loadContent } from '../../src/catalog/load.ts';
import { renderForGithub } from '../../src/catalog/reporters/github.ts';
import { renderAsJson } from '../../src/catalog/reporters/json.ts';
import { renderCounts, renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import { count } from '../../src/core/text.ts';

/** Checks the survey in the current folder, or in the one that is named. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { json: { type: 'boolean' }, github: { type: 'boolean' } },
  });
  const content = await loadContent(positionals[0] ?? process.cwd());
  const { diagnostics } = content;
  if (values.json) console.log(renderAsJson(diagnostics));
  else {
    if (diagnostics.length > 0)
      console.log(values.github ? renderForGithub(diagnostics) : renderForTerminal(diagnostics));
    const read = `${count(content.entries.length, 'entry', 'entries')} in ${count(content.themes.length, 'theme')}`;
    console.log(`${read}: ${renderCounts(diagnostics)}.`);
  }
  return hasErrors(diagnostics) ? 1 : 0;
}
