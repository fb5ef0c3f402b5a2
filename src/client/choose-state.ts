// What the reader chose to compare (for this visit) and saved (for good), shared by everything on a page.
import { say } from '../core/words.ts';
import { createStore, persistIn } from './choose-store.ts';
import { parseChosen } from './compare-choice.ts';
import { parseList, renderList } from './reading-list-items.ts';

/** Two surveys may live on one host: each keeps its own, by the path of its front page. */
const { home: root = '/' } = document.querySelector<HTMLElement>('choice-tray')?.dataset ?? {};
const home = new URL(root, location.href).pathname;
const LIST_KEY = `conspectus-list:${home}`;

/** Slugs of the papers to compare. */
export const chosen = createStore(
  persistIn(() => sessionStorage, `conspectus-compare:${home}`),
  { parse: parseChosen, render: (slugs) => JSON.stringify(slugs) },
);

/** The reading list. */
export const saved = createStore(
  persistIn(() => localStorage, LIST_KEY),
  { parse: parseList, render: renderList },
);

addEventListener('storage', ({ key }) => {
  if (key === LIST_KEY || key === null) saved.reload();
});
// A page that comes back from the browser's cache has missed what happened since.
addEventListener('pageshow', ({ persisted }) => {
  if (!persisted) return;
  chosen.reload();
  saved.reload();
});

/** Follows what is said of a change that only this page will know. */
export const NOT_KEPT = say`Your browser does not let this site keep it: it is gone when you leave the page. Export the list to keep it.`;

/** Has a screen reader say a text. */
export function announce(text: string): void {
  const region = document.querySelector('[data-announcer]');
  if (!region) return;
  // The same words a second time are no change, and would not be read.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
