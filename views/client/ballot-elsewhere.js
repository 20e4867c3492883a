// @ts-check
// Another ballot was saved than the one this page was made on: the member says which of the two stays.

/**
 * @param {HTMLFormElement} form
 * @param {() => { putInPlace(): void, letGo(): void }} saver
 * @returns {(there: boolean) => void} shows or hides the choice
 */
export function offerChoice(form, saver) {
  const choice = /** @type {HTMLElement} */ (form.querySelector('[data-elsewhere]'));
  choice.querySelector('[data-put-mine]')?.addEventListener('click', () => saver().putInPlace());
  choice.querySelector('[data-take-stored]')?.addEventListener('click', () => {
    saver().letGo();
    location.assign(form.getAttribute('action') ?? '');
  });
  return (there) => {
    choice.hidden = !there;
  };
}
