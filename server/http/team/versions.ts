// Versions of a questionnaire over HTTP: every version with what it changed, reading one, and fielding the next.
import type { Request, Response, Router } from 'express';
import { checkBeforeFielding } from '../../../surveys/editing/blanks.ts';
import type { Context } from '../../context.ts';
import { definitionOfVersion, fieldedVersions, type Survey } from '../../db/surveys.ts';
import { surveyClosedForGood, unknownPage } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { openDefinition, publishDefinition } from '../../operations/definition-editing.ts';
import { fieldOf } from './access.ts';
import { placesIn } from './definition-text.ts';
import { surveyAsked } from './project-pages.ts';
import { questionnairePage } from './questionnaire-view.ts';
import { type Fielded, publishPage, questionnaireAddresses, versionsPage } from './versions-view.ts';
import { openWorkspace, serverAddress, showStation, type Workspace } from './workspace.ts';

export function versionsRoutes(ctx: Context, router: Router): void {
  router.get('/:project/versions', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = surveyAsked(request, workspace);
    const [definition, fielded] = await Promise.all([
      openDefinition(ctx, survey.code),
      allFielded(ctx, survey),
    ]);
    const { code } = workspace.project;
    const server = serverAddress(ctx, response);
    const page = versionsPage(code, server, workspace.surveys, survey, fielded, definition, workspace);
    await showStation(ctx, response, workspace, 'team/versions', page, {
      station: 'questionnaire',
      title: page.title,
      styles: ['project.css'],
    });
  });

  router.get('/:project/versions/:version', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = surveyAsked(request, workspace);
    const fielded = (await fieldedVersions(ctx.db.kysely, survey.code)).find(
      ({ version }) => String(version) === request.params.version,
    );
    if (!fielded) throw unknownPage();
    const { version, publishedAt } = fielded;
    const questionnaire = await definitionOfVersion(ctx.db.kysely, survey.code, version);
    const { code } = workspace.project;
    const { language, say } = workspace;
    const day = formatDate(language, publishedAt);
    const shown = questionnairePage(code, [survey], { ...survey, questionnaire, version }, workspace);
    const page = {
      ...shown,
      action: {
        address: questionnaireAddresses(code, survey.code).versions,
        name: say({ key: 'project.versions.back' }),
      },
      state: say({ key: 'project.versions.reading', values: { version, day } }),
      links: [],
    };
    await showStation(ctx, response, workspace, 'team/questionnaire', page, {
      station: 'questionnaire',
      title: `${page.finding} · ${say({ key: 'project.versions.version', values: { version } })}`,
    });
  });

  router.get('/:project/publish', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await showPublish(ctx, response, workspace, surveyAsked(request, workspace), false);
  });

  router.post('/:project/publish', async (request: Request<{ project: string }>, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = surveyAsked(request, workspace);
    const { revision } = await openDefinition(ctx, survey.code);
    // What is fielded is what was read on the page that asked.
    if (fieldOf(request, 'revision') !== String(revision)) {
      return showPublish(ctx, response, workspace, survey, true);
    }
    const result = await publishDefinition(ctx, survey.code);
    if ('problems' in result) return showPublish(ctx, response, workspace, survey, true);
    response.redirect(303, questionnaireAddresses(workspace.project.code, survey.code).versions);
  });
}

async function allFielded(ctx: Context, survey: Survey): Promise<readonly Fielded[]> {
  const db = ctx.db.kysely;
  const versions = await fieldedVersions(db, survey.code);
  return Promise.all(
    versions.map(async (fielded) => ({
      ...fielded,
      questionnaire: await definitionOfVersion(db, survey.code, fielded.version),
    })),
  );
}

/** @param stale somebody posted the page, and what it showed is not so any more. */
async function showPublish(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  survey: Survey,
  stale: boolean,
): Promise<void> {
  if (survey.state === 'closed') throw surveyClosedForGood();
  const definition = await openDefinition(ctx, survey.code);
  const { code } = workspace.project;
  const page = publishPage(
    code,
    survey,
    survey.state === 'draft' ? null : survey.questionnaire,
    definition,
    checkBeforeFielding(definition.questionnaire),
    {
      csrf: response.locals.csrf ?? '',
      stale,
      server: serverAddress(ctx, response),
      place: placesIn(code, survey.code, definition.questionnaire, workspace),
    },
    workspace,
  );
  await showStation(ctx, response, workspace, 'team/publish', page, {
    station: 'questionnaire',
    title: page.title,
    styles: ['project.css'],
    status: stale ? 422 : 200,
  });
}
