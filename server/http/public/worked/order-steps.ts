// From lists to the order of the group, step by step: the lists, their places, the mean place, the order with its ties, a list
// inside a need, and what "no opinion" does.
import type { Ballot } from '../../../../analysis/panel/ballot.ts';
import { CLEAR_CHANCE } from '../../../../analysis/panel/bootstrap.ts';
import type {
  CountedList,
  OrderExample,
  SharedPlaces,
} from '../../../../analysis/panel/worked-example/order-example.ts';
import { formatPercent } from '../../../format-values.ts';
import { type Block, type MemberCard, orderBlock, type Speech, type Step, says, table } from './steps.ts';

/** The first six steps of the example. */
export function orderSteps(example: OrderExample, speech: Speech): readonly Step[] {
  return [
    ballotsStep(example, speech),
    placesStep(example, speech),
    meanStep(example.top, speech),
    orderStep(example.top, speech),
    withinStep(example.within, speech),
    joiningStep(example, speech),
  ];
}

function ballotsStep({ top }: OrderExample, speech: Speech): Step {
  const values = { members: top.members.length, needs: top.needs.length };
  return {
    id: 'ballots',
    title: speech.say('ballots.title'),
    blocks: [
      says(speech.say('ballots.says', values)),
      {
        kind: 'cards',
        cards: top.ballots.map((ballot, index) =>
          cardOf(top.members[index] ?? '', ballot, top.needs, speech),
        ),
      },
    ],
  };
}

/** The list of one member, with what has no place on it. */
export function cardOf(
  member: string,
  { tiers, noOpinion }: Ballot,
  needs: readonly string[],
  speech: Speech,
): MemberCard {
  const unranked = needs.filter((need) => ![...tiers.flat(), ...noOpinion].includes(need));
  const note = (key: string, codes: readonly string[]) =>
    codes.length > 0 ? [speech.say(`ballots.${key}`, { needs: speech.needs(codes) })] : [];
  return {
    member,
    lines: tiers.map((tier) => ({ words: speech.needs(tier), tied: tier.length > 1 })),
    notes: [...note('unranked', unranked), ...note('noOpinion', noOpinion)],
  };
}

function placesStep({ top, shared }: OrderExample, speech: Speech): Step {
  const [sum = 0] = columnSums(top);
  return {
    id: 'places',
    title: speech.say('places.title'),
    blocks: [
      says(speech.say('places.says')),
      ...shared.map((group) => says(sharedSaid(group, speech))),
      placesTable(top, speech),
      says(speech.say('places.check', { sum })),
    ],
  };
}

const columnSums = ({ members, lines }: CountedList) =>
  members.map((_, index) => lines.reduce((sum, { places }) => sum + (places[index] ?? 0), 0));

/** The place of each need on each list, with the sum of every list below it. */
export function placesTable(list: CountedList, speech: Speech): Block {
  return table({
    id: 'places-table',
    caption: speech.say('places.table'),
    heads: [speech.say('head.need'), ...list.members],
    rows: list.lines.map(({ need, places }) => ({
      head: speech.need(need),
      cells: places.map(speech.number),
    })),
    foot: { head: speech.say('head.together'), cells: columnSums(list).map(speech.number) },
  });
}

/** Why needs that stand together have the place they have. */
export function sharedSaid({ member, needs, covers, place, unranked }: SharedPlaces, speech: Speech): string {
  return speech.say(unranked ? 'places.unranked' : 'places.tied', {
    member,
    needs: speech.needs(needs),
    covers: speech.list(covers.map(speech.number)),
    adding: speech.adding(covers),
    count: covers.length,
    place,
  });
}

function meanStep(list: CountedList, speech: Speech): Step {
  return {
    id: 'mean',
    title: speech.say('mean.title'),
    blocks: [
      says(speech.say('mean.says')),
      table(meanTable('mean-table', speech.say('mean.table'), list, speech)),
    ],
  };
}

/** The places of each need added, and their mean. */
export function meanTable(id: string, caption: string, { lines }: CountedList, speech: Speech) {
  const heads = ['need', 'adding', 'sum', 'lists', 'mean'].map((key) => speech.say(`head.${key}`));
  return {
    id,
    caption,
    heads,
    rows: lines.map(({ need, places, sum, meanPlace }) => ({
      head: speech.need(need),
      cells: [speech.adding(places), ...[sum, places.length, meanPlace].map(speech.number)],
    })),
    foot: null,
  };
}

