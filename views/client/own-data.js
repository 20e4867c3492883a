// @ts-check
// The proposal for a file: what is changed is kept at once, and the question, its warnings and what is lost are shown
// anew. Without this script the same form has a button that does so.

/** Milliseconds of quiet after typing. */
const quiet = 700;

const form = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-own-data]'));
if (form) keepAlive(form);

/** @param {HTMLFormElement} form */
function keepAlive(form) {
  const status = form.querySelector('[data-status]');
  let timer = 0;
  let turn = 0;

  /** @param {string} words */
  const tell = (words) => {
    if (status) status.textContent = words;
  };

  const save = async () => {
    turn += 1;
    const mine = turn;
    tell(form.dataset.saving ?? '');
    try {
      const body = new URLSearchParams();
      for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
      body.set('action', 'save');
      // A button of the form is called `action`: the property of that name is the button.
      const reply = await fetch(form.getAttribute('action') ?? '', { method: 'POST', body });
      const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
      // What was typed meanwhile is sent next: this answer is already old.
      if (mine !== turn) return;
      const fresh = page.querySelector('[data-own-data]');
      if (!fresh) throw new Error('no proposal');
      showParts(form, fresh);
      const mistake = page.querySelector('.error-summary li')?.textContent;
      tell(mistake ?? form.dataset.saved ?? '');
    } catch {
      if (mine === turn) tell(form.dataset.notSaved ?? '');
    }
  };

  form.addEventListener('change', () => {
    clearTimeout(timer);
    void save();
  });
  form.addEventListener('input', (event) => {
    if (!(event.target instanceof HTMLTextAreaElement) && !isTyped(event.target)) return;
    clearTimeout(timer);
    turn += 1;
    timer = window.setTimeout(() => void save(), quiet);
  });
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    turn += 1;
  });
}

/** @param {EventTarget | null} target */
function isTyped(target) {
  return target instanceof HTMLInputElement && target.type === 'text';
}

/**
 * Puts what the server says in the place of what is there; who was somewhere stays there, and what was open stays open.
 * @param {HTMLFormElement} form
 * @param {Element} fresh
 */
function showParts(form, fresh) {
  const here = /** @type {HTMLInputElement | null} */ (document.activeElement);
  const name = here?.name;
  const selection = here && isTyped(here) ? [here.selectionStart, here.selectionEnd] : null;
  const opened = new Set(
    [...form.querySelectorAll('[data-part]')]
      .filter((part) => part.querySelector('details')?.open)
      .map((part) => part.id),
  );
  for (const id of ['parts', 'losses']) {
    const [old, next] = [form.querySelector(`#${id}`), fresh.querySelector(`#${id}`)];
    if (old && next) old.replaceWith(document.importNode(next, true));
  }
  const [unsure, told] = [document.querySelector('#unsure'), fresh.ownerDocument.querySelector('#unsure')];
  if (unsure && told) unsure.textContent = told.textContent;
  for (const id of opened) {
    const details = document.getElementById(id)?.querySelector('details');
    if (details) details.open = true;
  }
  const back = name ? form.elements.namedItem(name) : null;
  if (!(back instanceof HTMLElement) || back === document.activeElement) return;
  back.focus();
  if (selection && back instanceof HTMLInputElement)
    back.setSelectionRange(selection[0] ?? 0, selection[1] ?? 0);
}
