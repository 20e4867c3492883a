// @ts-check
// The grid: the second scale appears once the first is answered, a whole group is filled at once,
// and on a narrow screen an answered card folds into one line and the next one opens.

/** @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('page:words')?.textContent ?? '{}');
const narrow = window.matchMedia('(max-width: 47.99rem)');

// A finger or mouse moves on by itself; with the keyboard the arrows pass over answers, so nothing may fold under them.
let byPointer = false;
document.addEventListener('pointerdown', () => setPointer(true), true);
document.addEventListener('keydown', () => setPointer(false), true);
/** @param {boolean} pointer */
function setPointer(pointer) {
  byPointer = pointer;
}

/** @param {string} name @param {Record<string, string | number>} values */
function say(name, values) {
  return Object.entries(values).reduce(
    (text, [key, value]) => text.replace(`{${key}}`, String(value)),
    words[name] ?? '',
  );
}

/** @param {Element} parent @param {string} selector @returns {HTMLInputElement[]} */
function inputs(parent, selector) {
  return [...parent.querySelectorAll(selector)].filter((input) => input instanceof HTMLInputElement);
}

/** @param {string} tag @param {string} className @returns {HTMLElement} */
function element(tag, className) {
  const made = document.createElement(tag);
  made.className = className;
  return made;
}

/** One row, with what the script adds to it. */
class Row {
  /** @param {HTMLTableRowElement} row @param {readonly string[]} unless */
  constructor(row, unless) {
    this.element = row;
    this.unless = unless;
    this.first = inputs(row, 'td.point:not(.second) input');
    this.second = inputs(row, 'td.second.point input');
    this.instead = row.querySelector('td.instead');
    this.name = row.querySelector('.row-name')?.textContent ?? '';
    this.line = element('span', 'row-line');
    this.toggle = document.createElement('button');
    this.toggle.type = 'button';
    this.toggle.className = 'button link row-toggle';
    row.querySelector('th')?.append(this.line, this.toggle);
  }

  get answer() {
    return this.first.find((input) => input.checked);
  }

  get secondAnswer() {
    return this.second.find((input) => input.checked);
  }

  get skips() {
    return this.answer !== undefined && this.unless.includes(this.answer.value);
  }

  /** Whether it is asked now: what it hangs on may stand on the same page. */
  get shown() {
    return !this.element.hidden;
  }

  get complete() {
    return this.answer !== undefined && (this.second.length === 0 || this.skips || !!this.secondAnswer);
  }

  get closed() {
    return this.element.classList.contains('closed');
  }

  /** Shows what belongs to the answers now. */
  update() {
    const { classList } = this.element;
    classList.toggle('answered', this.complete);
    classList.toggle('skipped', this.second.length > 0 && this.skips);
    classList.toggle('waiting', this.second.length > 0 && !this.answer && !this.secondAnswer);
    if (this.instead) {
      this.instead.classList.toggle('chosen', this.skips);
      this.instead.textContent = this.skips ? say('instead', { answer: labelOf(this.answer) }) : '';
    }
    const given = this.skips ? [this.answer] : [this.answer, this.secondAnswer];
    this.line.textContent = given.filter(Boolean).map(labelOf).join(' · ');
    this.toggle.textContent = (this.answer ? words.change : words.open) ?? '';
    const about = element('span', 'sr');
    about.textContent = ` ${this.name}`;
    this.toggle.append(about);
  }

  open() {
    this.element.classList.remove('closed');
  }

  close() {
    this.element.classList.add('closed');
  }

  focus() {
    (this.answer ?? this.first[0])?.focus({ preventScroll: true });
    this.element.scrollIntoView({ block: 'nearest' });
  }
}

/** @param {HTMLInputElement | undefined} input */
function labelOf(input) {
  return input?.closest('label')?.querySelector('.words')?.textContent ?? '';
}

/** A group of rows with its head. */
class Group {
  /** @param {HTMLTableSectionElement} body @param {Row[]} rows @param {string} code what the box gives its rows */
  constructor(body, rows, code) {
    this.body = body;
    this.rows = rows;
    this.code = code;
    const box = body.querySelector('.whole-box input');
    this.box = box instanceof HTMLInputElement ? box : null;
    this.count = element('span', 'group-count');
    body.querySelector('tr.group th')?.append(this.count);
    this.line = element('td', 'whole-line');
    if (this.box) this.addLine();
  }

