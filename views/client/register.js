// @ts-check
// The long list of libraries, found by typing.

/** @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('words')?.textContent ?? '{}');

/** @param {string} name @param {number} count words for nothing, one or more */
function counted(name, count) {
  const form = count === 0 ? '0' : count === 1 ? '1' : 'N';
  return (words[name + form] ?? '').replace('{n}', String(count));
}

for (const answer of document.querySelectorAll('[data-register]')) addFinder(answer);

/** A field that narrows the long list of libraries while typing. @param {Element} answer */
function addFinder(answer) {
  const select = answer.querySelector('select');
  if (!select) return;
  const groups = [...select.querySelectorAll('optgroup')].map((group) => ({
    group,
    options: [...group.querySelectorAll('option')],
  }));
  const label = document.createElement('label');
  label.htmlFor = `${select.id}-find`;
  label.textContent = words.find ?? '';
  const field = document.createElement('input');
  field.type = 'search';
  field.id = label.htmlFor;
  field.autocomplete = 'off';
  const found = document.createElement('p');
  found.className = 'counter';
  found.setAttribute('role', 'status');
  const find = document.createElement('div');
  find.className = 'find';
  find.append(label, field, found);
  answer.prepend(find);

  field.addEventListener('input', () => {
    const asked = plain(field.value);
    const matches = groups.flatMap(({ group, options }) => {
      const kept = options.filter((option) => plain(`${option.text} ${group.label}`).includes(asked));
      group.replaceChildren(...options.filter((option) => kept.includes(option) || option.selected));
      group.hidden = group.childElementCount === 0;
      return kept;
    });
    found.textContent = asked === '' ? '' : counted('found', matches.length);
    const [only] = matches;
    if (asked !== '' && only && matches.length === 1) select.value = only.value;
  });
  // Enter in this field must choose, not send the page on.
  field.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    select.focus();
  });
}

/** Letters without case and accents. @param {string} text */
function plain(text) {
  return text.trim().toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
}

