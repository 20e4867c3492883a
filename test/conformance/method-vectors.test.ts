// Every statistic against test/fixtures/method-vectors.json: small inputs with results that were checked
// by a second implementation. A method is either computed here or listed as not computed yet, with a reason.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { evidenceLevel } from '../../analysis/needs/evidence-ladder.ts';
import type { Ballot } from '../../analysis/panel/ballot.ts';
import { bootstrapOrder } from '../../analysis/panel/bootstrap.ts';
import { borda } from '../../analysis/panel/borda.ts';
import { finalOrder } from '../../analysis/panel/final-order.ts';
import { kendallsWOfRanks } from '../../analysis/panel/kendalls-w.ts';
import { leaveOneOut } from '../../analysis/panel/leave-one-out.ts';
import { adviseRound } from '../../analysis/panel/stopping-rule.ts';
import { chiSquare } from '../../analysis/statistics/chi-square.ts';
import { clusterShare, sumClusters } from '../../analysis/statistics/cluster-share.ts';
import { cohenKappa } from '../../analysis/statistics/cohen-kappa.ts';
import { cramersV } from '../../analysis/statistics/cramers-v.ts';
import { crossTable } from '../../analysis/statistics/cross-table.ts';
import { fisherExact } from '../../analysis/statistics/fisher-exact.ts';
import { importancePerformance, type RatedItem } from '../../analysis/statistics/importance-performance.ts';
import { kAnonymity } from '../../analysis/statistics/k-anonymity.ts';
import { kendallTauB } from '../../analysis/statistics/kendall-tau-b.ts';
import { leikD } from '../../analysis/statistics/leik-d.ts';
import { countPairs } from '../../analysis/statistics/pair-counts.ts';
import { pairedDifference } from '../../analysis/statistics/paired-difference.ts';
import { rankedDiscrepancy } from '../../analysis/statistics/ranked-discrepancy.ts';
import { signTest } from '../../analysis/statistics/sign-test.ts';
import { suppressTable } from '../../analysis/statistics/suppress-table.ts';
import { derivableCells, feasibleRange, suppressTwoWay } from '../../analysis/statistics/suppress-two-way.ts';
import { toleranceZone } from '../../analysis/statistics/tolerance-zone.ts';
import { topBox } from '../../analysis/statistics/top-box.ts';
import { weightedDiscrepancy } from '../../analysis/statistics/weighted-discrepancy.ts';
import { wilsonInterval } from '../../analysis/statistics/wilson-interval.ts';
import type { EvidenceKind } from '../../surveys/needs-catalogue.ts';
import { differences } from './compare.ts';
import { panelVectors } from './panel-vectors.ts';
import { weightingVectors } from './weighting-vectors.ts';

interface Vector {
  readonly id: string;
  readonly method: string;
  /** Each method has its own input; the method's line in `computed` says which. */
  readonly input: never;
  readonly expected: unknown;
  readonly tolerance: number;
}

type Ratings = readonly (number | null)[];
interface TwoRatings {
  readonly importance: Ratings;
  readonly ability: Ratings;
}
interface ThreeRatings {
  readonly minimum: Ratings;
  readonly desired: Ratings;
  readonly perceived: Ratings;
}
interface Ranking {
  readonly items: readonly string[];
  readonly ballots: readonly (readonly (readonly string[])[])[];
  readonly noOpinion?: Readonly<Record<string, readonly string[]>>;
}
interface Table {
  readonly table: readonly (readonly number[])[];
}
interface Clusters {
  readonly clusters: readonly { readonly values: readonly number[] }[];
  readonly N: number | null;
}
interface Ranks {
  readonly ranks: readonly (readonly number[])[];
}

const vectors: readonly Vector[] = JSON.parse(
  readFileSync(new URL('../fixtures/method-vectors.json', import.meta.url), 'utf8'),
);