  addLine() {
    const text = element('span', '');
    text.textContent = `${say('skipped', { names: namesOf(this.rows) })} `;
    const undo = document.createElement('button');
    undo.type = 'button';
    undo.className = 'button link';
    undo.textContent = words.undo ?? '';
    undo.addEventListener('click', () => {
      if (this.box) this.box.checked = false;
      this.box?.dispatchEvent(new Event('change', { bubbles: true }));
      this.box?.focus();
    });
    this.line.append(text, undo);
    this.body.querySelector('tr.group')?.append(this.line);
  }

  /** The box was ticked or unticked: rows without an answer get the code, or lose it again. */
  fill() {
    for (const row of this.rows) {
      const input = row.first.find((candidate) => candidate.value === this.code);
      if (!input) continue;
      if (this.box?.checked && !row.answer) input.checked = true;
      if (!this.box?.checked) input.checked = false;
    }
  }

  update() {
    const rows = this.rows.filter((row) => row.shown);
    const filled = rows.length > 0 && rows.every((row) => row.answer?.value === this.code);
    if (this.box) this.box.checked = filled;
    this.body.classList.toggle('filled', this.box !== null && filled);
    const answered = rows.filter((row) => row.complete).length;
    this.count.textContent = say('count', { answered, total: rows.length });
  }
}

/** "Bibster, Cinébib en Bieblo". @param {Row[]} rows */
function namesOf(rows) {
  const names = rows.map((row) => row.name);
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} ${words.and} ${names.at(-1)}`;
}

/** @param {HTMLTableElement} table */
function enhance(table) {
  const unless = (table.dataset.unless ?? '').split(' ').filter(Boolean);
  const groups = [...table.tBodies].map((body) => {
    const rows = [...body.rows]
      .filter((row) => row.classList.contains('row'))
      .map((row) => new Row(row, unless));
    return new Group(body, rows, table.dataset.whole ?? '');
  });
  const rows = groups.flatMap((group) => group.rows);

  function update() {
    for (const row of rows) row.update();
    for (const group of groups) group.update();
    showProgress();
  }

  /** @param {Row} row @param {boolean} focus */
  function openOnly(row, focus) {
    for (const other of rows) if (other !== row) other.close();
    row.open();
    if (focus) row.focus();
  }

  /** @param {Row} row the row that was just answered */
  function moveOn(row) {
    row.close();
    const next = rows
      .slice(rows.indexOf(row) + 1)
      .find((candidate) => candidate.shown && !candidate.complete);
    if (next) openOnly(next, true);
    else row.toggle.focus({ preventScroll: true });
  }

  table.addEventListener('change', ({ target }) => {
    const group = groups.find((candidate) => candidate.box === target);
    if (group) group.fill();
    update();
    if (!narrow.matches) return;
    const row = rows.find((candidate) => target instanceof Node && candidate.element.contains(target));
    if (row && byPointer && row.complete) moveOn(row);
  });

  for (const row of rows) {
    row.toggle.addEventListener('click', () => openOnly(row, true));
    row.element.addEventListener('focusout', ({ relatedTarget }) => {
      const left = !(relatedTarget instanceof Node && row.element.contains(relatedTarget));
      if (left && narrow.matches && !byPointer && row.complete) row.close();
    });
  }

  document.addEventListener('shown', update);
  update();
  const wrong = rows.filter((row) => row.element.classList.contains('wrong'));
  const shown = wrong.length > 0 ? wrong : rows.filter((row) => row.shown && !row.complete).slice(0, 1);
  for (const row of rows) if (!shown.includes(row)) row.close();
  return rows;
}

/** Every row of the page. @type {Row[]} */
const all = [];
/** How many rows are answered, in words and in the bar of this part. */
function showProgress() {
  const asked = all.filter((row) => row.shown);
  const answered = asked.filter((row) => row.answer).length;
  if (asked.length === 0) return;
  for (const counter of document.querySelectorAll('[data-rows]')) {
    const name = counter.getAttribute('data-rows') ?? '';
    counter.textContent = say(name, { answered, total: asked.length });
  }
  const bar = document.querySelector('.bars .here rect');
  if (bar) bar.setAttribute('width', String(Math.round((100 * answered) / asked.length)));
}

for (const table of document.querySelectorAll('table.grid')) {
  if (table instanceof HTMLTableElement) all.push(...enhance(table));
}
showProgress();
// The summary links to a control that may lie in a folded card.
for (const link of document.querySelectorAll('.error-summary a')) {
  link.addEventListener('click', () => {
    const id = link.getAttribute('href')?.slice(1) ?? '';
    document.getElementById(id)?.closest('tr.row')?.classList.remove('closed');
    document.getElementById(id)?.closest('details')?.setAttribute('open', '');
  });
}
