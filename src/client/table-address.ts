// What is asked of a table stands in its address, such as `?theme=planning&sort=-title`: so it can be linked and loaded
// again, and whoever comes back from a paper finds the table as it was left.
import { parseOrder, renderOrder, type SortOrder } from './table-order.ts';

const SORT = 'sort';

/** Chooses in the lists of a table what the address says, and returns the order that it asks for, if it does. */
export function readAddress<Key extends string>(
  selects: readonly HTMLSelectElement[],
  keys: Readonly<Record<Key, unknown>>,
): SortOrder<Key> | undefined {
  const asked = new URLSearchParams(location.search);
  for (const select of selects) {
    select.value = asked.get(select.name) ?? '';
    // Nothing is chosen where the address names what is not in the list.
    if (select.selectedIndex < 0) select.value = '';
  }
  return parseOrder(asked.get(SORT) ?? '', keys);
}

/** Says in the address what is chosen in the lists of a table, and its order where that is not the one it comes in. */
export function writeAddress(selects: readonly HTMLSelectElement[], order?: SortOrder<string>): void {
  const asked = new URLSearchParams(location.search);
  const put = (name: string, value: string) => (value ? asked.set(name, value) : asked.delete(name));
  for (const { name, value } of selects) put(name, value);
  put(SORT, order ? renderOrder(order) : '');
  const query = asked.size > 0 ? `?${asked}` : '';
  history.replaceState(null, '', location.pathname + query + location.hash);
}
