// The other ways of voting, step by step: what the members said, how it is counted, the order it gives.
import type { RoundWay } from '../../../../analysis/panel/ways/vote.ts';
import {
  gridExample,
  type PlacedNeeds,
  pairsExample,
  pilesExample,
  pointsExample,
  setsExample,
} from '../../../../analysis/panel/worked-example/ways-example.ts';
import { formatPercent } from '../../../format-values.ts';
import { meanOrder, meanTable, placesTable, sharedSaid, tiedSaid } from './order-steps.ts';
import { type Block, orderBlock, type Speech, type Step, says, table } from './steps.ts';

/** The steps of every way but ordering. */
export const wayStepsOf: Readonly<Record<Exclude<RoundWay, 'order'>, (speech: Speech) => readonly Step[]>> = {
  piles: pilesSteps,
  points: pointsSteps,
  sets: setsSteps,
  pairs: pairsSteps,
  grid: gridSteps,
};

function pilesSteps(speech: Speech): readonly Step[] {
  const { sortings, list, shared } = pilesExample();
  return [
    step('said', speech, [
      says(speech.say('piles.says')),
      byMember('said-table', 'piles', list, speech, (need, index) =>
        speech.say(`piles.pile.${sortings[index]?.[need] ?? 'none'}`),
      ),
    ]),
    step('count', speech, [
      says(speech.say('piles.places')),
      ...shared.map((group) => says(sharedSaid(group, speech))),
      placesTable(list, speech),
      says(speech.say('mean.says')),
      table(meanTable('mean-table', speech.say('mean.table'), list, speech)),
    ]),
    step('order', speech, [
      says(speech.say('order.says')),
      meanOrder(list.lines, speech),
      ...tiedSaid(list.lines, speech).map(says),
      says(speech.say('piles.further')),
    ]),
  ];
}

function pointsSteps(speech: Speech): readonly Step[] {
  const example = pointsExample();
  const { votes, lines, offer, order, needs } = example;
  const given = (need: string) => votes.map((vote) => vote[need] ?? 0);
  return [
    step('said', speech, [
      says(speech.say('points.says', { needs: needs.length, budget: offer.budget, most: offer.most })),
      byMember('said-table', 'points', example, speech, (need, index) =>
        speech.number(votes[index]?.[need] ?? 0),
      ),
    ]),
    step('count', speech, [
      says(speech.say('points.count')),
      table({
        id: 'count-table',
        caption: speech.say('points.table'),
        heads: heads(speech, 'need', 'adding', 'together', 'place'),
        rows: lines.map(({ need, points, place }) => ({
          head: speech.need(need),
          cells: [speech.adding(given(need)), speech.number(points), speech.number(place)],
        })),
        foot: null,
      }),
    ]),
    orderStep(order, speech, [says(speech.say('points.explores'))], (need) =>
      speech.say('points.given', { points: lines.find((line) => line.need === need)?.points ?? 0 }),
    ),
  ];
}

function setsSteps(speech: Speech): readonly Step[] {
  const { members, votes, lines, order } = setsExample();
  const rows = votes.flatMap(({ sets, answers }, index) =>
    sets.map((set, at) => {
      const answer = answers.find((each) => each.set === at + 1);
      const named = answer?.kind === 'named' ? [answer.best, answer.worst].map(speech.need) : ['–', '–'];
      return {
        head: speech.say('sets.set', { member: members[index] ?? '', set: at + 1 }),
        cells: [set.map(speech.need).join(', '), ...named],
      };
    }),
  );
  return [
    step('said', speech, [
      says(speech.say('sets.says')),
      table({
        id: 'said-table',
        caption: speech.say('sets.caption'),
        heads: heads(speech, 'set', 'shown', 'best', 'worst'),
        rows,
        foot: null,
      }),
      says(speech.say('sets.noOpinion')),
    ]),
    step('count', speech, [
      says(speech.say('sets.count')),
      table({
        id: 'count-table',
        caption: speech.say('sets.table'),
        heads: heads(speech, 'need', 'timesBest', 'timesWorst', 'timesShown', 'working', 'score', 'place'),
        rows: lines.map(({ need, best, worst, shown, score, place }) => ({
          head: speech.need(need),
          cells: [
            ...[best, worst, shown].map(speech.number),
            `(${best} − ${worst}) ÷ ${shown}`,
            ...[score, place].map((each) => (each === null ? '–' : speech.number(each))),
          ],
        })),
        foot: null,
      }),
      says(speech.say('sets.scale')),
    ]),
    orderStep(order, speech, [], (need) =>
      speech.say('sets.score', { score: lines.find((line) => line.need === need)?.score ?? 0 }),
    ),
  ];
}

