// One list of a ballot as the cards a member sees: their order, ties, the cards left unordered and those without an
// opinion. Moves are pure; the tiers that are stored and counted are derived from the cards here and nowhere else.

/** Ranked cards have a place; unranked ones stand together below them; no opinion means: not compared at all. */
export type CardPart = 'ranked' | 'unranked' | 'noOpinion';

/** `equal`: shares its place with the ranked card above it. Always false on the first and outside the ranked part. */
export interface Card {
  readonly need: string;
  readonly part: CardPart;
  readonly equal: boolean;
}

/** Ordered tiers, best first, and the needs without an opinion; needs in neither are unranked (docs/rules.md, Panel). */
export interface BallotTiers {
  readonly tiers: readonly (readonly string[])[];
  readonly noOpinion: readonly string[];
}

/** What a member can do with one card. `toPlace` counts from 1 in the ranked part. */
export type CardMove =
  | { readonly kind: 'up' | 'down' | 'equal' | 'noOpinion' | 'unrank'; readonly need: string }
  | { readonly kind: 'toPlace'; readonly need: string; readonly place: number };

const partOrder: Readonly<Record<CardPart, number>> = { ranked: 0, unranked: 1, noOpinion: 2 };
const marks: Readonly<Record<CardPart, string>> = { ranked: '', unranked: '~', noOpinion: '!' };

/** Cards in the order ranked, unranked, no opinion, without a tie where none can be. */
export function tidyCards(cards: readonly Card[]): readonly Card[] {
  const sorted = [...cards].sort((a, b) => partOrder[a.part] - partOrder[b.part]);
  return sorted.map((card, index) =>
    card.equal && (index === 0 || card.part !== 'ranked') ? { ...card, equal: false } : card,
  );
}

/**
 * All needs ranked in a chance order, so that no need profits from its place in the catalogue (docs/rules.md, Panel).
 * @param random numbers in [0, 1) from a source seeded by the member, so that the order comes back.
 */
export function startOrder(needs: readonly string[], random: () => number): readonly Card[] {
  const shuffled = [...needs];
  for (let last = shuffled.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const kept = shuffled[last] as string;
    shuffled[last] = shuffled[other] as string;
    shuffled[other] = kept;
  }
  return shuffled.map((need) => ({ need, part: 'ranked', equal: false }));
}

/** The cards of a stored list. Needs that are in it but not in `needs` are left out; the others count as unranked. */
export function cardsOfTiers(list: BallotTiers, needs: readonly string[]): readonly Card[] {
  const known = new Set(needs);
  const ranked = list.tiers
    .map((tier) => tier.filter((need) => known.has(need)))
    .flatMap((tier) => tier.map((need, index): Card => ({ need, part: 'ranked', equal: index > 0 })));
  const noOpinion = list.noOpinion.filter((need) => known.has(need));
  const placed = new Set([...ranked.map((card) => card.need), ...noOpinion]);
  return [
    ...ranked,
    ...needs
      .filter((need) => !placed.has(need))
      .map((need): Card => ({ need, part: 'unranked', equal: false })),
    ...noOpinion.map((need): Card => ({ need, part: 'noOpinion', equal: false })),
  ];
}

/** The tiers that are stored: each ranked card opens a tier or joins the one above it. */
export function tiersOfCards(cards: readonly Card[]): BallotTiers {
  const tidy = tidyCards(cards);
  return {
    tiers: tiersOf(tidy).map((tier) => tier.map((card) => card.need)),
    noOpinion: tidy.filter((card) => card.part === 'noOpinion').map((card) => card.need),
  };
}

/** The place of each card, in their order: equal cards share one and the next skips (5, 5, 7); null when unplaced. */
export function placesOfCards(cards: readonly Card[]): readonly (number | null)[] {
  let place = 0;
  return cards.map((card, index) => {
    if (card.part !== 'ranked') return null;
    if (!card.equal) place = index + 1;
    return place;
  });
}

/**
 * The cards after one move. A moved card leaves its tie and passes whole ties, so that nobody else's tie changes.
 * A move that cannot be made (first card up, an unknown need) gives the same cards.
 */
