// @ts-check
// Dragging cards by their handle, an extra for a mouse or pen: every move can be made with the buttons.

/**
 * @param {HTMLFormElement} form
 * @param {(need: string, part: string, index: number) => void} dropped where a card was let go
 */
export async function startDragging(form, dropped) {
  await import(form.dataset.sortable ?? '');
  const { Sortable } = /** @type {any} */ (globalThis);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  for (const box of form.querySelectorAll('[data-part]')) {
    Sortable.create(box, {
      group: box.closest('[data-list]')?.getAttribute('data-list'),
      handle: '[data-handle]',
      draggable: '.card',
      animation: still ? 0 : 150,
      ghostClass: 'dragged',
      fallbackClass: 'dragging',
      // The browser's own drag image cannot be styled and does not scroll the page.
      forceFallback: true,
      onEnd: (/** @type {{ item: HTMLElement }} */ { item }) => {
        const place = item.parentElement;
        const index = [...(place?.children ?? [])].indexOf(item);
        dropped(item.dataset.need ?? '', place?.dataset.part ?? '', index);
      },
    });
  }
  form.classList.add('can-drag');
}
