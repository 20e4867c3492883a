// What hangs loose between evidence, findings, recommendations and actions (docs/rules.md, Report): the check page's lists.
import type { ProjectRecords } from '../surveys/project-records.ts';
import { isWithoutMeans } from './action-means.ts';
import type { NeedResult } from './results/needs.ts';
import type { ProjectAnalysis } from './results/project.ts';

/** Findings without a source, needs without (a whole) action, actions without a need, a recommendation or means. */
export function orphansOf(needs: readonly NeedResult[], records: ProjectRecords): ProjectAnalysis['orphans'] {
  const supported = new Set(needs.filter(({ level }) => level > 0).map(({ code }) => code));
  const codes = (list: readonly { readonly code: string }[]) => list.map(({ code }) => code);
  return {
    findingsWithoutSource: codes(
      records.finding.filter((finding) => !finding.needs.some((need) => supported.has(need))),
    ),
    needsWithoutAction: codes(needs.filter(({ action }) => action === 'none')),
    needsPartlyAnswered: codes(needs.filter(({ action }) => action === 'partly')),
    actionsWithoutNeed: codes(records.action.filter((action) => action.needs.length === 0)),
    actionsWithoutRecommendation: codes(
      records.action.filter(({ recommendations }) => recommendations.length === 0),
    ),
    actionsWithoutMeans: codes(records.action.filter(isWithoutMeans)),
  };
}
