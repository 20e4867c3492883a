// @ts-check
// What makes answering easier where scripts run; without them every page works just the same.

/** Words of the page with places such as `{n}` to fill. @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('page:words')?.textContent ?? '{}');

/** @param {string} name @param {number} count words for nothing, one or more */
function counted(name, count) {
  const form = count === 0 ? '0' : count === 1 ? '1' : 'N';
  return (words[name + form] ?? '').replace('{n}', String(count));
}

// What is wrong comes first, also for who does not see it.
document.getElementById('summary')?.focus();

for (const area of document.querySelectorAll('textarea[data-max]')) {
  if (area instanceof HTMLTextAreaElement) countCharacters(area);
}
for (const question of document.querySelectorAll('[data-rank]')) rankOnce(question);
for (const box of document.querySelectorAll('input[data-exclusive]')) {
  if (box instanceof HTMLInputElement) keepExclusive(box);
}

/** How many characters are left. It is said aloud only near the end. @param {HTMLTextAreaElement} area */
function countCharacters(area) {
  const counter = area.parentElement?.querySelector('.counter');
  if (!counter) return;
  const maximum = Number(area.dataset.max);
  const show = () => {
    const left = maximum - Array.from(area.value.trim()).length;
    counter.textContent = left < 0 ? counted('over', -left) : counted('left', left);
    counter.classList.toggle('over', left < 0);
    counter.setAttribute('aria-live', left < 50 ? 'polite' : 'off');
  };
  area.addEventListener('input', show);
  show();
}

/**
 * A place is for one option: given again, the first lets it go, and that is said. The arrow keys pass over places on the
 * way to another, so with the keyboard nothing is let go before the row is left.
 * @param {Element} question
 */
function rankOnce(question) {
  const places = [...question.querySelectorAll('.place:not(.none) input')].filter(
    (place) => place instanceof HTMLInputElement,
  );
  const lost = question.querySelector('[data-lost]');
  let byKey = false;
  question.addEventListener('pointerdown', () => {
    byKey = false;
  });
  question.addEventListener('keydown', () => {
    byKey = true;
  });
  /** @param {HTMLInputElement} kept */
  const letGo = (kept) => {
    const others = places.filter((place) => place !== kept && place.checked && place.value === kept.value);
    for (const other of others) {
      const row = other.closest('.place-row');
      const none = row?.querySelector('.none input');
      if (!(none instanceof HTMLInputElement)) continue;
      none.checked = true;
      none.dispatchEvent(new Event('change', { bubbles: true }));
      const option = row?.querySelector('.place-name')?.textContent ?? '';
      if (lost) lost.textContent = (lost.getAttribute('data-lost') ?? '').replace('{option}', option);
    }
    if (others.length === 0 && lost && kept.value !== 'unranked') lost.textContent = '';
  };
  question.addEventListener('change', ({ target }) => {
    if (target instanceof HTMLInputElement && target.value !== 'unranked' && !byKey) letGo(target);
  });
  question.addEventListener('focusout', (event) => {
    const row = event.target instanceof Element ? event.target.closest('.place-row') : null;
    const goal = event instanceof FocusEvent ? event.relatedTarget : null;
    if (!row || (goal instanceof Node && row.contains(goal))) return;
    const chosen = row.querySelector('.place:not(.none) input:checked');
    if (byKey && chosen instanceof HTMLInputElement) letGo(chosen);
  });
  // Enter sends the page from inside a row.
  question.closest('form')?.addEventListener('submit', () => {
    const row = document.activeElement?.closest('.place-row');
    const chosen = row?.querySelector('.place:not(.none) input:checked');
    if (chosen instanceof HTMLInputElement && places.includes(chosen)) letGo(chosen);
  });
}

/** "Nothing" beside something else is never meant. @param {HTMLInputElement} box */
function keepExclusive(box) {
  const question = box.closest('fieldset');
  question?.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.type !== 'checkbox' || !target.checked) return;
    for (const other of question.querySelectorAll('input[type="checkbox"]')) {
      if (other instanceof HTMLInputElement && other !== target && (target === box || other === box)) {
        other.checked = false;
      }
    }
  });
}
