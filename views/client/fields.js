// @ts-check
// Numbers, lines, points, picks and reasons made easier where scripts run; without them every field works as it is.

/** Languages that write a comma before the decimals, as the server shows numbers again. */
const comma = ['nl', 'fr', 'de', 'da'].includes(document.documentElement.lang);

/** @param {ParentNode} parent @param {string} selector @returns {HTMLInputElement[]} */
function inputs(parent, selector) {
  return [...parent.querySelectorAll(selector)].filter((input) => input instanceof HTMLInputElement);
}

/** @param {ParentNode} parent @param {string} selector @returns {HTMLElement[]} */
function elements(parent, selector) {
  return [...parent.querySelectorAll(selector)].filter((element) => element instanceof HTMLElement);
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} className @param {string} [text] */
function made(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** @param {string} className @param {string} text @param {() => void} pressed */
function button(className, text, pressed) {
  const element = made('button', className, text);
  element.type = 'button';
  element.addEventListener('click', pressed);
  return element;
}

/** @param {string | undefined} words with places such as `{left}` @param {Record<string, string | number>} values */
function filled(words, values) {
  return Object.entries(values).reduce(
    (text, [name, value]) => text.replace(`{${name}}`, String(value)),
    words ?? '',
  );
}

/** Tells whoever listens (saving, other questions) that a script changed a field. @param {Element} field */
function changed(field) {
  field.dispatchEvent(new Event('input', { bubbles: true }));
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

for (const line of elements(document, '[data-slider]')) slide(line);
for (const line of elements(document, '.line')) clearable(line);
for (const points of elements(document, '[data-total]')) share(points);
for (const answer of elements(document, '[data-count]')) count(answer);
for (const hint of elements(document, '[data-half]')) watchDates(hint);
for (const question of elements(document, '[data-instead]')) eitherOr(question);

/**
 * A line to slide on above the field. It has no thumb until somebody touches it: a place nobody chose is no answer.
 * @param {HTMLElement} answer
 */
function slide(answer) {
  const [field] = inputs(answer, 'input');
  if (!field) return;
  const { min = '0', max = '100', step = '1', empty = '', unit = '' } = answer.dataset;
  const range = made('input', 'slider-range');
  Object.assign(range, { type: 'range', min, max, step });
  range.setAttribute('aria-labelledby', `${field.name}-label`);
  const shown = made('output', 'slider-value');
  shown.htmlFor.add(field.id);
  // The range says its value itself; the output is for the eye.
  shown.setAttribute('aria-hidden', 'true');
  const clear = button('button link slider-clear', answer.dataset.clear ?? '', () => {
    field.value = '';
    show();
    changed(field);
    range.focus();
  });
  const middle = () => {
    const half = (Number(max) - Number(min)) / 2;
    range.value = String(Number(min) + Math.round(half / Number(step)) * Number(step));
  };
  const show = () => {
    const typed = Number(field.value.trim().replace(',', '.'));
    const fits = field.value.trim() !== '' && typed >= Number(min) && typed <= Number(max);
    if (fits) range.value = String(typed);
    else middle();
    range.classList.toggle('untouched', !fits);
    const said = fits ? `${field.value.trim()} ${unit}`.trim() : empty;
    range.setAttribute('aria-valuetext', said);
    shown.textContent = said;
    shown.classList.toggle('empty', !fits);
    clear.hidden = field.value === '';
  };
  const take = () => {
    field.value = comma ? range.value.replace('.', ',') : range.value;
    show();
  };
  range.addEventListener('input', take);
  // Where the thumb would have been is a place like any other, though choosing it moves nothing.
  const takeFirst = () => {
    if (!range.classList.contains('untouched')) return;
    take();
    changed(field);
  };
  range.addEventListener('pointerup', takeFirst);
  range.addEventListener('keydown', (event) => {
    if (event.key !== ' ' && event.key !== 'Enter') return;
    event.preventDefault();
    takeFirst();
  });
  field.addEventListener('input', show);
  answer.addEventListener('cleared', show);
  const head = made('div', 'slider-head');
  head.append(shown, clear);
  answer.prepend(head, range);
  show();
}

/** A chosen point can be taken back. @param {HTMLElement} answer */
function clearable(answer) {
  const points = inputs(answer, 'input[type="radio"]');
  const clear = button('button link line-clear', answer.dataset.clear ?? '', () => {
    const chosen = points.find((point) => point.checked);
    if (!chosen) return;
    chosen.checked = false;
    chosen.focus();
    show();
    changed(chosen);
  });
  const show = () => {
    // It keeps its place, so that nothing below moves.
    clear.style.visibility = points.some((point) => point.checked) ? '' : 'hidden';
  };
  answer.querySelector('.line-ends .low')?.after(clear);
  answer.addEventListener('change', show);
  answer.addEventListener('cleared', show);
  show();
}

/** How many points are left, and buttons to give and take. @param {HTMLElement} answer */
function share(answer) {
  const total = Number(answer.dataset.total);
  const step = Number(answer.dataset.step);
  const fields = inputs(answer, '.points-field input');
  const [status] = elements(answer, '.points-left');
  /** @param {HTMLInputElement} field */
  const pointsIn = (field) => (/^\d+$/.test(field.value.trim()) ? Number(field.value) : 0);
  // An option that is hidden now is not sent.
  const leftNow = () =>
    total - fields.reduce((sum, field) => sum + (field.disabled ? 0 : pointsIn(field)), 0);
  /** @param {string} [before] what only a screen reader needs to hear first */
  const show = (before = '') => {
    if (!status) return;
    const left = leftNow();
    const { left: some, over, done } = answer.dataset;
    const words = left > 0 ? some : left < 0 ? over : done;
    const first = made('span', 'sr', before === '' ? '' : `${before}. `);
    const said = filled(words, { left, over: -left, total });
    // The same words again would be read aloud again.
    if (before !== '' || status.lastChild?.textContent !== said) status.replaceChildren(first, said);
    status.classList.toggle('over', left < 0);
    status.classList.toggle('done', left === 0);
  };
  for (const field of fields) {
    const option = field.labels?.[0]?.firstChild?.textContent?.trim() ?? '';
    /** @param {number} by */
    const give = (by) => {
      const now = pointsIn(field);
      const most = Math.max(now, Math.min(total, now + leftNow()));
      const then = Math.max(0, Math.min(most, now + by));
      field.value = then === 0 ? '' : String(then);
      changed(field);
      show(`${option}: ${then}`);
    };
    const less = button('step', '−', () => give(-step));
    const more = button('step', '+', () => give(step));
    less.setAttribute('aria-label', filled(answer.dataset.less, { option }));
    more.setAttribute('aria-label', filled(answer.dataset.more, { option }));
    field.before(less);
    field.after(more);
  }
  answer.addEventListener('input', () => show());
  answer.addEventListener('cleared', () => show());
  // What hangs on another question may have come or gone.
  document.addEventListener('change', () => setTimeout(() => show()));
  show();
}

/** How many are picked; more than may be is said, not prevented. @param {HTMLElement} answer */
function count(answer) {
  const boxes = inputs(answer, 'input[type="checkbox"]:not([data-exclusive])');
  const most = Number(answer.dataset.count);
  const status = made('p', 'counter');
  status.setAttribute('role', 'status');
  answer.after(status);
  const show = () => {
    const chosen = boxes.filter((box) => box.checked && !box.disabled).length;
    const { chosen: some, over } = answer.dataset;
    const said = chosen === 0 ? '' : filled(chosen > most ? over : some, { chosen, count: most });
    if (status.textContent !== said) status.textContent = said;
    status.classList.toggle('over', chosen > most);
  };
  document.addEventListener('change', () => setTimeout(show));
  answer.addEventListener('cleared', show);
  show();
}

/** A date of which only a part was typed would be sent as nothing: that is said. @param {HTMLElement} hint */
function watchDates(hint) {
  const question = hint.closest('.question');
  if (!question) return;
  const status = made('p', 'counter over');
  status.setAttribute('role', 'status');
  hint.after(status);
  const fields = inputs(question, 'input[type="date"]');
  for (const field of fields) {
    field.addEventListener('blur', () => {
      status.textContent = fields.some(({ validity }) => validity.badInput) ? (hint.dataset.half ?? '') : '';
    });
  }
}

/** An answer, or a reason to give none: choosing one lets the other go, and that is said. @param {HTMLElement} question */
function eitherOr(question) {
  const reasons = inputs(question, '.reasons input');
  const [status] = elements(question, '.reasons [role="status"]');
  const answers = () =>
    inputs(question, 'input').filter((input) => !reasons.includes(input) && input.name !== '');
  /** @param {HTMLInputElement} input */
  const isTick = ({ type }) => type === 'radio' || type === 'checkbox';
  /** @param {HTMLInputElement} input */
  const isGiven = (input) =>
    isTick(input) ? input.checked && input.value !== 'unranked' : input.value.trim() !== '';
  /** @param {string | undefined} words */
  const say = (words) => {
    if (status) status.textContent = words ?? '';
  };

  const clear = () => {
    const given = answers().filter(isGiven);
    for (const input of given) {
      if (isTick(input)) input.checked = false;
      else input.value = '';
    }
    // An option that lost its place has none, which is a choice of its own.
    for (const none of inputs(question, '.place.none input')) {
      if (!inputs(question, '.place input').some(({ name, checked }) => name === none.name && checked))
        none.checked = true;
    }
    for (const part of elements(question, '.answer')) part.dispatchEvent(new Event('cleared'));
    return given.length > 0;
  };

  question.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !reasons.includes(target) || !target.checked) return;
    for (const reason of reasons) if (reason !== target) reason.checked = false;
    say(clear() ? status?.dataset.cleared : '');
  });
  question.addEventListener('input', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || reasons.includes(target)) return;
    const taken = reasons.filter((reason) => reason.checked);
    if (taken.length === 0 || !answers().some(isGiven)) return;
    for (const reason of taken) reason.checked = false;
    const words = taken[0]?.labels?.[0]?.textContent?.trim() ?? '';
    say(filled(status?.dataset.taken, { reason: words }));
  });
}
