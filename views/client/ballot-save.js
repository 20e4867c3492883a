// @ts-check
// Keeps a ballot on the server: a short while after the last change, one request at a time. Says "saved" only when the
// server did; without a connection what was done and typed stays on this device until it is saved, for two days at most.

/**
 * @typedef {object} Voice
 * @property {(savedAt: string, pending: string, wrong: Fields) => void} saved `pending`: why something of it is not
 *   saved or does not count yet, empty when all of it does; `wrong`: the message of each field that was not saved
 * @property {() => void} saving
 * @property {() => void} offline
 * @property {(message: string) => void} refused
 */
/** @typedef {Record<string, string>} Fields form fields by their own names */
/** @typedef {{ at: string, after: string, fields: Fields }} Kept `after`: the save the server had at that moment */

const quiet = 300;
const again = 10_000;
const prefix = 'nodenkaart/';
const longest = 2 * 24 * 60 * 60 * 1000;

/**
 * @param {string} address
 * @param {string} name identifies the ballot on this device
 * @param {string} savedAt what the page shows was saved then; empty for never
 * @param {() => Fields} fields everything the ballot is
 * @param {Voice} voice
 */
export function createSaver(address, name, savedAt, fields, voice) {
  const key = prefix + name;
  let timer = 0;
  /** @type {Promise<void> | null} */
  let sending = null;
  /** Counts changes, so that an answer knows whether it is about the newest. */
  let changes = 0;
  let unsaved = false;
  let lastSave = savedAt;
  forgetOld();

  const keepHere = () => {
    try {
      /** @type {Kept} */
      const kept = { at: new Date().toISOString(), after: lastSave, fields: fields() };
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
    const sent = changes;
    try {
      const body = new URLSearchParams(fields());
      const answer = await fetch(address, { method: 'PUT', body, keepalive: leaving });
      if (answer.status >= 500) throw new Error(String(answer.status));
      const { savedAt: now = '', message = '', pending = '', wrong = {} } = await answer.json();
      if (now) lastSave = now;
      if (sent === changes) {
        unsaved = false;
        // What the server could not take stays here too: it is nowhere else.
        if (Object.keys(wrong).length === 0) forgetHere(key);
        else keepHere();
      }
      if (answer.ok) voice.saved(now, pending, wrong);
      else voice.refused(message);
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
    /** Whether there is nothing that only this page and this device have. */
    settled: () => !unsaved,
    /** Sends now what was not sent yet. @returns {Promise<boolean>} whether the server has everything */
    async settle() {
      await send();
      return !unsaved;
    },
    /**
     * What stayed on this device because it never reached the server, unless the server got something newer.
     * @returns {Fields | null}
     */
    leftHere() {
      const kept = keptAt(key);
      if (kept && (kept.after === savedAt || kept.at > savedAt)) return kept.fields;
      forgetHere(key);
      return null;
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
