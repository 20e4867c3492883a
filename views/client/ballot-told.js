// @ts-check
// A ballot that is saved while it is made, and that tells so: small in the line above, loud next to the button. Orders of
// cards and votes have the same.
import { offerChoice } from './ballot-elsewhere.js';
import { createSaver } from './ballot-save.js';

/**
 * @param {HTMLFormElement} form
 * @param {Record<string, string>} words of the page, for saving
 * @param {() => import('./ballot-save.js').Fields} fields everything the ballot is, comments apart
 * @param {Pick<ReturnType<typeof import('./ballot-comments.js').watchComments>, 'fields' | 'tellProblems'>} comments
 */
export function createToldSaver(form, words, fields, comments) {
  const trouble = /** @type {HTMLElement} */ (form.querySelector('[data-trouble]'));
  const saveState = /** @type {HTMLElement} */ (document.querySelector('[data-save-state]'));
  /** @param {string} key */
  const word = (key) => words[key] ?? '';

  /** Trouble is said once. @param {string} small @param {string} loud */
  function tell(small, loud) {
    saveState.textContent = small;
    if (trouble.textContent !== loud) trouble.textContent = loud;
  }

  const showChoice = offerChoice(form, () => saver);
  const saver = createSaver(form, () => ({ ...fields(), ...comments.fields() }), {
    saving: () => {
      saveState.textContent = word('saving');
    },
    saved: (at, pending, wrong, others) => {
      tell(word('saved').replace('{time}', timeOf(at)), pending);
      comments.tellProblems(wrong, others);
      showChoice(false);
    },
    offline: () => tell('', word('offline')),
    refused: (message, elsewhere) => {
      tell('', elsewhere ? word('elsewhere') : word('refused').replace('{title}', message));
      showChoice(elsewhere);
    },
  });

  return {
    ...saver,
    /** Sends the form once the server has everything; says so where that must wait. @param {HTMLButtonElement | null} pressed */
    async leaveWhenSettled(pressed) {
      const settled = await saver.settle();
      if (settled && navigator.onLine) form.requestSubmit(pressed);
      else tell('', word('wait'));
    },
  };
}

/** @param {string} iso */
function timeOf(iso) {
  const locale = document.documentElement.lang === 'nl' ? 'nl-BE' : 'en-GB';
  return new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'Europe/Brussels' }).format(
    new Date(iso),
  );
}
