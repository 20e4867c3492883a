// The methods of the vectors about group orders, models of choice, agreement of coders and robustness: what each is
// called here, and the answer in the words of the reference.
import { suggestConfidence } from '../../analysis/needs/confidence.ts';
import type { Ballot } from '../../analysis/panel/ballot.ts';
import { type BestWorstCounts, bestWorstScore } from '../../analysis/panel/best-worst.ts';
import { bradleyTerry } from '../../analysis/panel/bradley-terry.ts';
import { copeland } from '../../analysis/panel/copeland.ts';
import { duelScore } from '../../analysis/panel/duel-score.ts';
import { kemeny } from '../../analysis/panel/kemeny.ts';
import { pairwise } from '../../analysis/panel/pairwise.ts';
import { plackettLuce } from '../../analysis/panel/plackett-luce.ts';
import { schulze } from '../../analysis/panel/schulze.ts';
import { weightLattice } from '../../analysis/panel/weight-lattice.ts';
import { weightedSum } from '../../analysis/panel/weighted-sum.ts';
import { type AlphaMetric, krippendorffAlpha } from '../../analysis/statistics/krippendorff-alpha.ts';

/** Ballots in tiers, or strict orders of letters with how many members gave them. */
interface Ranking {
  readonly items: readonly string[];
  readonly ballots?: readonly (readonly (readonly string[])[])[];
  readonly ballotCounts?: readonly (readonly [string, number])[];
  readonly noOpinion?: Readonly<Record<string, readonly string[]>>;
}
interface Orders {
  readonly items: readonly string[];
  /** Letters of the items that were compared, first to last. */
  readonly rankings: readonly string[];
  readonly pseudo: number;
}
interface Duels {
  readonly items: readonly string[];
  readonly pairs: readonly (readonly [string, string, number, number])[];
}
type ByItem<Value> = Readonly<Record<string, Value>>;

export const panelVectors: Readonly<Record<string, (input: never) => unknown>> = {
  'vote.copeland': (input: Ranking) => {
    const lines = copeland(pairwise(ballotsOf(input), input.items));
    return { score: lines && byItem(lines, ({ score }) => score) };
  },
  'vote.schulze': (input: Ranking) => {
    const { items } = input;
    const result = schulze(pairwise(ballotsOf(input), items));
    return {
      rank: result && byItem(result.lines, ({ place }) => place),
      strongestPath: Object.fromEntries(
        items.map((item, i) => [
          item,
          Object.fromEntries(items.map((other, j) => [other, result?.paths[i]?.[j]])),
        ]),
      ),
    };
  },
  'vote.kemeny': (input: Ranking) => {
    const result = kemeny(pairwise(ballotsOf(input), input.items));
    if (result?.kind !== 'orders') return result;
    const byLetters = (one: readonly string[], other: readonly string[]) =>
      one.join() < other.join() ? -1 : 1;
    return { ...result, optimal: [...result.optimal].sort(byLetters) };
  },
  'model.plackettLuce': ({ items, rankings, pseudo }: Orders) => {
    const ballots = rankings.map((ranking): Ballot => {
      const ranked = [...ranking];
      return {
        tiers: ranked.map((item) => [item]),
        noOpinion: items.filter((item) => !ranked.includes(item)),
      };
    });
    const result = plackettLuce(ballots, items, { tolerance: 1e-14, ghost: pseudo });
    return { worth: byItem(result.lines, ({ worth }) => worth) };
  },
  'model.bradleyTerry': ({ items, pairs }: Duels) => {
    const wins = items.map((item) =>
      items.map((other) =>
        pairs.reduce((sum, [a, b, winsOfA, winsOfB]) => {
          if (a === item && b === other) return sum + winsOfA;
          return a === other && b === item ? sum + winsOfB : sum;
        }, 0),
      ),
    );
    return { worth: byItem(bradleyTerry(items, wins, { tolerance: 1e-14 }).lines, ({ worth }) => worth) };
  },
  'vote.bestWorst': ({ items }: { items: ByItem<BestWorstCounts> }) => ({
    score: mapValues(items, bestWorstScore),
  }),
  'vote.aoiScore': ({ items }: { items: ByItem<readonly [number, number]> }) => ({
    score: mapValues(items, ([wins, losses]) => duelScore(wins, losses)),
  }),
  'robust.weightLattice': ({ items, step }: { items: ByItem<readonly number[]>; step: number }) => {
    const { weightings, lines } = weightLattice(weighed(items), step);
    const acceptability = lines.map(({ id, acceptability: shares }) => [
      id,
      Object.fromEntries(shares.map((share, index) => [index + 1, share])),
    ]);
    return { weightings, acceptability: Object.fromEntries(acceptability) };
  },
  'combine.weightedSum': (input: { items: ByItem<readonly number[]>; weights: readonly number[] }) => {
    const lines = weightedSum(weighed(input.items), input.weights);
    return {
      score: Object.fromEntries(lines.map(({ id, score }) => [id, score])),
      rank: Object.fromEntries(lines.map(({ id, place }) => [id, place])),
    };
  },
  'agree.krippendorffAlpha': ({
    data,
    metric,
  }: {
    data: readonly (readonly (number | null)[])[];
    metric: AlphaMetric;
  }) => {
    const { units, values, estimate } = krippendorffAlpha(data, metric);
    return { units, values, alpha: estimate };
  },
  'evidence.confidence': ({ cases }: { cases: readonly Parameters<typeof suggestConfidence>[0][] }) => {
    const words = { high: 'high', moderate: 'moderate', low: 'low', veryLow: 'very-low' };
    return { suggested: cases.map((concerns) => words[suggestConfidence(concerns)]) };
  },
};

function ballotsOf({ ballots = [], ballotCounts = [], noOpinion = {} }: Ranking): readonly Ballot[] {
  const counted = ballotCounts.flatMap(([letters, members]) =>
    Array.from({ length: members }, () => [...letters].map((letter) => [letter])),
  );
  return [...ballots, ...counted].map((tiers, index) => ({ tiers, noOpinion: noOpinion[index] ?? [] }));
}

function weighed(items: ByItem<readonly number[]>) {
  return Object.entries(items).map(([id, criteria]) => ({ id, criteria }));
}

function byItem<Line extends { readonly item: string }>(
  lines: readonly Line[],
  read: (line: Line) => unknown,
): unknown {
  return Object.fromEntries(lines.map((line) => [line.item, read(line)]));
}

function mapValues<Value>(values: ByItem<Value>, read: (value: Value) => unknown): unknown {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, read(value)]));
}
