// @ts-check
// Dragging cards by their handle, with finger, pen or mouse: an extra, every move can be made with the buttons.
// While a card of the long list is held the others fold to their titles, so that the whole order is within reach.

/**
 * @param {HTMLFormElement} form
 * @param {(need: string, part: string, index: number) => void} over where a card would come if it was let go now
 * @param {(need: string, part: string, index: number, handle: HTMLElement) => void} dropped where it was let go
 */
export async function startDragging(form, over, dropped) {
  await import(form.dataset.sortable ?? '');
  const { Sortable } = /** @type {any} */ (globalThis);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const room = /** @type {HTMLElement} */ (form.closest('main'));
  for (const box of form.querySelectorAll('[data-part]')) {
    const list = box.closest('[data-list]')?.getAttribute('data-list');
    const fold = (/** @type {boolean} */ folded) => list === 'top' && form.classList.toggle('folded', folded);
    Sortable.create(box, {
      group: list,
      handle: '[data-handle]',
      draggable: '.card',
      direction: 'vertical',
      animation: still ? 0 : 150,
      ghostClass: 'dragged',
      fallbackClass: 'dragging',
      // The browser's own drag image cannot be styled, does not scroll the page and is not there for a finger.
      forceFallback: true,
      fallbackTolerance: 3,
      // The bar at the bottom edge covers that much: scrolling begins where the cards go out of sight.
      scrollSensitivity: 112,
      scrollSpeed: 12,
      onChoose: (/** @type {{ item: HTMLElement }} */ { item }) =>
        holdStill(handleOf(item), room, () => fold(true)),
      onUnchoose: (/** @type {{ item: HTMLElement }} */ { item }) =>
        holdStill(handleOf(item), null, () => {
          fold(false);
          room.style.paddingBlock = '';
        }),
      onChange: (/** @type {{ item: HTMLElement }} */ { item }) => over(...whereIs(item)),
      onEnd: (/** @type {{ item: HTMLElement }} */ { item }) => dropped(...whereIs(item), handleOf(item)),
    });
  }
  form.classList.add('can-drag');
}

/**
 * Need, part and index of a card where it is now.
 * @param {HTMLElement} card @returns {[string, string, number]}
 */
function whereIs(card) {
  const box = card.parentElement;
  return [card.dataset.need ?? '', box?.dataset.part ?? '', [...(box?.children ?? [])].indexOf(card)];
}

/** @param {HTMLElement} card */
function handleOf(card) {
  return /** @type {HTMLElement} */ (card.querySelector(':scope > .hands > [data-handle]'));
}

/**
 * Makes a change to the page during which an element stays where it is on the screen: under the finger.
 * @param {HTMLElement} element
 * @param {HTMLElement | null} room gets the space above or below that scrolling alone cannot give; null to do without
 * @param {() => void} change
 */
function holdStill(element, room, change) {
  const before = element.getBoundingClientRect().top;
  change();
  const shift = element.getBoundingClientRect().top - before;
  const page = document.documentElement;
  if (room) {
    const most = page.scrollHeight - page.clientHeight;
    room.style.paddingBlockStart = `${Math.max(0, -(scrollY + shift))}px`;
    room.style.paddingBlockEnd = `${Math.max(0, scrollY + shift - most)}px`;
  }
  scrollBy({ top: element.getBoundingClientRect().top - before, behavior: 'instant' });
}
