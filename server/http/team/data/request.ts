// One request for full answers: what it asks, who could be identified, the data officer's word, and the file.
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Request, Response, Router } from 'express';
import { dayOf } from '../../../../surveys/day.ts';
import { endings } from '../../../../surveys/formats/data-files/data-file-kinds.ts';
import type { Context } from '../../../context.ts';
import { dataFileWords } from '../../../data-file-words.ts';
import { dataLogOf, type SeenAtDecision } from '../../../db/data-log.ts';
import { onlyDataOfficer, unknownPage } from '../../../errors.ts';
import { hasRole } from '../../../identity/roles.ts';
import {
  checkApproved,
  type DataRequest,
  dataRequest,
  decideRequest,
  requestsOf,
} from '../../../operations/data-requests.ts';
import type { Identification } from '../../../operations/identification.ts';
import { approvedFile, signsOf } from '../../../operations/leaving-file.ts';
import { type Beside, requestsAgainst, requestsBeside } from '../../../operations/requests-beside.ts';
import { surveyFields } from '../../../operations/survey-fields.ts';
import { fieldOf } from '../access.ts';
import type { FormMistake } from '../round-form.ts';
import { openWorkspace, showStation, type Workspace } from '../workspace.ts';
import { type DecisionTyped, judgeApproval, readDecision, wordsMistakes } from './ask-form.ts';
import { fieldedSurvey, openKinds, sendDescription } from './open-files.ts';
import { type DataRequestPage, requestPage } from './request-view.ts';

type Asked = Request<{ project: string; request: string }>;

export function requestRoutes(ctx: Context, router: Router): void {
  router.get('/:project/data/requests/:request', async (request: Asked, response) => {
    const { workspace, asked } = await open(ctx, request, response);
    await show(ctx, response, workspace, asked, null, []);
  });

  router.post('/:project/data/requests/:request/decide', async (request: Asked, response) => {
    const { workspace, asked } = await open(ctx, request, response);
    if (!hasRole(response.locals.roles, 'dataOfficer')) throw onlyDataOfficer();
    const { code, catalogue } = workspace.project;
    const survey = await fieldedSurvey(ctx, code, asked.wanted.survey);
    const all = await surveyFields(ctx.db, survey, catalogue.background);
    const choices = choicesAsked(all, asked);
    const typed = readDecision((name) => fieldOf(request, name), choices);
    const doing = { account: response.locals.account?.id ?? '', reason: typed.reason };
    const back = `/team/${code}/data/requests/${asked.entry}`;
    const say = fieldOf(request, 'say');
    if (say === 'refused' || say === 'revoked') {
      const mistakes = wordsMistakes('reason', typed.reason);
      if (mistakes.length > 0) return show(ctx, response, workspace, asked, typed, mistakes);
      await decideRequest(ctx, code, asked.entry, { say }, doing);
      return response.redirect(303, back);
    }
    const fields = fieldsOf(typed, choices);
    const beside = await besideOf(ctx, code, asked);
    const seen = await seenOf(ctx, code, asked, fields, choices, beside);
    const against = requestsAgainst(beside, fields, all);
    const limits = { today: dayOf(ctx.now()), most: asked.wanted.until, below: seen.below, against };
    const { sound, mistakes } = judgeApproval(typed, choices, limits);
    if (!sound) return show(ctx, response, workspace, asked, typed, mistakes);
    await decideRequest(ctx, code, asked.entry, { say: 'approved', ...sound, seen, choices: all }, doing);
    response.redirect(303, back);
  });

  // A form and no link: every fetch is a line in the log, so nothing but a person's own click makes one.
  router.post('/:project/data/requests/:request/file', async (request: Asked, response) => {
    const { asked } = await open(ctx, request, response);
    const account = response.locals.account?.id ?? '';
    checkApproved(asked, account);
    const survey = await fieldedSurvey(ctx, request.params.project, asked.wanted.survey);
    const words = dataFileWords(ctx.texts, response.locals.language, survey);
    const pieces = approvedFile(ctx, survey, asked, account, words);
    // Refusals come before the first piece, while they can still be told as a page.
    const first = await pieces.next();
    const name = `${survey.code}-${asked.entry}.${endings[asked.wanted.kind]}`;
    response.setHeader('Content-Disposition', `attachment; filename="${name}"`);
    response.setHeader('Cache-Control', 'no-store');
    response.type('application/octet-stream');
    await pipeline(Readable.from(after(first, pieces)), response).catch((error: unknown) => {
      // Who goes away halfway knows it, and the log has what went by; anything else is ours.
      const gone = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
      if (!gone) ctx.log.error('a file was cut short', error);
    });
  });

  router.get(
    '/:project/data/requests/:request/:kind',
    async (request: Request<{ project: string; request: string; kind: string }>, response) => {
      const { asked } = await open(ctx, request, response);
      const kind = openKinds.find((each) => each === request.params.kind);
      if (!kind) throw unknownPage();
      checkApproved(asked, response.locals.account?.id ?? '');
      const survey = await fieldedSurvey(ctx, request.params.project, asked.wanted.survey);
      await sendDescription(ctx, response, survey, {
        kind,
        ...signsOf(asked.wanted),
        csvName: `${survey.code}-${asked.entry}.csv`,
        chosen: { fields: new Set(asked.wanted.fields), mask: (words) => words },
        words: dataFileWords(ctx.texts, response.locals.language, survey),
      });
    },
  );
}

