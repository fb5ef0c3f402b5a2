// The key "/" leads to the search field of the page, unless one is typing already.

const FIELDS = 'input, textarea, select, [contenteditable]:not([contenteditable="false"])';

document.addEventListener('keydown', (event) => {
  const isTyping = event.target instanceof Element && event.target.closest(FIELDS) !== null;
  if (event.key !== '/' || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  const field = document.querySelector<HTMLInputElement>('#site-search');
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});
