// The command line: finds the command, runs it, exits with its code (0 ok, 1 content, 2 usage or internal).
import { styleText } from 'node:util';

type Run = (args: readonly string[]) => Promise<number>;
/** Loaded only when it is asked for: no command pays for what another one needs. */
type Command = { readonly load: () => Promise<Run>; readonly summary: string };

const commands: Readonly<Record<string, Command>> = {
  ingest: {
    load: async () => (await import('./commands/ingest.ts')).ingest,
    summary: 'turn the listings in content/sources/ into entries',
  },
  fetch: {
    load: async () => (await import('./commands/fetch.ts')).fetchPapers,
    summary: 'fetch papers from arXiv or Hugging Face, and ingest them',
  },
  check: {
    load: async () => (await import('./commands/check.ts')).check,
    summary: 'check all of content/, with file:line:column for each problem',
  },
  new: {
    load: async () => (await import('./commands/new.ts')).runNew,
    summary: 'add one paper: by arXiv id, from BibTeX or another record, or by title and abstract',
  },
  diff: {
    load: async () => (await import('./commands/diff.ts')).diff,
    summary: 'say what changes for the reader since a commit',
  },
  'issue-to-entry': {
    load: async () => (await import('./commands/issue-to-entry.ts')).issueToEntry,
    summary: 'make an entry of a filled form "Add a paper"',
  },
  classify: {
    load: async () => (await import('./commands/classify.ts')).classify,
    summary: 'compare what the rules say of each entry with its themes',
  },
  search: {
    load: async () => (await import('./commands/search.ts')).search,
    summary: 'search the built site in the terminal',
  },
  export: {
    load: async () => (await import('./commands/export.ts')).runExport,
    summary: 'write papers as BibTeX, RIS, CSL-JSON, CSV, Markdown or JSON; or the portable edition',
  },
  init: {
    load: async () => (await import('./commands/init.ts')).init,
    summary: 'make a survey of another field, in a folder of its own',
  },
  update: {
    load: async () => (await import('./commands/init.ts')).update,
    summary: 'bring a newer engine to a survey that init has made',
  },
  words: {
    load: async () => (await import('./commands/words.ts')).addWords,
    summary: 'list the texts of the interface that the language of the survey lacks, to be translated',
  },
  bench: {
    load: async () => (await import('./commands/bench.ts')).bench,
    summary: 'measure; so far the quality of search, against others',
  },
  schema: {
    load: async () => (await import('./commands/schema.ts')).schema,
    summary: 'write content/README.md and docs/rules.md from the schemas and rules',
  },
};

const [name = '', ...args] = process.argv.slice(2);
const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
if (command) {
  process.exitCode = await run(command);
} else {
  const isHelp = name === '' || name === 'help' || name === '--help';
  (isHelp ? console.log : console.error)(isHelp ? usage() : `There is no command ${name}.\n\n${usage()}`);
  process.exitCode = isHelp ? 0 : 2;
}

async function run({ load }: Command): Promise<number> {
  try {
    return await (await load())(args);
  } catch (error) {
    // parseArgs tells of wrong arguments by errors with such codes; anything else is a mistake of ours.
    const isUsage =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (isUsage) console.error(`${error.message}\n\n${usage()}`);
    else console.error(error);
    return 2;
  }
}

function usage(): string {
  const rows = Object.entries(commands).map(
    ([id, { summary }]) => `  ${styleText('bold', id.padEnd(14))} ${summary}`,
  );
  return `Usage: npm run conspectus -- <command> [arguments]\n\n${rows.join('\n')}`;
}
