// How strongly the rows and groups of a table go together: the size of it first, then whether chance alone gives as
// much. Chosen by what the table allows (docs/rules.md, Tests): chi-square where expected counts suffice, Fisher where not. Where
// several people answer for one library, chi-square is corrected after Rao and Scott; a test that cannot be says so.
import { benjaminiHochberg, holm } from '../statistics/adjusted-p-values.ts';
import { chiSquare } from '../statistics/chi-square.ts';
import { cramersV } from '../statistics/cramers-v.ts';
import { fisherExact } from '../statistics/fisher-exact.ts';
import { fisherExactTable } from '../statistics/fisher-exact-table.ts';
import { fisherPermutation } from '../statistics/fisher-permutation.ts';
import { kendallTauB } from '../statistics/kendall-tau-b.ts';
import { kruskalWallis } from '../statistics/kruskal-wallis.ts';
import { mannWhitney } from '../statistics/mann-whitney.ts';
import { type ClusteredTable, raoScottOfClusters } from '../statistics/rao-scott.ts';
import { seededRandom } from '../statistics/seeded-random.ts';
import type { Association, Effect, EffectWords } from './explored.ts';
import type { Correction } from './view.ts';

/** Fixed, so that the same answers give the same p (docs/rules.md, Tests). */
const permutationSeed = 20_240_108;

/** From here on a difference is worth a sentence (docs/rules.md, Tests). */
const leastEffect = 0.1;
const mostChance = 0.1;

export type Tested = Omit<Association, 'adjustedP' | 'stands'>;

/**
 * Answers without an order by group.
 * @param counts a row per answer, a column per group
 * @param libraries the same library by library; null where everybody speaks for themselves
 * @returns null with fewer than two answers or groups left
 */
export function nominalAssociation(
  counts: readonly (readonly number[])[],
  libraries: ClusteredTable | null,
): Tested | null {
  const test = chiSquare(counts);
  const v = cramersV(counts);
  if (!test || !v) return null;
  const effects = [effectOf('cramersV', v.estimate, v.corrected)];
  const { degreesOfFreedom, trustworthy } = test;
  const together = trustworthy && libraries ? raoScottOfClusters(libraries) : null;
  if (together) {
    const { estimate: statistic, degreesOfFreedom: freedom, p } = together;
    return {
      effects,
      test: 'raoScott',
      statistic,
      degreesOfFreedom: freedom,
      p,
      trustworthy,
      clusters: 'counted',
    };
  }
  const clusters = libraries ? 'ignored' : 'none';
  if (trustworthy) {
    const { estimate: statistic, p } = test;
    return {
      effects,
      test: 'chiSquare',
      statistic,
      degreesOfFreedom: [degreesOfFreedom],
      p,
      trustworthy,
      clusters,
    };
  }
  const exact = { effects, statistic: null, degreesOfFreedom: null, trustworthy: true, clusters } as const;
  if (test.rows === 2 && test.columns === 2) {
    const kept = counts.filter((row) => row.some((count) => count > 0));
    const columns = [...(kept[0]?.keys() ?? [])].filter((column) =>
      kept.some((row) => (row[column] ?? 0) > 0),
    );
    const p = fisherExact(kept.map((row) => columns.map((column) => row[column] ?? 0)));
    return { ...exact, test: 'fisher', p };
  }
  const looked = fisherExactTable(counts);
  if (looked !== null) return { ...exact, test: 'fisher', p: looked };
  const drawn = fisherPermutation(counts, seededRandom(permutationSeed));
  return { ...exact, test: 'fisherPermutation', p: drawn?.p ?? null };
}

/**
 * Answers with an order by group: higher or lower, without trusting distances on the scale.
 * @param counts a row per group, a column per value from low to high; whole counts
 * The size that the test is about goes first, so that what stands and how sure it is are of one thing.
 * @param ordered whether the groups have an order too: then Kendall's tau-b stands beside it
 * @param clustered whether several of them answer for one library, which ranks do not know
 * @returns null when fewer than two groups answered, or all answers are the same
 */
export function ordinalAssociation(
  counts: readonly (readonly number[])[],
  ordered: boolean,
  clustered: boolean,
): Tested | null {
  const answered = counts.filter((row) => row.some((count) => count > 0));
  const tau = ordered ? kendallOf(counts) : [];
  const exact = { trustworthy: true, clusters: clustered ? 'ignored' : 'none' } as const;
  if (answered.length === 2) {
    const test = mannWhitney(answered);
    if (!test || test.p === null) return null;
    const effects = [effectOf('rankBiserial', test.effect, null), ...tau];
    return {
      ...exact,
      effects,
      test: 'mannWhitney',
      statistic: test.estimate,
      degreesOfFreedom: null,
      p: test.p,
    };
  }
  const test = kruskalWallis(answered);
  if (!test) return null;
  const effects = [effectOf('epsilonSquared', test.effect, null), ...tau];
  const { estimate: statistic, degreesOfFreedom, p } = test;
  return { ...exact, effects, test: 'kruskalWallis', statistic, degreesOfFreedom: [degreesOfFreedom], p };
}

function kendallOf(counts: readonly (readonly number[])[]): readonly Effect[] {
  const pairs = counts.flatMap((row, first) =>
    [...row].flatMap((count, second) => (count > 0 ? [{ first, second, count }] : [])),
  );
  const base = pairs.reduce((sum, { count }) => sum + count, 0);
  const { estimate } = kendallTauB({ pairs, base, excluded: 0 });
  return estimate === null ? [] : [effectOf('kendallTauB', estimate, null)];
}

function effectOf(name: Effect['name'], estimate: number, corrected: number | null): Effect {
  // Epsilon squared is a share of variance: its root compares with the others.
  const size = name === 'epsilonSquared' ? Math.sqrt(estimate) : Math.abs(corrected ?? estimate);
  return { name, estimate, corrected, words: wordsOf(size) };
}

/** docs/rules.md, Tests: below 0.1 none, to 0.3 weak, to 0.5 moderate. */
export function wordsOf(size: number): EffectWords {
  if (size < leastEffect) return 'none';
  if (size < 0.3) return 'weak';
  return size <= 0.5 ? 'moderate' : 'strong';
}

/** Adds the p-values corrected over all comparisons of the view, and with them which differences stand. */
export function correctTogether(
  tested: readonly (Tested | null)[],
  correction: Correction,
): readonly (Association | null)[] {
  const correct = correction === 'holm' ? holm : benjaminiHochberg;
  const adjusted = correct(tested.map((one) => one?.p ?? null));
  return tested.map((one, place) => {
    if (!one) return null;
    const adjustedP = adjusted[place] ?? null;
    const stands = adjustedP !== null && adjustedP < mostChance && one.effects[0]?.words !== 'none';
    return { ...one, adjustedP, stands };
  });
}
