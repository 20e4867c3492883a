// The group's result of a round in which members voted in another way than by making orders: the count of each need, the
// order it gives with its ties, and for work against benefit the field with its four corners.
import type { CountedVotes } from '../../../analysis/panel/ways/vote-list.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { PanelList, PanelPlace } from '../../../analysis/results/panel.ts';
import { type ComputedPanel, computedPanel, noBase, panelMethods } from '../../computed.ts';
import { writePlace } from '../panel/card-views.ts';
import { labelIn } from '../panel/closed-round.ts';
import { countedOf, isUnplaced, type quarters } from '../panel/counted-votes.ts';
import type { ClosedRound } from './panel-result-view.ts';
import { tiesDecided } from './ties-decided.ts';
import type { Words } from './workspace.ts';

export interface VotedView {
  readonly finding: string;
  /** How the order follows from the votes. */
  readonly how: string;
  readonly lists: readonly VotedListView[];
  readonly notes: readonly string[];
  readonly computed: ComputedPanel;
}
interface VotedListView {
  /** Empty at the top level. */
  readonly title: string;
  readonly rows: readonly VotedRow[];
  readonly field: GridField | null;
}
interface VotedRow {
  readonly place: string;
  /** Another need has the same place. */
  readonly shared: boolean;
  readonly label: string;
  readonly address: string;
  readonly said: string;
  /** In percent of the width; null where there is no one number. */
  readonly bar: { readonly from: number; readonly width: number; readonly zero: number } | null;
}
/** The field of work and benefit, 320 units wide and high. */
interface GridField {
  readonly corners: readonly {
    readonly x: number;
    readonly y: number;
    readonly anchor: string;
    readonly name: string;
  }[];
  readonly dots: readonly { readonly x: number; readonly y: number; readonly name: string }[];
}

export function votedView(closed: ClosedRound, top: PanelList, words: Words): VotedView {
  const { result, needs } = closed;
  const say = (key: string, values = {}) => words.say({ key: `votes.result.${key}`, values });
  const way = top.votes?.way ?? 'points';
  const ghost = result.lists.some(({ votes }) => votes?.way === 'pairs' && votes.ghost > 0);
  return {
    finding: findingOf(top, needs, words),
    how: say(`how.${way}`),
    lists: result.lists.map((list) => listView(closed, list, words)),
    notes: [
      ...result.lists.flatMap((list) => tiesDecided(list, needs, words)),
      say('ties'),
      ...(ghost ? [say('ghost')] : []),
      ...(closed.round.mode === 'named' ? [] : [say('neverWho')]),
    ],
    computed: computedPanel(
      words.say({ key: 'panel.result.tab', values: { round: result.round } }),
      { methods: panelMethods(result.lists), weights: 'members' },
      noBase,
      words,
    ),
  };
}

function findingOf(top: PanelList, needs: readonly NeedResult[], words: Words): string {
  const say = (key: string, values = {}) => words.say({ key: `votes.result.${key}`, values });
  const placed = top.order.filter(({ need }) => !isUnplaced(top, need));
  const level = placed.filter(({ rank }) => rank === placed[0]?.rank);
  const [first] = level;
  if (!first) return say('few');
  if (level.length > 1) return say('findingTied', { count: level.length });
  return say(top.votes?.way === 'grid' ? 'findingGrid' : 'finding', {
    first: labelIn(needs, first.need, words.language),
  });
}

function listView({ project, needs }: ClosedRound, list: PanelList, words: Words): VotedListView {
  const nested = list.parent !== null;
  const label = (need: string) => labelIn(needs, need, words.language);
  const row = ({ need, rank }: PanelPlace): VotedRow => {
    const counted = countedOf(list, need);
    const unplaced = isUnplaced(list, need);
    return {
      place: unplaced ? '–' : writePlace(rank, nested),
      shared: !unplaced && list.order.filter((other) => other.rank === rank).length > 1,
      label: label(need),
      address: `/team/${project}/needs/${need}`,
      said: counted ? words.say(counted) : '',
      bar: list.votes ? barOf(list.votes, need) : null,
    };
  };
  return {
    title:
      list.parent === null
        ? ''
        : words.say({ key: 'panel.result.within', values: { title: label(list.parent) } }),
    rows: list.order.map(row),
    field: list.votes?.way === 'grid' ? fieldOf(list, list.votes, words) : null,
  };
}

/** Points and worths beside the largest one; best less worst from its middle. */
function barOf(counted: CountedVotes, need: string): VotedRow['bar'] {
  const beside = (value: number, all: readonly number[]) => ({
    from: 0,
    width: Math.round((100 * value) / Math.max(...all, 1e-9)),
    zero: 0,
  });
  switch (counted.way) {
    case 'points': {
      const points = counted.lines.find((line) => line.need === need)?.points ?? 0;
      return beside(
        points,
        counted.lines.map((line) => line.points),
      );
    }
    case 'pairs': {
      const worth = counted.lines.find((line) => line.need === need)?.worth ?? null;
      return worth === null
        ? null
        : beside(
            worth,
            counted.lines.map((line) => line.worth ?? 0),
          );
    }
    case 'sets': {
      const score = counted.lines.find((line) => line.need === need)?.score ?? null;
      if (score === null) return null;
      const width = Math.round(50 * Math.abs(score));
      return { from: score < 0 ? 50 - width : 50, width, zero: 50 };
    }
    case 'grid':
      return null;
  }
}

const side = 320;
const edge = 24;
/** Where 1 to 5 lie along the field. */
const along = (mark: number) => edge + ((side - 2 * edge) * (mark - 1)) / 4;

/** Needs with the same medians share one dot that names them all by their place in the table. */
function fieldOf(
  { order }: PanelList,
  { lines }: Extract<CountedVotes, { way: 'grid' }>,
  words: Words,
): GridField {
  const dots = new Map<string, { x: number; y: number; names: number[] }>();
  for (const [index, { need }] of order.entries()) {
    const line = lines.find((each) => each.need === need);
    if (!line || line.effort === null || line.impact === null) continue;
    const at = `${line.effort}/${line.impact}`;
    const dot = dots.get(at) ?? { x: along(line.effort), y: side - along(line.impact), names: [] };
    dot.names.push(index + 1);
    dots.set(at, dot);
  }
  const corner = (x: number, y: number, anchor: string, quarter: (typeof quarters)[number]) => ({
    x,
    y,
    anchor,
    name: words.say({ key: `votes.quarter.${quarter}` }),
  });
  return {
    corners: [
      // Above and below the field: a dot in a corner lies over no words.
      corner(0, -8, 'start', 'quickWin'),
      corner(side, -8, 'end', 'bigProject'),
      corner(0, side + 18, 'start', 'fillIn'),
      corner(side, side + 18, 'end', 'leave'),
    ],
    dots: [...dots.values()].map(({ x, y, names }) => ({ x, y, name: names.join(', ') })),
  };
}
