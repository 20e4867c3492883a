// @ts-check
// Keeps a ballot on the server: a short while after the last move, one request at a time. Says "saved" only when the
// server did; without a connection the order stays on this device until it is saved.

/**
 * @typedef {object} Voice
 * @property {(savedAt: string) => void} saved
 * @property {() => void} saving
 * @property {() => void} offline
 * @property {(message: string) => void} refused
 */
/** @typedef {Record<string, string>} Lines the cards of each list as one line */

const quiet = 300;
const again = 10_000;

/**
 * @param {string} address
 * @param {string} name identifies the ballot on this device
 * @param {() => Lines} lines
 * @param {() => Record<string, string>} others fields that go along by their own names
 * @param {Voice} voice
 */
export function createSaver(address, name, lines, others, voice) {
  const key = `nodenkaart/${name}`;
  let timer = 0;
  let busy = false;
  /** Counts changes, so that an answer knows whether it is about the newest. */
  let changes = 0;
  let unsaved = false;

  const keepHere = () => {
    try {
      localStorage.setItem(key, JSON.stringify({ at: new Date().toISOString(), lines: lines() }));
    } catch {
      // A full or forbidden store: the order is still in the page and in every request.
    }
  };
  const forgetHere = () => {
    try {
      localStorage.removeItem(key);
    } catch {
      // Nothing was kept then.
    }
  };

  /** @param {boolean} [leaving] the page goes away: the request must outlive it */
  async function send(leaving = false) {
    clearTimeout(timer);
    if (busy || !unsaved) return;
    busy = true;
    const sent = changes;
    try {
      const body = new URLSearchParams();
      for (const [list, line] of Object.entries(lines())) body.set(`cards.${list}`, line);
      for (const [field, value] of Object.entries(others())) body.set(field, value);
      const answer = await fetch(address, { method: 'PUT', body, keepalive: leaving });
      if (answer.status >= 500) throw new Error(String(answer.status));
      const { savedAt, message } = await answer.json();
      if (sent === changes) {
        unsaved = false;
        forgetHere();
      }
      if (answer.ok) voice.saved(savedAt);
      else voice.refused(message);
    } catch {
      voice.offline();
      timer = setTimeout(send, again);
    } finally {
      busy = false;
      if (unsaved && sent !== changes) void send();
    }
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
    /**
     * What stayed on this device because it never reached the server, if it is newer than what the server has.
     * @param {string} savedAt
     * @returns {Lines | null}
     */
    leftHere(savedAt) {
      try {
        const kept = JSON.parse(localStorage.getItem(key) ?? 'null');
        if (kept && kept.at > savedAt) return kept.lines;
      } catch {
        // Unreadable is as good as nothing.
      }
      forgetHere();
      return null;
    },
  };
}