async function* after(
  first: IteratorResult<Uint8Array, unknown>,
  rest: AsyncGenerator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  if (first.done) return;
  try {
    yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

async function open(ctx: Context, request: Asked, response: Response) {
  const workspace = await openWorkspace(ctx, response, request.params.project);
  const { code } = workspace.project;
  const asked = await dataRequest(ctx.db.kysely, code, request.params.request, dayOf(ctx.now()));
  return { workspace, asked };
}

async function besideOf(ctx: Context, project: string, asked: DataRequest): Promise<Beside> {
  return requestsBeside(requestsOf(await dataLogOf(ctx.db.kysely, project), dayOf(ctx.now())), asked);
}

type Choices = Awaited<ReturnType<typeof surveyFields>>;

/** Of the choices those that were asked for, with the variables that were. */
function choicesAsked(choices: Choices, { wanted }: DataRequest): Choices {
  return choices
    .map((choice) => ({
      ...choice,
      variables: choice.variables.filter((name) => wanted.fields.includes(name)),
    }))
    .filter(({ variables }) => variables.length > 0);
}

function fieldsOf({ ticked }: DecisionTyped, choices: Choices): readonly string[] {
  return choices
    .filter(({ group, question }) => ticked.has(`field.${group}.${question}`))
    .flatMap(({ variables }) => variables);
}

/** Who could be identified by these fields and those of the files beside, as if all were one file. */
function identify(
  ctx: Context,
  project: string,
  { wanted }: DataRequest,
  own: readonly string[],
  beside: Beside,
) {
  const fields = [...new Set([...own, ...beside.fields])];
  return ctx.analysis.ask('identification', { project, survey: wanted.survey, fields });
}

async function seenOf(
  ctx: Context,
  project: string,
  asked: DataRequest,
  fields: readonly string[],
  choices: Choices,
  beside: Beside,
): Promise<SeenAtDecision> {
  const { responses, steps } = await identify(ctx, project, asked, fields, beside);
  const last = steps.at(-1);
  const words = choices.some(
    ({ group, variables }) => group === 'words' && variables.some((name) => fields.includes(name)),
  );
  return {
    responses,
    smallest: last ? last.smallest : responses,
    below: last?.below ?? 0,
    alone: last?.alone ?? 0,
    words,
    beside: beside.requests,
  };
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  asked: DataRequest,
  typed: DecisionTyped | null,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { code, catalogue } = workspace.project;
  const survey = await fieldedSurvey(ctx, code, asked.wanted.survey);
  const choices = choicesAsked(await surveyFields(ctx.db, survey, catalogue.background), asked);
  const officer = hasRole(response.locals.roles, 'dataOfficer');
  const fields = typed ? fieldsOf(typed, choices) : asked.wanted.fields;
  // Who could be identified is for the eyes of who decides.
  const beside = await besideOf(ctx, code, asked);
  const identified: Identification | null =
    officer && asked.state === 'asked' ? await identify(ctx, code, asked, fields, beside) : null;
  const input = { project: code, survey, asked, choices, identified, beside, typed, mistakes, officer };
  const own = { account: response.locals.account?.id ?? '', csrf: response.locals.csrf ?? '' };
  const page: DataRequestPage = requestPage({ ...input, ...own }, workspace);
  await showStation(ctx, response, workspace, 'team/data-request', page, {
    station: 'results',
    title: page.title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'data.css'],
  });
}
