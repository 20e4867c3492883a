// @ts-check
// The ballot with JavaScript: moves happen at once, the focus stays on the button that was pressed, one polite
// sentence tells where the card is now, and every change is saved. Without it the same buttons are form submits.
import { watchComments } from './ballot-comments.js';
import { moveCard, placesOf, readCards, writeCards } from './ballot-moves.js';
import { tellOpened } from './ballot-opened.js';
import { watchPlaces } from './ballot-places.js';
import { createToldSaver } from './ballot-told.js';

/** @typedef {import('./ballot-moves.js').Card} Card */
/** @typedef {{ name: string, root: HTMLElement, field: HTMLInputElement, cards: Card[] }} List */

const form = /** @type {HTMLFormElement} */ (document.querySelector('form[data-ballot]'));
const words = JSON.parse(document.getElementById('ballot-words')?.textContent ?? '{}');
/** An element the page always has. @param {string} selector @param {ParentNode} [root] */
const one = (selector, root = document) => /** @type {HTMLElement} */ (root.querySelector(selector));
const status = one('[data-status]', form);
const undo = one('[data-undo]', form);

/** @type {Map<string, List>} */
const lists = new Map();
for (const root of form.querySelectorAll('[data-list]')) {
  const name = root.getAttribute('data-list') ?? '';
  const field = /** @type {HTMLInputElement} */ (one(':scope > input', root));
  lists.set(name, { name, root: /** @type {HTMLElement} */ (root), field, cards: readCards(field.value) });
}
/** The orders of lists before each move. @type {{ list: List, line: string }[][]} */
const history = [];

const comments = watchComments(form, () => saver.changed());
const fields = () =>
  Object.fromEntries([...lists.values()].map((list) => [`cards.${list.name}`, writeCards(list.cards)]));
const saver = createToldSaver(form, words, fields, comments);

let sayTimer = 0;
/** Only the last of fast repeats is said. @param {string} sentence */
function say(sentence) {
  clearTimeout(sayTimer);
  sayTimer = setTimeout(() => {
    status.textContent = sentence;
  }, 300);
}

/** @param {List} list @param {Card} card */
function sentenceOf(list, card) {
  const title = cardElement(card.need).dataset.title ?? card.need;
  const place = written(list, placesOf(list.cards)[list.cards.indexOf(card)] ?? null);
  const count = String(list.cards.filter((each) => each.part === 'ranked').length);
  const key = card.part === 'ranked' ? (card.equal ? 'equal' : 'place') : card.part;
  return words[key].replace('{title}', title).replace('{place}', place).replace('{count}', count);
}

/** @param {List} list @param {number | null} place */
function written(list, place) {
  if (place === null) return '–';
  return list.name !== 'top' && place <= 26 ? String.fromCharCode(96 + place) : String(place);
}

/** @param {string} need */
const cardElement = (need) => one(`#need-${CSS.escape(need)}`);

/**
 * Puts the cards of a list where they belong. The card that was moved is not touched when it stays in its part,
 * so that it keeps the focus; the others are laid around it.
 * @param {List} list
 * @param {HTMLElement | null} pivot
 */
function lay(list, pivot) {
  for (const part of ['ranked', 'unranked', 'noOpinion']) {
    const box = one(`[data-part="${part}"]`, list.root);
    const cards = list.cards.filter((card) => card.part === part).map((card) => cardElement(card.need));
    const fixed = pivot && pivot.parentElement === box ? cards.indexOf(pivot) : -1;
    for (const [index, card] of cards.entries()) {
      if (index < fixed) box.insertBefore(card, pivot);
      else if (index !== fixed) box.append(card);
    }
    const around = one(`[data-part-of="${part}"]`, list.root);
    if (around) around.hidden = cards.length === 0;
  }
}

/** Writes places, ties and which buttons do something. @param {List} list */
function draw(list) {
  list.field.value = writeCards(list.cards);
  const places = placesOf(list.cards);
  const ranked = list.cards.filter((card) => card.part === 'ranked').length;
  for (const [index, card] of list.cards.entries()) {
    const element = cardElement(card.need);
    const tiedBelow = list.cards[index + 1]?.equal ?? false;
    const inOrder = card.part === 'ranked';
    one('[data-place]', element).textContent = written(list, places[index] ?? null);
    element.toggleAttribute('data-equal', card.equal);
    element.classList.toggle('tied', card.equal || tiedBelow);
    const off = {
      up: !(card.part === 'unranked' || (inOrder && (index > 0 || tiedBelow))),
      down: !(inOrder && (index < ranked - 1 || card.equal)),
    };
    button(element, 'up').ariaDisabled = String(off.up);
    button(element, 'down').ariaDisabled = String(off.down);
    button(element, 'noOpinion').ariaPressed = String(card.part === 'noOpinion');
    const equal = button(element, 'equal');
    equal.ariaPressed = String(card.equal);
    equal.hidden = !(inOrder && index > 0);
  }
}

