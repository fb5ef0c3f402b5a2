// What `conspectus new` says before it writes: the proposal with its reasons, and the file as it will be.
import { styleText } from 'node:util';
import type { Fit } from '../../src/core/classify.ts';
import type { NewPaper } from './plan.ts';

/** Phrases that are shown of a theme. */
const MAX_PHRASES = 4;
/** Themes that are shown beside those that were chosen. */
const MAX_THEMES = 3;

/** Renders the proposal. `themes` are the short names by id. */
export function renderPlan(plan: NewPaper, themes: ReadonlyMap<string, string>): string {
  const { slug, fields, isSure, fits, terms, write } = plan;
  const shown = fits.filter((fit, index) => index < MAX_THEMES || fields.themes.includes(fit.id));
  const doubt = isSure || fields.classification?.by === 'person' ? '' : ' (the rules are not sure)';
  const rows: [string, string][] = [
    ['address', `papers/${slug}/`],
    ['key', fields.key ?? ''],
    ['themes', `${fields.themes.map((id) => themes.get(id) ?? id).join(', ')}${doubt}`],
    ...shown.map((fit): [string, string] => ['', renderReason(fit, themes.get(fit.id) ?? fit.id)]),
    ['terms', terms.length > 0 ? terms.join(', ') : 'none of the glossary'],
  ];
  const table = rows.map(([name, text]) => `${styleText('bold', name.padEnd(9))}${text}`);
  const [file = '', ...others] = write.keys();
  const also = others.map(
    (other) =>
      `${styleText('bold', other)}: names it in the field also, as its essay does not tell of it yet`,
  );
  return [table.join('\n'), `${styleText('bold', file)}:\n${indent(write.get(file) ?? '')}`, ...also].join(
    '\n\n',
  );
}

function renderReason({ score, evidence }: Fit, name: string): string {
  const phrases = evidence.slice(0, MAX_PHRASES).map(({ phrase, points }) => `“${phrase}” ${points}`);
  return styleText('dim', `${name} ${score}: ${phrases.join(', ')}`);
}

function indent(text: string): string {
  return text.trimEnd().replace(/^(?=.)/gm, '  ');
}
