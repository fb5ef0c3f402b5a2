// conspectus new: one paper into the survey. It says what it will write before it writes.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadKept } from '../../src/catalog/load-kept.ts';
import { findArxiv } from '../../src/ingest/identifiers.ts';
import { fetchRecord } from '../new/arxiv.ts';
import { type Asker, openAsker } from '../new/ask.ts';
import { type Given, gatherPaper } from '../new/gather.ts';
import { UnusableInputError } from '../new/paper.ts';
import { propose } from '../new/propose.ts';
import { beginsRecord } from '../new/record-text.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run new -- [PAPER] [options]

PAPER is an arXiv id, a file with one record (BibTeX, RIS ...), the record itself, an abstract in quotes, or - for
standard input. At a terminal, what is not given is asked for.

  --title, --abstract, --authors, --published, --arxiv, --doi, --venue, --code, --project TEXT
                           what no record says, or says wrongly; authors as "Ada Byron; Grace Hopper"
  --abstract-file FILE     the abstract, from a file or from - for standard input
  --summary TEXT           what the paper adds, in a sentence of yours
  --theme ID               a theme, instead of those that the rules propose; the first is the primary one
  --part ID                a part of a theme
  --note TEXT              why these themes
  --slug NAME              the last part of its address
  --stub                   it may wait for its abstract
  --dry-run                write nothing
  --yes                    write without asking`;

const OPTIONS = {
  title: { type: 'string' },
  abstract: { type: 'string' },
  'abstract-file': { type: 'string' },
  authors: { type: 'string' },
  published: { type: 'string' },
  arxiv: { type: 'string' },
  doi: { type: 'string' },
  venue: { type: 'string' },
  code: { type: 'string' },
  project: { type: 'string' },
  bibtex: { type: 'string' },
  'atom-file': { type: 'string' },
  theme: { type: 'string', multiple: true },
  part: { type: 'string', multiple: true },
  note: { type: 'string' },
  summary: { type: 'string' },
  slug: { type: 'string' },
  stub: { type: 'boolean' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
} as const;

/** Adds one paper to the survey in the current folder: from a record, an arXiv id with one, or facts. */
export async function runNew(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  const isAtTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true;
  const asker = isAtTerminal ? openAsker(process.stdin, process.stdout) : undefined;
  try {
    const root = process.cwd();
    const content = await loadKept(root);
    const today = localDay(new Date());
    const given = await readGiven(values, positionals);
    const isStub = values.stub ?? false;
    const paper = await gatherPaper(given, { today, isStub, asker, fetchRecord });
    const choices = {
      ...(values.theme && { themes: values.theme }),
      ...(values.part && { parts: values.part }),
      note: values.note,
      slug: values.slug,
      summary: values.summary ?? (values.yes ? undefined : await askSummary(asker)),
      today,
    };
    return await propose(paper, content, choices, { ...values, root, asker });
  } catch (error) {
    if (!(error instanceof UnusableInputError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    asker?.close();
  }
}

async function askSummary(asker: Asker | undefined): Promise<string | undefined> {
  return (await asker?.line('What it adds, in one sentence of yours (may be empty):')) || undefined;
}

/** Today, where the contributor is. */
function localDay(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function readGiven(values: Values, [argument = '']: readonly string[]): Promise<Given> {
  const named = values.bibtex ?? values['atom-file'];
  const given = named ? { record: await readInput(named) } : await readArgument(argument);
  const file = values['abstract-file'];
  const abstract = file ? await readInput(file) : (values.abstract ?? given.abstract);
  const arxiv = values.arxiv ?? given.arxiv;
  return {
    facts: { ...values, ...(arxiv && { arxiv }), ...(abstract && { abstract }) },
    ...(given.record && { record: given.record }),
  };
}

type Argument = { readonly record?: string; readonly abstract?: string; readonly arxiv?: string };

/** What the argument is: a record, an abstract, a file with a record, or an arXiv id, of which each may hold the next. */
async function readArgument(text: string): Promise<Argument> {
  if (text === '') return {};
  if (beginsRecord(text)) return { record: text };
  if (isProse(text)) return { abstract: text };
  const arxiv = existsSync(text) ? undefined : findArxiv(text);
  return arxiv ? { arxiv } : { record: await readInput(text) };
}

/** Nobody names a file in a dozen words. */
function isProse(text: string): boolean {
  return text.trim().split(/\s+/).length >= 12;
}

/** A file, or standard input for "-". */
async function readInput(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8');
    return await new Response(process.stdin as unknown as ReadableStream).text();
  } catch {
    throw new UnusableInputError(
      `There is no file ${file}. Give a file with a record, an arXiv id such as 2501.01234, or --title "…" and --abstract "…".`,
    );
  }
}
