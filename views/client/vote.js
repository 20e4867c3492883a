// @ts-check
// A vote with JavaScript: every change is saved, and points tell how many are left. Without it the form is a form.
import { watchComments } from './ballot-comments.js';
import { tellOpened } from './ballot-opened.js';
import { createToldSaver } from './ballot-told.js';

const form = /** @type {HTMLFormElement} */ (document.querySelector('form.vote'));
const words = JSON.parse(document.getElementById('vote-words')?.textContent ?? '{}');
/** An element the page always has. @param {string} selector @param {ParentNode} [root] */
const one = (selector, root = document) => /** @type {HTMLElement} */ (root.querySelector(selector));
const status = one('[data-status]', form);

const comments = watchComments(form, () => saver.changed());
/** What is chosen now, by field. @returns {Record<string, string>} */
const vote = () =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) =>
      typeof value === 'string' && !/^(comment|after|over)\./.test(name) ? [[name, value]] : [],
    ),
  );

const saver = createToldSaver(form, words, vote, comments);

/** Tells of every list with points how many are given. @param {boolean} aloud also says what changed */
function countPoints(aloud) {
  const fields = Object.entries(vote());
  for (const list of /** @type {NodeListOf<HTMLElement>} */ (form.querySelectorAll('[data-budget]'))) {
    const start = `${list.dataset.list}.points.`;
    const given = fields.reduce(
      (sum, [name, value]) => sum + (name.startsWith(start) ? Number(value) : 0),
      0,
    );
    const over = given > Number(list.dataset.budget);
    const sentence = (over ? list.dataset.overWords : list.dataset.givenWords) ?? '';
    const line = one('[data-given]', list);
    const said = sentence.replace('{given}', String(given));
    line.classList.toggle('over', over);
    if (line.textContent === said) continue;
    line.textContent = said;
    if (aloud) status.textContent = said;
  }
}

form.addEventListener('change', (event) => {
  if (!(event.target instanceof HTMLInputElement)) return;
  countPoints(true);
  saver.changed();
});

// Looking it over waits for the server to have everything, as far as there is a connection.
form.addEventListener('submit', (event) => {
  if (saver.settled()) return;
  event.preventDefault();
  void saver.leaveWhenSettled(/** @type {HTMLButtonElement | null} */ (event.submitter));
});

// What a lost connection left on this device goes first.
const left = saver.leftHere();
if (left) {
  for (const field of form.querySelectorAll('input'))
    field.checked = (left[field.name] ?? '') === field.value;
  comments.bringBack(left);
  saver.changed();
  status.textContent = words.broughtBack;
}
countPoints(false);
tellOpened(form);
