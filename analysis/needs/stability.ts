// How sure the order of needs is: their places in many resamples of the libraries.
import { type EvidenceKind, evidenceKindSchema } from '../../surveys/needs-catalogue.ts';
import type { StabilityResult } from '../results/needs.ts';
import { competitionRanks } from '../statistics/competition-rank.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import { drawGroups, estimatesWith, type SurveySums } from './resampling.ts';
import { type PlannedNeed, type ScorePlan, scoreOf } from './score-plan.ts';

export interface StabilityOptions {
  readonly resamples: number;
  readonly seed: number;
}

/** Places of every list of siblings in the resamples: per list a table, need by place, of how often it stood there. */
export function resamplePlaces(
  plan: ScorePlan,
  surveys: readonly SurveySums[],
  lists: readonly (readonly PlannedNeed[])[],
  { resamples, seed }: StabilityOptions,
): readonly (readonly Uint32Array[])[] {
  const random = seededRandom(seed);
  const times = lists.map((list) => list.map(() => new Uint32Array(list.length + 1)));
  const estimates = plan.estimates.slice();
  for (let resample = 0; resample < resamples; resample += 1) {
    for (const sums of surveys) estimatesWith(sums, drawGroups(sums.groups, random), estimates);
    for (const [list, needs] of lists.entries()) {
      const places = competitionRanks(needs.map((need) => scoreOf(need, estimates)));
      for (const [need, place] of places.entries()) {
        const row = times[list]?.[need];
        // What has no score in a resample stands behind everything: place 0 is kept for it.
        if (row) row[place ?? 0] = (row[place ?? 0] as number) + 1;
      }
    }
  }
  return times;
}

/** How many places of the head of a list are spoken of: "in the top 3". */
export function topOf(length: number): number {
  return Math.max(1, Math.min(3, length - 1));
}

/** The places of one list as a result: how often in the top, and the interval of places. */
export function stabilityOf(
  codes: readonly string[],
  times: readonly Uint32Array[],
  clusters: number,
  { resamples, seed }: StabilityOptions,
): StabilityResult {
  const top = topOf(codes.length);
  return {
    resamples,
    seed,
    clusters,
    needs: codes.map((need, index) => {
      const places = [...(times[index] ?? [])].slice(1).map((count) => count / resamples);
      const unplaced = (times[index]?.[0] ?? 0) / resamples;
      return {
        need,
        places,
        inTop: places.slice(0, top).reduce((sum, share) => sum + share, 0),
        best: placeAt(places, 0.025),
        worst: unplaced > 0.025 ? places.length : placeAt(places, 0.975),
      };
    }),
  };
}

/** The first place at which so much of the resamples is reached; the last place where it never is. */
function placeAt(places: readonly number[], share: number): number {
  let reached = 0;
  for (const [index, own] of places.entries()) {
    reached += own;
    if (reached >= share - 1e-12) return index + 1;
  }
  return places.length;
}

/** Kinds of source that sample respondents, and those that stay as they are in every resample. */
export function kindsSampled(plan: ScorePlan): {
  readonly sampled: readonly EvidenceKind[];
  readonly fixed: readonly EvidenceKind[];
} {
  const kinds = new Map<EvidenceKind, boolean>();
  for (const { sources } of plan.needs)
    for (const { kind, indicators } of sources) {
      const samples = indicators.some((place) => plan.indicators[place]?.sample != null);
      kinds.set(kind, (kinds.get(kind) ?? false) || samples);
    }
  const all = evidenceKindSchema.options;
  return {
    sampled: all.filter((kind) => kinds.get(kind) === true),
    fixed: all.filter((kind) => kinds.get(kind) === false),
  };
}
