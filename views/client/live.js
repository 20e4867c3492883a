// @ts-check
// Keeps a screen in step with a session in the room. News comes as server-sent events; where those do not get through it is
// asked for now and then. What the page should look like is always drawn by the server: a page that is not the newest is
// fetched and put in place. Beside the cards of an open round there is only a line, which leads to the result at closing.
import { morph } from './morph.js';

/** @typedef {{ page: string, count: string, timer: { left: number, running: boolean } | null, said: string, closed: boolean }} News */

/** Milliseconds between two questions where no events come. */
const askEvery = 3000;
/** Questions after which events are tried again. */
const askTimes = 10;

const place = /** @type {HTMLElement} */ (document.querySelector('[data-live]'));
const { events = '', state = '', page = '' } = place.dataset;
/** The page drawn here; only a line where there is none. */
const view = document.querySelector('[data-live-view]');
const status = document.querySelector('[data-live-status]');
const trouble = /** @type {HTMLElement | null} */ (document.querySelector('[data-live-trouble]'));
const tab = crypto.randomUUID?.() ?? String(Math.random()).slice(2);

/** @type {Set<EventTarget>} What somebody typed or chose stays when the page is drawn anew. */
const touched = new Set();
view?.addEventListener('input', ({ target }) => target && touched.add(target));

let shown = view?.getAttribute('data-live-view') ?? '';
let wanted = shown;
let fetching = false;
let said = view?.querySelector('h1, h2')?.textContent ?? '';
/** @type {{ at: number, left: number, running: boolean } | null} */
let clock = null;

/** @param {News} news */
function hear(news) {
  if (trouble) trouble.hidden = true;
  clock = news.timer && { at: performance.now(), ...news.timer };
  for (const each of document.querySelectorAll('[data-live-count]')) each.textContent = news.count;
  tick();
  if (!view) {
    place.hidden = news.page === 'none';
    // The round of this page takes no orders any more, and the room looks at the result. Other pages can be read meanwhile.
    if (news.closed && place.hasAttribute('data-live-leaves')) location.assign(page);
    return;
  }
  if (status && said !== news.said) status.textContent = news.said;
  said = news.said;
  wanted = news.page;
  void draw();
}

/** Fetches the page until what is shown is what was last heard of. */
async function draw() {
  if (!view || fetching || wanted === shown) return;
  fetching = true;
  const asked = wanted;
  try {
    const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
    // Who may not come in any more is told so by the page itself.
    if (reply.status < 500 && !reply.ok) return location.reload();
    const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const drawn = next.querySelector('[data-live-view]');
    if (!reply.ok || !drawn) throw new Error(String(reply.status));
    const own = document.activeElement;
    morph(view, drawn, (control) => touched.has(control));
    document.title = next.title;
    shown = drawn.getAttribute('data-live-view') ?? '';
    // The button that was pressed may be gone with its step.
    if (own && own !== document.body && !own.isConnected) document.querySelector('main')?.focus();
    tick();
  } catch {
    setTimeout(() => void draw(), askEvery);
  } finally {
    fetching = false;
  }
  // Something was heard while the page was under way.
  if (wanted !== asked) void draw();
}

/** The clock as the seconds go by. */
function tick() {
  const gone = clock?.running ? (performance.now() - clock.at) / 1000 : 0;
  const left = clock ? Math.max(0, Math.ceil(clock.left - gone)) : null;
  for (const each of /** @type {NodeListOf<HTMLElement>} */ (
    document.querySelectorAll('[data-live-clock]')
  )) {
    const words = left === null ? '' : `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (each.textContent !== words) each.textContent = words;
    const box = each.closest('[data-live-timer]');
    if (box instanceof HTMLElement) box.hidden = left === null;
    box?.toggleAttribute('data-over', left === 0);
  }
}

function follow() {
  const source = new EventSource(`${events}?tab=${tab}`);
  source.addEventListener('message', ({ data }) => hear(JSON.parse(data)));
  source.addEventListener('error', () => {
    if (trouble) trouble.hidden = false;
    // Refused for good, or a browser that gives up: ask now and then, and try again later.
    if (source.readyState === EventSource.CLOSED) void ask(askTimes);
  });
}

/** @param {number} times */
async function ask(times) {
  if (times === 0) return follow();
  try {
    const reply = await fetch(state);
    if (reply.ok) hear(await reply.json());
    else if (reply.status < 500 && view) return location.reload();
  } catch {
    if (trouble) trouble.hidden = false;
  }
  setTimeout(() => void ask(times - 1), askEvery);
}

setInterval(tick, 250);
follow();
