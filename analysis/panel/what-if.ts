/**
 * What if the group's order and the sources of evidence were weighed like this? A view beside the decision that never
 * changes it (docs/rules.md, Panel): the order under given weights, and how often a need leads under all of them.
 */
import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';
import { topOf } from '../needs/stability.ts';
import type { NeedResult } from '../results/needs.ts';
import type { PanelList, PanelPlace } from '../results/panel.ts';
import { hasPlace } from './round-tree.ts';
import { topShare, type WeightLattice, weightLattice } from './weight-lattice.ts';
import { type WeighedNeed, weightedSum } from './weighted-sum.ts';

/** What can be weighed: the ballots of the group, or a kind of source. */
export type Criterion = 'ballots' | EvidenceKind;

export interface WhatIfLine {
  readonly need: string;
  /** Weighted mean of the criteria that exist for it, 0-100; null when they all weigh 0. */
  readonly score: number | null;
  /** Place under these weights, shared where scores are equal; null without a score. */
  readonly place: number | null;
  /** Place on the group's list, after what was moved by hand; null where too few had an opinion. */
  readonly panelPlace: number | null;
  /** Criteria with a weight that this need lacks: the others took it over. */
  readonly missing: readonly Criterion[];
  /** Share of all weightings in which it is among the first `top`. */
  readonly inTop: number;
}

export interface WhatIfList {
  readonly parent: string | null;
  /** The group's order is all that is told of this list: its ballots have no scores to weigh. Absent otherwise. */
  readonly orderOnly?: true;
  /** Those any need of this list has a score on. */
  readonly criteria: readonly Criterion[];
  readonly top: number;
  readonly weightings: number;
  /** By place, equal places in the group's order. */
  readonly lines: readonly WhatIfLine[];
}

/**
 * What can be weighed in these lists: the ballots first, where more than an order is told of them, then the kinds of
 * source any of their needs has a score on.
 *
 * @param needs as their reader may see them: a hidden score weighs nothing
 */
export function criteriaOf(lists: readonly PanelList[], needs: readonly NeedResult[]): readonly Criterion[] {
  const codes = new Set(lists.flatMap(({ order }) => order.map(({ need }) => need)));
  const kinds = needs
    .filter(({ code }) => codes.has(code))
    .flatMap(({ sources }) => sources.filter(({ score }) => score !== null).map(({ kind }) => kind));
  // A list with an order alone has ballots, and no score of them that may be weighed.
  const orderAlone = lists.length > 0 && lists.every(({ orderOnly }) => orderOnly);
  return [...(orderAlone ? [] : ['ballots' as const]), ...new Set(kinds)];
}

/**
 * Each list under these weights, and under every way to deal the weight in tenths. With more than seven criteria the
 * steps are fifths, so that there are always fewer than ten thousand ways.
 *
 * @param weights 0 or more; a criterion that is left out weighs 0. A list none of whose criteria weighs has no places
 * @throws RangeError when a weight is negative
 * @example whatIf(panel.lists, needs, new Map([['ballots', 50], ['survey', 50]]))[0]?.lines[0]?.need // 'N3'
 */
export function whatIf(
  lists: readonly PanelList[],
  needs: readonly NeedResult[],
  weights: ReadonlyMap<Criterion, number>,
): readonly WhatIfList[] {
  return lists.map((list) => {
    const criteria = criteriaOf([list], needs);
    const weighed = list.order.map(({ need, score }): WeighedNeed => {
      const sources = needs.find(({ code }) => code === need)?.sources ?? [];
      const scoreOn = (criterion: Criterion) =>
        criterion === 'ballots' ? score : (sources.find(({ kind }) => kind === criterion)?.score ?? null);
      return { id: need, criteria: criteria.map(scoreOn) };
    });
    const own = criteria.map((criterion) => weights.get(criterion) ?? 0);
    const lattice = latticeOf(weighed, criteria);
    const top = topOf(list.order.length);
    const lines = scored(weighed, own).map(({ id, score, place }, index) => ({
      need: id,
      score,
      place,
      panelPlace: placeOf(list.order[index]),
      missing: criteria.filter(
        (_, at) => (own[at] ?? 0) > 0 && (weighed[index]?.criteria[at] ?? null) === null,
      ),
      inTop: topShare(lattice.lines[index] ?? { id, acceptability: [] }, top),
    }));
    return {
      parent: list.parent,
      ...(list.orderOnly ? { orderOnly: true as const } : {}),
      criteria,
      top,
      weightings: lattice.weightings,
      lines: byPlace(lines),
    };
  });
}

function placeOf(place: PanelPlace | undefined): number | null {
  return place && hasPlace(place) ? place.rank : null;
}

/** Seven criteria in tenths are 8 008 ways, eight 19 448. */
const MOST_FOR_TENTHS = 7;

/** Where there is nothing to weigh there is no way to weigh it. */
function latticeOf(needs: readonly WeighedNeed[], criteria: readonly Criterion[]): WeightLattice {
  if (criteria.length === 0) return { weightings: 0, lines: [] };
  return weightLattice(needs, criteria.length > MOST_FOR_TENTHS ? 5 : 10);
}

function scored(needs: readonly WeighedNeed[], weights: readonly number[]) {
  if (weights.some((weight) => weight !== 0)) return weightedSum(needs, weights);
  return needs.map(({ id }) => ({ id, score: null, place: null }));
}

/** Sorting is stable: what has the same place keeps the group's order. */
function byPlace(lines: readonly WhatIfLine[]): readonly WhatIfLine[] {
  const last = lines.length + 1;
  return [...lines].sort((one, other) => (one.place ?? last) - (other.place ?? last));
}
