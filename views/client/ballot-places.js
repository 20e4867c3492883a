// @ts-check
// The choice of a place on a card. With the arrow keys a closed list changes at every press: it moves the card only at
// Enter or on leaving the field; with a pointer at once.

/**
 * @param {HTMLFormElement} form
 * @param {(need: string, value: string, select: HTMLSelectElement) => void} chosen a place from 1, or `unrank`
 */
export function watchPlaces(form, chosen) {
  let key = '';
  form.addEventListener('keydown', (event) => {
    key = event.key;
    if (event.target instanceof HTMLSelectElement && key === 'Enter') choose(event.target);
  });
  form.addEventListener('pointerdown', () => {
    key = '';
  });
  form.addEventListener('change', (event) => {
    if (event.target instanceof HTMLSelectElement && ['', 'Enter', ' '].includes(key)) choose(event.target);
  });
  form.addEventListener('focusout', (event) => {
    if (event.target instanceof HTMLSelectElement) choose(event.target);
  });

  /** @param {HTMLSelectElement} select */
  function choose(select) {
    const { value } = select;
    select.value = '';
    if (value) chosen(select.name.replace(/^place\./, ''), value, select);
  }
}
