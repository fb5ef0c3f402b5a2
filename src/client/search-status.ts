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

/** Which words were left out because no paper has them; empty where none was. */
export function describeUnknown({
  total,
  unknownWords,
}: Pick<SearchAnswer, 'total' | 'unknownWords'>): string {
  // A single word that found nothing is in the line above already.
  if (unknownWords.length === 0 || (total === 0 && unknownWords.length === 1)) return '';
  const words = unknownWords.map((word) => `“${word}”`).join(' or ');
  return total > 0
    ? `No paper has ${words}. These are the papers with the other words.`
    : `No paper has ${words}.`;
}
