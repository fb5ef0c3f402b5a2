// What the search page says about an answer, in words.
import { count, LOCALE, say } from '../core/words.ts';
import type { SearchAnswer } from '../search/engine.ts';
import type { SearchState } from '../search/state.ts';

const EITHER = new Intl.ListFormat(LOCALE, { type: 'disjunction' });

/** "12 papers", "No papers": the line above the results, which is also announced. */
export function describeAnswer(
  { total, complete }: Pick<SearchAnswer, 'total' | 'complete'>,
  { query, theme, year }: SearchState,
): string {
  const isNarrowed = theme.length + year.length > 0;
  // A phrase has its quotes already.
  const asked = query.trim().replace(/^"([^"]+)"$/, '$1');
  const words = asked === '' ? '' : say` for “${asked}”`;
  const where = isNarrowed ? say` in the chosen themes and years` : '';
  if (total === 0) return say`No papers${words}${where}`;
  if (complete === total) return `${count(total, 'paper')}${words}${where}`;
  const some = say`${total - complete} with most of them`;
  return complete === 0
    ? say`No paper has all the words${words}${where}, ${some}`
    : say`${count(complete, 'paper')} with all the words${words}${where}, ${some}`;
}

/** What a reader must know to read the results: problems of the query, and words that no paper has. */
export function describeNotices({
  unknownWords,
  problems,
}: Pick<SearchAnswer, 'unknownWords' | 'problems'>): string[] {
  const unknown = EITHER.format(unknownWords.map((word) => `“${word}”`));
  return [
    ...problems.map(({ message }) => message),
    ...(unknown === '' ? [] : [say`No paper has ${unknown}.`]),
  ];
}

/** "waggle instead of wagle": what was searched for in the place of words that nobody uses. */
export function describeCorrections({ corrections }: Pick<SearchAnswer, 'corrections'>): string {
  return corrections.map(({ from, to }) => say`“${to}” instead of “${from}”`).join(', ');
}

/** A query without the words that no paper has, and with what was searched for instead of slips. */
export function withoutUnknown(
  query: string,
  { unknownWords, corrections }: Pick<SearchAnswer, 'unknownWords' | 'corrections'>,
): string {
  const instead = new Map(corrections.map(({ from, to }) => [from, to]));
  // An id may be of two words: "arXiv 2501.01234".
  return unknownWords
    .filter((word) => word.includes(' '))
    .reduce((rest, words) => rest.replace(words, ''), query)
    .split(/\s+/)
    .filter((word) => !unknownWords.includes(word))
    .map((word) => instead.get(word) ?? word)
    .join(' ')
    .trim();
}

/** ": Signals, 2025": what is chosen in the facets, after the words that open them. */
export function describeChosen(names: readonly string[]): string {
  return names.length === 0 ? '' : `: ${names.join(', ')}`;
}
