// @ts-check
// The editor where scripts run: every change is saved at once and the page becomes what the server then draws; going
// from one question to the next does not load the page anew. Without it each form has its button.
import { startDragging } from './editor-drag.js';
import { showInOutline } from './editor-outline.js';
import { showInPreview } from './editor-preview.js';
import { morph } from './morph.js';

const editor = /** @type {HTMLElement} */ (document.getElementById('editor'));

/** Fields somebody typed in since the last time they were sent. @type {Set<string>} */
const touched = new Set();
/** Sends wait for each other, because each names what it was made on. @type {Promise<unknown>} */
let line = Promise.resolve();
/** Sends that have not come back. */
let underway = 0;
let failed = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let soon;

const placeForm = () => /** @type {HTMLFormElement | null} */ (document.getElementById('place-form'));

/** @param {string} words */
function sayState(words) {
  const state = document.getElementById('saving');
  if (state) state.textContent = words;
}

/** Whether a control keeps what is in it. @param {Element} control */
function keeps(control) {
  if (control instanceof HTMLInputElement && control.name === 'preview-width') return true;
  const name = control.getAttribute('name') ?? '';
  if (touched.has(name)) return true;
  const typing =
    control instanceof HTMLTextAreaElement ||
    (control instanceof HTMLInputElement && control.type === 'text');
  return typing && control === document.activeElement && control.id !== goal();
}

const goal = () => editor.dataset.focus ?? '';

/**
 * Puts what the server drew on the page.
 * @param {string} html @param {string} address @param {'stay' | 'go' | 'back'} way
 */
function put(html, address, way) {
  const next = new DOMParser().parseFromString(html, 'text/html').getElementById('editor');
  if (!next) {
    location.assign(address);
    return;
  }
  const here = document.activeElement?.id ?? '';
  const before = placeForm();
  morph(editor, next, keeps);
  editor.classList.add('live');
  const clean = new URL(address, location.href);
  for (const name of ['said', 'what', 'to', 'of', 'focus', 'condition']) clean.searchParams.delete(name);
  if (way === 'stay' && placeForm() === before) history.replaceState(null, '', clean);
  else if (way !== 'back') history.pushState(null, '', clean);
  showInPreview(next.querySelector('#preview'));
  void startDragging(editor, placed);
  showInOutline();
  focusAfter(here, way);
}

/** @param {string} here id of what had the focus @param {'stay' | 'go' | 'back'} way */
function focusAfter(here, way) {
  const wanted = goal() === '' ? null : document.getElementById(goal());
  const arrived = way === 'stay' ? document.getElementById(here) : editor.querySelector('[data-arrive]');
  const target = wanted ?? arrived;
  if (!(target instanceof HTMLElement) || target === document.activeElement) return;
  for (let box = target.closest('details'); box; box = box.parentElement?.closest('details') ?? null) {
    if (!target.closest('summary')) box.open = true;
  }
  target.focus({ preventScroll: way === 'stay' && wanted === null });
  if (
    wanted &&
    (target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement) &&
    target.type !== 'checkbox'
  ) {
    target.select();
  }
  if (way === 'go') document.getElementById('middle')?.scrollIntoView({ block: 'nearest' });
}

/**
 * Sends a form. With `quiet` what is not right yet is not told: somebody is still typing.
 * @param {HTMLFormElement} form @param {string} action @param {{ quiet?: boolean, take?: boolean }} [how]
 */
function send(form, action, { quiet = false, take = false } = {}) {
  clearTimeout(soon);
  underway += 1;
  line = line.then(async () => {
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') body.append(name, value);
    body.set('do', action);
    if (take) body.set('take', '1');
    touched.clear();
    sayState(editor.dataset.saving ?? '');
    try {
      const reply = await fetch(form.action, { method: 'POST', body, headers: { 'x-editor': 'part' } });
      if (reply.status >= 500) throw new Error(String(reply.status));
      const html = await reply.text();
      failed = false;
      if (quiet && !reply.ok) sayState(editor.dataset.unsaved ?? '');
      else put(html, reply.ok ? reply.url : location.href, 'stay');
      if (action === 'save' && reply.ok) document.getElementById('said')?.replaceChildren();
    } catch {
      failed = true;
      sayState(editor.dataset.failed ?? '');
    } finally {
      underway -= 1;
    }
  });
  return line;
}

