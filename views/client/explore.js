// The explorer changes at once: each choice asks for the part that changes, keeps the address, the focus and the way back.
// @ts-check
import { morph } from './morph.js';

const root = /** @type {HTMLElement} */ (document.querySelector('#explorer'));
const status = /** @type {HTMLElement} */ (document.querySelector('#explore-status'));
/** A choice is followed when it has stood this long: arrow keys run past many. */
const pause = 250;
/** Work that takes longer than this is said. */
const patience = 400;

const formNow = () => /** @type {HTMLFormElement} */ (document.querySelector('#explore-form'));

/** The address of what is chosen now; what is left out has its default. */
function addressOf(/** @type {HTMLFormElement} */ form) {
  const chosen = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') chosen.append(name, value);
  }
  return `${form.getAttribute('action')}?${chosen}`;
}

/** @type {AbortController | null} */
let asking = null;

/** Shows a view. @param {string} address @param {'push' | 'none'} history @param {boolean} lead whether the finding takes the focus */
async function show(address, history, lead = false) {
  asking?.abort();
  const mine = new AbortController();
  asking = mine;
  root.setAttribute('aria-busy', 'true');
  const slow = setTimeout(() => {
    status.textContent = root.dataset.working ?? '';
  }, patience);
  try {
    const reply = await fetch(address, { headers: { 'x-part': 'explored' }, signal: mine.signal });
    // Signed out, or something unforeseen: the whole page says what.
    if (reply.redirected || (reply.status !== 200 && reply.status !== 400)) {
      location.assign(address);
      return;
    }
    const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const [form, explored] = [next.querySelector('#explore-form'), next.querySelector('#explored')];
    if (!form || !explored) return;
    if (history === 'push') window.history.pushState(null, '', address);
    morph(formNow(), form, (control) => control.id === 'explore-search');
    document.querySelector('#explored')?.replaceWith(document.importNode(explored, true));
    document.title = next.title;
    prepare();
    document.dispatchEvent(new CustomEvent('charts:changed'));
    status.textContent = `${root.dataset.found} ${document.querySelector('#explored-title')?.textContent ?? ''}`;
    const title = document.querySelector('#explored-title');
    if (lead && title instanceof HTMLElement) title.focus();
  } catch (error) {
    if (!mine.signal.aborted) status.textContent = root.dataset.failed ?? String(error);
  } finally {
    clearTimeout(slow);
    if (asking === mine) root.removeAttribute('aria-busy');
  }
}

/** What scripts add to the form: a search, and no button to press. */
function prepare() {
  const search = document.querySelector('[data-search]');
  if (search instanceof HTMLElement) search.hidden = false;
  const submit = document.querySelector('[data-submit]');
  if (submit instanceof HTMLElement) submit.hidden = true;
  find();
  const list = document.querySelector('#explore-question');
  if (!(list instanceof HTMLSelectElement)) return;
  const chosen = list.selectedOptions[0];
  if (!chosen || list.size < 2) return;
  const [inside, around] = [chosen.getBoundingClientRect(), list.getBoundingClientRect()];
  list.scrollTop += inside.top - around.top - around.height / 2;
}

/** Leaves the questions whose words hold what was searched. */
function find() {
  const search = /** @type {HTMLInputElement | null} */ (document.querySelector('#explore-search'));
  const wanted = (search?.value ?? '').trim().toLocaleLowerCase();
  let left = 0;
  for (const option of document.querySelectorAll('#explore-question option')) {
    const fits = (option.textContent ?? '').toLocaleLowerCase().includes(wanted);
    /** @type {HTMLElement} */ (option).hidden = !fits;
    left += Number(fits);
  }
  for (const group of document.querySelectorAll('#explore-question optgroup')) {
    /** @type {HTMLElement} */ (group).hidden = group.querySelector('option:not([hidden])') === null;
  }
  const none = document.querySelector('#explore-none');
  if (none instanceof HTMLElement) none.hidden = left > 0;
}

let waiting = 0;
root.addEventListener('change', (event) => {
  const control = event.target;
  if (!(control instanceof HTMLSelectElement || control instanceof HTMLInputElement)) return;
  if (control.form !== formNow() || control.id === 'explore-search') return;
  // Another question has other rows, other scales to compare with and other pictures.
  if (control.name === 'question') clear(['variable', 'gap', 'chart']);
  if (control.name === 'variable') clear(['gap', 'chart']);
  if (control.name === 'by' || control.name === 'percent') clear(['chart']);
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void show(addressOf(formNow()), 'push'), pause);
});

/** @param {readonly string[]} names */
function clear(names) {
  for (const control of formNow().elements) {
    if (control instanceof HTMLSelectElement && names.includes(control.name)) control.value = '';
    if (control instanceof HTMLInputElement && names.includes(control.name)) control.checked = false;
  }
}

root.addEventListener('submit', (event) => {
  if (event.target !== formNow()) return;
  event.preventDefault();
  void show(addressOf(formNow()), 'push');
});
root.addEventListener('input', (event) => {
  if (event.target instanceof HTMLInputElement && event.target.id === 'explore-search') find();
});
root.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[data-explore]') : null;
  if (!(link instanceof HTMLAnchorElement) || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  void show(link.href, 'push', true);
});
window.addEventListener('popstate', () => void show(location.href, 'none'));
prepare();
