// The page of figures that stand beside another one: which way answers lean, how far people come, what a level requires, and
// what is published.
import type { Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { unknownNeed } from '../../errors.ts';
import { editCatalogue } from '../../operations/edit-catalogue.ts';
import { editionOf } from '../../operations/edition.ts';
import { projectSideBySide } from '../../operations/project-side-by-side.ts';
import { fieldsOf } from '../forms.ts';
import { fieldOf } from './access.ts';
import {
  readLevels,
  requiredLevels,
  requirementsOf,
  type TypedLevels,
  withRequired,
} from './required-levels.ts';
import { resultTabs } from './results-view.ts';
import { sideBySidePage } from './side-by-side-view.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export function sideBySideRoutes(ctx: Context, router: Router): void {
  router.get('/:project/side-by-side', async (request, response) => {
    await show(ctx, response, await openWorkspace(ctx, response, request.params.project), null);
  });

  router.post('/:project/side-by-side/required/:code', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, surveys } = workspace;
    const { code } = request.params;
    const [survey] = surveys;
    const declared = survey && requirementsOf(project.catalogue, survey).find((one) => one.code === code);
    if (!survey || !declared) throw unknownNeed(code);
    const typed = readLevels(survey.questionnaire, declared, fieldsOf(request));
    if (typed.mistakes.length > 0) return show(ctx, response, workspace, typed);
    const edition = fieldOf(request, 'edition');
    // Once answers can come, or somebody changed it in between, it stays as it is.
    const changed =
      survey.state === 'draft' &&
      (await editCatalogue(ctx, project.code, (catalogue) => {
        const stored = requirementsOf(catalogue, survey).find((one) => one.code === code);
        return editionOf(stored?.required) === edition ? withRequired(catalogue, code, typed.required) : null;
      }));
    if (!changed) {
      const field = `required-${code}`;
      const mistakes = [{ field, key: 'side-by-side.required.notChanged', values: {} }];
      return show(ctx, response, workspace, { ...typed, mistakes });
    }
    response.redirect(303, `/team/${encodeURIComponent(project.code)}/side-by-side#required-${code}`);
  });
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: TypedLevels | null,
): Promise<void> {
  const { project, surveys, analysis } = workspace;
  const [shown] = surveys;
  const own = shown && analysis.surveys.find(({ survey }) => survey === shown.code);
  const { skills, sideBySide } = project.catalogue;
  const place = shown && {
    project: project.code,
    surveys,
    shown,
    page: 'side-by-side',
    skills: skills !== undefined,
    beside: sideBySide.length > 0,
    query: '',
  };
  const page = {
    ...sideBySidePage(
      await projectSideBySide(ctx, project.code, 'team'),
      place && own ? resultTabs(place, own, workspace) : [],
      workspace,
    ),
    required: shown ? requiredLevels(project.code, project.catalogue, shown, typed, workspace) : [],
    csrf: response.locals.csrf ?? '',
    mistakes: typed?.mistakes ?? [],
  };
  await showStation(ctx, response, workspace, 'team/side-by-side', page, {
    station: 'results',
    title: page.finding,
    charts: true,
    styles: ['results.css', 'explore.css', 'frameworks.css'],
    status: typed ? 422 : 200,
  });
}
