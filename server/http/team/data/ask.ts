// Asking for full answers: who needs which fields of which survey, for what, in which form, until when.
import type { Response, Router } from 'express';
import { dayOf } from '../../../../surveys/day.ts';
import { answerKinds } from '../../../../surveys/formats/data-files/data-file-kinds.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import type { Survey } from '../../../db/surveys.ts';
import { askForData } from '../../../operations/data-requests.ts';
import { surveyFields } from '../../../operations/survey-fields.ts';
import { fieldOf } from '../access.ts';
import type { FormMistake } from '../round-form.ts';
import { openWorkspace, showStation, type Workspace } from '../workspace.ts';
import { type AskTyped, type BoxGroup, boxGroups, judgeAsk, readAsk, suggestedAsk } from './ask-form.ts';
import { fieldedSurvey } from './open-files.ts';

export interface DataAskPage {
  readonly csrf: string;
  readonly title: string;
  readonly back: string;
  readonly mistakes: readonly FormMistake[];
  readonly typed: AskTyped;
  readonly kinds: readonly { readonly kind: string; readonly checked: boolean }[];
  readonly separators: readonly { readonly sign: string; readonly selected: boolean }[];
  readonly decimals: readonly { readonly sign: string; readonly selected: boolean }[];
  readonly groups: readonly BoxGroup[];
}

export function askRoutes(ctx: Context, router: Router): void {
  router.get('/:project/data/ask/:survey', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const survey = await fieldedSurvey(ctx, workspace.project.code, request.params.survey);
    const choices = await surveyFields(ctx.db, survey, workspace.project.catalogue.background);
    await show(ctx, response, workspace, survey, suggestedAsk(choices, dayOf(ctx.now())), []);
  });

  router.post('/:project/data/ask/:survey', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { code, catalogue } = workspace.project;
    const survey = await fieldedSurvey(ctx, code, request.params.survey);
    const choices = await surveyFields(ctx.db, survey, catalogue.background);
    const typed = readAsk((name) => fieldOf(request, name), choices);
    const { sound, mistakes } = judgeAsk(survey.code, typed, choices, dayOf(ctx.now()));
    if (!sound) return show(ctx, response, workspace, survey, typed, mistakes);
    const account = response.locals.account?.id ?? '';
    const entry = await askForData(ctx, code, sound, { account, reason: typed.purpose });
    response.redirect(303, `/team/${code}/data/requests/${entry}`);
  });
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  survey: Survey,
  typed: AskTyped,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { project, language, say } = workspace;
  const choices = await surveyFields(ctx.db, survey, project.catalogue.background);
  const sign = (chosen: string) => (own: string) => ({ sign: own, selected: own === chosen });
  const title = say({
    key: 'data.ask.title',
    values: { survey: inLanguage(survey.questionnaire.title, language) },
  });
  const page: DataAskPage = {
    csrf: response.locals.csrf ?? '',
    title,
    back: `/team/${project.code}/data`,
    mistakes,
    typed,
    kinds: answerKinds.map((kind) => ({ kind, checked: kind === typed.kind })),
    separators: ['semicolon', 'comma', 'tab'].map(sign(typed.separator)),
    decimals: ['comma', 'point'].map(sign(typed.decimal)),
    groups: boxGroups(choices, typed.ticked, language),
  };
  await showStation(ctx, response, workspace, 'team/data-ask', page, {
    station: 'results',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'data.css'],
  });
}
