// What takes a while is asked for before it is wanted.

/** So many items are asked for before they are wanted, at most. */
const MOST = 40;

/**
 * Gives the answer for an item from `ask`, which answers for some items at once. Where items are wanted in their order, it
 * asks for those that come next: the more, the more were wanted in a row. An answer is given once, and then forgotten.
 */
export function askAhead<Item, Answer>(
  items: readonly Item[],
  ask: (some: readonly Item[]) => Promise<readonly Answer[]>,
): (item: Item) => Promise<Answer> {
  const places = new Map(items.map((item, place) => [item, place]));
  const answers = new Map<number, Promise<Answer>>();
  /** How many were wanted in a row, up to the place `next`; before `asked` all have been asked for. */
  let inARow = 0;
  let next = 0;
  let asked = 0;
  const askUpTo = (end: number) => {
    const start = asked;
    const some = items.slice(start, end);
    asked = start + some.length;
    if (some.length === 0) return;
    const all = ask(some);
    for (const offset of some.keys()) {
      const answer = all.then((list) => list[offset] as Answer);
      // Who waits for it later will hear of a failure.
      answer.catch(() => undefined);
      answers.set(start + offset, answer);
    }
  };
  return (item) => {
    const place = places.get(item);
    if (place === undefined) return ask([item]).then(([answer]) => answer as Answer);
    inARow = place === next ? Math.min(inARow + 1, MOST) : 0;
    next = place + 1;
    if (!answers.has(place)) {
      answers.clear();
      asked = place;
    }
    if (asked < next + inARow / 2) askUpTo(next + inARow);
    const answer = answers.get(place) as Promise<Answer>;
    answers.delete(place);
    return answer;
  };
}