/** @param {string} address @param {'go' | 'back'} way */
async function visit(address, way) {
  await flush();
  try {
    const reply = await fetch(address, { headers: { 'x-editor': 'part' } });
    put(await reply.text(), reply.url, way);
  } catch {
    location.assign(address);
  }
}

/** Saves what was typed and not sent yet. */
async function flush() {
  const form = placeForm();
  if (form && touched.size > 0) void send(form, 'save');
  await line;
}

/** Where a question or page was let go. @param {string} action */
function placed(action) {
  const form = /** @type {HTMLFormElement | null} */ (document.getElementById('outline-form'));
  if (form) void send(form, action);
}

editor.addEventListener('input', ({ target }) => {
  const form = placeForm();
  if (!form || !(target instanceof HTMLElement) || !form.contains(target)) return;
  touched.add(target.getAttribute('name') ?? '');
  clearTimeout(soon);
  const pasting = target.getAttribute('name')?.endsWith('.paste') ?? false;
  if (!pasting)
    soon = setTimeout(() => {
      if (placeForm() === form) void send(form, 'save', { quiet: true });
    }, 900);
});

editor.addEventListener('change', ({ target }) => {
  const form = placeForm();
  if (form && target instanceof HTMLElement && form.contains(target)) void send(form, 'save');
});

editor.addEventListener('submit', (event) => {
  const { submitter, target } = event;
  if (!(target instanceof HTMLFormElement)) return;
  event.preventDefault();
  if (!(submitter instanceof HTMLButtonElement) || submitter.getAttribute('aria-disabled') === 'true') return;
  const action = submitter.name === 'do' ? submitter.value : 'save';
  const own = target === placeForm();
  // Another form's errand comes after what was typed in this one.
  if (!own) void flush();
  void send(target, action, { take: submitter.name === 'take' });
});

editor.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  if (
    !link ||
    event.defaultPrevented ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey
  )
    return;
  if (link.target !== '' || link.getAttribute('href')?.startsWith('#')) return;
  if ('soft' in link.dataset) {
    event.preventDefault();
    void visit(link.href, 'go');
  } else if (underway > 0 || touched.size > 0) {
    event.preventDefault();
    void flush().then(() => location.assign(link.href));
  }
});

// Enter goes on to the next answer; a question is one paragraph.
editor.addEventListener('keydown', (event) => {
  const { target } = event;
  if (event.key !== 'Enter' || event.isComposing || event.shiftKey || !(target instanceof HTMLElement))
    return;
  const item = target.closest('.item-lead')?.closest('.item');
  if (item && target instanceof HTMLInputElement) {
    event.preventDefault();
    const lead = (/** @type {Element | null} */ one) => one?.querySelector('.item-lead input');
    const next = lead(item.nextElementSibling);
    const form = placeForm();
    if (next instanceof HTMLElement) next.focus();
    else if (form && target.value.trim() !== '') {
      void send(form, 'save').then(() => {
        const added = lead(document.getElementById(item.id)?.nextElementSibling ?? null);
        if (added instanceof HTMLElement) added.focus();
      });
    }
  } else if (target instanceof HTMLTextAreaElement && target.classList.contains('big')) {
    event.preventDefault();
    void flush();
  }
});

addEventListener('popstate', () => void visit(location.href, 'back'));
addEventListener('beforeunload', (event) => {
  if (failed || touched.size > 0) event.preventDefault();
});

editor.classList.add('live');
void startDragging(editor, placed);
showInPreview(document.getElementById('preview'));
showInOutline();
focusAfter('', 'stay');
