// The job of finding how sure the order of a project's needs is, as one reader may see it. It draws many resamples, so
// only pages that show it ask for it.
import { discloseOrders, type Reader } from '../../analysis/disclosure.ts';
import { needOrders as ordersOf } from '../../analysis/needs/need-order.ts';
import { needResults, scoreNeeds } from '../../analysis/needs/need-results.ts';
import type { NeedOrder } from '../../analysis/results/needs.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectInput } from './project-analysis.ts';
import type { ReleasedSequences } from './released-sequences.ts';

export interface OrdersAsked {
  readonly project: string;
  readonly reader: Reader;
  readonly released: ReleasedSequences;
}

/**
 * The certainty of every list of needs of a project.
 * @throws ExpectedFailure when there is no such project.
 */
export async function needOrders(
  ctx: JobContext,
  { project, reader, released }: OrdersAsked,
): Promise<readonly NeedOrder[]> {
  const { catalogue, records, register, surveys } = await projectInput(ctx, project, released);
  const input = {
    surveys: new Map(surveys.map(({ survey, ...answered }) => [survey, answered])),
    records,
    register,
  };
  const needs = needResults(scoreNeeds(catalogue, input), records, null);
  return discloseOrders(ordersOf(catalogue, input), needs, reader);
}
