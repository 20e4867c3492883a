// The job of looking what signs of a need would say now, before they are kept: each its share of what is answered, as
// the team may see it.
import { discloseSign } from '../../analysis/disclosure/shares.ts';
import { hidesIndicator } from '../../analysis/disclosure/signs.ts';
import type { Share } from '../../analysis/figure.ts';
import { isCrossed, measureIndicator } from '../../analysis/needs/indicators.ts';
import type { Indicator } from '../../surveys/needs-catalogue.ts';
import type { JobContext } from '../worker/job-context.ts';
import { projectInput } from './project-analysis.ts';

export interface SignsAsked {
  readonly project: string;
  /** Code of the need whose signs they are. */
  readonly need: string;
  readonly signs: readonly Indicator[];
}

/** A share per sign; null where there is nothing to count yet. */
export async function measuredSigns(
  ctx: JobContext,
  { project, need, signs }: SignsAsked,
): Promise<readonly (Share | null)[]> {
  const { surveys, records, register, catalogue } = await projectInput(ctx, project, null);
  const input = {
    surveys: new Map(surveys.map(({ survey, ...answered }) => [survey, answered])),
    records,
    register,
  };
  return signs.map((indicator) => {
    const measured = measureIndicator(indicator, need, input);
    if (!measured) return null;
    const hidden = hidesIndicator(indicator, input, catalogue.background);
    return discloseSign({ share: measured.share, crossed: isCrossed(indicator), hidden });
  });
}
