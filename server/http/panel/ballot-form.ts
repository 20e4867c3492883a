// A ballot as form fields: `cards.<list>` holds each list in order, `do` names the button that was pressed.
// Reads them, judges them, makes the one move asked for; what it does not know it refuses.
import { checkBallot } from '../../../analysis/panel/ballot.ts';
import {
  type Card,
  type CardMove,
  cardsOfTiers,
  moveCard,
  readCards,
  startOrder,
  tiersOfCards,
} from '../../../analysis/panel/ballot-order.ts';
import { listName, type NeedList } from '../../../analysis/panel/panel-result.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import type { StoredBallot } from '../../../surveys/demonstration.ts';
import type { Message } from '../../texts.ts';

/** Raw form fields as the form reader gives them. */
export type Fields = Readonly<Record<string, unknown>>;

/** The cards of every list by its name, `top` first. */
export type BallotCards = ReadonlyMap<string, readonly Card[]>;

/** Orders of lists as lines, by the name of the list. */
export type Lines = Readonly<Record<string, string>>;

/** Which button was pressed. `save` keeps the order as it was sent. */
export type Pressed =
  | { readonly kind: 'move'; readonly move: CardMove }
  | { readonly kind: 'undo'; readonly lines: Lines }
  | { readonly kind: 'previous' | 'review' | 'save' };

/**
 * The cards a form carries, or why it is no ballot of these lists. A need of the list that is not on it counts as
 * unordered; one that is on it twice or is not of the list is refused.
 */
export function readBallotForm(
  fields: Fields,
  lists: readonly NeedList[],
): { readonly cards: BallotCards; readonly problems: readonly Message[] } {
  const cards = new Map<string, readonly Card[]>();
  const problems: Message[] = [];
  for (const list of lists) {
    const line = fields[`cards.${listName(list)}`];
    if (typeof line !== 'string') {
      problems.push({ key: 'panel.ballot.missingList' });
      continue;
    }
    const tiers = tiersOfCards(readCards(line));
    const own = checkBallot(tiers, list.needs);
    problems.push(...own);
    // A sound list is read once more against its needs, so that a card left out comes back as unordered.
    if (own.length === 0) cards.set(listName(list), withMissing(readCards(line), list.needs));
  }
  // One wrong field can break a rule many times over: the first few say enough.
  return { cards, problems: problems.slice(0, 5) };
}

/** The button of this form; a form without a known button only saves. */
export function readPressed(fields: Fields): Pressed {
  const [kind = '', need = ''] = typeof fields.do === 'string' ? fields.do.split(':', 2) : [];
  switch (kind) {
    case 'up':
    case 'down':
    case 'equal':
    case 'noOpinion':
      return { kind: 'move', move: { kind, need } };
    case 'to':
      return toPlace(need, fields[`place.${need}`]);
    case 'undo':
      return { kind: 'undo', lines: linesBefore(fields) };
    case 'previous':
    case 'review':
      return { kind };
    default:
      return { kind: 'save' };
  }
}

/** The orders to go back to that come along as `before.<list>`, in a form or an address. */
export function linesBefore(fields: Fields): Lines {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, line]) =>
      name.startsWith('before.') && typeof line === 'string' ? [[name.slice('before.'.length), line]] : [],
    ),
  );
}

/** The cards after a move, and the list it happened in with its order before; null when no list has the need. */
export function makeMove(
  cards: BallotCards,
  move: CardMove,
): { readonly cards: BallotCards; readonly list: string; readonly before: readonly Card[] } | null {
  for (const [list, before] of cards) {
    if (!before.some((card) => card.need === move.need)) continue;
    return { cards: new Map(cards).set(list, moveCard(before, move)), list, before };
  }
  return null;
}

/** What is stored of the cards. */
export function storedBallot(cards: BallotCards): StoredBallot {
  const lists: StoredBallot['lists'] = {};
  for (const [name, list] of cards) {
    const { tiers, noOpinion } = tiersOfCards(list);
    lists[name] = { tiers: tiers.map((tier) => [...tier]), noOpinion: [...noOpinion] };
  }
  return { lists };
}

/**
 * The cards of a stored ballot; a list it does not have is in the start order.
 * @param starts the order that was kept for this member; without it one from the seed.
 */
export function cardsOfBallot(
  ballot: StoredBallot | null,
  lists: readonly NeedList[],
  seed: string,
  starts?: Readonly<Record<string, readonly string[]>>,
): BallotCards {
  return new Map(
    lists.map((list) => {
      const kept = starts?.[listName(list)];
      const start = kept
        ? kept.map((need): Card => ({ need, part: 'ranked', equal: false }))
        : startOrder(list.needs, seededRandom(seedNumber(`${seed}/${listName(list)}`)));
      const stored = ballot?.lists[listName(list)];
      // Unordered cards keep the start order among themselves.
      const needs = start.map((card) => card.need);
      return [listName(list), stored ? cardsOfTiers(stored, needs) : start] as const;
    }),
  );
}

function withMissing(cards: readonly Card[], needs: readonly string[]): readonly Card[] {
  const present = new Set(cards.map((card) => card.need));
  const missing = needs.filter((need) => !present.has(need));
  const of = (part: Card['part']) => cards.filter((card) => card.part === part);
  return [
    ...of('ranked'),
    ...of('unranked'),
    ...missing.map((need): Card => ({ need, part: 'unranked', equal: false })),
    ...of('noOpinion'),
  ];
}

function toPlace(need: string, value: unknown): Pressed {
  if (value === 'unrank') return { kind: 'move', move: { kind: 'unrank', need } };
  const place = typeof value === 'string' && /^\d{1,3}$/.test(value) ? Number(value) : null;
  return place === null ? { kind: 'save' } : { kind: 'move', move: { kind: 'toPlace', need, place } };
}

/** 32 bits of a word (FNV-1a), to seed a chance order that is the same each time for the same member. */
function seedNumber(words: string): number {
  let hash = 0x811c9dc5;
  for (const letter of words) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
