// @ts-check
// The report builder, where scripts run: dragging blocks, Alt with an arrow to move the one somebody is at, focus that
// stays with what was moved, and a question before words that were not saved are left.
import { startDragging } from './editor-drag.js';

const builder = document.getElementById('builder');
const outline = document.getElementById('outline-form');

/**
 * As the button of that name would.
 * @param {string} action
 */
function send(action) {
  if (!(outline instanceof HTMLFormElement)) return;
  const field = Object.assign(document.createElement('input'), { type: 'hidden', name: 'do', value: action });
  outline.append(field);
  outline.submit();
}

if (builder) void startDragging(builder, send);

document.addEventListener('keydown', (event) => {
  if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
  const row = event.target instanceof Element ? event.target.closest('.builder-row') : null;
  const way = event.key === 'ArrowUp' ? 'up' : 'down';
  const button = row?.querySelector(`.move[value^="${way}:"]`);
  if (
    !(button instanceof HTMLElement) ||
    (event.target instanceof Element && event.target.matches('textarea'))
  )
    return;
  event.preventDefault();
  button.click();
});

const asked = new URLSearchParams(location.search);
const moved = asked.get('moved');
const did = asked.get('did');
if (moved && !location.hash) {
  const place = document.getElementById(`${did === 'down' ? 'down' : 'up'}-${moved}`);
  place?.focus({ preventScroll: true });
  place?.scrollIntoView({ block: 'center' });
}

const words = document.querySelector('[data-text] textarea');
const form = words?.closest('form');
if (words instanceof HTMLTextAreaElement && form) {
  let sent = false;
  form.addEventListener('submit', () => {
    sent = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!sent && words.value !== words.defaultValue) event.preventDefault();
  });
}
