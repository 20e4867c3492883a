// @ts-check
// On somebody's own device: the answers of a page that the server has not confirmed yet, and only those.

/** @typedef {{ code: string, body: string, unsettled: string | null }} Kept */

const prefix = 'nodenkaart:';

/**
 * A place for one page.
 * @param {string} page its address; '' on a computer others use too, where nothing is kept
 */
export function keepBeside(page) {
  const key = prefix + page;
  const storage = page === '' ? null : available();
  return {
    works: storage !== null,
    /** @param {Kept} kept */
    keep(kept) {
      try {
        storage?.setItem(key, JSON.stringify(kept));
      } catch {
        // A full or forbidden store: the page itself still has everything.
      }
    },
    forget() {
      storage?.removeItem(key);
    },
    /** What was kept for the draft with this code; of another draft it is thrown away. @param {string} code @returns {Kept | null} */
    find(code) {
      const kept = parsed(storage?.getItem(key) ?? null);
      if (kept?.code === code) return kept;
      storage?.removeItem(key);
      return null;
    },
    /** Everything of the survey this address belongs to. @param {string} address */
    forgetAll(address) {
      const survey = address.split('/').slice(0, 3).join('/');
      const all = available();
      for (const name of Object.keys(all ?? {})) {
        if (name.startsWith(`${prefix}${survey}/`)) all?.removeItem(name);
      }
    },
  };
}

/** Browsers can forbid storage, and say so by throwing. @returns {Storage | null} */
function available() {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

/** @param {string | null} text @returns {Kept | null} */
function parsed(text) {
  try {
    const kept = JSON.parse(text ?? 'null');
    return typeof kept?.code === 'string' && typeof kept.body === 'string' ? kept : null;
  } catch {
    return null;
  }
}
