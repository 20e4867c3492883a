// Follows the writing of all pages without loading the page again; when it is over, the page shows what came of it.
// @ts-check

/** Milliseconds between two looks. */
const pause = 1500;
/** A status is read aloud; so it is said only at every fourth part. */
const parts = 4;

const place = /** @type {HTMLElement} */ (document.querySelector('#files'));
const line = /** @type {HTMLProgressElement} */ (document.querySelector('#files-progress'));
const told = /** @type {HTMLElement} */ (document.querySelector('#files-told'));
const status = /** @type {HTMLElement} */ (document.querySelector('#files-status'));
const partOf = () => Math.floor((parts * line.value) / Math.max(1, line.max));
let said = partOf();

async function look() {
  const reply = await fetch(location.href, { headers: { accept: 'text/html' } });
  const next = new DOMParser().parseFromString(await reply.text(), 'text/html');
  const now = next.querySelector('#files-progress');
  if (!(now instanceof HTMLProgressElement)) return location.reload();
  line.value = now.value;
  told.textContent = next.querySelector('#files-told')?.textContent ?? '';
  if (partOf() > said) {
    said = partOf();
    status.textContent = told.textContent;
  }
  setTimeout(follow, pause);
}

function follow() {
  look().catch(() => {
    told.textContent = place.dataset.failed ?? '';
    status.textContent = told.textContent;
    setTimeout(follow, 4 * pause);
  });
}

setTimeout(follow, pause);