function pairsSteps(speech: Speech): readonly Step[] {
  const { members, votes, lines, expected, order } = pairsExample();
  const [first = []] = votes;
  const worth = (need: string) => lines.find((line) => line.need === need)?.worth ?? 0;
  const percent = (share: number) => formatPercent(speech.language, share, 1);
  const chosen = (index: number, at: number) => {
    const answer = votes[index]?.[at];
    if (answer?.chosen === 'first') return speech.need(answer.first);
    if (answer?.chosen === 'second') return speech.need(answer.second);
    return speech.say(`twos.${answer?.chosen ?? 'noOpinion'}`);
  };
  return [
    step('said', speech, [
      says(speech.say('twos.says')),
      table({
        id: 'said-table',
        caption: speech.say('twos.caption'),
        heads: [speech.say('head.pair'), ...members],
        rows: first.map(({ first: one, second: other }, at) => ({
          head: speech.say('twos.pair', { one: speech.need(one), other: speech.need(other) }),
          cells: members.map((_, index) => chosen(index, at)),
        })),
        foot: null,
      }),
    ]),
    step('count', speech, [
      says(speech.say('twos.count')),
      table({
        id: 'count-table',
        caption: speech.say('twos.table'),
        heads: heads(speech, 'need', 'won', 'of', 'worth'),
        rows: lines.map(({ need, won, compared }) => ({
          head: speech.need(need),
          cells: [speech.number(won ?? 0), speech.number(compared ?? 0), percent(worth(need))],
        })),
        foot: null,
      }),
      says(speech.say('twos.worth')),
      table({
        id: 'expected-table',
        caption: speech.say('twos.expectedTable'),
        heads: heads(speech, 'need', 'working', 'expected', 'won'),
        rows: expected.map(({ need, duels, expected: wins }, index) => ({
          head: speech.need(need),
          cells: [
            duels
              .map(({ other, compared }) => {
                const [own, others] = [worth(need), worth(other)].map((share) => speech.number(100 * share));
                return `${compared} × ${own} ÷ (${own} + ${others})`;
              })
              .join(' + '),
            speech.number(wins),
            speech.number(lines[index]?.won ?? 0),
          ],
        })),
        foot: null,
      }),
      says(speech.say('twos.search')),
    ]),
    orderStep(order, speech, [], (need) => percent(worth(need))),
  ];
}

function gridSteps(speech: Speech): readonly Step[] {
  const example = gridExample();
  const { votes, lines, order } = example;
  const sorted = (need: string, scale: 'effort' | 'impact') =>
    votes.flatMap((vote) => vote[need]?.[scale] ?? []).sort((one, other) => one - other);
  const medians = (need: string) => {
    const line = lines.find((each) => each.need === need);
    return { effort: line?.effort ?? 0, impact: line?.impact ?? 0 };
  };
  return [
    step('said', speech, [
      says(speech.say('grid.says')),
      byMember('said-table', 'grid', example, speech, (need, index) => {
        const mark = votes[index]?.[need];
        return mark ? `${mark.effort} / ${mark.impact}` : '–';
      }),
    ]),
    step('count', speech, [
      says(speech.say('grid.count')),
      table({
        id: 'count-table',
        caption: speech.say('grid.table'),
        heads: heads(speech, 'need', 'effort', 'middleEffort', 'impact', 'middleImpact', 'corner'),
        rows: lines.map(({ need, quarter }) => ({
          head: speech.need(need),
          cells: [
            sorted(need, 'effort').join(', '),
            speech.number(medians(need).effort),
            sorted(need, 'impact').join(', '),
            speech.number(medians(need).impact),
            speech.say(`grid.quarter.${quarter ?? 'between'}`),
          ],
        })),
        foot: null,
      }),
      says(speech.say('grid.corners')),
    ]),
    orderStep(order, speech, [says(speech.say('grid.order')), says(speech.say('points.explores'))], (need) =>
      speech.say('grid.medians', medians(need)),
    ),
  ];
}

const step = (id: 'said' | 'count' | 'order', speech: Speech, blocks: readonly Block[]): Step => ({
  id,
  title: speech.say(`wayStep.${id}`),
  blocks,
});

const heads = (speech: Speech, ...keys: readonly string[]) => keys.map((key) => speech.say(`head.${key}`));

/** The order with ties kept, and what there is to say below it. */
function orderStep(
  order: PlacedNeeds,
  speech: Speech,
  below: readonly Block[],
  said: (need: string) => string,
): Step {
  const tied = new Set(order.map(({ place }) => place)).size < order.length;
  return step('order', speech, [
    orderBlock(
      order.map((line) => ({ ...line, said: said(line.need) })),
      speech,
    ),
    ...(tied ? [says(speech.say('wayStep.tied'))] : []),
    ...below,
  ]);
}

/** A row per need and a column per member. */
function byMember(
  id: string,
  way: string,
  { members, needs }: { readonly members: readonly string[]; readonly needs: readonly string[] },
  speech: Speech,
  cell: (need: string, member: number) => string,
): Block {
  return table({
    id,
    caption: speech.say(`${way}.caption`),
    heads: [speech.say('head.need'), ...members],
    rows: needs.map((need) => ({
      head: speech.need(need),
      cells: members.map((_, index) => cell(need, index)),
    })),
    foot: null,
  });
}
