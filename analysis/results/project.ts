// What analysis says of a whole project. Pages, the report and `analyse --json` read it; disclosure gives each reader a copy.
import type { Text } from '../../surveys/questionnaire.ts';
import type { NeedResult } from './needs.ts';
import type { PanelResult } from './panel.ts';
import type { SurveyAnalysis } from './survey.ts';

export interface ProjectAnalysis {
  readonly project: string;
  readonly title: Text;
  readonly demonstration: boolean;
  readonly surveys: readonly SurveyAnalysis[];
  /** Ranked: by parent, evidence first. */
  readonly needs: readonly NeedResult[];
  readonly panel: PanelResult | null;
  readonly counts: {
    readonly interviews: number;
    readonly panelMembers: number;
    readonly meetings: number;
    readonly publicActions: number;
    readonly internalActions: number;
    readonly needs: number;
    /** Kinds of source the project has, open answers counted inside the survey: the published six. */
    readonly sources: readonly string[];
  };
  /** What the check page lists (docs/rules.md, Report). */
  readonly orphans: {
    readonly findingsWithoutSource: readonly string[];
    readonly needsWithoutAction: readonly string[];
    readonly needsPartlyAnswered: readonly string[];
    readonly actionsWithoutNeed: readonly string[];
    readonly actionsWithoutRecommendation: readonly string[];
    readonly actionsWithoutMeans: readonly string[];
  };
}
