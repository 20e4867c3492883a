// @ts-check
// Dragging pages and questions in the outline, an extra for a mouse or pen: every move can be made with the buttons.

let ready = false;

/**
 * @param {HTMLElement} editor
 * @param {(action: string) => void} placed what was let go where, as the buttons would say it
 */
export async function startDragging(editor, placed) {
  if (!ready) await import(editor.dataset.sortable ?? '');
  ready = true;
  const { Sortable } = /** @type {any} */ (globalThis);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  const common = {
    animation: still ? 0 : 150,
    ghostClass: 'dragged',
    fallbackClass: 'dragging',
    forceFallback: true,
    // A click on a question opens it; only who holds on drags.
    fallbackTolerance: 5,
    delay: 150,
    delayOnTouchOnly: true,
  };
  for (const list of editor.querySelectorAll('[data-pages]:not([data-live-drag])')) {
    list.setAttribute('data-live-drag', '');
    Sortable.create(list, {
      ...common,
      draggable: '.outline-page',
      handle: '[data-handle="page"]',
      onEnd: (/** @type {{ item: HTMLElement, newIndex: number, oldIndex: number }} */ moved) => {
        if (moved.newIndex !== moved.oldIndex)
          placed(`place:page:${moved.item.dataset.page}:${moved.newIndex}`);
      },
    });
  }
  for (const list of editor.querySelectorAll('[data-questions]:not([data-live-drag])')) {
    list.setAttribute('data-live-drag', '');
    Sortable.create(list, {
      ...common,
      group: 'questions',
      draggable: '.outline-question',
      handle: '[data-handle="question"]',
      onEnd: (
        /** @type {{ item: HTMLElement, to: HTMLElement, from: HTMLElement, newIndex: number, oldIndex: number }} */ moved,
      ) => {
        const { item, to, from, newIndex, oldIndex } = moved;
        if (to === from && newIndex === oldIndex) return;
        placed(`place:question:${item.dataset.question}:${to.dataset.questions}:${newIndex}`);
      },
    });
  }
  editor.classList.add('can-drag');
}