export function moveCard(cards: readonly Card[], move: CardMove): readonly Card[] {
  const tidy = tidyCards(cards);
  const card = tidy.find((each) => each.need === move.need);
  if (!card) return tidy;
  const rest = without(tidy, move.need);
  switch (move.kind) {
    case 'up':
      return moveUp(tidy, card, rest);
    case 'down':
      return moveDown(tidy, card, rest);
    case 'toPlace':
      return insertRanked(rest, card, Math.max(0, Math.round(move.place) - 1));
    case 'equal':
      if (card.part !== 'ranked') return tidy;
      return tidyCards(
        tidy.map((each) => (each.need === card.need ? { ...each, equal: !each.equal } : each)),
      );
    case 'noOpinion':
      if (card.part === 'noOpinion') return insertRanked(rest, card, rest.length);
      return [...rest, { need: card.need, part: 'noOpinion', equal: false }];
    case 'unrank':
      return tidyCards([...rest, { need: card.need, part: 'unranked', equal: false }]);
  }
}

/** The cards as one line: codes in order, `=` before an equal one, `~` before an unranked, `!` before no opinion. */
export function writeCards(cards: readonly Card[]): string {
  return tidyCards(cards)
    .map((card) => `${card.equal ? '=' : marks[card.part]}${card.need}`)
    .join(',');
}

/** Reads that line back. What the codes are is not checked here: `checkBallot` judges the tiers that follow. */
export function readCards(line: string): readonly Card[] {
  const cards = line.split(',').filter((word) => word !== '');
  return tidyCards(
    cards.map((word): Card => {
      const need = word.replace(/^[=~!]/, '');
      if (word.startsWith('~')) return { need, part: 'unranked', equal: false };
      if (word.startsWith('!')) return { need, part: 'noOpinion', equal: false };
      return { need, part: 'ranked', equal: word.startsWith('=') };
    }),
  );
}

/** The cards without one of them; when it led a tie, the next of that tie leads it. */
function without(cards: readonly Card[], need: string): readonly Card[] {
  const index = cards.findIndex((card) => card.need === need);
  const led = cards[index]?.equal === false;
  return cards
    .map((card, at) => (at === index + 1 && led && card.equal ? { ...card, equal: false } : card))
    .filter((card) => card.need !== need);
}

/** Ranked cards in their tiers, best first. */
function tiersOf(cards: readonly Card[]): readonly (readonly Card[])[] {
  const tiers: Card[][] = [];
  for (const card of cards) {
    if (card.part !== 'ranked') continue;
    const last = tiers.at(-1);
    if (card.equal && last) last.push(card);
    else tiers.push([card]);
  }
  return tiers;
}

/** Puts a card, alone on its place, before the ranked card at `index`; never between equal ones: then before them. */
function insertRanked(rest: readonly Card[], card: Card, index: number): readonly Card[] {
  const ranked = rest.filter((each) => each.part === 'ranked');
  let at = Math.min(index, ranked.length);
  while (ranked[at]?.equal) at -= 1;
  const placed: Card = { need: card.need, part: 'ranked', equal: false };
  return [
    ...ranked.slice(0, at),
    placed,
    ...ranked.slice(at),
    ...rest.filter((each) => each.part !== 'ranked'),
  ];
}

function moveUp(cards: readonly Card[], card: Card, rest: readonly Card[]): readonly Card[] {
  if (card.part === 'noOpinion') return cards;
  if (card.part === 'unranked') return insertRanked(rest, card, rest.length);
  const tiers = tiersOf(cards);
  const at = tiers.findIndex((tier) => tier.includes(card));
  const own = tiers[at] ?? [];
  // Out of a tie the card goes just before it; alone, before the whole tier above.
  const before = own.length > 1 ? at : at - 1;
  if (before < 0) return cards;
  return insertRanked(rest, card, countCards(tiers.slice(0, before)));
}

function moveDown(cards: readonly Card[], card: Card, rest: readonly Card[]): readonly Card[] {
  if (card.part !== 'ranked') return cards;
  const tiers = tiersOf(cards);
  const at = tiers.findIndex((tier) => tier.includes(card));
  const own = tiers[at] ?? [];
  const past = own.length > 1 ? at : at + 1;
  if (past >= tiers.length) return cards;
  return insertRanked(rest, card, countCards(tiers.slice(0, past + 1)) - 1);
}

function countCards(tiers: readonly (readonly Card[])[]): number {
  return tiers.reduce((sum, tier) => sum + tier.length, 0);
}
