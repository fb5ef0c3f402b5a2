// The keys that lead to search, on every page: "/" unless one is typing, and Ctrl-K or Command-K.

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

/** Does `action` when a reader presses one of the keys. */
export function onSearchKey(action: () => void): void {
  document.addEventListener('keydown', (event) => {
    if (!isSearchKey(event)) return;
    event.preventDefault();
    action();
  });
}

function isSearchKey({ key, target, ctrlKey, metaKey, altKey, shiftKey }: KeyboardEvent): boolean {
  if (altKey) return false;
  if (ctrlKey || metaKey) return key.toLowerCase() === 'k' && !shiftKey;
  return key === '/' && !(target instanceof Element && target.closest(FIELDS));
}
