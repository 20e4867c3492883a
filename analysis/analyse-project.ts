// A whole project: its surveys, its needs ranked on evidence, the panel's order beside it, and what hangs loose.
import type { NeedsCatalogue } from '../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../surveys/project-records.ts';
import type { Text } from '../surveys/questionnaire.ts';
import { analyseSurvey, type SurveyInput } from './analyse-survey.ts';
import type { RegisterLibrary } from './coverage.ts';
import type { Family } from './disclosure/family.ts';
import { familyFor } from './disclosure/kept-families.ts';
import { kindsSpeaking } from './needs/evidence.ts';
import { needResults, type ScoredNeed, scoreNeeds } from './needs/need-results.ts';
import { orphansOf } from './orphans.ts';
import { type PanelNeed, type PanelRound, panelResult } from './panel/panel-result.ts';
import type { ProjectAnalysis } from './results/project.ts';
import type { Filter, SurveyAnalysis } from './results/survey.ts';

export interface ProjectInput {
  readonly project: string;
  readonly title: Text;
  readonly demonstration: boolean;
  readonly catalogue: NeedsCatalogue;
  readonly register: readonly RegisterLibrary[];
  /** The main survey first. */
  readonly surveys: readonly SurveyInput[];
  readonly records: ProjectRecords;
  /** The newest closed round; null while none is closed, because a ballot stays hidden until then. */
  readonly panel: PanelRound | null;
  readonly panelMembers: number;
}

/** Analyses a project in full. */
export function analyseProject(input: ProjectInput): ProjectAnalysis {
  const { catalogue, records } = input;
  const surveys = new Map(input.surveys.map(({ survey, ...answered }) => [survey, answered]));
  const scored = scoreNeeds(catalogue, { surveys, records, register: input.register });
  const panel = input.panel && panelResult(input.panel, scored.map(toPanelNeed));
  const needs = needResults(scored, records, panel);
  return {
    project: input.project,
    title: input.title,
    demonstration: input.demonstration,
    surveys: input.surveys.map((survey, index) =>
      analyseSurvey(survey, catalogue, index === 0 ? input.register : []),
    ),
    needs,
    panel,
    counts: {
      interviews: records.interview.length,
      panelMembers: input.panelMembers,
      meetings: records.meeting.length,
      publicActions: records.action.filter(({ kind }) => kind === 'public').length,
      internalActions: records.action.filter(({ kind }) => kind === 'internal').length,
      needs: needs.length,
      sources: kindsSpeaking(needs),
    },
    orphans: orphansOf(needs, records),
  };
}

/**
 * The main survey limited to background groups, in full; null without a survey. Needs are always ranked on everybody.
 * @throws RangeError when a filter names no variable or group.
 */
export function analyseGroup(
  { surveys, catalogue, register }: ProjectInput,
  filters: readonly Filter[],
): SurveyAnalysis | null {
  const [main] = surveys;
  if (!main) return null;
  const { groups = main.dataset, ...input } = main;
  return analyseSurvey({ ...input, dataset: groups }, catalogue, register, filters);
}

/** What decides which cells of the main survey's groups are hidden. */
export function familyOf({ surveys, catalogue, register }: ProjectInput): Family | null {
  const [main] = surveys;
  if (!main) return null;
  const { groups = main.dataset } = main;
  const asked = catalogue.background.filter((name) => groups.codebook.position.has(name));
  return familyFor(groups, register, asked);
}

function toPanelNeed({ need, score }: ScoredNeed): PanelNeed {
  return { code: need.code, parent: need.parent, evidence: score };
}
