// The page of who can do what in the libraries.
import type { Router } from 'express';
import type { Context } from '../../context.ts';
import { projectSkills } from '../../operations/project-skills.ts';
import { registerFilter, registerForm } from './filters.ts';
import { resultTabs } from './results-view.ts';
import { skillsPage } from './skills-view.ts';
import { openWorkspace, showStation } from './workspace.ts';

export function skillsRoutes(ctx: Context, router: Router): void {
  router.get('/:project/skills', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project, surveys, analysis } = workspace;
    const [shown] = surveys;
    const own = shown && analysis.surveys.find(({ survey }) => survey === shown.code);
    const beside = project.catalogue.sideBySide.length > 0;
    const place = shown && {
      project: project.code,
      surveys,
      shown,
      page: 'skills',
      skills: true,
      beside,
      query: '',
    };
    const group = registerFilter(request.query.filter, workspace);
    const page = skillsPage(
      await projectSkills(ctx, project.code, 'team', null, group),
      place && own ? resultTabs(place, own, workspace) : [],
      registerForm(workspace, group, `/team/${project.code}/skills`),
      workspace,
    );
    await showStation(ctx, response, workspace, 'team/skills', page, {
      station: 'results',
      title: page.finding,
      charts: true,
      styles: ['results.css', 'waves.css'],
    });
  });
}
