// @ts-check
// A computer that others use too: after some minutes without a sign of life the page warns, then saves, and the
// browser forgets the code. Nothing comes back with the Back button. Without a connection the page covers itself
// instead and keeps what it could not save until the code is typed.

/** What counts as a sign of life. */
const signs = ['pointerdown', 'pointermove', 'keydown', 'input', 'scroll', 'wheel'];
/** Somebody who only reads tells the server so once a minute, because its clock runs too. */
const beat = 60_000;

/** @param {{ save: () => Promise<string>, words: Record<string, string> }} page */
export function startLock({ save, words }) {
  const dialog = document.getElementById('page:lock');
  if (!(dialog instanceof HTMLDialogElement)) return;
  const box = dialog;
  const main = document.getElementById('main');
  const warnAfter = Number(box.dataset.warn);
  const lockAfter = Number(box.dataset.lock);
  const code = document.querySelector('input[name="draft:code"]');
  // Two tabs of one person: being busy in one is being there in both.
  const tabs =
    'BroadcastChannel' in window ? new BroadcastChannel(`nodenkaart ${box.dataset.address}`) : null;
  let alive = Date.now();
  let told = Date.now();
  let locking = false;

  for (const sign of signs) {
    document.addEventListener(sign, () => live(), { capture: true, passive: true });
  }
  tabs?.addEventListener('message', ({ data }) => {
    if (data === 'locked') leave();
    else if (!locking) stay();
  });
  part('lock-stay')?.addEventListener('click', () => stay(true));
  box.addEventListener('cancel', (event) => {
    if (locking) event.preventDefault();
    else stay(true);
  });
  // Some browsers let the second Escape through.
  box.addEventListener('close', () => {
    if (locking) box.showModal();
  });
  part('lock-open')?.addEventListener('submit', (event) => {
    event.preventDefault();
    unlock();
  });
  // The next person's Back button: the page is empty before it can be seen, and asked for again.
  window.addEventListener('pagehide', () => {
    if (main) main.hidden = true;
  });
  window.addEventListener('pageshow', ({ persisted }) => {
    if (persisted) location.reload();
  });
  setInterval(tick, 500);

  /** While the warning stands only its button counts: a touch of the mouse in passing is nobody coming back. */
  function live() {
    if (box.open || locking) return;
    alive = Date.now();
    if (alive - told < Math.min(beat, (warnAfter * 1000) / 4)) return;
    told = alive;
    tabs?.postMessage('here');
    void save();
  }

  /** @param {boolean} [here] said in this tab, and to be told to the others */
  function stay(here = false) {
    alive = Date.now();
    if (box.open) box.close();
    if (!here) return;
    told = alive;
    tabs?.postMessage('here');
    void save();
  }

  function tick() {
    if (locking) return;
    // By the clock, so that a computer that slept wakes up locked.
    const idle = (Date.now() - alive) / 1000;
    if (idle >= lockAfter) return void lock();
    if (idle < warnAfter) return;
    if (!box.open) warn();
    const left = Math.max(0, Math.ceil(lockAfter - idle));
    const text = (left === 1 ? words.seconds1 : words.secondsN)?.replace('{n}', String(left)) ?? '';
    const countdown = part('lock-left');
    if (countdown && countdown.textContent !== text) countdown.textContent = text;
    const said = part('lock-said');
    if (said && (left === 30 || left === 10) && said.textContent !== text) said.textContent = text;
  }

  function warn() {
    const shown = part('lock-code');
    if (shown && code instanceof HTMLInputElement) shown.textContent = code.value;
    box.showModal();
    part('lock-stay')?.focus();
  }

  async function lock() {
    locking = true;
    const outcome = await save();
    const keeps = outcome !== 'saved' && outcome !== 'unsaved' && outcome !== 'gone';
    if (keeps || !(await forgotten())) return cover();
    tabs?.postMessage('locked');
    leave();
  }

  /** Whether the server made this browser forget the code. */
  async function forgotten() {
    try {
      const reply = await fetch(box.dataset.address ?? '', {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      });
      return reply.ok;
    } catch {
      return false;
    }
  }

  function leave() {
    locking = true;
    if (main) main.hidden = true;
    location.replace(box.dataset.locked ?? '/');
  }

  /** What could not be saved stays, out of sight, and is tried again. */
  function cover() {
    if (main) main.hidden = true;
    for (const each of box.querySelectorAll('.warning')) each.setAttribute('hidden', '');
    part('lock-open')?.removeAttribute('hidden');
    if (!box.open) box.showModal();
    part('lock-typed')?.focus();
    setTimeout(() => {
      if (locking) void lock();
    }, 10_000);
  }

  function unlock() {
    const typed = part('lock-typed');
    if (!(typed instanceof HTMLInputElement) || !(code instanceof HTMLInputElement)) return;
    const plain = (/** @type {string} */ text) => text.toUpperCase().replace(/[^0-9A-Z]/g, '');
    const right = plain(typed.value) === plain(code.value);
    typed.setAttribute('aria-invalid', String(!right));
    if (!right) return;
    locking = false;
    typed.value = '';
    if (main) main.hidden = false;
    for (const each of box.querySelectorAll('.warning')) each.removeAttribute('hidden');
    part('lock-open')?.setAttribute('hidden', '');
    stay(true);
  }
}

/** @param {string} id */
function part(id) {
  return document.getElementById(id);
}