function orderStep({ lines }: CountedList, speech: Speech): Step {
  return {
    id: 'order',
    title: speech.say('order.title'),
    blocks: [
      says(speech.say('order.says')),
      meanOrder(lines, speech),
      ...tiedSaid(lines, speech).map(says),
      says(speech.say('order.bracket', { percent: formatPercent(speech.language, 1 - CLEAR_CHANCE) })),
    ],
  };
}

/** The order by mean place. */
export function meanOrder(lines: CountedList['lines'], speech: Speech) {
  return orderBlock(
    lines.map(({ need, place, meanPlace }) => ({
      need,
      place,
      said: speech.say('order.mean', { mean: meanPlace }),
    })),
    speech,
  );
}

/** Which needs share a place, and what the next one is. */
export function tiedSaid(lines: CountedList['lines'], speech: Speech): readonly string[] {
  return [...new Set(lines.map(({ place }) => place))].flatMap((place) => {
    const needs = lines.filter((line) => line.place === place).map(({ need }) => need);
    const values = { needs: speech.needs(needs), place, next: place + needs.length };
    return needs.length > 1 ? [speech.say('order.tied', values)] : [];
  });
}

function withinStep(within: OrderExample['within'], speech: Speech): Step {
  const values = { parent: speech.need(within.parent), needs: speech.needs(within.needs) };
  return {
    id: 'within',
    title: speech.say('within.title'),
    blocks: [
      says(speech.say('within.says', values)),
      table(meanTable('within-table', speech.say('within.table'), within, speech)),
      says(speech.say('within.why')),
    ],
  };
}

function joiningStep({ joining, top }: OrderExample, speech: Speech): Step {
  const { member, ballot, members, lines, without, leftLast } = joining;
  const all = top.needs.length;
  const few = all - ballot.noOpinion.length;
  const others = all - 1;
  // A need in which the one who joins has a say: without that list it is the same need as before.
  const first = top.lines.find(({ need }) => need !== without);
  const kept = lines.find(({ need }) => need === without);
  const before = top.lines.find(({ need }) => need === without);
  const values = { member, need: speech.need(without), all, few, others };
  return {
    id: 'joining',
    title: speech.say('joining.title'),
    blocks: [
      says(speech.say('joining.says', values)),
      { kind: 'cards', cards: [cardOf(member, ballot, top.needs, speech)] },
      says(speech.say('joining.how', { ...values, first: others, fewFirst: few - 1 })),
      table({
        id: 'behind-table',
        caption: speech.say('joining.table'),
        heads: [speech.say('head.need'), ...members, speech.say('head.together')],
        rows: lines.map(({ need, behind, won }) => ({
          head: speech.need(need),
          cells: [
            ...behind.map((count) => (count === null ? speech.say('joining.missing') : speech.number(count))),
            speech.number(won),
          ],
        })),
        foot: null,
      }),
      says(speech.say('joining.back', values)),
      table({
        id: 'joining-table',
        caption: speech.say('joining.result'),
        heads: ['need', 'behind', 'of', 'working', 'mean', 'place'].map((key) => speech.say(`head.${key}`)),
        rows: lines.map(({ need, won, compared, meanPlace, place }) => ({
          head: speech.need(need),
          cells: [
            speech.number(won),
            speech.number(compared),
            `${all} − ${others} × ${speech.number(won)} ÷ ${compared}`,
            speech.number(meanPlace),
            speech.number(place),
          ],
        })),
        foot: null,
      }),
      ...(first
        ? [
            says(
              speech.say('joining.same', {
                ...values,
                need: speech.need(first.need),
                won: first.places.reduce((sum, place) => sum + all - place, 0),
                compared: first.places.length * others,
                mean: first.meanPlace,
              }),
            ),
          ]
        : []),
      says(
        speech.say('joining.leftLast', {
          ...values,
          place: leftLast.place,
          sum: before?.sum ?? 0,
          lists: members.length,
          mean: leftLast.meanPlace,
          kept: kept?.meanPlace ?? 0,
        }),
      ),
      says(speech.say('joining.few')),
    ],
  };
}
