// Results of a search as elements.

import { renderDate } from '../core/date-words.ts';
import { say } from '../core/words.ts';
import type { Segment } from '../search/excerpt.ts';
import type { NearTerm } from '../search/near-terms.ts';
import { EMPTY_STATE, renderState } from '../search/state.ts';

/** A text with its matches marked. */
export function renderSegments(segments: readonly Segment[]): (Text | HTMLElement)[] {
  return segments.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}

/** Links to searches for terms, with commas between them; `page` is the address of the search page. */
export function renderNearTerms(terms: readonly NearTerm[], page: string): (string | HTMLElement)[] {
  return terms.flatMap(({ name }, index) => {
    const link = document.createElement('a');
    link.href = page + renderState({ ...EMPTY_STATE, query: name });
    link.textContent = name;
    return index > 0 ? [', ', link] : [link];
  });
}

/**
 * Puts results in the place of others, which a search may do late: a reader who has gone to a paper by then stays there, and
 * comes back to the field where it is found no more.
 */
export function replaceHits(list: HTMLElement, hits: readonly Node[], field: HTMLElement): void {
  const titlesOf = (parent: Element) => [
    ...parent.querySelectorAll<HTMLAnchorElement>('[data-slot="title"]'),
  ];
  const held = [...list.children].find((hit) => hit.contains(document.activeElement));
  list.replaceChildren(...hits);
  if (!held) return;
  const [left] = titlesOf(held);
  (titlesOf(list).find(({ href }) => href === left?.href) ?? field).focus();
}

/** "2025-01-08" -> "8 Jan 2025", "2025" -> "2025", in the language of the page. */
export function formatDate(date: string): string {
  return date === '' ? say`undated` : renderDate(date, 'short');
}
