// Closing a survey from the workspace: what it does, asked first, and then for good.
import type { Router } from 'express';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { countDrafts } from '../../db/drafts.ts';
import { countResponses } from '../../db/responses.ts';
import type { Survey } from '../../db/surveys.ts';
import { unknownSurvey } from '../../errors.ts';
import { closeSurvey } from '../../operations/close-survey.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

export interface CloseSurveyPage {
  readonly csrf: string;
  readonly title: string;
  readonly responses: number;
  readonly drafts: number;
  /** The survey has a form to be contacted, which closes with it. */
  readonly contact: boolean;
  /** The page to go back to. */
  readonly back: string;
}

export function closeSurveyRoutes(ctx: Context, router: Router): void {
  router.get('/:project/surveys/:survey/close', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = surveyNamed(workspace, request.params.survey);
    const back = `/team/${workspace.project.code}/fieldwork`;
    if (survey.state === 'closed') {
      response.redirect(303, back);
      return;
    }
    const [responses, drafts] = await Promise.all([
      countResponses(ctx.db.kysely, survey.code),
      countDrafts(ctx.db.kysely, survey.code),
    ]);
    const title = inLanguage(survey.questionnaire.title, workspace.language);
    const contact = survey.questionnaire.contact !== undefined;
    const page = { csrf: response.locals.csrf ?? '', title, responses, drafts, contact, back };
    await showStation(ctx, response, workspace, 'team/close-survey', page, {
      station: 'fieldwork',
      title: workspace.say({ key: 'team.closeSurvey.title', values: { title } }),
      styles: ['panel-result.css'],
    });
  });

  router.post('/:project/surveys/:survey/close', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code } = surveyNamed(workspace, request.params.survey);
    await ctx.writes.run((db) => closeSurvey(db, code, ctx.now().toISOString()));
    response.redirect(303, `/team/${workspace.project.code}/fieldwork`);
  });
}

/** @throws ExpectedFailure when the project has no survey of that code. */
function surveyNamed({ surveys }: Workspace, code: string): Survey {
  const survey = surveys.find((each) => each.code === code);
  if (!survey) throw unknownSurvey(code);
  return survey;
}
