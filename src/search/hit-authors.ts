// The authors of a paper, as the index has them and as the results of a search name them.
import { LOCALE, say } from '../core/words.ts';
import { markMatches, type Segment } from './excerpt.ts';

/** Between the names of two authors: a word that nobody asks for, so that what one finds together is one name. */
const BETWEEN_NAMES = ' · ';
/** So many authors are named, and of the others as many as are searched for. */
const NAMED = 3;

/** Writes the names of authors for the index. */
export function joinNames(names: readonly string[]): string {
  return names.join(BETWEEN_NAMES);
}

/** Reads the names of authors from the index. */
export function splitNames(text: string): string[] {
  return text.split(BETWEEN_NAMES).filter((name) => name !== '');
}

/** "Ada Byron and Max Born", "Ada Byron, Max Born, Lise Meitner and 5 others", with the words searched for marked. */
export function describeAuthors(names: readonly string[], words: readonly string[]): Segment[] {
  const marked = names.map((name) => markMatches(name, { words, names: [] }));
  const later = marked.slice(NAMED).filter((segments) => segments.some(({ isMatch }) => isMatch));
  const some = [...marked.slice(0, NAMED), ...later.slice(0, NAMED)];
  // One name takes no more room than saying that there is one more.
  const shown = some.length + 1 < marked.length ? some : marked;
  const others = marked.length - shown.length;
  const items = [...shown.keys()].map(String);
  return new Intl.ListFormat(LOCALE)
    .formatToParts(others > 0 ? [...items, say`${others} others`] : items)
    .flatMap(
      ({ type, value }) => (type === 'element' && shown[Number(value)]) || [{ text: value, isMatch: false }],
    );
}
