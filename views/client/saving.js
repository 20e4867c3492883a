// @ts-check
// Saves each change while somebody answers, says so, and says plainly when it does not work. Nothing is called saved
// before the server has confirmed it; what is not confirmed stays in the page, and on somebody's own device beside it.
import { keepBeside } from './saving-device.js';
import { answersAsText, fill } from './saving-form.js';
import { post, trouble } from './saving-server.js';

/** @typedef {'saved' | 'unsaved' | 'lost' | 'refused' | 'conflict' | 'gone'} Outcome how the last attempt ended */
/** @typedef {import('./saving-server.js').Reply} Reply */

/** Words of the page with places such as `{n}` to fill. @type {Record<string, string>} */
const words = JSON.parse(document.getElementById('page:words')?.textContent ?? '{}');
const form = /** @type {HTMLFormElement | null} */ (document.getElementById('form'));
// Any question can be called "action" or "elements": what a form has of its own is never read through a dot.
const address = new URL(form?.getAttribute('action') ?? '', location.href);
address.searchParams.set('go', 'autosave');
const lock = document.getElementById('page:lock');
const revision = hidden('draft:revision');

/** A change is stored within two seconds: after a pause of one, and while somebody keeps typing at the latest now. */
const [pause, atLatest] = [900, 1400];

/** What the server has confirmed, or what it sent. */
let confirmed = '';
/** A request of which nobody knows whether it arrived: it goes again, the same, before anything newer. @type {string | null} */
let unsettled = null;
/** @type {Promise<Outcome> | null} */
let saving = null;
/** @type {Outcome} */
let last = 'saved';
let failures = 0;
let retry = 0;
let timer = 0;
let changedAt = 0;
let leaving = false;

if (form && revision) begin(form);
else keepBeside('').forgetAll(location.pathname);

