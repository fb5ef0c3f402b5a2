// conspectus new: one paper into the survey. It says what it will write before it writes.
import { readFile } from 'node:fs/promises';
import { parseArgs, styleText } from 'node:util';
import type { Content } from '../../src/catalog/content.ts';
import { loadContent } from '../../src/catalog/load.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { saveFiles } from '../../src/catalog/staging.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import { findArxiv } from '../../src/ingest/identifiers.ts';
import { fetchRecord } from '../new/arxiv.ts';
import { type Asker, openAsker } from '../new/ask.ts';
import { type Given, gatherPaper } from '../new/gather.ts';
import { UnusableInputError } from '../new/paper.ts';
import { type NewPaper, planPaper } from '../new/plan.ts';
import { renderPlan } from '../new/show.ts';

const OPTIONS = {
  title: { type: 'string' },
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
    const content = await loadContent(root);
    const today = localDay(new Date());
    const given = await readGiven(values, positionals);
    const isStub = values.stub ?? false;
    const paper = await gatherPaper(given, { today, isStub, asker, fetchRecord });
    const plan = planPaper(paper, content, {
      ...(values.theme && { themes: values.theme }),
      ...(values.part && { parts: values.part }),
      note: values.note,
      slug: values.slug,
      summary: values.summary,
      today,
    });
    return await confirm(plan, content, root, { ...values, asker });
  } catch (error) {
    if (!(error instanceof UnusableInputError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    asker?.close();
  }
}

/** Today, where the contributor is. */
function localDay(now: Date): string {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}

type Values = ReturnType<typeof parseArgs<{ options: typeof OPTIONS }>>['values'];

async function readGiven(values: Values, positionals: readonly string[]): Promise<Given> {
  const [first = ''] = positionals;
  const arxiv = values.arxiv ?? findArxiv(first);
  const file = values.bibtex ?? values['atom-file'] ?? (findArxiv(first) ? undefined : first || undefined);
  const abstract = values['abstract-file'] && (await readInput(values['abstract-file']));
  return {
    facts: { ...values, ...(arxiv && { arxiv }), ...(abstract && { abstract }) },
    ...(file && { record: first.startsWith('@') ? first : await readInput(file) }),
  };
}

/** A file, or standard input for "-". */
async function readInput(file: string): Promise<string> {
  try {
    if (file !== '-') return await readFile(file, 'utf8');
    return await new Response(process.stdin as unknown as ReadableStream).text();
  } catch {
    throw new UnusableInputError(`There is no file ${file}, and it is no arXiv id such as 2501.01234.`);
  }
}

type Confirmation = {
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly asker: Asker | undefined;
};

async function confirm(
  plan: NewPaper,
  content: Content,
  root: string,
  { yes, 'dry-run': isDry, asker }: Confirmation,
): Promise<number> {
  const themes = new Map(content.themes.map(({ theme }) => [theme.id, theme.fields.short]));
  console.log(renderPlan(plan, themes));
  if (plan.diagnostics.length > 0) console.log(`\n${renderForTerminal(plan.diagnostics)}`);
  if (hasErrors(plan.diagnostics)) {
    console.error('\nNothing was written: mend this first.');
    return 1;
  }
  if (isDry) {
    console.log('\nNothing was written (--dry-run).');
    return 0;
  }
  if (!yes && !asker) {
    console.log('\nNothing was written: say --yes to write it.');
    return 0;
  }
  const isWanted = yes || /^(?:y|yes)?$/i.test((await asker?.line('\nWrite it? [Y/n]')) ?? '');
  if (!isWanted) {
    console.log('Nothing was written. Choose the themes with --theme, the address with --slug.');
    return 0;
  }
  await saveFiles(root, { write: plan.write });
  const files = [...plan.write.keys()].map((file) => styleText('green', file)).join(' and ');
  console.log(`\nWrote ${files}. Read it, then run npm run check.`);
  return 0;
}
