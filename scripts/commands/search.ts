// conspectus search: the index of the built site, asked from the terminal.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { type ParseArgsConfig, parseArgs, styleText } from 'node:util';
import { suggest } from '../../src/core/text.ts';
import { count } from '../../src/core/words.ts';
import { importPagefind } from '../../src/integrations/search-index/import-pagefind.ts';
import { createEngine, type Engine, type Hit, type SearchAnswer } from '../../src/search/engine.ts';
import type { Segment } from '../../src/search/excerpt.ts';
import { LEXICON_FILE, readLexicon } from '../../src/search/lexicon.ts';
import { describeOtherNames } from '../../src/search/other-names.ts';
import { FACETS, parseSort, type SearchState, SORTS } from '../../src/search/state.ts';

/** What it takes, for --help. */
export const USAGE = `Usage: npm run conspectus -- search "QUERY" [--theme ID]... [--year YEAR]... [--sort ${SORTS.join('|')}] [--limit N] [--exact] [--json] [--index FOLDER]`;
const LIMIT = 10;

type Request = {
  readonly state: SearchState;
  readonly limit: number;
  readonly isJson: boolean;
  readonly index: string;
};

/** Searches and prints a table, or with --json an array of objects. */
export async function search(args: readonly string[]): Promise<number> {
  const request = parseRequest(args);
  if ('problem' in request) {
    console.error(`${request.problem}\n${USAGE}`);
    return 2;
  }
  const needed = [resolve(request.index, 'pagefind.js'), resolve(request.index, '..', LEXICON_FILE)];
  if (!needed.every((file) => existsSync(file))) {
    console.error(`There is no search index in ${request.index}. Run npm run build first.`);
    return 2;
  }
  const engine = await openEngine(request.index);
  const answer = await engine.search(request.state, request.limit);
  const unknown = findUnknownValues(request.state, answer);
  if (unknown.length > 0) {
    console.error(unknown.join('\n'));
    return 2;
  }
  if (request.isJson) console.log(JSON.stringify(answer.hits.map(toRecord), null, 2));
  else if (answer.hits.length > 0) console.log(answer.hits.map(renderHit).join('\n'));
  for (const line of remarks(answer)) console.error(line);
  return 0;
}

const OPTIONS = {
  theme: { type: 'string', multiple: true, default: [] },
  year: { type: 'string', multiple: true, default: [] },
  sort: { type: 'string', default: 'relevance' },
  limit: { type: 'string', default: String(LIMIT) },
  exact: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  index: { type: 'string', default: 'dist/pagefind' },
} as const satisfies ParseArgsConfig['options'];

function parseRequest(args: readonly string[]): Request | { problem: string } {
  const parsed = parseOptions(args);
  if ('problem' in parsed) return parsed;
  const { values, positionals } = parsed;
  const { theme, year, exact, json, index } = values;
  const query = positionals.join(' ').trim();
  const sort = parseSort(values.sort);
  const limit = Number(values.limit);
  if (query === '' && theme.length === 0 && year.length === 0)
    return { problem: 'There is nothing to search for.' };
  if (!sort) return { problem: `There is no order ${values.sort}: use ${SORTS.join(', ')}.` };
  if (!Number.isInteger(limit) || limit < 1)
    return { problem: `--limit takes a whole number from 1, not ${values.limit}.` };
  return { state: { query, theme, year, sort, isExact: exact }, limit, isJson: json, index };
}

function parseOptions(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: OPTIONS });
  } catch (error) {
    return { problem: `${error instanceof Error ? error.message : error}.` };
  }
}

/** Values of a facet that no paper has: in the terminal they are slips, where the page cannot offer them at all. */
function findUnknownValues(state: SearchState, { counts }: SearchAnswer): string[] {
  return FACETS.flatMap((facet) => {
    const known = Object.keys(counts[facet]);
    const unknown = state[facet].filter((value) => !known.includes(value));
    return unknown.map((value) => `There is no ${facet} ${value}. ${suggest(value, known)}`);
  });
}

/** Makes the engine on the index of a built site, in the folder `pagefind` of it. */
export async function openEngine(folder: string): Promise<Engine> {
  return createEngine(await importPagefind(folder), {
    baseUrl: '/',
    lexicon: readLexicon((file) => readFile(resolve(folder, '..', file), 'utf8')),
  });
}

function toRecord({ slug, title, url, score, date, authors, themes, summary, lacking, excerpt }: Hit) {
  const text = excerpt.map((segment) => segment.text).join('');
  return { slug, title, url, score, date, authors, themes, summary, lacking, excerpt: text };
}

function renderHit(hit: Hit, index: number): string {
  const rank = String(index + 1).padStart(2);
  const authors = hit.authors.length > 0 ? `\n    ${renderSegments(hit.authorSegments)}` : '';
  const facts = [hit.date, hit.themes.join(', '), hit.url].filter((fact) => fact !== '').join('  ');
  const lacking =
    hit.lacking.length > 0 ? `\n    ${styleText('dim', `without ${hit.lacking.join(', ')}`)}` : '';
  return `${rank}. ${renderSegments(hit.titleSegments)}${authors}\n    ${styleText('dim', facts)}${lacking}\n    ${renderSegments(hit.excerpt)}\n`;
}

function renderSegments(segments: readonly Segment[]): string {
  return segments.map(({ text, isMatch }) => (isMatch ? styleText('bold', text) : text)).join('');
}

function remarks(answer: SearchAnswer): string[] {
  const { total, complete, hits, alsoSearched, unknownWords, nearTerms, corrections, problems } = answer;
  return [
    ...problems.map(
      ({ start, end, message }) => `${message} (characters ${start + 1} to ${end} of the query)`,
    ),
    ...corrections.map(
      ({ from, to }) => `Searched for “${to}” instead of “${from}” (--exact searches as written).`,
    ),
    ...[describeOtherNames(alsoSearched)].filter((line) => line !== ''),
    ...unknownWords.map((word) => `No paper has “${word}”.`),
    ...(complete < total ? [`${complete} of them with all the words; the others say what they lack.`] : []),
    ...(nearTerms.length > 0
      ? [`Terms of the glossary that may help: ${nearTerms.map(({ name }) => name).join(', ')}.`]
      : []),
    total === 0 ? 'Nothing was found.' : `${count(total, 'paper')} found, ${hits.length} shown.`,
  ];
}
