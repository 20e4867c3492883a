// @ts-check
// The form as answers: filling it in again from what was kept, and reading it out as a text to keep.

/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

/** @param {ParentNode} place @returns {Control[]} the controls with an answer in them, or room for one */
function controlsOf(place) {
  const controls = /** @type {Control[]} */ ([
    ...place.querySelectorAll('input[name]:not([type="hidden"]), select[name], textarea[name]'),
  ]);
  // What belongs to no form is a help to choose, not an answer.
  return controls.filter(({ form }) => form !== null);
}

/** @param {Control} control */
function isTick(control) {
  return control.type === 'radio' || control.type === 'checkbox';
}

/** Fills in answers and lets the page's other scripts know. @param {HTMLFormElement} form @param {URLSearchParams} answers */
export function fill(form, answers) {
  for (const control of controlsOf(form)) {
    if (control.disabled) continue;
    const values = answers.getAll(control.name);
    if (control instanceof HTMLInputElement && isTick(control)) {
      const checked = values.includes(control.value);
      if (control.checked === checked) continue;
      control.checked = checked;
    } else {
      const value = values[0] ?? '';
      if (control.value === value) continue;
      control.value = value;
    }
    control.dispatchEvent(new Event('input', { bubbles: true }));
    control.dispatchEvent(new Event('change', { bubbles: true }));
  }
}

/** Every question with what is filled in now, as plain text. @param {HTMLFormElement} form @param {string} title */
export function answersAsText(form, title) {
  const questions = [...form.querySelectorAll('.question')].map((question) => {
    const label = tidy(question.querySelector('.question-label')?.textContent ?? '');
    const answers = controlsOf(question).flatMap((control) => {
      const answer = answerOf(control);
      return answer === '' ? [] : [`- ${answer}`];
    });
    return [label, ...answers].join('\n');
  });
  return [title, ...questions].join('\n\n');
}

/** @param {Control} control */
function answerOf(control) {
  const name = tidy(control.labels?.[0]?.textContent ?? '') || (control.getAttribute('aria-label') ?? '');
  if (control instanceof HTMLInputElement && isTick(control)) return control.checked ? name : '';
  if (control.value.trim() === '') return '';
  const value =
    control instanceof HTMLSelectElement ? tidy(control.selectedOptions[0]?.text ?? '') : control.value;
  return name === '' ? value : `${name}: ${value}`;
}

/** @param {string} text */
function tidy(text) {
  return text.replace(/\s+/g, ' ').trim();
}
