// An earlier vote as a start for a new one of the same way: what was said then, as fields of the form that is offered now.
import type { Offer, Vote } from './vote.ts';

/**
 * The fields of an offer as this vote would fill them, for the needs that are in both. Groups of four are drawn anew each
 * time, so that nothing of them carries over; a pair is found again whichever side its needs stand on.
 * @returns no fields for a vote of another way
 * @example earlierFields({ way: 'piles', sorting: { a: 'first', gone: 'less' } }, { way: 'piles', needs: ['a', 'b'] }) // { 'pile.a': 'first' }
 */
export function earlierFields(vote: Vote, offer: Offer): Readonly<Record<string, string>> {
  const ofNeeds = (fieldsOf: (need: string) => readonly (readonly [string, string | number | undefined])[]) =>
    Object.fromEntries(
      offer.needs.flatMap((need) =>
        fieldsOf(need).flatMap(([field, value]) => (value === undefined ? [] : [[field, String(value)]])),
      ),
    );
  if (vote.way === 'piles' && offer.way === 'piles') {
    return ofNeeds((need) => [[`pile.${need}`, ownOf(vote.sorting, need)]]);
  }
  if (vote.way === 'points' && offer.way === 'points') {
    return ofNeeds((need) => [[`points.${need}`, ownOf(vote.points, need)]]);
  }
  if (vote.way === 'grid' && offer.way === 'grid') {
    return ofNeeds((need) => [
      [`effort.${need}`, ownOf(vote.marks, need)?.effort],
      [`impact.${need}`, ownOf(vote.marks, need)?.impact],
    ]);
  }
  if (vote.way === 'pairs' && offer.way === 'pairs') {
    return Object.fromEntries(
      offer.pairs.flatMap((pair, index) => {
        const chosen = chosenOf(vote, pair);
        return chosen ? [[`pair.${index + 1}`, chosen]] : [];
      }),
    );
  }
  return {};
}

function ownOf<Value>(values: Readonly<Record<string, Value>>, need: string): Value | undefined {
  return Object.hasOwn(values, need) ? values[need] : undefined;
}

function chosenOf(
  { answers }: Extract<Vote, { way: 'pairs' }>,
  { first, second }: { readonly first: string; readonly second: string },
): string | undefined {
  const same = answers.find((answer) => answer.first === first && answer.second === second);
  if (same) return same.chosen;
  const turned = answers.find((answer) => answer.first === second && answer.second === first)?.chosen;
  if (turned === 'first') return 'second';
  return turned === 'second' ? 'first' : turned;
}
