// The headers of a table as buttons: what is the same in every table that can be sorted.
import type { SortOrder } from './table-order.ts';

/** The headers that a table can be sorted by. */
function headersOf(table: HTMLElement): HTMLTableCellElement[] {
  return [...table.querySelectorAll<HTMLTableCellElement>('thead th[data-key]')];
}

/** Wraps the words of each header in a button, so that it can be reached and pressed by keyboard. */
export function makeHeadersButtons(table: HTMLElement, onPress: (key: string) => void): void {
  for (const header of headersOf(table)) {
    const button = document.createElement('button');
    button.type = 'button';
    button.append(...header.childNodes);
    button.addEventListener('click', () => onPress(header.dataset['key'] ?? ''));
    header.append(button);
  }
}

/** Says at the header which column the table is sorted by. */
export function showOrder(table: HTMLElement, { key, direction }: SortOrder<string>): void {
  for (const header of headersOf(table)) {
    if (header.dataset['key'] === key) header.setAttribute('aria-sort', direction);
    else header.removeAttribute('aria-sort');
  }
}
