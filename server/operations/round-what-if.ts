// The job of weighing a closed round against the sources of evidence: the order under given weights and under all of
// them. On the worker: all ways to weigh seven criteria are eight thousand orders.
import type { Reader } from '../../analysis/disclosure.ts';
import { type Criterion, criteriaOf, type WhatIfList, whatIf } from '../../analysis/panel/what-if.ts';
import type { Round } from '../db/panels.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectAnalysis } from './project-analysis.ts';
import type { ReleasedSequences } from './released-sequences.ts';
import { roundResult } from './round-result.ts';

export interface WhatIfAsked {
  readonly project: string;
  readonly round: Round;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
  /** Weights per criterion; null for the suggested ones. */
  readonly weights: Readonly<Record<string, number>> | null;
}

export interface WhatIfGiven {
  readonly criteria: readonly Criterion[];
  /** As asked, or as suggested: half for the ballots, the other half dealt over the sources. */
  readonly weights: Readonly<Record<string, number>>;
  readonly lists: readonly WhatIfList[];
}

/** @throws ExpectedFailure when there is no such project. @throws RangeError for an open round or a negative weight. */
export async function roundWhatIf(
  ctx: JobContext,
  { project, round, reader, released, weights: asked }: WhatIfAsked,
): Promise<WhatIfGiven> {
  // The evidence as this reader may see it: what is hidden weighs nothing, so that no weights bring it out.
  const { needs } = await projectAnalysis(ctx, { project, reader, released, filters: [] });
  const { lists } = await roundResult(ctx, { project, round });
  const criteria = criteriaOf(lists, needs);
  const weights = asked ?? suggested(criteria);
  const given = new Map(criteria.map((criterion) => [criterion, weights[criterion] ?? 0]));
  return { criteria, weights: Object.fromEntries(given), lists: whatIf(lists, needs, given) };
}

/** Whole numbers that sum to 100, half of it for ballots that can be weighed; what does not divide goes to the first sources. */
function suggested(criteria: readonly Criterion[]): Readonly<Record<string, number>> {
  const sources = criteria.filter((criterion) => criterion !== 'ballots');
  if (sources.length === 0) return { ballots: 100 };
  const ballots = criteria.includes('ballots') ? 50 : 0;
  const each = Math.floor((100 - ballots) / sources.length);
  const left = 100 - ballots - each * sources.length;
  const dealt = sources.map((criterion, index) => [criterion, each + (index < left ? 1 : 0)] as const);
  return Object.fromEntries([['ballots', ballots] as const, ...dealt]);
}
