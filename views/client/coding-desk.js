// @ts-check
// Coding at the speed of a keyboard: one field in which letters find a code, a digit or Enter chooses it, a sign gives the
// direction, and Enter on nothing saves. The keys work in that field alone, so that nobody presses one by mistake.
// Without this module the same form is ticked and sent.

const directions = new Map([
  ['+', 'praise'],
  ['-', 'criticism'],
  ['?', 'question'],
]);

/** Words without accents and capitals. @param {string} words */
const spelled = (words) => words.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param {HTMLFormElement} form @param {HTMLInputElement} find */
function enhance(form, find) {
  const told = form.querySelector('[data-told]');
  const choices = [...form.querySelectorAll('[data-group] li')].flatMap((line) => {
    const box = line.querySelector('input');
    const label = line.querySelector('label > span');
    return line instanceof HTMLElement && box && label
      ? [{ line, box, name: label.firstChild?.textContent?.trim() ?? '', badge: badgeIn(label) }]
      : [];
  });

  /** @param {string | undefined} words @param {Record<string, string>} values */
  function tell(words = '', values = {}) {
    if (told) told.textContent = words.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
  }

  /** The codes the field leaves, those whose name begins with it first. */
  function found() {
    const sought = spelled(find.value.trim());
    const begins = (/** @type {string} */ name) => spelled(name).startsWith(sought);
    return choices
      .filter(({ name }) => spelled(name).includes(sought))
      .sort((one, other) => Number(begins(other.name)) - Number(begins(one.name)));
  }

  /** The codes with a key: the likely ones, or the first that were found. */
  function keyed() {
    if (find.value.trim() !== '') return found().slice(0, 9);
    return choices
      .filter(({ box }) => box.dataset.key)
      .sort((one, other) => Number(one.box.dataset.key) - Number(other.box.dataset.key));
  }

  function show() {
    const left = new Set(found());
    for (const choice of choices) {
      choice.line.hidden = !left.has(choice);
      choice.badge.textContent = '';
    }
    for (const [place, { badge }] of keyed().entries()) badge.textContent = String(place + 1);
    if (find.value.trim() === '') return;
    const [first] = keyed();
    tell(first ? form.dataset.found : form.dataset.none, {
      count: String(left.size),
      label: first?.name ?? '',
    });
  }

  /** @param {(typeof choices)[number] | undefined} choice */
  function choose(choice) {
    if (!choice) return;
    choice.box.checked = !choice.box.checked;
    find.value = '';
    show();
    tell(choice.box.checked ? form.dataset.on : form.dataset.off, { label: choice.name });
  }

  /** @param {string} value */
  function press(value) {
    const button = form.querySelector(`button[name="do"][value="${value}"]`);
    if (button instanceof HTMLButtonElement) form.requestSubmit(button);
  }

  /** @param {KeyboardEvent} event */
  function key(event) {
    const empty = find.value.trim() === '';
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const direction = directions.get(event.key);
    if (event.key === 'Enter') {
      event.preventDefault();
      if (empty) press('next');
      else choose(keyed()[0]);
    } else if (event.key === 'Escape' && !empty) {
      find.value = '';
      show();
    } else if (/^[1-9]$/.test(event.key)) {
      event.preventDefault();
      choose(keyed()[Number(event.key) - 1]);
    } else if (event.key === '0' && empty) {
      event.preventDefault();
      press('nothing');
    } else if (direction && empty) {
      event.preventDefault();
      const radio = form.querySelector(`input[name="valence"][value="${direction}"]`);
      if (!(radio instanceof HTMLInputElement)) return;
      radio.checked = true;
      tell(form.dataset.on, { label: radio.labels?.[0]?.textContent?.trim() ?? '' });
    }
  }

  find.addEventListener('keydown', key);
  find.addEventListener('input', show);
  const field = find.closest('[hidden]');
  if (field instanceof HTMLElement) field.hidden = false;
  show();
  // Who just sent a form that is wrong reads what is wrong first.
  if (!document.querySelector('.error-summary')) find.focus({ preventScroll: true });
}

/** Where the key of a code stands. @param {Element} label */
function badgeIn(label) {
  const badge = document.createElement('kbd');
  badge.className = 'desk-key';
  badge.ariaHidden = 'true';
  label.append(badge);
  return badge;
}

/** What is selected in the answer is offered to the fields that ask for words of it. */
function takeSelection() {
  const answer = document.querySelector('[data-answer]');
  const part = document.getElementById('part');
  const words = document.getElementById('words');
  if (!answer) return;
  const taken = () => {
    const selection = document.getSelection();
    const inside = selection?.anchorNode && answer.contains(selection.anchorNode);
    return inside ? selection.toString().trim() : '';
  };
  /** @param {Element | null} field */
  const fill = (field) => {
    const said = taken();
    if (said === '') return;
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) field.value = said;
  };
  for (const button of document.querySelectorAll('[data-take]')) {
    if (!(button instanceof HTMLButtonElement)) continue;
    button.hidden = false;
    // The selection would be gone once the button has the focus.
    button.addEventListener('pointerdown', (event) => event.preventDefault());
    button.addEventListener('click', () => fill(button.dataset.take === 'part' ? part : words));
  }
}

const form = document.querySelector('form[data-desk]');
const find = document.querySelector('[data-find]');
if (form instanceof HTMLFormElement && find instanceof HTMLInputElement) enhance(form, find);
takeSelection();
