// The command line: finds the command, runs it, exits with its code (0 ok, 1 content, 2 usage or internal).
import { styleText } from 'node:util';
import { ToldError } from '../src/core/told-error.ts';

type Run = (args: readonly string[]) => Promise<number>;
/** What a command does, and the text for --help. */
type Loaded = { readonly run: Run; readonly usage: string };
/** Loaded only when it is asked for: no command pays for what another one needs. */
type Command = { readonly load: () => Promise<Loaded>; readonly summary: string };

const commands: Readonly<Record<string, Command>> = {
  ingest: {
    load: async () => {
      const { ingest, USAGE } = await import('./commands/ingest.ts');
      return { run: ingest, usage: USAGE };
    },
    summary: 'turn the listings in content/sources/ into entries',
  },
  fetch: {
    load: async () => {
      const { fetchPapers, USAGE } = await import('./commands/fetch.ts');
      return { run: fetchPapers, usage: USAGE };
    },
    summary: 'fetch papers from arXiv or Hugging Face, and ingest them',
  },
  check: {
    load: async () => {
      const { check, USAGE } = await import('./commands/check.ts');
      return { run: check, usage: USAGE };
    },
    summary: 'check all of content/, with file:line:column for each problem',
  },
  new: {
    load: async () => {
      const { runNew, USAGE } = await import('./commands/new.ts');
      return { run: runNew, usage: USAGE };
    },
    summary: 'add one paper: by arXiv id, from BibTeX or another record, or by title and abstract',
  },
  diff: {
    load: async () => {
      const { diff, USAGE } = await import('./commands/diff.ts');
      return { run: diff, usage: USAGE };
    },
    summary: 'say what changes for the reader since a commit',
  },
  'issue-to-entry': {
    load: async () => {
      const { issueToEntry, USAGE } = await import('./commands/issue-to-entry.ts');
      return { run: issueToEntry, usage: USAGE };
    },
    summary: 'make an entry of a filled form "Add a paper"',
  },
  classify: {
    load: async () => {
      const { classify, USAGE } = await import('./commands/classify.ts');
      return { run: classify, usage: USAGE };
    },
    summary: 'compare what the rules say of each entry with its themes',
  },
  search: {
    load: async () => {
      const { search, USAGE } = await import('./commands/search.ts');
      return { run: search, usage: USAGE };
    },
    summary: 'search the built site in the terminal',
  },
  export: {
    load: async () => {
      const { runExport, USAGE } = await import('./commands/export.ts');
      return { run: runExport, usage: USAGE };
    },
    summary: 'write papers as BibTeX, RIS, CSL-JSON, CSV, Markdown or JSON; or the portable edition',
  },
  init: {
    load: async () => {
      const { init, INIT_USAGE } = await import('./commands/init.ts');
      return { run: init, usage: INIT_USAGE };
    },
    summary: 'make a survey of another field, in a folder of its own',
  },
  update: {
    load: async () => {
      const { update, UPDATE_USAGE } = await import('./commands/init.ts');
      return { run: update, usage: UPDATE_USAGE };
    },
    summary: 'bring a newer engine to a survey that init has made',
  },
  words: {
    load: async () => {
      const { addWords, USAGE } = await import('./commands/words.ts');
      return { run: addWords, usage: USAGE };
    },
    summary: 'list the texts of the interface that the language of the survey lacks, to be translated',
  },
  bench: {
    load: async () => {
      const { bench, USAGE } = await import('./commands/bench.ts');
      return { run: bench, usage: USAGE };
    },
    summary: 'measure what ingest, builds, search and pages cost, and what others cost',
  },
  schema: {
    load: async () => {
      const { schema, USAGE } = await import('./commands/schema.ts');
      return { run: schema, usage: USAGE };
    },
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
  const { run: start, usage: ownUsage } = await load();
  if (args.includes('--help')) {
    console.log(ownUsage);
    return 0;
  }
  try {
    return await start(args);
  } catch (error) {
    // parseArgs tells of wrong arguments by errors with such codes; anything else is a mistake of ours.
    const isUsage =
      error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
    if (isUsage) console.error(`${error.message}\n\n${ownUsage}`);
    else console.error(error instanceof ToldError ? error.message : error);
    return 2;
  }
}

function usage(): string {
  const rows = Object.entries(commands).map(
    ([id, { summary }]) => `  ${styleText('bold', id.padEnd(14))} ${summary}`,
  );
  return `Usage: npm run conspectus -- <command> [arguments]\n\n${rows.join('\n')}\n\n<command> --help lists its options.`;
}
