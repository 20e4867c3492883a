// The own result: after sending, for whoever has the receipt and nobody else (PRV-17). Sharing is a step of its own, for a time, and
// is taken back with the same code; who follows the link sees the result and nothing that leads to the person.
import type { Request, RequestHandler, Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { dayOf } from '../../../surveys/day.ts';
import {
  receiptOfSharedResult,
  removeSharedResult,
  setSharedResult,
  sharedResultOf,
} from '../../db/shared-results.ts';
import { resultNotShared, unknownPage } from '../../errors.ts';
import { hashToken, newToken, sharedResultToken } from '../../identity/tokens.ts';
import { serverAddress } from '../team/workspace.ts';
import { type Desk, frameOf, optionsFor, type Visit, writeWhileOpen } from './desk.ts';
import { fieldsOf } from './form.ts';
import { type OwnAnswers, ownAnswers, type ReadingLock, readingLock, sentAnswers } from './own-answers.ts';
import { type OwnResultView, ownResultView } from './own-result-view.ts';
import type { SurveyFrame } from './pages.ts';
import { type Beside, besideOf, type SecondViewForm, secondForm } from './second-view.ts';
import { pageAddress } from './show-page.ts';

export interface OwnResultPage extends ReadingLock {
  readonly survey: SurveyFrame;
  /** The day it was sent, ISO. */
  readonly day: string;
  readonly result: OwnResultView;
  /** How it is shared now; null when it is not. */
  readonly sharing: { readonly address: string; readonly until: string } | null;
  /** Days for which it can be shared. */
  readonly terms: readonly { readonly days: number; readonly checked: boolean }[];
  /** Laying a second view beside it; null where there can be none. */
  readonly second: SecondViewForm | null;
}

export interface SharedResultPage {
  readonly survey: SurveyFrame;
  /** The last day the link opens, ISO. */
  readonly until: string;
  readonly result: OwnResultView;
}

/** How long a result can be shared, in days; the middle one is proposed. */
const terms = [7, 30, 90] as const;
const proposed = 30;

/** GET result: the own result, and whether it is shared. */
export function getOwnResult(desk: Desk): RequestHandler {
  return async (request, response) => {
    const opened = await openOwn(desk, request, response);
    if (!opened) return;
    const { visit, own } = opened;
    await showOwn(desk, request, response, opened, await besideOf(desk, visit, own, request.query.beside));
  };
}

/** POST result/beside: a second view that its writer shared, laid beside the own answers. */
export function postBeside(desk: Desk): RequestHandler {
  return async (request, response) => {
    const opened = await openOwn(desk, request, response);
    if (!opened) return;
    const { visit, own } = opened;
    const { link } = fieldsOf(request);
    const typed = typeof link === 'string' ? link.trim().slice(0, 500) : '';
    const token = /([\w-]{32})\/?$/.exec(typed)?.[1] ?? '';
    const beside = await besideOf(desk, visit, own, token);
    if (beside.state === 'shown') {
      response.redirect(303, `${visit.home}/result?beside=${token}#second`);
      return;
    }
    const key = typed === '' ? 'own-result.second.empty' : 'own-result.second.gone';
    await showOwn(desk, request, response, opened, { state: 'wrong', typed, problem: { key, values: {} } });
  };
}

async function showOwn(
  desk: Desk,
  request: Request,
  response: Response,
  { visit, own }: Opened,
  beside: Beside,
): Promise<void> {
  const { ctx } = desk;
  const { receipt, receiptHash, day } = own.found;
  const shared = await sharedResultOf(ctx.db.kysely, visit.survey.code, receiptHash, dayOf(desk.ctx.now()));
  const query = beside.state === 'shown' ? `beside=${beside.token}&` : '';
  const data: OwnResultPage = {
    survey: frameOf(ctx, visit, null, query),
    ...readingLock(desk, request, visit, own),
    day,
    result: resultOf(desk, visit, own, beside.state === 'shown' ? beside.answers : null),
    sharing: shared && {
      address: `${serverAddress(ctx, response)}${visit.home}/shared/${sharedResultToken(receipt, shared.share)}`,
      until: shared.until,
    },
    terms: terms.map((days) => ({ days, checked: days === proposed })),
    second: secondForm(visit, own, beside),
  };
  const title = ctx.texts.say(visit.language, 'own-result.title');
  const options = { styles, scripts: ['print-button.js', 'reading-lock.js'] };
  ctx.render(
    response,
    'respond/own-result',
    data,
    optionsFor(visit, title, beside.state === 'wrong' ? { ...options, status: 422 } : options),
  );
}

/** POST result/share: a link for the days that were chosen; one there was before opens nothing any more. */
export function postShareResult(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const opened = await openOwn(desk, request, response);
    if (!opened) return;
    const { visit, own } = opened;
    const { code } = visit.survey;
    const { receipt, receiptHash } = own.found;
    const asked = Number(fieldsOf(request).days);
    const days = terms.find((term) => term === asked) ?? proposed;
    const share = newToken();
    const until = dayOf(new Date(ctx.now().getTime() + days * 86_400_000));
    const tokenHash = hashToken('sharedResult', sharedResultToken(receipt, share));
    await writeWhileOpen(ctx, code, (db) =>
      setSharedResult(db, code, receiptHash, { share, until, tokenHash }),
    );
    response.redirect(303, `${visit.home}/result#sharing`);
  };
}

