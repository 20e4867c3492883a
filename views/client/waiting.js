// Looks how far the reading is, without loading the page again. When the figures are there the page shows them, unless
// somebody is busy in it: then they stand behind a link, and nothing is taken out of their hands.
// @ts-check

/** Milliseconds between two looks. */
const pause = 1000;
/** A status is read aloud; so it is said only at every fourth part. */
const part = 25;

const place = /** @type {HTMLElement} */ (document.querySelector('#waiting'));
const line = /** @type {HTMLProgressElement} */ (place.querySelector('progress'));
const lead = /** @type {HTMLElement} */ (document.querySelector('#waiting-lead'));
const status = /** @type {HTMLElement} */ (document.querySelector('#waiting-status'));
const again = /** @type {HTMLAnchorElement} */ (document.querySelector('#waiting-again'));

let said = Math.floor(line.value / part);

const busyElsewhere = () =>
  document.activeElement !== null &&
  ![document.body, document.querySelector('main')].includes(
    /** @type {HTMLElement} */ (document.activeElement),
  );

async function look() {
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
  const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const now = next.querySelector('#waiting progress');
  // The page itself, or what went wrong in its place.
  if (!(now instanceof HTMLProgressElement)) return ready();
  line.value = now.value;
  lead.textContent = next.querySelector('#waiting-lead')?.textContent ?? '';
  if (Math.floor(now.value / part) > said) {
    said = Math.floor(now.value / part);
    status.textContent = `${now.value} %`;
  }
  setTimeout(follow, pause);
}

function ready() {
  line.value = line.max;
  if (!busyElsewhere()) return location.reload();
  lead.textContent = '';
  status.textContent = place.dataset.ready ?? '';
}

function follow() {
  look().catch(() => {
    status.textContent = place.dataset.failed ?? '';
    setTimeout(follow, 5 * pause);
  });
}

// A link to the same address may only move within the page.
again.addEventListener('click', (event) => {
  event.preventDefault();
  location.reload();
});
setTimeout(follow, pause);
