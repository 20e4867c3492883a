// The page of who can do what in the libraries.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { projectSkills } from '../../operations/project-skills.ts';
import { resultTabs } from './results-view.ts';
import { skillsPage } from './skills-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function skillsRoutes(ctx: Context, router: Router): void {
  router.get('/:project/skills', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, surveys, analysis } = workspace;
    const [shown] = surveys;
    const own = shown && analysis.surveys.find(({ survey }) => survey === shown.code);
    const place = shown && { project: project.code, surveys, shown, page: 'skills', skills: true, query: '' };
    const page = skillsPage(
      await projectSkills(ctx, project.code, 'team'),
      place && own ? resultTabs(place, own, workspace) : [],
      workspace,
    );
    await showStation(ctx, response, workspace, 'team/skills', page, {
      station: 'results',
      title: page.finding,
      charts: true,
      styles: ['waves.css'],
    });
  });
}
