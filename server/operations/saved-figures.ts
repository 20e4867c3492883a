// Saved views worked out for a reader, each as a figure that can be frozen.

import { type ExploreView, viewParameters } from '../../analysis/explore/view.ts';
import { looksAsData, type SavedFigure, type SavedFilter } from '../../analysis/report/saved-figures.ts';
import { codebookOf, variableNamed } from '../../surveys/codebook.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { SavedView } from '../db/saved-views.ts';
import { ExpectedFailure } from '../errors.ts';
import type { JobContext } from '../worker/job-context.ts';
import { type ExploreAsked, type ExploredSurvey, exploredSurvey } from './explored-survey.ts';

/** Whom views are worked out for. */
interface ViewsAsked extends Pick<ExploreAsked, 'project' | 'reader' | 'released'> {
  /** Surveys whose answers are gone: no view can be worked out on them. */
  readonly gone?: ReadonlySet<string>;
}

/** In the order given. A view whose survey no longer has what it asks, or has no answers any more, stays without figures. */
export async function savedFigures(
  ctx: JobContext,
  { gone, ...asked }: ViewsAsked,
  views: readonly SavedView[],
): Promise<readonly SavedFigure[]> {
  const figures: SavedFigure[] = [];
  for (const { id, view, seeing, title, note } of views) {
    const found = gone?.has(view.survey) ? null : await exploredAgain(ctx, asked, view);
    const { questionnaire, explored } = found ?? { questionnaire: null, explored: null };
    figures.push({
      id,
      title,
      note,
      seeing,
      explored,
      ...(found?.behind == null ? {} : { behind: found.behind }),
      looks: questionnaire && explored ? looksAsData(questionnaire, variablesIn(found)) : {},
      filters: questionnaire
        ? view.filters.map(({ variable, code }) => filterOf(questionnaire, variable, code))
        : [],
    });
  }
  return figures;
}

async function exploredAgain(
  ctx: JobContext,
  asked: Pick<ExploreAsked, 'project' | 'reader' | 'released'>,
  view: ExploreView,
): Promise<ExploredSurvey | null> {
  try {
    const found = await exploredSurvey(ctx, {
      ...asked,
      survey: view.survey,
      parameters: viewParameters(view),
    });
    // What the survey no longer has was left out: that would be another view.
    return found.problems.length > 0 ? null : found;
  } catch (error) {
    if (error instanceof ExpectedFailure) return null;
    throw error;
  }
}

function variablesIn(found: ExploredSurvey | null): readonly string[] {
  const { question, crosses } = found?.explored ?? { question: null, crosses: null };
  const own = question?.kind === 'distributions' ? question.distributions : [];
  return [...own, ...(crosses ?? [])].map(({ variable }) => variable);
}

function filterOf(questionnaire: Questionnaire, variable: string, code: string | null): SavedFilter {
  const codebook = codebookOf(questionnaire);
  if (!codebook.position.has(variable)) return { variable, label: null, group: code ?? '' };
  const { label, categories } = variableNamed(codebook, variable);
  return { variable, label, group: categories.find((entry) => entry.code === code)?.label ?? code ?? '' };
}
