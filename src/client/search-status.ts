// What the search page says about an answer, in words.
import { count } from '../core/text.ts';
import type { SearchAnswer } from '../search/engine.ts';
import type { SearchState } from '../search/state.ts';

/** "12 papers", "No papers": the line above the results, which is also announced. */
export function describeAnswer(
  { total }: Pick<SearchAnswer, 'total'>,
  { query, theme, year }: SearchState,
): string {
  const isNarrowed = theme.length + year.length > 0;
  const words = query.trim() === '' ? '' : ` for “${query.trim()}”`;
  const where = isNarrowed ? ' in the chosen themes and years' : '';
  return total === 0 ? `No papers${words}${where}` : `${count(total, 'paper')}${words}${where}`;
}

/** What a reader must know to read the results: problems of the query, words that were left out, partial matches. */
export function describeNotices({ total, unknownWords, isPartial, problems }: SearchAnswer): string[] {
  const unknown = unknownWords.map((word) => `“${word}”`).join(' or ');
  // A single word that found nothing is in the line above already.
  const isTold = unknown === '' || (total === 0 && unknownWords.length === 1);
  return [
    ...problems.map(({ message }) => message),
    ...(isTold ? [] : [`No paper has ${unknown}.`]),
    ...(isPartial ? ['No paper has all the words. These have some; what each lacks is said with it.'] : []),
  ];
}

/** "reasoning instead of resoning": what was searched for in the place of words that nobody uses. */
export function describeCorrections({ corrections }: Pick<SearchAnswer, 'corrections'>): string {
  return corrections.map(({ from, to }) => `“${to}” instead of “${from}”`).join(', ');
}
