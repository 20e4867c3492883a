// @ts-check
// The moves of analysis/panel/ballot-order.ts for the browser, so that a card moves at once and without a connection.
// The server derives and judges the tiers; a test holds the two to the same result for any run of moves.

/** @typedef {{ need: string, part: 'ranked' | 'unranked' | 'noOpinion', equal: boolean }} Card */

const partOrder = { ranked: 0, unranked: 1, noOpinion: 2 };
const marks = { ranked: '', unranked: '~', noOpinion: '!' };

/** @param {readonly Card[]} cards */
function tidy(cards) {
  return [...cards]
    .sort((a, b) => partOrder[a.part] - partOrder[b.part])
    .map((card, index) => ({ ...card, equal: card.equal && index > 0 && card.part === 'ranked' }));
}

/** @param {string} line @returns {Card[]} */
export function readCards(line) {
  return tidy(
    line
      .split(',')
      .filter((word) => word !== '')
      .map((word) => {
        const mark = word[0];
        const need = word.replace(/^[=~!]/, '');
        const part = mark === '~' ? 'unranked' : mark === '!' ? 'noOpinion' : 'ranked';
        return { need, part, equal: mark === '=' };
      }),
  );
}

/** @param {readonly Card[]} cards */
export function writeCards(cards) {
  return tidy(cards)
    .map((card) => `${card.equal ? '=' : marks[card.part]}${card.need}`)
    .join(',');
}

/** Places from 1, equal cards share one; null without a place. @param {readonly Card[]} cards */
export function placesOf(cards) {
  let place = 0;
  return cards.map((card, index) => {
    if (card.part !== 'ranked') return null;
    if (!card.equal) place = index + 1;
    return place;
  });
}

/**
 * @param {readonly Card[]} cards
 * @param {string} kind up, down, toPlace, equal, noOpinion or unrank
 * @param {string} need
 * @param {number} [place] for toPlace, from 1
 * @returns {Card[]}
 */
export function moveCard(cards, kind, need, place = 1) {
  const list = tidy(cards);
  const at = list.findIndex((card) => card.need === need);
  const card = list[at];
  if (!card) return list;
  const tiedBelow = list[at + 1]?.equal ?? false;
  const rest = list
    .map((each, index) => (index === at + 1 && !card.equal && each.equal ? { ...each, equal: false } : each))
    .filter((each) => each.need !== need);
  const ranked = rest.filter((each) => each.part === 'ranked').length;
  if (kind === 'toPlace') return insert(rest, need, Math.max(0, Math.round(place) - 1));
  if (kind === 'unrank') return tidy([...rest, { need, part: 'unranked', equal: false }]);
  if (kind === 'noOpinion') {
    if (card.part === 'noOpinion') return insert(rest, need, ranked);
    return [...rest, { need, part: 'noOpinion', equal: false }];
  }
  if (kind === 'equal') {
    return tidy(list.map((each) => (each.need === need ? { ...each, equal: !each.equal } : each)));
  }
  if (card.part === 'unranked' && kind === 'up') return insert(rest, need, ranked);
  if (card.part !== 'ranked') return list;
  const tied = card.equal || tiedBelow;
  if (kind === 'up') {
    // Out of a tie a card goes just before it; alone, before the whole tie above.
    if (!tied && at === 0) return list;
    return insert(rest, need, tied ? headOf(list, at) : headOf(list, at - 1));
  }
  const end = tailOf(list, at);
  if (!tied && end > ranked) return list;
  return insert(rest, need, tied ? end - 1 : tailOf(list, at + 1) - 1);
}

/** Index of the first card of the tie this one is in. @param {readonly Card[]} list @param {number} index */
function headOf(list, index) {
  let head = index;
  while (list[head]?.equal) head -= 1;
  return head;
}

/** Index just past the tie this card is in. @param {readonly Card[]} list @param {number} index */
function tailOf(list, index) {
  let tail = index + 1;
  while (list[tail]?.equal) tail += 1;
  return tail;
}

/** @param {readonly Card[]} rest @param {string} need @param {number} index @returns {Card[]} */
function insert(rest, need, index) {
  const ranked = rest.filter((card) => card.part === 'ranked');
  const at = headOf(ranked, Math.min(index, ranked.length));
  return [
    ...ranked.slice(0, at),
    { need, part: /** @type {const} */ ('ranked'), equal: false },
    ...ranked.slice(at),
    ...rest.filter((card) => card.part !== 'ranked'),
  ];
}
