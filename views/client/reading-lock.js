// @ts-check
// A page with somebody's own answers, on a computer others use too: it warns and locks as the questionnaire does.
// Nothing is typed here, so there is nothing to save; a sign of life only tells the server's clock.
import { startLock } from './lock.js';

startLock({
  save: async () => {
    await fetch(location.pathname, { method: 'HEAD' }).catch(() => null);
    return 'saved';
  },
  words: JSON.parse(document.getElementById('page:words')?.textContent ?? '{}'),
});
