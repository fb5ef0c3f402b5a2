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
import { choiceOf, readThemes } from './theme-names.ts';

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
  const isSound = !hasErrors(plan.diagnostics);
  const decision = await decide(isSound, content, confirmation);
  if ('named' in decision) {
    // Parts that were named before were those of other themes.
    const { parts: _parts, ...rest } = choices;
    return propose(paper, content, { ...rest, ...decision.named }, confirmation);
  }
  if ('left' in decision) {
    (isSound ? console.log : console.error)(`\nNothing was written${decision.left}`);
    return isSound ? 0 : 1;
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
type Decision =
  | { readonly write: true }
  | { readonly named: Pick<Choices, 'themes' | 'parts'> }
  | { readonly left: string };

const MEND =
  ': first correct the record, or say by an option what is right, such as --published or --part (--help lists them).';

async function decide(
  isSound: boolean,
  content: Content,
  { yes, 'dry-run': isDry, asker }: Confirmation,
): Promise<Decision> {
  if (!isSound && (yes || !asker)) return { left: MEND };
  if (isDry) return { left: ' (--dry-run).' };
  if (yes) return { write: true };
  if (!asker) return { left: ': say --yes to write it.' };
  for (;;) {
    const answer = await asker.line(
      isSound
        ? '\nWrite it? [Y/n, or the themes and parts that fit better]'
        : '\nIt cannot be written so. The themes and parts that fit better, or Enter to leave it:',
    );
    // The end of the input agrees to nothing.
    if (answer === undefined || /^no?$/i.test(answer)) return { left: '.' };
    if (/^(?:y|yes)?$/i.test(answer)) return isSound ? { write: true } : { left: MEND };
    const named = readThemes(answer, content);
    if (!('problem' in named)) return { named: choiceOf(named) };
    asker.tell(named.problem);
  }
}
