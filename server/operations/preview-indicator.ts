// What a sign of a need would say now, before it is kept: its share of what is answered, as the team may see it.
import { discloseShare } from '../../analysis/disclosure/shares.ts';
import { partView, wholeView } from '../../analysis/disclosure/views.ts';
import type { Share } from '../../analysis/figure.ts';
import { measureIndicator } from '../../analysis/needs/indicators.ts';
import type { Indicator } from '../../surveys/needs-catalogue.ts';
import type { Context } from '../context.ts';
import type { Project } from '../db/projects.ts';
import { projectInput } from './analyse-project.ts';

/** Measures signs of one need; null where there is nothing to count yet. */
export type Preview = (indicator: Indicator, need: string) => Share | null;

export async function indicatorPreview(ctx: Context, project: Project): Promise<Preview> {
  const { surveys, records } = await projectInput(ctx, project, 'team');
  const input = {
    surveys: new Map(surveys.map(({ survey, dataset, remarks }) => [survey, { dataset, remarks }])),
    records,
  };
  return (indicator, need) => {
    const measured = measureIndicator(indicator, need, input);
    const crossed = 'share' in indicator && indicator.share.where.length > 0;
    return measured && discloseShare(measured.share, crossed ? partView : wholeView);
  };
}
