// Whose draft a request is about: the receipt code in the survey's own cookie, and what is stored under it.
import type { Request, Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { readResponse } from '../../../surveys/read-page.ts';
import type { Context } from '../../context.ts';
import { type Draft, draftByReceipt } from '../../db/drafts.ts';
import { responseByReceipt } from '../../db/responses.ts';
import { hashToken, normaliseReceipt } from '../../identity/tokens.ts';
import { cookieOf } from '../cookies.ts';
import type { Visit } from './desk.ts';

export interface Holder {
  readonly receipt: string;
  readonly receiptHash: string;
}

export type Found =
  | { readonly state: 'none' }
  | (Holder & { readonly state: 'draft'; readonly draft: Draft })
  | (Holder & { readonly state: 'sent' });

/** What is stored under the receipt of this browser. */
export async function findByCookie(ctx: Context, request: Request, visit: Visit): Promise<Found> {
  const receipt = normaliseReceipt(cookieOf(request, cookieName(visit)) ?? '');
  return receipt === null ? { state: 'none' } : findByReceipt(ctx, visit, receipt);
}

/** What is stored under a receipt: a draft, a response that was sent, or nothing. */
export async function findByReceipt(ctx: Context, visit: Visit, receipt: string): Promise<Found> {
  const receiptHash = hashToken('receipt', receipt);
  const draft = await draftByReceipt(ctx.db.kysely, visit.survey.code, receiptHash);
  if (draft) return { state: 'draft', receipt, receiptHash, draft: inCurrentVersion(visit, draft) };
  const response = await responseByReceipt(ctx.db.kysely, visit.survey.code, receiptHash);
  return response ? { state: 'sent', receipt, receiptHash } : { state: 'none' };
}

/**
 * A draft begun in an earlier version goes on in the current one: answers that still hold are kept, and every
 * page has to be looked at again.
 */
function inCurrentVersion(visit: Visit, draft: Draft): Draft {
  const { survey, questionnaire, register } = visit;
  if (draft.version === survey.version) return draft;
  const answers: Answers = readResponse(questionnaire, draft.answers, register.codes).answers;
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
