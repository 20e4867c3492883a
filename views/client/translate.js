// @ts-check
// Only what was changed is sent, and nobody leaves with unsaved translations unasked.

const form = document.getElementById('translate');
if (form instanceof HTMLFormElement) {
  /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */
  const nodes = form.querySelectorAll('input[type="text"], textarea');
  const fields = [...nodes];
  const changed = () => fields.filter(({ value, defaultValue }) => value !== defaultValue);
  let sending = false;
  form.addEventListener('submit', () => {
    sending = true;
    for (const field of fields) field.disabled = field.value === field.defaultValue;
  });
  // Coming back with the Back button finds every field in use again.
  addEventListener('pageshow', () => {
    sending = false;
    for (const field of fields) field.disabled = false;
  });
  addEventListener('beforeunload', (event) => {
    if (!sending && changed().length > 0) event.preventDefault();
  });
}