/** POST result/unshare: the link opens nothing from now on. */
export function postUnshareResult(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const opened = await openOwn(desk, request, response);
    if (!opened) return;
    const { visit, own } = opened;
    const { code } = visit.survey;
    await writeWhileOpen(ctx, code, (db) => removeSharedResult(db, code, own.found.receiptHash));
    response.redirect(303, `${visit.home}/result#sharing`);
  };
}

/** GET shared/:token: the result somebody shared, for whoever has the link and as long as it is shared. */
export function getSharedResult(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { kysely } = ctx.db;
    const { code } = visit.survey;
    const tokenHash = hashToken('sharedResult', String(request.params.token));
    const shared = await receiptOfSharedResult(kysely, code, tokenHash, dayOf(desk.ctx.now()));
    const sent = shared && (await sentAnswers(kysely, code, shared.receiptHash));
    if (!shared || !sent) throw resultNotShared();
    const data: SharedResultPage = {
      survey: frameOf(ctx, visit),
      until: shared.until,
      // A second view was shared with the person alone: it does not travel on.
      result: resultOf(desk, visit, sent, null),
    };
    const title = ctx.texts.say(visit.language, 'own-result.sharedTitle');
    response.setHeader('X-Robots-Tag', 'noindex');
    ctx.render(
      response,
      'respond/shared-result',
      data,
      optionsFor(visit, title, { styles, scripts: ['print-button.js'] }),
    );
  };
}

const styles = ['answers.css', 'own-result.css'];

interface Opened {
  readonly visit: Visit;
  readonly own: OwnAnswers & { readonly found: Extract<OwnAnswers['found'], { state: 'sent' }> };
}

/**
 * What this browser's receipt leads to once it was sent; null after sending the visitor elsewhere.
 * @throws ExpectedFailure when the project gives nothing back.
 */
async function openOwn(desk: Desk, request: Request, response: Response): Promise<Opened | null> {
  const visit = await desk.open(request, response);
  if (!visit.register.ownResult) throw unknownPage();
  const own = await ownAnswers(desk, request, response, visit);
  if (typeof own === 'string') {
    response.redirect(303, own);
    return null;
  }
  const { found } = own;
  if (found.state === 'draft') {
    response.redirect(303, pageAddress(visit, found.draft));
    return null;
  }
  return { visit, own: { ...own, found } };
}

/** @throws ExpectedFailure when the project gives nothing back. */
function resultOf(
  { ctx }: Desk,
  { register, language }: Visit,
  { questionnaire, answers }: Pick<OwnAnswers, 'questionnaire' | 'answers'>,
  second: Answers | null,
): OwnResultView {
  if (!register.ownResult) throw unknownPage();
  const beside = { required: register.levels, second };
  const say = (key: string, values = {}) => ctx.texts.say(language, `own-result.${key}`, values);
  return ownResultView({ declared: register.ownResult, beside, questionnaire, answers, language, say });
}
