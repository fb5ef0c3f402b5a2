// Formulas that nobody can read.
import { type Diagnostic, diagnose } from '../../core/diagnostics.ts';
import { locateMaths } from '../../core/maths.ts';
import { renderFormula } from '../../formulas/formula.ts';
import type { Body } from '../bodies.ts';
import { readBodyText } from '../body-text.ts';
import type { LoadedEntry } from '../content.ts';
import { makePlacer } from '../places.ts';

/** Every formula in a body can be rendered. */
export function checkBodyFormulas({ body, file, bodyLine, tree }: Body): Diagnostic[] {
  if (!/\$|\\[([]/.test(body)) return [];
  const { text, at } = readBodyText(body, tree());
  const placeAt = makePlacer(body, file, bodyLine);
  return findUnreadable(text).map(({ start, problem }) => report(problem, placeAt(at(start))));
}

/** Every formula in a title can be rendered. */
export function checkTitleFormulas({ entry, front }: LoadedEntry): Diagnostic[] {
  return findUnreadable(entry.fields.title).map(({ problem }) => report(problem, front.locate(['title'])));
}

function findUnreadable(text: string): { start: number; problem: string }[] {
  return locateMaths(text).flatMap(({ start, text: tex }) => {
    const formula = renderFormula(tex);
    return 'problem' in formula ? { start, problem: formula.problem } : [];
  });
}

function report(problem: string, place: Diagnostic['place']): Diagnostic {
  return diagnose(
    'formula',
    place,
    `A formula cannot be rendered: ${problem}.`,
    'Write it in the TeX of mathematics, without commands of packages. Until then it is shown as it is typed.',
  );
}
