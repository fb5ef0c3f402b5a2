// conspectus issue-to-entry: a filled form "Add a paper" becomes an entry. What the form says is data, nothing else.
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { loadContent } from '../../src/catalog/load.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { saveFiles } from '../../src/catalog/staging.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import { fetchRecord } from '../new/arxiv.ts';
import { gatherPaper } from '../new/gather.ts';
import { readAnswers } from '../new/issue-form.ts';
import { UnusableInputError } from '../new/paper.ts';
import { type NewPaper, planPaper } from '../new/plan.ts';
import { choiceOf, readThemes } from '../new/theme-names.ts';

/** The labels of the form in .github/ISSUE_TEMPLATE/add-paper.yml, and what each of them gives. */
export const LABELS = {
  record: 'BibTeX or RIS',
  title: 'Title',
  abstract: 'Abstract',
  authors: 'Authors',
  published: 'Day of the first version',
  arxiv: 'arXiv id',
  code: 'Address of the code',
  summary: 'What it adds, in one sentence',
  theme: 'Theme',
} as const;

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- issue-to-entry FILE [--report FILE]

Makes an entry of the text of an issue, as the form "Add a paper" gives it; the report says what became of it.`;

/** Writes the entry of a form. What to tell the person who filled it goes to --report FILE. */
export async function issueToEntry(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { report: { type: 'string' } },
  });
  const [file] = positionals;
  if (!file) {
    console.error(`Say which file holds the issue.\n\n${USAGE}`);
    return 2;
  }
  const { code, report } = await convert(await readFile(file, 'utf8'), process.cwd());
  console.log(report);
  if (values.report) await writeFile(values.report, `${report}\n`);
  return code;
}

async function convert(body: string, root: string): Promise<{ code: number; report: string }> {
  const answers = readAnswers(body, Object.values(LABELS));
  const answer = (name: keyof typeof LABELS) => answers[LABELS[name]];
  const today = new Date().toISOString().slice(0, 10);
  try {
    const content = await loadContent(root);
    const facts = {
      ...{ title: answer('title'), abstract: answer('abstract'), authors: answer('authors') },
      ...{ published: answer('published'), arxiv: answer('arxiv'), code: answer('code') },
    };
    const paper = await gatherPaper({ facts, record: answer('record') }, { today, fetchRecord });
    const named = readThemes(answer('theme') ?? '', content);
    const plan = planPaper(paper, content, {
      ...choiceOf(named),
      summary: answer('summary')?.replace(/\s+/g, ' '),
      today,
    });
    if (hasErrors(plan.diagnostics)) return { code: 1, report: renderRefusal(plan) };
    await saveFiles(root, { write: plan.write });
    return { code: 0, report: renderReport(plan, 'problem' in named ? [named.problem] : []) };
  } catch (error) {
    if (!(error instanceof UnusableInputError)) throw error;
    return { code: 1, report: inBlock(error.message) };
  }
}

/** `remarks` are about the form, not about the entry. */
function renderReport({ write, fits, diagnostics }: NewPaper, remarks: readonly string[]): string {
  const reasons = fits.slice(0, 3).map(({ id, score, evidence }) => {
    const phrases = evidence.slice(0, 4).map(({ phrase }) => phrase);
    return `${id} ${score}: ${phrases.join(', ')}`;
  });
  const toLookAt = [...remarks, ...(diagnostics.length > 0 ? [renderForTerminal(diagnostics)] : [])];
  const notes = toLookAt.length > 0 ? `\n\nTo look at:\n\n${inBlock(toLookAt.join('\n'))}` : '';
  return `The form has become an entry:\n\n${[...write.keys()].map((file) => `- \`${file}\``).join('\n')}\n\nThemes, with the phrases that decided:\n\n${inBlock(reasons.join('\n'))}${notes}`;
}

function renderRefusal({ diagnostics }: NewPaper): string {
  return `The form cannot become an entry yet. Edit the issue to correct this:\n\n${inBlock(renderForTerminal(diagnostics))}`;
}

/** Words that may be a stranger's, as a block of code: they call nobody and link nowhere. */
function inBlock(text: string): string {
  return `~~~~text\n${text.replace(/^~/gm, ' ~')}\n~~~~`;
}
