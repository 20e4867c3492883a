// Whose draft a request is about: the receipt code in the survey's own cookie, and what is stored under it.
// Codes are short, so whoever guesses is stopped, whether the code was typed or came in a cookie.
import type { Request, Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { readResponse } from '../../../surveys/read-page.ts';
import type { Context } from '../../context.ts';
import { type Draft, draftByReceipt } from '../../db/drafts.ts';
import type { Queries } from '../../db/open.ts';
import { responseByReceipt } from '../../db/responses.ts';
import { tooManyAttempts } from '../../errors.ts';
import { hashToken } from '../../identity/tokens.ts';
import type { Desk, Visit } from './desk.ts';
import { type Device, deviceOf, forgetReceipt, lockDevice, rememberReceipt } from './device.ts';

export interface Holder {
  readonly receipt: string;
  readonly receiptHash: string;
}

export type Found =
  | {
      readonly state: 'none';
      /** This computer was left alone, and asks for the code before it goes on. */
      readonly locked: boolean;
    }
  | (Holder & { readonly state: 'draft'; readonly draft: Draft })
  | (Holder & {
      readonly state: 'sent';
      /** The day it was sent. */
      readonly day: string;
    });

/**
 * What is stored under the receipt of this browser. A cookie that leads nowhere is forgotten, so that it counts once.
 * On a shared computer every request is a sign of life; without one for too long the code is forgotten.
 * @throws ExpectedFailure after too many wrong codes from this network address.
 */
export async function findByCookie(
  desk: Desk,
  request: Request,
  response: Response,
  visit: Visit,
): Promise<Found> {
  const device = deviceOf(desk.ctx, request, visit);
  if (device.state !== 'open') {
    lockDevice(desk.ctx, response, visit);
    return { state: 'none', locked: true };
  }
  if (device.receipt === null) return { state: 'none', locked: false };
  const found = await findByCode(desk, request, visit, device.receipt);
  if (found.state === 'none') forgetReceipt(response, visit);
  return onDevice(desk.ctx, response, visit, device, found);
}

/** What was found, as it goes on in this browser: a draft begun elsewhere is on a shared computer when this one is. */
export function onDevice(
  ctx: Context,
  response: Response,
  visit: Visit,
  device: Device,
  found: Found,
): Found {
  if (found.state === 'none') return found;
  const shared = device.shared ?? (found.state === 'draft' && found.draft.shared);
  // Pages that follow each other within seconds need no new cookies each.
  if (device.receipt !== found.receipt || (shared && !device.fresh)) {
    rememberReceipt(ctx, response, visit, found.receipt, { shared });
  }
  return found.state === 'draft' ? { ...found, draft: { ...found.draft, shared } } : found;
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
  const found = await findByReceipt(ctx.db.kysely, visit, { receipt, receiptHash });
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

/** What is stored under a code that is known to be right. */
export async function findByReceipt(
  db: Queries,
  visit: Visit,
  { receipt, receiptHash }: Holder,
): Promise<Found> {
  const draft = await draftByReceipt(db, visit.survey.code, receiptHash);
  if (draft) return { state: 'draft', receipt, receiptHash, draft: inCurrentVersion(visit, draft) };
  const response = await responseByReceipt(db, visit.survey.code, receiptHash);
  return response
    ? { state: 'sent', receipt, receiptHash, day: response.day }
    : { state: 'none', locked: false };
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
