// Vectors of weighting and of comparing shares, in the words of test/fixtures/method-vectors.json.
import { benjaminiHochberg } from '../../analysis/statistics/adjusted-p-values.ts';
import { kishDesignEffect } from '../../analysis/statistics/kish-design-effect.ts';
import { newcombeInterval } from '../../analysis/statistics/newcombe-interval.ts';
import { agrestiCoull } from '../../analysis/statistics/other-intervals.ts';
import { rake } from '../../analysis/statistics/raking.ts';

interface Raking {
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly margins: Readonly<Record<string, Readonly<Record<string, number>>>>;
}
interface TwoShares {
  readonly x1: number;
  readonly n1: number;
  readonly x2: number;
  readonly n2: number;
  readonly conf: number;
}

export const weightingVectors: Readonly<Record<string, (input: never) => unknown>> = {
  'multiple.bh': ({ p }: { p: readonly (number | null)[] }) => ({ q: benjaminiHochberg(p) }),
  'weights.kish': ({ weights }: { weights: readonly number[] }) => {
    const { designEffect, effectiveBase } = kishDesignEffect(weights) ?? {};
    return { deff: designEffect, neff: effectiveBase };
  },
  'weights.rake': ({ rows, margins }: Raking) => {
    const variables = Object.entries(margins);
    const raked = rake(
      variables.map(([variable, targets]) => ({
        categories: rows.map((row) => Object.keys(targets).indexOf(row[variable] ?? '')),
        targets: Object.values(targets),
      })),
    );
    if (raked.kind === 'emptyCategory') {
      const [variable = '', targets = {}] = variables[raked.margin] ?? [];
      return { error: 'empty-category', variable, category: Object.keys(targets)[raked.category] };
    }
    if (raked.kind !== 'weights') return { error: raked.kind };
    const { weights, designEffect, effectiveBase, ratio } = raked;
    return { weights: [...weights], deff: designEffect, neff: effectiveBase, maxRatio: ratio };
  },
  'interval.agrestiCoull': ({ x, n }: { x: number; n: number }) => agrestiCoull(x, n),
  'interval.newcombe': ({ x1, n1, x2, n2, conf }: TwoShares) => {
    const confidence = { confidence: conf };
    const difference = newcombeInterval(
      { count: x1, base: n1, ...confidence },
      { count: x2, base: n2, ...confidence },
    );
    return { diff: difference?.estimate, ...difference?.interval };
  },
};
