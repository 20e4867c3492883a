// A whole project: its surveys, its needs ranked on evidence, the panel's order beside it, and what hangs loose.
import type { NeedsCatalogue } from '../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../surveys/project-records.ts';
import type { Text } from '../surveys/questionnaire.ts';
import { analyseSurvey, type SurveyInput } from './analyse-survey.ts';
import type { RegisterLibrary } from './coverage.ts';
import { needResults } from './needs/need-results.ts';
import { orphansOf } from './orphans.ts';
import type { Filter, NeedResult, PanelResult, ProjectAnalysis } from './results.ts';

export interface ProjectInput {
  readonly project: string;
  readonly title: Text;
  readonly demonstration: boolean;
  readonly catalogue: NeedsCatalogue;
  readonly register: readonly RegisterLibrary[];
  /** The main survey first. */
  readonly surveys: readonly SurveyInput[];
  readonly records: ProjectRecords;
  readonly panel: PanelResult | null;
  readonly panelMembers: number;
}

/**
 * Analyses a project in full.
 * @param filters limit the main survey's figures; needs are always ranked on everybody.
 */
export function analyseProject(input: ProjectInput, filters: readonly Filter[] = []): ProjectAnalysis {
  const { catalogue, records, panel } = input;
  const needs = needResults(
    catalogue,
    {
      surveys: new Map(input.surveys.map(({ survey, dataset, remarks }) => [survey, { dataset, remarks }])),
      records,
    },
    panel,
  );
  return {
    project: input.project,
    title: input.title,
    demonstration: input.demonstration,
    surveys: input.surveys.map((survey, index) =>
      analyseSurvey(survey, catalogue, index === 0 ? input.register : [], index === 0 ? filters : []),
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
      sources: sourcesOf(needs),
    },
    orphans: orphansOf(needs, records),
  };
}

/** Kinds of source that say anything about any need; open answers belong to their survey (RULINGS 14). */
function sourcesOf(needs: readonly NeedResult[]): readonly string[] {
  const kinds = needs.flatMap(({ evidence }) =>
    evidence.filter(({ count }) => count > 0).map(({ kind }) => kind),
  );
  return [...new Set(kinds.map((kind) => (kind === 'open_answers' ? 'survey' : kind)))];
}
