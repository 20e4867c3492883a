// @ts-check
// Keeps a ballot on the server: a short while after the last change, one request at a time. Says "saved" only when the
// server did; without a connection what was done and typed stays on this device until it is saved, for two days at most.

/**
 * @typedef {object} Voice
 * @property {(savedAt: string, pending: string, wrong: Fields, others: import('./ballot-comments.js').Others) => void} saved
 *   `pending`: why something of it is not saved or does not count yet, empty when all of it does; `wrong`: the message of
 *   each field that was not saved; `others`: what was saved elsewhere in such a field
 * @property {() => void} saving
 * @property {() => void} offline
 * @property {(message: string, elsewhere: boolean) => void} refused `elsewhere`: another ballot was saved than the one
 *   this was made on; it stays until this page says which of the two is to stay
 */
/** @typedef {Record<string, string>} Fields form fields by their own names */
/**
 * @typedef {{ at: string, after: string, fields: Fields, unanswered?: string | null }} Kept `after`: the state of the
 *   ballot on the server on which this was made; `unanswered`: the request of which nobody knows whether it arrived
 */

const quiet = 300;
const again = 10_000;
const prefix = 'nodenkaart/';
const longest = 2 * 24 * 60 * 60 * 1000;

/**
 * @param {HTMLFormElement} form says where it is saved, what identifies it on this device, and in its hidden fields of
 *   which round it is and on which state of the ballot it was made
 * @param {() => Fields} fields everything the ballot is
 * @param {Voice} voice
 */
export function createSaver(form, fields, voice) {
  const { save: address = '', ballot: name = '' } = form.dataset;
  /** @param {string} field */
  const hidden = (field) => /** @type {HTMLInputElement} */ (form.querySelector(`input[name="${field}"]`));
  const round = hidden('round').value;
  /** Kept up to date, so that the buttons of the form say it too. */
  const state = hidden('after');
  const key = prefix + name;
  let timer = 0;
  /** @type {Promise<void> | null} */
  let sending = null;
  /** Counts changes, so that an answer knows whether it is about the newest. */
  let changes = 0;
  let unsaved = false;
  /** Goes again, the same, before anything newer: it may have arrived. @type {string | null} */
  let unanswered = null;
  /** Up to which change that is. */
  let sent = 0;
  /** What is stored instead, when that is no state of this page. @type {string | null} */
  let elsewhere = null;
  forgetOld();

  const keepHere = () => {
    try {
      /** @type {Kept} */
      const kept = { at: new Date().toISOString(), after: state.value, fields: fields(), unanswered };
      localStorage.setItem(key, JSON.stringify(kept));
    } catch {
      // A full or forbidden store: it is all still in the page and in every request.
    }
  };

  /** @param {boolean} [leaving] the page goes away: the request must outlive it @returns {Promise<void>} */
  async function send(leaving = false) {
    clearTimeout(timer);
    if (sending) await sending;
    if (!unsaved) return;
    sending = request(leaving);
    await sending;
    sending = null;
  }

  /** @param {boolean} leaving */
  async function request(leaving) {
    // Who leaves may not come back: then the newest goes at once.
    if (unanswered === null || leaving) {
      unanswered = new URLSearchParams({ ...fields(), round, after: state.value }).toString();
      sent = changes;
      if (leaving) keepHere();
    }
    try {
      const headers = { 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await fetch(address, { method: 'PUT', headers, body: unanswered, keepalive: leaving });
      if (answer.status >= 500) throw new Error(String(answer.status));
      const said = await answer.json();
      const { savedAt: now = '', message = '', pending = '', wrong = {}, other = {}, after = {} } = said;
      unanswered = null;
      if (answer.ok) state.value = said.state;
      for (const [field, words] of Object.entries(after)) hidden(field).value = words;
      elsewhere = said.elsewhere ?? null;
      if (sent === changes) unsaved = false;
      // What the server could not take, or would not, stays here too: it is nowhere else.
      if (!unsaved && answer.ok && Object.keys(wrong).length === 0) forgetHere(key);
      else keepHere();
      if (answer.ok) voice.saved(now, pending, wrong, other);
      else voice.refused(message, elsewhere !== null);
    } catch {
      voice.offline();
      timer = setTimeout(send, again);
      return;
    }
    if (unsaved) timer = setTimeout(send, quiet);
  }

  addEventListener('online', () => void send());
  addEventListener('pagehide', () => void send(true));

  return {
    /** Something changed: keep it here now, on the server soon. */
    changed() {
      changes += 1;
      unsaved = true;
      keepHere();
      voice.saving();
      clearTimeout(timer);
      timer = setTimeout(send, quiet);
    },
    /** Whether nothing waits to be sent. */
    settled: () => !unsaved,
    /** Sends now what was not sent yet. @returns {Promise<boolean>} whether nothing waits any more */
    async settle() {
      await send();
      // The first may have been an older request once more.
      if (unsaved && unanswered === null) await send();
      return !unsaved;
    },
    /** Puts the ballot of this page in the place of the one that was saved elsewhere. */
    putInPlace() {
      if (elsewhere === null) return;
      state.value = elsewhere;
      this.changed();
    },
    /** Lets go of what only this page and this device have: what was saved elsewhere stays. */
    letGo() {
      unsaved = false;
      clearTimeout(timer);
      forgetHere(key);
    },
    /**
     * What stayed on this device because nobody said here that it reached the server. It goes on from the state it was
     * made on: the server tells whether it has it already, or something else was saved since.
     * @returns {Fields | null}
     */
    leftHere() {
      const kept = keptAt(key);
      if (!kept) return null;
      state.value = kept.after;
      unanswered = kept.unanswered ?? null;
      return kept.fields;
    },
  };
}

/** Ballots that nobody came back for leave the device. */
function forgetOld() {
  try {
    const limit = new Date(Date.now() - longest).toISOString();
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(prefix) && (keptAt(key)?.at ?? '') < limit) localStorage.removeItem(key);
    }
  } catch {
    // A forbidden store has nothing of ours.
  }
}

/** @param {string} key */
function forgetHere(key) {
  try {
    localStorage.removeItem(key);
  } catch {
    // Nothing was kept then.
  }
}

/** @param {string} key @returns {Kept | null} */
function keptAt(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
    return typeof kept?.at === 'string' && typeof kept.fields === 'object' ? kept : null;
  } catch {
    // Unreadable is as good as nothing.
    return null;
  }
}
