// conspectus check: everything that is wrong with content/, in one run; with --fix, less after it.
import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs, styleText } from 'node:util';
import { type Fixed, fixContent } from '../../src/catalog/fix.ts';
import { loadKept } from '../../src/catalog/load-kept.ts';
import { renderForGithub } from '../../src/catalog/reporters/github.ts';
import { renderAsJson } from '../../src/catalog/reporters/json.ts';
import { hasErrors, renderPlace } from '../../src/core/diagnostics.ts';
import { checkLinks } from '../links/check-links.ts';
import { renderReport } from '../report.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run check -- [FOLDER] [options]

Reads all of content/ and names each problem with file:line:column, its rule and the cure. docs/rules.md lists the rules.

  --fix       mend what is mechanical, and say what was done
  --links     ask the servers behind outgoing links, politely and with a cache, and report what is confirmed gone
  --strict    fail on warnings too
  --json      print the problems as data
  --github    print the problems as annotations of a pull request`;

/** Checks the survey in the current folder, or in the one that is named. */
export async function check(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      json: { type: 'boolean' },
      github: { type: 'boolean' },
      fix: { type: 'boolean' },
      links: { type: 'boolean' },
      strict: { type: 'boolean' },
    },
  });
  const root = resolve(positionals[0] ?? '.');
  if (!statSync(root, { throwIfNoEntry: false })?.isDirectory()) {
    console.error(`${root} is no folder. Name the folder that has content/ in it.`);
    return 2;
  }
  const { done, content }: Fixed = values.fix
    ? await fixContent(root)
    : { done: [], content: await loadKept(root) };
  // With --json, standard output is for the program that reads it.
  const say = values.json ? console.error : console.log;
  for (const { rule, place, fix } of done)
    say(`${renderPlace(place)} ${styleText('green', 'fixed')} ${rule}: ${fix.does}.`);
  const gone = values.links ? await checkLinks(root, content, say) : [];
  const diagnostics = [...content.diagnostics, ...gone];
  const render = values.github ? renderForGithub : undefined;
  const fixed = values.fix ? done.length : undefined;
  console.log(
    values.json ? renderAsJson(diagnostics) : renderReport({ ...content, diagnostics }, render, fixed),
  );
  const isFailed = values.strict ? diagnostics.length > 0 : hasErrors(diagnostics);
  return isFailed ? 1 : 0;
}
