// A report after answers had their time and went: of the surveys they belonged to it tells the figures that were kept as
// readers outside the team saw them that day; of all others, such as a later wave, it tells today's.
import type { NeedResult } from '../results/needs.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import type { SurveyAnalysis } from '../results/survey.ts';

/** The analysis of a survey as it was on the day its answers went. */
export interface KeptSurvey {
  readonly keptOn: string;
  readonly analysis: SurveyAnalysis;
}
/** What rests on several surveys, as it was before the first of them went. */
export interface KeptNeeds {
  readonly needs: readonly NeedResult[];
  readonly sources: readonly string[];
}

/** What of the analysis is kept beside its surveys. */
export function neededLater({ needs, counts }: ProjectAnalysis): KeptNeeds {
  return { needs, sources: counts.sources };
}

/**
 * Today's analysis with what was kept in the place of what is gone. Words and records of a need are today's, its figures
 * are of the day they were kept; a need that was added since has what there is of it now.
 * @param now disclosed for the public, as the kept parts are
 */
export function withKept(
  now: ProjectAnalysis,
  surveys: ReadonlyMap<string, KeptSurvey>,
  kept: KeptNeeds,
): ProjectAnalysis {
  const before = new Map(kept.needs.map((need) => [need.code, need]));
  const sources = [...new Set([...kept.sources, ...now.counts.sources])];
  return {
    ...now,
    surveys: now.surveys.map((survey) => {
      const found = surveys.get(survey.survey);
      return found ? { ...found.analysis, keptOn: found.keptOn } : survey;
    }),
    needs: now.needs.map((need): NeedResult => {
      const { code, parent, published, label, explanation, panelRank, action } = need;
      const own = before.get(code);
      return own ? { ...own, parent, published, label, explanation, panelRank, action } : need;
    }),
    counts: { ...now.counts, sources },
  };
}
