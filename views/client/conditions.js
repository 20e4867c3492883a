// @ts-check
// Questions, rows and options that hang on an answer of the same page come and go as that is given. What is typed in
// them stays, but while they are hidden it is not sent. Nothing is read aloud: what comes always stands further on.
import { holdsNow } from './live-condition.js';

/** @typedef {import('./live-condition.js').LiveCondition} LiveCondition */
/** @typedef {HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement} Control */

const form = document.getElementById('form');
if (form instanceof HTMLFormElement) begin(form);

/** @param {HTMLFormElement} page */
function begin(page) {
  const parts = [...page.querySelectorAll('[data-show-if]')].flatMap((element) =>
    element instanceof HTMLElement ? [{ element, condition: conditionOf(element) }] : [],
  );
  /** The questions of which every option or row can be hidden. */
  const holders = [...new Set(parts.map(({ element }) => questionAround(element)))].filter(
    (question) => question !== null,
  );
  /** What was switched off here, and may be switched on again. @type {WeakSet<Control>} */
  const ours = new WeakSet();

  /** @param {string} variable */
  function answerOf(variable) {
    const controls = controlsOf(page).filter((control) => !isHidden(control));
    const question = `${variable.split('.')[0]}.`;
    const reason = controls.find((control) => control.name === `${question}instead` && isGiven(control));
    if (reason) return reason.value;
    const own = controls.filter(({ name }) => name === variable);
    const given = own.find(isGiven);
    const [first] = own;
    if (given && !isUnranked(given)) return given.value;
    // A box that is not ticked, a place or points not given are answers where another of the question is given.
    const others = first?.closest('fieldset')?.querySelectorAll('input') ?? [];
    const answered = [...others].some(
      (other) => other.name.startsWith(question) && !isHidden(other) && isGiven(other) && !isUnranked(other),
    );
    if (!first || !answered) return undefined;
    if (given) return given.value;
    if (first.type === 'checkbox') return '0';
    return first.closest('.points') ? '0' : undefined;
  }

  /** Shows what holds now; a part hidden by another counts as not answered, so it goes from the top down. */
  function decide() {
    let changed = false;
    for (const { element, condition } of parts) {
      const hide = !holdsNow(condition, answerOf);
      if (element.hidden === hide) continue;
      element.hidden = hide;
      changed = true;
      if (element instanceof HTMLOptionElement) closeOption(element, hide);
    }
    for (const question of holders) {
      const hide = nothingLeft(question);
      if (question.hidden === hide) continue;
      question.hidden = hide;
      changed = true;
    }
    return changed;
  }

  function update() {
    let changed = false;
    // Each round can only change what stands further on; the last part is reached after as many rounds as there are.
    for (let round = 0; round <= parts.length && decide(); round += 1) changed = true;
    for (const control of controlsOf(page)) {
      const hide = isHidden(control);
      if (hide && !control.disabled) {
        control.disabled = true;
        ours.add(control);
      } else if (!hide && ours.has(control)) {
        control.disabled = false;
        ours.delete(control);
      }
    }
    if (changed) document.dispatchEvent(new Event('shown'));
  }

  // Before all else that listens to the same change: what is saved then is what shows now.
  page.addEventListener('input', update, true);
  page.addEventListener('change', update, true);
  window.addEventListener('pageshow', update);
  update();
}

/** @param {HTMLElement} element @returns {LiveCondition} */
function conditionOf(element) {
  return JSON.parse(element.dataset.showIf ?? '{"all":[]}');
}

/** @param {HTMLFormElement} page @returns {Control[]} */
function controlsOf(page) {
  return [...page.querySelectorAll('input, select, textarea')].filter(
    (control) =>
      control instanceof HTMLInputElement ||
      control instanceof HTMLSelectElement ||
      control instanceof HTMLTextAreaElement,
  );
}

/** @param {Element} control */
function isHidden(control) {
  return control.closest('[data-show-if][hidden], .question[hidden]') !== null;
}

/** @param {Control} control */
function isGiven(control) {
  if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
    return control.checked;
  }
  // Of points, none is what is left open.
  return control.value.trim() !== '' && !(control.closest('.points') && /^0+$/.test(control.value.trim()));
}

/** No place in a ranking is only an answer beside a place. @param {Control} control */
function isUnranked(control) {
  return control.type === 'radio' && control.closest('.place.none') !== null;
}

/** The question whose option or row this is; null for a question itself. @param {HTMLElement} element */
function questionAround(element) {
  const question = element.closest('.question');
  const isPart = element.matches('.choice, .place-row, .points-row, tr.row, option');
  return isPart && question instanceof HTMLElement ? question : null;
}

/** Whether all that can be chosen in a question is hidden; heads of groups without rows go too. @param {HTMLElement} question */
function nothingLeft(question) {
  for (const body of question.querySelectorAll('tbody')) {
    body.hidden = [...body.querySelectorAll('tr.row')].every(
      (row) => row instanceof HTMLElement && row.hidden,
    );
  }
  const offered = question.querySelectorAll(
    '.choice:not(.reason), .place-row, .points-row, tr.row, option[value]:not([value=""])',
  );
  return [...offered].every((part) => part instanceof HTMLElement && part.hidden);
}

/** An option of a list cannot be chosen while it is hidden. @param {HTMLOptionElement} option @param {boolean} hide */
function closeOption(option, hide) {
  option.disabled = hide;
  const list = option.closest('select');
  if (hide && list && option.selected) list.value = '';
}
