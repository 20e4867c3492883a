// @ts-check
// Finding a library out of hundreds: typing narrows a short list of choices to press. The list that opens stays in the
// form, hidden, and holds what was chosen; everything here is ordinary fields, so every reader and keyboard knows them.

/** @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('page:words')?.textContent ?? '{}');

/** More than these are not read through: a letter more finds them sooner. */
const mostShown = 8;

/** @param {string} name @param {number} count words for nothing, one or more */
function counted(name, count) {
  const form = count === 0 ? '0' : count === 1 ? '1' : 'N';
  return (words[name + form] ?? '').replace('{n}', String(count));
}

/** Letters without case and accents. @param {string} text */
function plain(text) {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

/** @template {keyof HTMLElementTagNameMap} T @param {T} tag @param {string} className @param {string} [text] */
function made(tag, className, text = '') {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** @typedef {{ value: string, name: string, place: string, plain: string }} Library */

class Finder {
  /** @param {HTMLElement} answer @param {HTMLSelectElement} select */
  constructor(answer, select) {
    this.answer = answer;
    this.select = select;
    const options = [...select.options].filter(({ value }) => value !== '');
    /** @type {Library[]} */
    this.libraries = options.filter(isInGroup).map((option) => {
      const place = option.parentElement instanceof HTMLOptGroupElement ? option.parentElement.label : '';
      return { value: option.value, name: option.text, place, plain: plain(`${option.text} ${place}`) };
    });
    /** Choices beside the libraries: "rather not say". @type {Library[]} */
    this.others = options
      .filter((option) => !isInGroup(option))
      .map(({ value, text }) => ({ value, name: text, place: '', plain: '' }));
  }

  /** Puts the field and the choices before the list that opens, which hides. */
  build() {
    const { select, answer } = this;
    const label = select.labels[0]?.textContent?.trim() ?? '';
    this.field = made('input', '');
    Object.assign(this.field, { type: 'search', autocomplete: 'off', spellcheck: false });
    // What points at the question points at the field to type in.
    this.field.id = select.id;
    select.removeAttribute('id');
    select.hidden = true;
    const hint = made('p', 'counter', answer.dataset.type);
    hint.id = `${this.field.id}-type`;
    const described = select.getAttribute('aria-describedby');
    this.field.setAttribute('aria-describedby', described ? `${described} ${hint.id}` : hint.id);
    if (select.getAttribute('aria-invalid') === 'true') this.field.setAttribute('aria-invalid', 'true');
    this.list = made('div', 'found');
    this.list.setAttribute('role', 'radiogroup');
    this.list.setAttribute('aria-label', label);
    this.status = made('p', 'counter');
    this.status.setAttribute('role', 'status');
    this.clear = made('button', 'button link', answer.dataset.clear);
    this.clear.type = 'button';
    answer.prepend(this.field, hint, this.status, this.list, this.clear);
    this.listen();
    this.draw();
  }

  listen() {
    const { field, list, select } = this;
    if (!field || !list) return;
    field.addEventListener('input', () => this.draw());
    field.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' && event.key !== 'ArrowDown') return;
      // Enter in this field must choose, not send the page on.
      event.preventDefault();
      const [only, ...more] = this.matches();
      if (event.key === 'Enter' && only && more.length === 0) this.choose(only.value, true);
      else list.querySelector('input')?.focus();
    });
    list.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement && target.checked)
        this.choose(target.value, this.byPointer === true);
    });
    // A finger chooses and is done; the arrow keys pass over choices, so nothing may move under them.
    list.addEventListener('pointerdown', () => this.setPointer(true));
    list.addEventListener('keydown', (event) => {
      this.setPointer(false);
      if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
      event.preventDefault();
      this.choose(event.target.value, true);
    });
    this.clear?.addEventListener('click', () => {
      this.choose('', true);
      field.focus();
    });
    // Others may fill the form: answers that are put back.
    select.addEventListener('change', () => {
      if (!this.choosing) this.draw();
    });
  }

  /** @param {boolean} pointer */
  setPointer(pointer) {
    this.byPointer = pointer;
  }

  /** The libraries that have what was typed: those that begin with it first, then where a word does. */
  matches() {
    const asked = plain(this.field?.value ?? '');
    if (asked === '') return [];
    /** @param {Library} library */
    const rank = (library) =>
      library.plain.startsWith(asked) ? 0 : library.plain.includes(` ${asked}`) ? 1 : 2;
    return this.libraries
      .filter((library) => library.plain.includes(asked))
      .sort((a, b) => rank(a) - rank(b));
  }

  /** @param {string} value @param {boolean} done whether the search is over */
  choose(value, done) {
    this.choosing = true;
    this.select.value = value;
    this.select.dispatchEvent(new Event('input', { bubbles: true }));
    this.select.dispatchEvent(new Event('change', { bubbles: true }));
    this.choosing = false;
    if (done) {
      if (this.field) this.field.value = '';
      this.draw();
      const chosen = this.list?.querySelector('input:checked');
      if (chosen instanceof HTMLInputElement) chosen.focus();
    }
    const chosen = [...this.libraries, ...this.others].find((one) => one.value === value);
    this.say(chosen ? (this.answer.dataset.chosen ?? '').replace('{name}', chosen.name) : '');
    this.showClear();
  }

  showClear() {
    if (this.clear) this.clear.hidden = this.select.value === '';
  }

  draw() {
    const { value } = this.select;
    const found = this.matches();
    const shown = found.filter((library) => library.value !== value).slice(0, mostShown);
    const chosen = this.libraries.filter((library) => library.value === value);
    this.list?.replaceChildren(
      ...[...chosen, ...shown].map((library) => this.choice(library)),
      ...this.others.map((other) => this.choice(other, true)),
    );
    this.showClear();
    const asked = this.field?.value.trim() ?? '';
    const more = found.length > mostShown ? `. ${this.answer.dataset.more ?? ''}` : '';
    this.say(asked === '' ? '' : `${counted('found', found.length)}${more}`);
  }

  /** Said when the typing pauses: not after every letter. @param {string} text */
  say(text) {
    clearTimeout(this.saying);
    this.saying = setTimeout(() => {
      if (this.status) this.status.textContent = text;
    }, 300);
  }

  /** @param {Library} library @param {boolean} [apart] */
  choice({ value, name, place }, apart = false) {
    const label = made('label', apart ? 'choice apart' : 'choice');
    const radio = made('input', '');
    Object.assign(radio, { type: 'radio', name: `${this.field?.id}:found`, value });
    radio.checked = this.select.value === value;
    // It belongs to no form: the hidden list is what is sent.
    radio.setAttribute('form', 'none');
    const text = made('span', '', name);
    if (place !== '') text.append(' ', made('small', '', place));
    label.append(radio, text);
    return label;
  }
}

/** @param {HTMLOptionElement} option */
function isInGroup(option) {
  return option.parentElement instanceof HTMLOptGroupElement;
}

for (const answer of document.querySelectorAll('[data-register]')) {
  const select = answer.querySelector('select');
  if (answer instanceof HTMLElement && select) new Finder(answer, select).build();
}
