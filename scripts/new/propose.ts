// A new paper is shown as it would be written, and written when somebody agrees.
import { styleText } from 'node:util';
import type { Content } from '../../src/catalog/content.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import { saveFiles } from '../../src/catalog/staging.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import type { Asker } from './ask.ts';
import type { Paper } from './paper.ts';
import { type Choices, type NewPaper, planPaper } from './plan.ts';
import { renderPlan } from './show.ts';
import { readThemes } from './theme-names.ts';

/** Who agrees, and where it is written. */
type Confirmation = {
  readonly root: string;
  readonly yes?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly asker: Asker | undefined;
};

/** Shows what would be written, and writes it where that is wanted; other themes may be named, again and again. */
export async function propose(
  paper: Paper,
  content: Content,
  choices: Choices,
  confirmation: Confirmation,
): Promise<number> {
  const plan = planPaper(paper, content, choices);
  showPlan(plan, content);
  if (hasErrors(plan.diagnostics)) {
    console.error('\nNothing was written: mend this first.');
    return 1;
  }
  const decision = await decide(content, confirmation);
  if ('themes' in decision)
    return propose(paper, content, { ...choices, themes: decision.themes }, confirmation);
  if ('left' in decision) {
    console.log(`\nNothing was written${decision.left}`);
    return 0;
  }
  await saveFiles(confirmation.root, { write: plan.write });
  const files = [...plan.write.keys()].map((file) => styleText('green', file)).join(' and ');
  console.log(`\nWrote ${files}. Read it, then run npm run check.`);
  return 0;
}

function showPlan(plan: NewPaper, { themes }: Content): void {
  console.log(renderPlan(plan, new Map(themes.map(({ theme }) => [theme.id, theme.fields.short]))));
  if (plan.diagnostics.length > 0) console.log(`\n${renderForTerminal(plan.diagnostics)}`);
}

/** To write, to propose again with other themes, or to leave it, with the end of the sentence that says so. */
type Decision = { readonly write: true } | { readonly themes: readonly string[] } | { readonly left: string };

async function decide(content: Content, { yes, 'dry-run': isDry, asker }: Confirmation): Promise<Decision> {
  if (isDry) return { left: ' (--dry-run).' };
  if (yes) return { write: true };
  if (!asker) return { left: ': say --yes to write it.' };
  for (;;) {
    const answer = await asker.line('\nWrite it? [Y/n, or the themes that fit better]');
    // The end of the input agrees to nothing.
    if (answer === undefined || /^no?$/i.test(answer)) return { left: '.' };
    if (/^(?:y|yes)?$/i.test(answer)) return { write: true };
    const named = readThemes(answer, content);
    if ('ids' in named) return { themes: named.ids };
    asker.tell(named.problem);
  }
}
