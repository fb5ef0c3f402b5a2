// conspectus export: the survey, or a part of it, in another form.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { toCatalog } from '../../src/catalog/load.ts';
import { loadKept } from '../../src/catalog/load-kept.ts';
import { renderForTerminal } from '../../src/catalog/reporters/terminal.ts';
import type { Catalog } from '../../src/core/catalog.ts';
import { suggest } from '../../src/core/text.ts';
import { count } from '../../src/core/words.ts';
import { type ListFormat, PAPER_FORMATS, renderIn } from '../../src/export/formats.ts';
import type { ListedPaper } from '../../src/export/paper-record.ts';
import { EMPTY_STATE } from '../../src/search/state.ts';
import { makeNamedLists } from '../../src/site/export-files.ts';
import { makeListedPapers } from '../../src/site/paper-data.ts';
import { createUrls } from '../../src/site/urls.ts';
import { openEngine } from './search.ts';

const OPTIONS = {
  theme: { type: 'string' },
  query: { type: 'string' },
  out: { type: 'string' },
} as const satisfies ParseArgsConfig['options'];

type Wanted = { readonly theme?: string; readonly query?: string; readonly out?: string };
type Form = (wanted: Wanted) => Promise<number>;

/** Every form, by the word that asks for it: one row each. */
const FORMS: Readonly<Record<string, Form>> = {
  // Loaded only when it is asked for: it brings what makes zips and scripts.
  portable: async ({ out }) => (await import('./export-portable.ts')).exportPortable(out),
  ...Object.fromEntries(
    Object.entries(PAPER_FORMATS).map(([id, format]) => [id, (wanted) => exportPapers(format, wanted)]),
  ),
};

/** What it takes, for --help. */
export const USAGE = `Usage: npm run -s conspectus -- export ${Object.keys(PAPER_FORMATS).join('|')} [--theme ID] [--query "QUERY"] [--out FILE]
       npm run conspectus -- export portable [--out FOLDER]`;

/** Exports in the form that the first argument names. */
export async function runExport(args: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const [id = '', ...rest] = positionals;
  const form = Object.hasOwn(FORMS, id) && rest.length === 0 ? FORMS[id] : undefined;
  if (!form) return fail(id === '' ? USAGE : `There is no form ${positionals.join(' ')}.\n${USAGE}`);
  return form(values);
}

/** Writes a list of papers into a file, or to standard output. */
async function exportPapers(format: ListFormat<ListedPaper>, wanted: Wanted): Promise<number> {
  const content = await loadKept(process.cwd());
  const errors = content.diagnostics.filter(({ severity }) => severity === 'error');
  if (errors.length > 0) return fail(renderForTerminal(errors));
  const catalog = toCatalog(content);
  const chosen = await choose(wanted, catalog);
  if ('problem' in chosen) return fail(chosen.problem);
  // The same variable tells astro.config.mjs the path that the site is served under.
  const papers = makeListedPapers(catalog, createUrls(process.env['BASE_PATH'] ?? '/'));
  const bySlug = new Map(papers.map((paper) => [paper.slug, paper]));
  const list = chosen.slugs.flatMap((slug) => bySlug.get(slug) ?? []);
  const text = renderIn(format, list, catalog.survey.title);
  if (wanted.out === undefined) print(text);
  else await writeFile(wanted.out, text);
  const place = wanted.out === undefined ? '' : `: ${wanted.out}`;
  console.error(`${count(list.length, 'paper')} as ${format.name}${place}`);
  return 0;
}

/** A reader such as `head` may have had enough: that is no error. */
function print(text: string): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.stdout.write(text);
}

type Chosen = { readonly slugs: readonly string[] } | { readonly problem: string };

/** The papers of a theme in the order of its page, those that a query finds in the order of search, or all. */
async function choose({ theme, query }: Wanted, catalog: Catalog): Promise<Chosen> {
  const ids = catalog.themes.map(({ id }) => id);
  if (theme !== undefined && !ids.includes(theme))
    return { problem: `There is no theme ${theme}. ${suggest(theme, ids)}` };
  const name = theme === undefined ? 'papers' : `themes/${theme}`;
  const list = makeNamedLists(catalog).find((candidate) => candidate.name === name);
  return query === undefined ? { slugs: list?.slugs ?? [] } : search(query, theme);
}

async function search(query: string, theme: string | undefined): Promise<Chosen> {
  const index = 'dist/pagefind';
  if (!existsSync(index))
    return { problem: `There is no search index in ${index}. Run npm run build first.` };
  const engine = await openEngine(index);
  const state = { ...EMPTY_STATE, query, theme: theme === undefined ? [] : [theme] };
  const { hits } = await engine.search(state, Number.POSITIVE_INFINITY);
  return { slugs: hits.map(({ slug }) => slug) };
}

function fail(message: string): number {
  console.error(message);
  return 2;
}