/** What each method of the reference is called here; the answer is put in the words of the reference. */
const computed: Readonly<Record<string, (input: never) => unknown>> = {
  ...weightingVectors,
  ...panelVectors,
  'borich.mwds': ({ importance, ability }: TwoRatings) => {
    const { base, meanImportance, meanAbility, estimate } = weightedDiscrepancy(
      countPairs(importance, ability),
    );
    return { n: base, meanImportance, meanAbility, mwds: estimate };
  },
  'rdm.rds': ({ importance, ability }: TwoRatings) => {
    const { base, below, equal, above, estimate } = rankedDiscrepancy(countPairs(importance, ability));
    return { n: base, nr: below.count, pr: above.count, tr: equal.count, rds: estimate };
  },
  'ipa.quadrants': ({ items }: { items: readonly (RatedItem & { readonly id: string })[] }) => {
    const names = {
      concentrate: 'concentrate',
      keepUp: 'keep-up',
      lowPriority: 'low-priority',
      possibleOverkill: 'possible-overkill',
    };
    const { crosshair, corners } = importancePerformance(items);
    const quadrant = items.map(({ id }, place) => [id, names[corners[place] ?? 'keepUp']]);
    return { crosshair, quadrant: Object.fromEntries(quadrant) };
  },
  'libqual.gaps': ({ minimum, desired, perceived }: ThreeRatings) => {
    const triples = minimum.flatMap((least, person) => {
      const [wished, got] = [desired[person] ?? null, perceived[person] ?? null];
      return least === null || wished === null || got === null
        ? []
        : [{ minimum: least, desired: wished, perceived: got, count: 1 }];
    });
    const { base, ...rest } = toleranceZone(triples);
    return { n: base, ...rest };
  },
  'share.topBox': ({ values, top }: { values: Ratings; top: readonly number[] }) => {
    const counts = [1, 2, 3, 4, 5].map((point) => values.filter((value) => value === point).length);
    const box = topBox(counts, top.length);
    return { n: box.base, count: box.top.count, share: box.top.estimate };
  },
  'suppress.row': ({ counts, k }: { counts: readonly number[]; k: number }) => {
    const primary = counts.flatMap((count, index) => (count > 0 && count < k ? [index] : []));
    const [hidden = new Set<number>()] = suppressTable([counts], [false], k);
    return { primary, complementary: [...hidden].filter((index) => !primary.includes(index)) };
  },
  'suppress.table': ({ counts, k }: { counts: Table['table']; k: number }) => {
    const hidden = suppressTwoWay(counts, k);
    const isSmall = (row: number, column: number) => (counts[row]?.[column] ?? 0) < k;
    const places = (small: boolean) =>
      hidden
        .filter(({ row, column }) => isSmall(row, column) === small)
        .map(({ row, column }) => [row, column]);
    return {
      primary: places(true),
      complementary: places(false),
      cost: places(false).reduce((sum, [row = 0, column = 0]) => sum + (counts[row]?.[column] ?? 0), 0),
      feasible: hidden.map((cell) => {
        const { lowest, highest } = feasibleRange(counts, hidden, cell);
        return { cell: [cell.row, cell.column], min: lowest, max: highest };
      }),
    };
  },
  'suppress.audit': ({ counts, suppressed }: { counts: Table['table']; suppressed: [number, number][] }) => ({
    exactlyDerivable: derivableCells(
      counts,
      suppressed.map(([row, column]) => ({ row, column })),
    ).map(({ row, column }) => [row, column]),
  }),
  'privacy.kAnonymity': ({ rows, cases }: { rows: Record<string, string>[]; cases: string[][] }) => {
    const found = cases.map((facts) => kAnonymity(rows, facts, 3));
    return { k: found.map(({ k }) => k), rowsBelow3: found.map(({ below }) => below) };
  },
  'interval.wilson': ({ x, n, N, conf }: { x: number; n: number; N: number | null; conf: number }) => {
    const interval = wilsonInterval(x, n, { population: N ?? undefined, confidence: conf });
    return interval && { p: x / n, ...interval };
  },
  'cluster.proportion': ({ clusters, N }: Clusters) => {
    const sums = sumClusters(
      clusters.map(({ values }) => values.filter((value) => value === 1).length),
      clusters.map(({ values }) => values.length),
    );
    const { estimate, standardError, designEffect, effectiveBase } = clusterShare(sums, N ?? undefined);
    return {
      n: sums.base,
      clusters: sums.clusters,
      p: estimate,
      se: standardError,
      deff: designEffect,
      neff: effectiveBase,
    };
  },
  'assoc.kendallTauB': ({ x, y }: { x: Ratings; y: Ratings }) => {
    const { base, estimate } = kendallTauB(countPairs(x, y));
    return { n: base, tau: estimate };
  },
  'assoc.cramersV': ({ table }: Table) => {
    const test = chiSquare(table);
    const { base, rows, columns } = crossTable(table);
    const size = { n: base, rows: rows.length, cols: columns.length };
    if (test === null) return { ...size, chi2: null, v: null, reason: 'one-category' };
    const { estimate, corrected } = cramersV(table) ?? {};
    return {
      ...size,
      df: test.degreesOfFreedom,
      chi2: test.estimate,
      p: test.p,
      chi2Yates: test.corrected?.estimate,
      pYates: test.corrected?.p,
      v: estimate,
      vBiasCorrected: corrected,
      minExpected: test.minimumExpected,
      shareExpectedBelow5: test.cellsExpectedUnderFive / (test.rows * test.columns),
      cochranOk: test.trustworthy,
    };
  },
  'assoc.fisher2x2': ({ table }: Table) => ({ p: fisherExact(table) }),
  'wave.mcnemarExact': ({ onlyWave1, onlyWave2 }: { onlyWave1: number; onlyWave2: number }) => ({
    p: signTest(onlyWave1, onlyWave2),
  }),
  'tna.gap': ({ importance, performance }: { importance: Ratings; performance: Ratings }) => {
    const paired = pairedDifference(countPairs(performance, importance));
    return {
      n: paired?.base,
      meanImportance: paired?.secondMean,
      meanPerformance: paired?.firstMean,
      gap: paired?.estimate,
      sd: paired?.standardDeviation,
      t: paired?.t,
      df: paired?.degreesOfFreedom,
      p: paired?.p,
    };
  },
  'vote.borda': (input: Ranking) => {
    const lines = borda(ballotsOf(input), input.items);
    return {
      n: input.ballots.length,
      points: byItem(lines, (line) => line.points),
      meanRank: byItem(lines, (line) => line.meanPlace),
      score100: byItem(lines, (line) => line.score100),
      rank: byItem(lines, (line) => line.place),
    };
  },
  'vote.pairShare': (input: Ranking) =>
    byItem(borda(ballotsOf(input), input.items), ({ comparisons, score100 }) => ({
      comparisons,
      share: score100 === null ? null : score100 / 100,
    })),
  'agree.kendallW': ({ ranks }: Ranks) => {
    const { base, items, estimate, chiSquare, degreesOfFreedom, p } = kendallsWOfRanks(ranks);
    return { m: base, n: items, w: estimate, chi2: chiSquare, df: degreesOfFreedom, p };
  },
  'agree.kendallWExact': ({ ranks }: Ranks) => {
    const { estimate, permutation } = kendallsWOfRanks(ranks);
    return { w: estimate, p: permutation?.p };
  },
  'stability.leaveOneOut': (input: Ranking) => ({
    range: byItem(leaveOneOut(ballotsOf(input), input.items), ({ best, worst }) => [best, worst]),
  }),
  'stability.bootstrapExact': (input: Ranking) => {
    const bootstrap = bootstrapOrder(ballotsOf(input), input.items);
    const lines = bootstrap?.lines ?? null;
    return {
      rankProbability: byItem(lines, ({ placeChances }) =>
        Object.fromEntries(placeChances.map((chance, index) => [index + 1, chance])),
      ),
      interval: byItem(lines, ({ interval }) => [interval?.lower, interval?.upper]),
      pAbove: Object.fromEntries(
        input.items.map((item, i) => [
          item,
          Object.fromEntries(input.items.map((other, j) => [other, bootstrap?.above[i]?.[j]])),
        ]),
      ),
    };
  },
  'agree.leikD': ({ counts }: { counts: readonly number[] }) => ({
    n: counts.reduce((sum, count) => sum + count, 0),
    d: leikD(counts),
  }),
  'delphi.stop': ({ maxRounds, cases }: { maxRounds: number; cases: readonly DelphiCase[] }) => {
    const words = {
      stopStable: 'stop-stable',
      stopMaximumRounds: 'stop-max-rounds',
      mayStopStrongAgreement: 'may-stop-strong-agreement',
      continue: 'continue',
    };
    return {
      decision: cases.map(
        ({ w, tauPrev, round }) =>
          words[adviseRound({ agreement: w, likePrevious: tauPrev, round, maximumRounds: maxRounds })],
      ),
    };
  },
  'combine.panelFirst': ({ needs, flagAt }: { needs: readonly PanelNeed[]; flagAt: number }) => {
    const words = {
      evidenceHigher: 'evidence-higher',
      panelHigher: 'panel-higher',
      noEvidence: 'no-evidence',
    };
    return {
      final: finalOrder(needs, flagAt).map(({ id, panelRank, evidenceRank, flag }) => ({
        id,
        panelRank,
        evidenceRank,
        flag: flag === null ? null : words[flag],
      })),
    };
  },
  'agree.cohenKappa': ({
    a,
    b,
  }: {
    a: readonly (string | number | null)[];
    b: readonly (string | number | null)[];
  }) => {
    const { base, agreement, chanceAgreement, kappa } = cohenKappa(a, b);
    return { n: base, po: agreement, pe: chanceAgreement, kappa };
  },
  'evidence.level': ({ cases }: { cases: readonly (readonly EvidenceCase[])[] }) => {
    // The reference has two kinds under other names: tickets, and use of a platform.
    const kinds: Readonly<Record<string, EvidenceKind>> = {
      survey: 'survey',
      interview: 'interview',
      panel: 'panel',
      tickets: 'desk_figures',
      usage: 'platform_study',
    };
    return {
      result: cases.map((items) =>
        evidenceLevel(items.map(({ kind, direction }) => ({ kind: kinds[kind] ?? 'other', direction }))),
      ),
    };
  },
};

