// conspectus classify: what the rules say of each entry, against what the entries say.
import { parseArgs, styleText } from 'node:util';
import { listShown, loadContent } from '../../src/catalog/load.ts';
import { type Classification, makeClassifier } from '../../src/core/classify.ts';
import { hasErrors } from '../../src/core/diagnostics.ts';
import type { Entry } from '../../src/core/schema/entry.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- classify [options]

Shows the entries whose themes are not those of the rules, with the phrases that decided.

  --all     show every entry
  --json    print them as data`;

/** Prints, for each entry, its themes, those of the rules, and the phrases that decided. */
export async function classify(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { all: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const content = await loadContent(process.cwd());
  // Whoever adds a theme asks for this while it has no papers, which is an error.
  if (hasErrors(content.diagnostics))
    console.error('What has errors is left out or taken as it is: npm run check tells them.');
  const themes = content.themes.map(({ theme }) => theme);
  const { entries } = listShown(content);
  const classifier = makeClassifier(themes);
  const rows = entries.map((entry) => ({
    entry,
    proposed: classifier.classify({ title: entry.fields.title, abstract: entry.text }),
  }));
  const right = rows.filter(({ entry, proposed }) => entry.fields.themes[0] === proposed.themes[0]);
  const same = right.filter(({ entry, proposed }) => entry.fields.themes.join() === proposed.themes.join());
  if (values.json) {
    console.log(
      JSON.stringify(
        rows.map(({ entry, proposed }) => ({ slug: entry.slug, themes: entry.fields.themes, proposed })),
        null,
        2,
      ),
    );
    return 0;
  }
  const shown = values.all ? rows : rows.filter((row) => !same.includes(row));
  for (const { entry, proposed } of shown) console.log(renderRow(entry, proposed));
  console.log(
    `The rules alone give ${right.length} of ${rows.length} entries their primary theme, ${same.length} all their themes.`,
  );
  return 0;
}

function renderRow({ slug, fields }: Entry, { themes, confidence, fits }: Classification): string {
  const best = fits.slice(0, 3).map(({ id, score, evidence }) => {
    const phrases = evidence.slice(0, 3).map(({ phrase, points }) => `${phrase} ${points}`);
    return `${id} ${score} (${phrases.join(', ')})`;
  });
  const mark = fields.themes[0] === themes[0] ? ' ' : '*';
  return `${mark} ${styleText('bold', slug)}: ${fields.themes.join(', ')} | rules: ${themes.join(', ')}, confidence ${confidence}\n    ${styleText('dim', best.join('; '))}`;
}
