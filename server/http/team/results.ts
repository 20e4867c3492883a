// The results of a project's surveys: overview, questionnaire pages, services and remarks, filtered where asked.
import type { Request, Response, Router } from 'express';
import type { SurveyAnalysis } from '../../../analysis/results/survey.ts';
import type { Context } from '../../context.ts';
import { unknownPage, unknownSurvey } from '../../errors.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import { outsideKnown } from '../../operations/outside-figures.ts';
import { type FilterForm, filterForm, filterQuery, filtersOf } from './filters.ts';
import { type ProductLine, productSources } from './materials/product-line.ts';
import { suggestionsOf } from './materials/suggestions.ts';
import { type OutsideServices, outsideServices } from './outside/outside-view.ts';
import { surveyAsked } from './project-pages.ts';
import { remarksPage } from './remarks-view.ts';
import { overviewPage, questionnaireResults, type ResultsPage, type ResultsPlace } from './results-view.ts';
import { type ServicesPage, servicesPage, wayOf } from './services-view.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

/** The services, with what was counted elsewhere beside them. */
export interface ServicesStationPage extends ServicesPage {
  readonly outside: { readonly services: OutsideServices | null; readonly all: string };
}

/** The results, with what their answers suggest. */
export interface ResultsStationPage extends ResultsPage {
  readonly suggestions: readonly ProductLine[];
}

export function resultsRoutes(ctx: Context, router: Router): void {
  router.get('/:project/results', async (request, response) => {
    const asked = request.query.page;
    const view = await openResults(ctx, request, response, typeof asked === 'string' ? asked : null);
    const { workspace, survey, place, filters } = view;
    if (place.page !== null && !place.shown.questionnaire.pages.some(({ code }) => code === place.page)) {
      throw unknownPage();
    }
    const build = place.page === null ? overviewPage : questionnaireResults;
    const results = await build(survey, place, filters, workspace);
    const { code, questionnaire } = place.shown;
    // Whom something is for is told of everybody: a group within a filter would be a figure of its own.
    const suggestions =
      place.query === ''
        ? suggestionsOf(code, questionnaire, place.page, await productSources(ctx, workspace))
        : [];
    const page = { ...results, suggestions };
    await showStation(ctx, response, workspace, 'team/results', page, {
      station: 'results',
      title: page.finding,
      charts: true,
      styles: suggestions.length > 0 ? ['materials.css'] : [],
    });
  });

  router.get('/:project/results/services', async (request, response) => {
    const { workspace, survey, place, filters } = await openResults(ctx, request, response, 'services');
    const { services } = workspace.project.catalogue;
    const known = await outsideKnown(ctx, workspace.project, workspace.surveys);
    const page = {
      ...servicesPage(survey, services, place, filters, wayOf(request.query.view), workspace),
      outside: {
        // What was counted elsewhere is of everybody: beside the answers of a group it would say something else.
        services: place.query === '' ? outsideServices(known, workspace) : null,
        all: `/team/${workspace.project.code}/outside`,
      },
    };
    await showStation(ctx, response, workspace, 'team/services', page, {
      station: 'results',
      title: page.finding,
      charts: true,
      styles: ['explore.css', 'report-need.css', 'outside.css'],
    });
  });

  router.get('/:project/results/remarks', async (request, response) => {
    const { workspace, place } = await openResults(ctx, request, response, 'remarks');
    const page = remarksPage(surveyOf(workspace.analysis.surveys, place), place, workspace);
    await showStation(ctx, response, workspace, 'team/remarks', page, {
      station: 'results',
      title: page.finding,
      charts: true,
    });
  });
}

interface ResultsView {
  readonly workspace: Workspace;
  /** Limited to the group of the address. */
  readonly survey: SurveyAnalysis;
  readonly place: ResultsPlace;
  readonly filters: FilterForm | null;
}

async function openResults(
  ctx: Context,
  request: Request,
  response: Response,
  page: string | null,
): Promise<ResultsView> {
  const workspace = await openWorkspace(ctx, response, String(request.params.project));
  const shown = surveyAsked(request, workspace);
  const main = shown.position === 0;
  const filters = main ? filtersOf(request.query.filter, workspace) : [];
  const analysis =
    filters.length > 0
      ? await analyseProject(ctx, workspace.project.code, { reader: 'team', filters })
      : workspace.analysis;
  const place = {
    project: workspace.project.code,
    surveys: workspace.surveys,
    shown,
    page,
    skills: workspace.project.catalogue.skills !== undefined,
    beside: workspace.project.catalogue.sideBySide.length > 0,
    query: filterQuery(filters),
  };
  const hidden =
    page === 'services'
      ? wayParameter(wayOf(request.query.view))
      : page === null || page === 'remarks'
        ? []
        : [{ name: 'page', value: page }];
  const action = `/team/${place.project}/results${page === 'services' ? '/services' : ''}`;
  return {
    workspace,
    survey: surveyOf(analysis.surveys, place),
    place,
    filters: main ? filterForm(workspace, filters, action, hidden) : null,
  };
}

/** The way to look at services, kept in the form; the first needs no word in the address. */
function wayParameter(way: ReturnType<typeof wayOf>): FilterForm['hidden'] {
  return way === 'advice' ? [] : [{ name: 'view', value: way }];
}

function surveyOf(surveys: readonly SurveyAnalysis[], { shown }: ResultsPlace): SurveyAnalysis {
  const found = surveys.find(({ survey }) => survey === shown.code);
  if (!found) throw unknownSurvey(shown.code);
  return found;
}