/** A card's own button; a nested card has its own further down. @param {HTMLElement} card @param {string} action */
function button(card, action) {
  return one(`:scope > .card-words [data-do="${action}"], :scope > .hands [data-do="${action}"]`, card);
}

/**
 * @param {List} list
 * @param {Card[]} cards
 * @param {string | null} need the card that moved
 * @param {HTMLElement | null} [hold] what must stay under the pointer
 */
function change(list, cards, need, hold = null) {
  const before = hold?.getBoundingClientRect().top ?? 0;
  const focused = document.activeElement;
  list.cards = cards;
  lay(list, need === null ? null : cardElement(need));
  draw(list);
  for (const card of form.querySelectorAll('.card.moved')) card.classList.remove('moved');
  if (need !== null) cardElement(need).classList.add('moved');
  one('[data-bar]', form).classList.add('in-use');
  if (focused instanceof HTMLElement && focused !== document.activeElement)
    focused.focus({ preventScroll: true });
  if (hold?.checkVisibility())
    scrollBy({ top: hold.getBoundingClientRect().top - before, behavior: 'instant' });
  saver.changed();
}

/** @param {string} need */
function listOf(need) {
  return [...lists.values()].find((list) => list.cards.some((card) => card.need === need));
}

/** @param {string} kind @param {string} need @param {HTMLElement | null} hold @param {number} [place] */
function move(kind, need, hold, place) {
  const list = listOf(need);
  if (!list) return;
  const line = writeCards(list.cards);
  const cards = moveCard(list.cards, kind, need, place);
  if (writeCards(cards) === line) return lay(list, null);
  history.push([{ list, line }]);
  undo.hidden = false;
  change(list, cards, need, hold);
  const card = list.cards.find((each) => each.need === need);
  if (card) say(sentenceOf(list, card));
}

form.addEventListener('submit', (event) => {
  const pressed = /** @type {HTMLButtonElement | null} */ (event.submitter);
  const [kind = '', need = ''] = pressed?.value.split(':') ?? [];
  if (kind === 'review' || kind === 'previous') {
    // A page that leaves without a connection would show the browser's own error instead of what was done.
    if (saver.settled() && navigator.onLine) return;
    event.preventDefault();
    void saver.leaveWhenSettled(pressed);
    return;
  }
  event.preventDefault();
  if (kind !== 'undo') {
    if (pressed?.ariaDisabled !== 'true') move(kind, need, pressed);
    return;
  }
  const last = history.pop();
  if (!last) return;
  for (const { list, line } of last) change(list, readCards(line), null);
  say(words.undone);
  undo.hidden = history.length === 0;
  // The button is gone: the focus goes to the sentence that tells what happened.
  if (undo.hidden) {
    status.tabIndex = -1;
    status.focus();
  }
});

watchPlaces(form, (need, value, select) => {
  if (value === 'unrank') move('unrank', need, select);
  else move('toPlace', need, select, Number(value));
});

tellOpened(form);

// What a lost connection left on this device goes first.
const left = saver.leftHere();
if (left) {
  bringBack(left);
  say(words.broughtBack);
}
// After a move without JavaScript the page carries its own way back.
const before = [...undo.querySelectorAll('input')].flatMap((input) => {
  const list = lists.get(input.name.replace(/^before\./, ''));
  return list ? [{ list, line: input.value }] : [];
});
if (before.length > 0) history.push(before);

/** @param {import('./ballot-save.js').Fields} kept */
function bringBack(kept) {
  for (const list of lists.values()) {
    const cards = readCards(kept[`cards.${list.name}`] ?? '');
    const needs = (/** @type {Card[]} */ some) =>
      some
        .map((card) => card.need)
        .sort()
        .join();
    if (needs(cards) === needs(list.cards)) change(list, cards, null);
  }
  comments.bringBack(kept);
}

const { startDragging } = await import('./ballot-drag.js');
await startDragging(form, showPlaces, (need, part, index, handle) => {
  const list = /** @type {List} */ (listOf(need));
  if (part === 'ranked') move('toPlace', need, handle, index + 1);
  else if (part !== list.cards.find((card) => card.need === need)?.part)
    move(part === 'unranked' ? 'unrank' : 'noOpinion', need, handle);
  // Let go where it was taken: everything as it was.
  lay(list, null);
  draw(list);
  // The handle takes no focus: who goes on with keys or a screen reader is at the card that moved.
  button(cardElement(need), 'up').focus({ preventScroll: true });
});

/**
 * Places as they would be if a held card was let go here, on the card under the finger too.
 * @param {string} need @param {string} part @param {number} index
 */
function showPlaces(need, part, index) {
  const list = listOf(need);
  if (!list || part !== 'ranked') return;
  const cards = moveCard(list.cards, 'toPlace', need, index + 1);
  const places = placesOf(cards);
  for (const [at, card] of cards.entries()) {
    for (const place of form.querySelectorAll(
      `[data-need="${CSS.escape(card.need)}"] > .place > [data-place]`,
    ))
      place.textContent = written(list, places[at] ?? null);
  }
}
