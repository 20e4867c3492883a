// @ts-check
// Talking to the server while a page is answered, and the strip at the foot of the window that says what is the matter.

/** @typedef {{ savedAt?: string, revision?: number, unread?: number, unsaved?: true, conflict?: true, gone?: true, address?: string }} Reply */

const patience = 8000;

/**
 * @param {URL} address @param {string} body @param {boolean} [goodbye] the page is going away
 * @returns {Promise<Reply | 'refused' | null>} null when nobody knows what became of it
 */
export async function post(address, body, goodbye = false) {
  try {
    const reply = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body,
      // Browsers let only short requests outlive their page.
      keepalive: goodbye && body.length < 60_000,
      signal: AbortSignal.timeout(patience),
    });
    if (reply.status >= 500) return null;
    if (!reply.headers.get('content-type')?.includes('json')) return 'refused';
    return await reply.json();
  } catch {
    return null;
  }
}

/**
 * Says what is the matter at the foot of the window, or nothing.
 * @param {string} text @param {{ words: string, act: () => void }[]} actions
 */
export function trouble(text, actions) {
  const region = document.getElementById('page:trouble');
  const said = region?.querySelector('p');
  if (!region || !said) return;
  if (said.textContent === text) return;
  said.textContent = text;
  region.classList.toggle('on', text !== '');
  for (const button of region.querySelectorAll('button')) button.remove();
  for (const { words: label, act } of actions) {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.textContent = label;
    button.addEventListener('click', act);
    region.append(button);
  }
  uncover(region);
}

/**
 * The strip stays at the foot of the window: what somebody is filling in is moved from under it, and so is what they go
 * to next.
 * @param {HTMLElement} region
 */
function uncover(region) {
  const on = region.classList.contains('on');
  document.documentElement.style.scrollPaddingBlockEnd = on ? `${region.offsetHeight}px` : '';
  const here = document.activeElement;
  if (!on || !here || here === document.body || region.contains(here)) return;
  if (here.getBoundingClientRect().bottom > region.getBoundingClientRect().top) {
    here.scrollIntoView({ block: 'nearest' });
  }
}
