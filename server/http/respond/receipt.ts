// Whose draft a request is about: the receipt code in the survey's own cookie, and what is stored under it.
// Codes are short, so whoever guesses is stopped, whether the code was typed or came in a cookie.
import type { Request, Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { readResponse } from '../../../surveys/read-page.ts';
import type { Context } from '../../context.ts';
import { type Draft, draftByReceipt } from '../../db/drafts.ts';
import { responseByReceipt } from '../../db/responses.ts';
import { tooManyAttempts } from '../../errors.ts';
import { hashToken, normaliseReceipt } from '../../identity/tokens.ts';
import { cookieOf } from '../cookies.ts';
import type { Desk, Visit } from './desk.ts';

export interface Holder {
  readonly receipt: string;
  readonly receiptHash: string;
}

export type Found =
  | { readonly state: 'none' }
  | (Holder & { readonly state: 'draft'; readonly draft: Draft })
  | (Holder & {
      readonly state: 'sent';
      /** The day it was sent. */
      readonly day: string;
    });

/** The code this browser holds for the survey, or null when it has none that can be one. */
export function receiptInCookie(request: Request, visit: Visit): string | null {
  return normaliseReceipt(cookieOf(request, cookieName(visit)) ?? '');
}

/**
 * What is stored under the receipt of this browser. A cookie that leads nowhere is forgotten, so that it counts once.
 * @throws ExpectedFailure after too many wrong codes from this network address.
 */
export async function findByCookie(
  desk: Desk,
  request: Request,
  response: Response,
  visit: Visit,
): Promise<Found> {
  const receipt = receiptInCookie(request, visit);
  if (receipt === null) return { state: 'none' };
  const found = await findByCode(desk, request, visit, receipt);
  if (found.state === 'none') forgetReceipt(response, visit);
  return found;
}

/**
 * What is stored under a code somebody gives: a draft, a response that was sent, or nothing, which is counted.
 * @throws ExpectedFailure after too many wrong codes from this network address.
 */
export async function findByCode(
  { ctx, known }: Desk,
  request: Request,
  visit: Visit,
  receipt: string,
): Promise<Found> {
  const address = request.ip ?? '';
  const receiptHash = hashToken('receipt', receipt);
  const familiar = known.has(address, receiptHash);
  if (!familiar) await refuseGuessing(ctx, address);
  const found = await findByReceipt(ctx, visit, { receipt, receiptHash });
  if (found.state === 'none') await ctx.limits.wrongCode.attempt(address);
  if (found.state !== 'none' && !familiar) {
    // Of many codes tried at the same moment, those after the limit tell nothing, not even the right one.
    await refuseGuessing(ctx, address);
    known.add(address, receiptHash);
  }
  return found;
}

async function refuseGuessing({ limits }: Context, address: string): Promise<void> {
  const seconds = await limits.wrongCode.wait(address);
  if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
}

async function findByReceipt(ctx: Context, visit: Visit, holder: Holder): Promise<Found> {
  const { receiptHash } = holder;
  const draft = await draftByReceipt(ctx.db.kysely, visit.survey.code, receiptHash);
  if (draft) return { state: 'draft', ...holder, draft: inCurrentVersion(visit, draft) };
  const response = await responseByReceipt(ctx.db.kysely, visit.survey.code, receiptHash);
  return response ? { state: 'sent', ...holder, day: response.day } : { state: 'none' };
}

/**
 * A draft begun in an earlier version goes on in the current one: answers that still hold are kept, and every
 * page has to be looked at again.
 */
function inCurrentVersion(visit: Visit, draft: Draft): Draft {
  const { survey, questionnaire, register } = visit;
  if (draft.version === survey.version) return draft;
  const answers: Answers = readResponse(questionnaire, draft.answers, register.libraries).answers;
  return { ...draft, version: survey.version, answers, pages: [] };
}

function cookieName(visit: Visit): string {
  return `receipt_${visit.survey.code}`;
}

/** Gives this browser the receipt, until it is closed. */
export function rememberReceipt(ctx: Context, response: Response, visit: Visit, receipt: string): void {
  response.cookie(cookieName(visit), receipt, {
    httpOnly: true,
    sameSite: 'lax',
    secure: ctx.config.baseUrl?.startsWith('https:') ?? false,
    path: visit.home,
  });
}

export function forgetReceipt(response: Response, visit: Visit): void {
  response.clearCookie(cookieName(visit), { path: visit.home });
}