interface DelphiCase {
  readonly w: number | null;
  readonly tauPrev: number | null;
  readonly round: number;
}
interface PanelNeed {
  readonly id: string;
  readonly panel: number | null;
  readonly evidence: number | null;
}
interface EvidenceCase {
  readonly kind: string;
  readonly direction: 'supports' | 'contradicts' | 'nuance';
}

/** Methods of the reference the product does not compute yet. */
const notComputed: Readonly<Record<string, string>> = {};

describe('the method vectors', () => {
  it('have each method either computed or listed with a reason, and none in both', () => {
    const methods = [...new Set(vectors.map((vector) => vector.method))].sort();
    expect(methods.filter((method) => method in computed && method in notComputed)).toEqual([]);
    expect([...Object.keys(computed), ...Object.keys(notComputed)].sort()).toEqual(methods);
  });

  it.each(vectors.filter((vector) => vector.method in computed))(
    '$id ($method) comes out as the reference',
    (vector) => {
      const result = computed[vector.method]?.(vector.input);
      expect(differences(vector.expected, result, { absolute: vector.tolerance })).toEqual([]);
    },
  );
});

function ballotsOf({ ballots, noOpinion = {} }: Ranking): readonly Ballot[] {
  return ballots.map((tiers, index) => ({ tiers, noOpinion: noOpinion[index] ?? [] }));
}

function byItem<Line extends { readonly item: string }>(
  lines: readonly Line[] | null,
  read: (line: Line) => unknown,
): unknown {
  return lines && Object.fromEntries(lines.map((line) => [line.item, read(line)]));
}
