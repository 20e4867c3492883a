// The page of what changed between two waves, and which survey is a next wave of which.
import type { Response, Router } from 'express';
import { yearPriorityForm } from '../../../surveys/records/sharing.ts';
import type { Context } from '../../context.ts';
import { projectByCode } from '../../db/projects.ts';
import { recordsOf } from '../../db/records.ts';
import { setWaveOf, surveysOf } from '../../db/surveys.ts';
import { unknownProject, unknownSurvey } from '../../errors.ts';
import { projectWaves } from '../../operations/project-waves.ts';
import { fieldOf } from './access.ts';
import { recordRoutes } from './record-routes.ts';
import { resultTabs } from './results-view.ts';
import { comesAfter, wavesPage } from './waves-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function wavesRoutes(ctx: Context, router: Router): void {
  const show = async (response: Response, project: string, saved: boolean) => {
    const workspace = await openWorkspace(ctx, response, project);
    const { surveys, analysis } = workspace;
    const [shown] = surveys;
    const own = shown && analysis.surveys.find(({ survey }) => survey === shown.code);
    const skills = workspace.project.catalogue.skills !== undefined;
    const beside = workspace.project.catalogue.sideBySide.length > 0;
    const place = shown && { project, surveys, shown, page: 'waves', skills, beside, query: '' };
    const page = wavesPage(
      {
        project,
        surveys,
        comparisons: await projectWaves(ctx, project, 'team'),
        priorities: (await recordsOf(ctx.db.kysely, project)).year_priority,
        tabs: place && own ? resultTabs(place, own, workspace) : [],
        csrf: response.locals.csrf ?? '',
        saved,
      },
      workspace,
    );
    await showStation(ctx, response, workspace, 'team/waves', page, {
      station: 'results',
      title: page.finding,
      charts: true,
      styles: ['waves.css'],
    });
  };

  recordRoutes(ctx, router, {
    form: yearPriorityForm,
    path: 'waves/priorities',
    home: 'waves#priorities',
    station: 'results',
  });

  router.get('/:project/waves', (request, response) =>
    show(response, request.params.project, request.query.saved === 'yes'),
  );

  router.post('/:project/waves', async (request, response) => {
    const project = await projectByCode(ctx.db.kysely, request.params.project);
    if (!project) throw unknownProject(request.params.project);
    const surveys = await surveysOf(ctx.db.kysely, project.code);
    const [survey, waveOf] = [fieldOf(request, 'survey'), fieldOf(request, 'waveOf')];
    const known = (code: string) => surveys.some((each) => each.code === code);
    if (!known(survey)) throw unknownSurvey(survey);
    // A wave of itself, or of one that follows it, would have no beginning.
    if (waveOf !== '' && (!known(waveOf) || waveOf === survey || comesAfter(waveOf, survey, surveys)))
      throw unknownSurvey(waveOf);
    await ctx.writes.run((db) => setWaveOf(db, project.code, survey, waveOf === '' ? null : waveOf));
    response.redirect(303, `/team/${project.code}/waves?saved=yes`);
  });
}
