// All families of results, in the order in which a shape is tried.
import type { Family } from '../family.ts';
import { correlation, correlations, crossTable, groups, tauB } from './comparisons.ts';
import { calibrated, cellWeights, design, raked } from './designs.ts';
import { changeOfSides, cochranQ, coders, gap, gapOrder, paired } from './paired.ts';
import { ranking, rankingOfRatings } from './rankings.ts';
import { orderByMean, recommend, reliability, scaleSummary } from './scales.ts';
import { frequencies, orderByShare, share, ticks } from './shares.ts';
import {
  designLevels,
  designShare,
  domains,
  weightedCross,
  weightedFrequencies,
  weightedTest,
  weightedTicks,
  weightSpread,
} from './weighted.ts';

export const families: readonly Family[] = [
  calibrated,
  design,
  designShare,
  designLevels,
  raked,
  cellWeights,
  weightSpread,
  weightedFrequencies,
  weightedTicks,
  weightedCross,
  weightedTest,
  domains,
  frequencies,
  ticks,
  orderByShare,
  share,
  crossTable,
  groups,
  paired,
  changeOfSides,
  gap,
  gapOrder,
  cochranQ,
  coders,
  reliability,
  recommend,
  orderByMean,
  correlation,
  correlations,
  tauB,
  ranking,
  rankingOfRatings,
  scaleSummary,
];
