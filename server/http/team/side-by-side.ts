// The page of figures that stand beside another one: which way answers lean, how far people come, and what is published.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { projectSideBySide } from '../../operations/project-side-by-side.ts';
import { resultTabs } from './results-view.ts';
import { sideBySidePage } from './side-by-side-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function sideBySideRoutes(ctx: Context, router: Router): void {
  router.get('/:project/side-by-side', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
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
    const page = sideBySidePage(
      await projectSideBySide(ctx, project.code, 'team'),
      place && own ? resultTabs(place, own, workspace) : [],
      workspace,
    );
    await showStation(ctx, response, workspace, 'team/side-by-side', page, {
      station: 'results',
      title: page.finding,
      charts: true,
      styles: ['results.css'],
    });
  });
}
