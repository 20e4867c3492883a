// Whether the order hangs on how one counts: the places of the needs under other weights of the sources and other methods.
import { type EvidenceKind, evidenceKindSchema } from '../../surveys/needs-catalogue.ts';
import { topShare, weightLattice } from '../panel/weight-lattice.ts';
import type { OrderWay, WeightingResult } from '../results/needs.ts';
import type { Discrepancy } from '../results/survey.ts';
import { competitionRanks } from '../statistics/competition-rank.ts';
import { equalWeight, type PlannedNeed, type SourceWeight, scoreOf } from './score-plan.ts';
import { topOf } from './stability.ts';

/** The places of one list under every way of counting that the project allows, the evidence score first. */
export function waysToOrder(
  list: readonly PlannedNeed[],
  estimates: Float64Array,
  discrepancies: readonly (Discrepancy | null)[],
): readonly OrderWay[] {
  const kinds = kindsIn(list, estimates);
  const byWeight = (code: string, counted: readonly EvidenceKind[], weightOf: SourceWeight): OrderWay => ({
    code,
    about: 'weights',
    kinds: counted,
    places: competitionRanks(list.map((need) => scoreOf(need, estimates, weightOf))),
    openness: 'full',
  });
  const byScore = (code: string, scores: readonly (number | null)[]): readonly OrderWay[] =>
    scores.filter((score) => score !== null).length < 2
      ? []
      : [{ code, about: 'method', kinds: [], places: competitionRanks(scores), openness: 'full' }];
  const several = kinds.length > 1 ? kinds : [];
  return [
    byWeight('evidence', kinds, equalWeight),
    ...(kinds.length > 2 ? kinds : []).map((left) =>
      byWeight(
        `without:${left}`,
        kinds.filter((kind) => kind !== left),
        (kind) => (kind === left ? 0 : 1),
      ),
    ),
    ...several.map((only) => byWeight(`only:${only}`, [only], (kind) => (kind === only ? 1 : 0))),
    ...byScore(
      'weightedDiscrepancy',
      discrepancies.map((one) => one?.weightedDiscrepancy ?? null),
    ),
    // The most negative score is the greatest need.
    ...byScore(
      'rankedDiscrepancy',
      discrepancies.map((one) => (one?.ranked?.estimate == null ? null : -one.ranked.estimate)),
    ),
    ...byScore(
      'opportunity',
      discrepancies.map((one) => one?.opportunity ?? null),
    ),
  ];
}

/**
 * Every way to deal the weight over the kinds of source in tenths, and how often each need is at the head of them. A kind
 * that a need lacks leaves its weight to the others. Null with fewer than two kinds.
 */
export function weighEveryWay(list: readonly PlannedNeed[], estimates: Float64Array): WeightingResult | null {
  const kinds = kindsIn(list, estimates);
  if (kinds.length < 2 || list.length < 2) return null;
  const top = topOf(list.length);
  const { weightings, lines } = weightLattice(
    list.map((need) => ({
      id: need.code,
      criteria: kinds.map((only) => scoreOf(need, estimates, (kind) => (kind === only ? 1 : 0))),
    })),
  );
  return {
    weightings,
    kinds,
    needs: lines.map((line) => {
      const { id, acceptability } = line;
      const taken = acceptability.flatMap((share, place) => (share > 0 ? [place + 1] : []));
      return {
        need: id,
        inTop: topShare(line, top),
        first: acceptability[0] ?? 0,
        best: taken[0] ?? list.length,
        worst: taken.at(-1) ?? list.length,
      };
    }),
  };
}

/** The kinds that give any need of the list a figure. */
function kindsIn(list: readonly PlannedNeed[], estimates: Float64Array): readonly EvidenceKind[] {
  const found = new Set(
    list.flatMap(({ sources }) =>
      sources
        .filter(({ indicators }) => indicators.some((place) => !Number.isNaN(estimates[place])))
        .map(({ kind }) => kind),
    ),
  );
  // Their own order, not that of the needs, which rests on figures a reader may not see.
  return evidenceKindSchema.options.filter((kind) => found.has(kind));
}