/** @param {HTMLFormElement} page */
function begin(page) {
  confirmed = contentOf(page);
  const beside = keepBeside(lock ? '' : address.pathname);
  for (const kind of ['input', 'change', 'click']) {
    document.addEventListener(kind, (event) => {
      if (event.target instanceof Node && page.contains(event.target)) queueMicrotask(() => changed());
    });
  }
  document.addEventListener('submit', (event) => {
    if (event.target === page) void submitted(event);
  });
  window.addEventListener('online', () => void again());
  window.addEventListener('beforeunload', (event) => {
    if (!leaving && last === 'lost' && isDirty() && !beside.works) event.preventDefault();
  });
  window.addEventListener('pagehide', lastWord);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && isDirty()) void save();
  });
  restore();
  if (lock) {
    void import('./lock.js').then(({ startLock }) => startLock({ save: () => save(), words }));
  }

  function isDirty() {
    return contentOf(page) !== confirmed || unsettled !== null;
  }

  function changed() {
    if (!isDirty() || last === 'conflict' || last === 'gone') return;
    keepHere();
    clearTimeout(timer);
    changedAt ||= Date.now();
    timer = setTimeout(() => void save(), Math.max(0, Math.min(pause, changedAt + atLatest - Date.now())));
  }

  function keepHere() {
    beside.keep({ code: hidden('draft:code')?.value ?? '', body: bodyOf(page), unsettled });
  }

  /** Saves what is there now; who asks while it is saving hears how that ends. @returns {Promise<Outcome>} */
  function save() {
    clearTimeout(timer);
    changedAt = 0;
    saving ??= saveAll().finally(() => {
      saving = null;
    });
    return saving;
  }

  /** @returns {Promise<Outcome>} */
  async function saveAll() {
    for (;;) {
      const sending = unsettled ?? bodyOf(page);
      const resent = unsettled !== null;
      const reply = await post(address, sending);
      if (reply === null) {
        unsettled = sending;
        return failed();
      }
      unsettled = null;
      last = outcomeOf(reply);
      if (last !== 'saved') return stopped(last, reply);
      if (revision && reply !== 'refused' && reply.revision !== undefined) {
        revision.value = String(reply.revision);
      }
      confirmed = withoutRevision(sending);
      if (resent || contentOf(page) !== confirmed) continue;
      beside.forget();
      if (reply !== 'refused') showSaved(reply);
      return last;
    }
  }

  /** @param {Reply | 'refused'} reply @returns {Outcome} */
  function outcomeOf(reply) {
    if (reply === 'refused') return 'refused';
    return reply.conflict ? 'conflict' : reply.gone ? 'gone' : reply.unsaved ? 'unsaved' : 'saved';
  }

  /** @param {Reply} reply */
  function showSaved({ savedAt = '', unread = 0 }) {
    const said = document.getElementById('page:saved');
    const count = unread === 0 ? '' : unread === 1 ? words.unread1 : words.unreadN;
    const text = `${words.savedAt} ${savedAt}${count ? `. ${count.replace('{n}', String(unread))}` : ''}`;
    // Said aloud when it differs, which is once a minute at most.
    if (said && said.textContent !== text) said.textContent = text;
    trouble(failures > 0 ? (words.online ?? '') : '', []);
    failures = 0;
    clearTimeout(retry);
  }

  /** "Saved at" an earlier moment would stand beside what says that the latest is not. */
  function saidNoMore() {
    document.getElementById('page:saved')?.replaceChildren();
  }

  /** @returns {Outcome} */
  function failed() {
    last = 'lost';
    failures += 1;
    keepHere();
    saidNoMore();
    const kept = beside.works ? words.offlineKept : words.offline;
    trouble(kept ?? '', [
      { words: words.retry ?? '', act: () => void again() },
      { words: words.download ?? '', act: download },
    ]);
    clearTimeout(retry);
    retry = setTimeout(() => void again(), Math.min(60, 2 ** failures) * 1000);
    return last;
  }

  function again() {
    return last === 'lost' ? save() : Promise.resolve(last);
  }

  /** @param {Outcome} outcome @param {Reply | 'refused'} reply @returns {Outcome} */
  function stopped(outcome, reply) {
    const goal = reply === 'refused' ? '' : (reply.address ?? '');
    saidNoMore();
    if (outcome === 'unsaved') {
      beside.forget();
      confirmed = contentOf(page);
      trouble('', []);
    } else if (outcome === 'conflict') {
      trouble(words.conflict ?? '', [{ words: words.look ?? '', act: () => sendTo(goal) }]);
    } else if (outcome === 'gone') {
      trouble(words.gone ?? '', [{ words: words.look ?? '', act: () => sendTo(goal, true) }]);
    } else {
      trouble(words.refused ?? '', [{ words: words.download ?? '', act: download }]);
    }
    return outcome;
  }

  /** @param {string} goal @param {boolean} [only] to go there, without the form */
  function sendTo(goal, only = false) {
    leaving = true;
    beside.forget();
    if (only) return location.assign(goal);
    page.setAttribute('action', goal);
    HTMLFormElement.prototype.submit.call(page);
  }

  /**
   * Sending the page on goes through saving first: where there is no connection the page stays, with all that is in it.
   * @param {SubmitEvent} event
   */
  async function submitted(event) {
    if (leaving) return;
    event.preventDefault();
    if (page.getAttribute('aria-busy') === 'true') return;
    page.setAttribute('aria-busy', 'true');
    // A save under way may be of a moment ago; what is there now goes after it.
    if (saving) await saving;
    const outcome = await save();
    page.removeAttribute('aria-busy');
    if (outcome === 'lost') {
      const region = document.getElementById('page:trouble');
      region?.querySelector('p')?.append(` ${words.offlineNext}`);
      return region?.scrollIntoView({ block: 'nearest' });
    }
    leaving = true;
    beside.forget();
    HTMLFormElement.prototype.requestSubmit.call(page, event.submitter);
  }

  /** The page goes away: what changed in the last second goes along. */
  function lastWord() {
    if (leaving || !isDirty() || last === 'conflict' || last === 'gone') return;
    const body = new URLSearchParams(bodyOf(page));
    // The save under way counts as one; it cannot be waited for.
    if (saving && revision) body.set('draft:revision', String(Number(revision.value) + 1));
    void post(address, body.toString(), true);
  }

  /** What this device kept and the server never confirmed is filled in again, and saved. */
  function restore() {
    const kept = beside.find(hidden('draft:code')?.value ?? '');
    if (!kept) return;
    fill(page, new URLSearchParams(kept.body));
    if (contentOf(page) === confirmed) return beside.forget();
    // Made after the save it was made after then: should others have come in between, somebody has to choose.
    const then = new URLSearchParams(kept.body).get('draft:revision');
    if (revision && then) revision.value = then;
    unsettled = kept.unsettled;
    void save().then((outcome) => {
      if (outcome === 'saved') trouble(words.restored ?? '', []);
    });
  }

  function download() {
    const text = answersAsText(page, document.title);
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain;charset=utf-8' }));
    link.download = `${words.file}.txt`;
    link.click();
    URL.revokeObjectURL(link.href);
  }
}

/** @param {string} name @returns {HTMLInputElement | null} */
function hidden(name) {
  const field = form?.querySelector(`input[name="${name}"]`);
  return field instanceof HTMLInputElement ? field : null;
}

/** @param {HTMLFormElement} page what would be sent */
function bodyOf(page) {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(page)) if (typeof value === 'string') body.append(name, value);
  return body.toString();
}

/** @param {HTMLFormElement} page the same without which save it was made after */
function contentOf(page) {
  return withoutRevision(bodyOf(page));
}

/** @param {string} body */
function withoutRevision(body) {
  const fields = new URLSearchParams(body);
  fields.delete('draft:revision');
  return fields.toString();
}
