// Pages of frameworks: which there are, one with what is worth a look in it, and descriptions of functions side by side.
import type { Request, Response, Router } from 'express';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { createFrameworks, frameworkOf, type ReadFramework } from '../../../frameworks.ts';
import { frameworksFolder } from '../../../paths.ts';
import { compareMistakes, readCompared } from '../../frameworks/compare-form.ts';
import { comparePage } from '../../frameworks/compare-view.ts';
import { frameworkPage } from '../../frameworks/framework-view.ts';
import { frameworksPage } from '../../frameworks/list-view.ts';
import { teamFrameworks } from '../../frameworks/words.ts';
import { openWorkspace, type StationPage, showStation, type Workspace } from '../workspace.ts';
import { drawRoutes } from './draw.ts';

const look: Omit<StationPage, 'title'> = { station: 'questionnaire', styles: ['frameworks.css'] };

export function frameworkRoutes(ctx: Context, router: Router): void {
  const frameworks = createFrameworks(frameworksFolder, ctx.log);

  const opened = async (
    request: Request<{ project: string; framework: string }>,
    response: Response,
  ): Promise<{ readonly workspace: Workspace; readonly read: ReadFramework }> => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    return { workspace, read: await frameworkOf(frameworks, request.params.framework) };
  };

  router.get('/:project/frameworks', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const page = frameworksPage(teamFrameworks(workspace.project.code), await frameworks(), workspace);
    await showStation(ctx, response, workspace, 'team/frameworks', page, { ...look, title: page.finding });
  });

  router.get('/:project/frameworks/:framework', async (request, response) => {
    const { workspace, read } = await opened(request, response);
    const role = typeof request.query.role === 'string' ? request.query.role : null;
    const page = frameworkPage(teamFrameworks(workspace.project.code), read, role, workspace);
    await showStation(ctx, response, workspace, 'team/framework', page, { ...look, title: page.finding });
  });

  router.get('/:project/frameworks/:framework/compare', async (request, response) => {
    const { workspace, read } = await opened(request, response);
    const { framework } = read;
    const typed = readCompared(request, framework);
    const mistakes = compareMistakes(typed, framework);
    const page = comparePage(teamFrameworks(workspace.project.code), framework, typed, mistakes, workspace);
    await showStation(ctx, response, workspace, 'team/compare', page, {
      ...look,
      title: workspace.say({
        key: 'frameworks.compare.title',
        values: { framework: inLanguage(framework.label, workspace.language) },
      }),
      styles: ['frameworks.css', 'compare.css'],
      scripts: ['print-button.js'],
      status: mistakes.length > 0 ? 422 : 200,
    });
  });

  drawRoutes(ctx, router, frameworks);
}
