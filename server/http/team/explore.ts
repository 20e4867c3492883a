// The explorer: one view of a survey, told by its address. A script may ask for the part that changes alone.
import type { Request, Response, Router } from 'express';
import type { Context } from '../../context.ts';
import { projectByCode } from '../../db/projects.ts';
import { surveysOf } from '../../db/surveys.ts';
import { unknownProject } from '../../errors.ts';
import type { ExploredSurvey } from '../../operations/explored-survey.ts';
import { type ExplorePage, explorePage, seeingOf } from './explore-view.ts';
import { type ResultsPlace, resultTabs } from './results-view.ts';
import { openWorkspace, showStation, type Workspace, wordsOf } from './workspace.ts';

/** What a script sends with a request for the part that changes. */
const partHeader = 'x-part';

export function exploreRoutes(ctx: Context, router: Router): void {
  router.get('/:project/explore', async (request, response) => {
    if (request.get(partHeader) === 'explored') return showPart(ctx, request, response);
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const asked = await askedOf(ctx, request);
    const page = await pageOf(
      asked,
      request,
      workspace,
      tabsOf(workspace, asked),
      response.locals.csrf ?? '',
    );
    if (!page) return response.redirect(303, `/team/${workspace.project.code}/results`);
    await showStation(ctx, response, workspace, 'team/explore', page, {
      station: 'results',
      title: page.title,
      charts: true,
      status: page.problems.length > 0 ? 400 : 200,
      styles: ['explore.css'],
      scripts: ['explore.js'],
    });
  });
}

/** The part of the page that a choice changes, without the workspace around it. */
async function showPart(ctx: Context, request: Request, response: Response): Promise<void> {
  const code = String(request.params.project);
  const [project, asked] = [await projectByCode(ctx.db.kysely, code), await askedOf(ctx, request)];
  if (!project) throw unknownProject(code);
  const surveys = await surveysOf(ctx.db.kysely, code);
  const words = { ...wordsOf(ctx, response), project, surveys };
  const page = await pageOf(asked, request, words, [], response.locals.csrf ?? '');
  if (!page) throw unknownProject(code);
  ctx.render(response, 'team/explored', page, {
    title: page.title,
    layout: 'bare',
    status: page.problems.length > 0 ? 400 : 200,
  });
}

function askedOf(ctx: Context, request: Request): Promise<ExploredSurvey> {
  const query = queryOf(request);
  return ctx.analysis.ask('exploredSurvey', {
    project: String(request.params.project),
    survey: query.get('survey'),
    parameters: [...query],
    reader: 'team',
    released: null,
  });
}

/** The address as pairs: a name may stand in it more than once. */
export function queryOf(request: Request): URLSearchParams {
  return new URL(request.originalUrl, 'http://localhost').searchParams;
}

async function pageOf(
  asked: ExploredSurvey,
  request: Request,
  words: Pick<Workspace, 'project' | 'surveys' | 'language' | 'say' | 'fill'>,
  tabs: ExplorePage['tabs'],
  csrf: string,
): Promise<ExplorePage | null> {
  const { view, explored } = asked;
  if (!view || !explored) return null;
  const main = words.surveys.find(({ code }) => code === asked.survey)?.position === 0;
  const place = { project: words.project.code, main, tabs, csrf };
  return explorePage({ ...asked, view, explored }, seeingOf(queryOf(request)), place, words);
}

/** The tabs of the results, the explorer among them. */
function tabsOf(workspace: Workspace, { survey }: ExploredSurvey): ExplorePage['tabs'] {
  const shown = workspace.surveys.find(({ code }) => code === survey);
  const analysis = workspace.analysis.surveys.find((one) => one.survey === survey);
  if (!shown || !analysis) return [];
  const place: ResultsPlace = {
    project: workspace.project.code,
    surveys: workspace.surveys,
    shown,
    page: 'explore',
    skills: workspace.project.catalogue.skills !== undefined,
    beside: workspace.project.catalogue.sideBySide.length > 0,
    query: '',
  };
  return resultTabs(place, analysis, workspace);
}
