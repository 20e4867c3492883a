// Pieces of results in the words of the reference, shared by several families.
import { countedShare } from '../../../analysis/statistics/counted-share.ts';
import {
  agrestiCoull,
  clopperPearson,
  wilsonCorrected,
} from '../../../analysis/statistics/other-intervals.ts';
import type { PairedDifference } from '../../../analysis/statistics/paired-difference.ts';
import { type Interval, wilsonInterval } from '../../../analysis/statistics/wilson-interval.ts';

export function pair(interval: Interval | null | undefined): readonly [number, number] | null {
  return interval ? [interval.lower, interval.upper] : null;
}

/** 0-1 as 0-100. */
export function percent(share: number | null | undefined): number | null {
  return share === null || share === undefined ? null : 100 * share;
}

/** A share with every interval there is, and Wilson in a finite population where one is given. */
export function shareInWords(count: number, base: number, population?: number) {
  const share = countedShare(count, base);
  return {
    count,
    p: share.estimate,
    wilson: pair(share.interval),
    wilson_cc: pair(wilsonCorrected(count, base)),
    agresti_coull: pair(agrestiCoull(count, base)),
    clopper_pearson: pair(clopperPearson(count, base)),
    ...(population === undefined
      ? {}
      : {
          N: population,
          fpc_wilson_neff: {
            neff: (base * (population - 1)) / (population - base),
            ci: pair(wilsonInterval(count, base, { population })),
          },
        }),
  };
}

export function pairedInWords(paired: PairedDifference | null) {
  return {
    n_pairs: paired?.base,
    excluded: paired?.excluded,
    mean_pre: paired?.firstMean,
    mean_post: paired?.secondMean,
    mean_diff: paired?.estimate,
    sd_diff: paired?.standardDeviation,
    ci95: pair(paired?.interval),
    t: paired?.t,
    df: paired?.degreesOfFreedom,
    p: paired?.p,
    cohens_dz: paired?.effect,
    improved: paired?.improved,
    same: paired?.same,
    worse: paired?.worse,
    wilcoxon: {
      V: paired?.signedRank?.positiveRanks,
      n_nonzero: paired?.signedRank?.base,
      z_nocc: paired?.signedRank?.z,
      p_nocc: paired?.signedRank?.p,
      z_cc: paired?.signedRank?.correctedZ,
      p_cc: paired?.signedRank?.correctedP,
      r_effect_z_over_sqrt_nonzero: paired?.signedRank?.effect,
    },
    sign_test_p: paired?.signTestP,
  };
}
