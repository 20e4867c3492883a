// @ts-check
// Typing in paper forms by keyboard alone: Enter goes to the next field, Ctrl and Enter save, and a number that is not
// on the paper is told at once. Without this file the server says the same after sending.
const form = document.querySelector('form.entry');
if (form instanceof HTMLFormElement) follow(form);

/** @param {HTMLFormElement} form */
function follow(form) {
  const save = form.querySelector('button[value="save"]');
  /** What can be typed in or ticked, in order. @type {EventTarget[]} */
  const fields = [...form.elements].filter(
    (field) =>
      (field instanceof HTMLInputElement && field.type !== 'hidden') || field instanceof HTMLTextAreaElement,
  );

  form.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      if (save instanceof HTMLButtonElement) form.requestSubmit(save);
      return;
    }
    const at = event.target ? fields.indexOf(event.target) : -1;
    // In a text Shift and Enter begin a new line.
    if (at < 0 || event.shiftKey) return;
    event.preventDefault();
    const next = fields[at + 1] ?? save;
    if (next instanceof HTMLElement) next.focus();
    if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  });

  form.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.dataset.allowed)
      look(target, form.dataset.strange ?? '');
  });

  // Sent once is enough: a second press while it is under way does nothing.
  let sent = false;
  form.addEventListener('submit', (event) => {
    if (sent) event.preventDefault();
    sent = true;
  });
  window.addEventListener('pageshow', () => {
    sent = false;
  });
  document.getElementById('summary')?.focus();
}

/** Says at the field which number is not on the paper. @param {HTMLInputElement} field @param {string} message */
function look(field, message) {
  const allowed = (field.dataset.allowed ?? '').split(' ');
  const typed = field.value.toLowerCase().trim();
  const numbers = field.classList.contains('several') ? typed.split(/[\s,;.+/-]+/) : [typed];
  const strange = numbers.find((number) => number !== '' && !allowed.includes(number));
  field.toggleAttribute('aria-invalid', false);
  if (strange !== undefined) field.setAttribute('aria-invalid', 'true');
  const place = document.getElementById(`${field.id}-problem`);
  if (!place) return;
  const words = document.createElement('span');
  words.className = 'problem';
  words.setAttribute('role', 'alert');
  words.textContent = message.replace('{typed}', strange ?? '');
  place.replaceChildren(...(strange === undefined ? [] : [words]));
}
