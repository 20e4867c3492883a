// @ts-check
// The button that prints; where scripts do not run it stays hidden, and the browser's own menu prints as well.
for (const button of document.querySelectorAll('button[data-print]')) {
  if (!(button instanceof HTMLButtonElement)) continue;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
