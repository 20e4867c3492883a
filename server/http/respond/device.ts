// What this browser keeps of a survey: the receipt code, and on a computer others use too the moment of the last
// request. After some minutes without one the code does not open anything any more, until it is typed again.
import type { Request, Response } from 'express';
import type { Context } from '../../context.ts';
import { draftDays } from '../../db/drafts.ts';
import { normaliseReceipt } from '../../identity/tokens.ts';
import { cookieOf } from '../cookies.ts';
import type { Visit } from './desk.ts';

export interface Device {
  /** The code this browser holds for the survey, or null when it has none that can be one. */
  readonly receipt: string | null;
  /** Whether others use this computer too; null when it was never asked here. */
  readonly shared: boolean | null;
  /** `idle`: nothing was asked for too long. `locked`: it was locked after that, and stays so until a code is typed. */
  readonly state: 'open' | 'idle' | 'locked';
  /** It was told a moment ago that somebody is there. */
  readonly fresh: boolean;
}

const locked = 'locked';
const own = 'own';

/** What the cookies of this request say. */
export function deviceOf(ctx: Context, request: Request, visit: Visit): Device {
  const receipt = normaliseReceipt(cookieOf(request, receiptName(visit)) ?? '');
  const last = cookieOf(request, idleName(visit));
  if (last === null) return { receipt, shared: null, state: 'open', fresh: false };
  if (last === own) return { receipt, shared: false, state: 'open', fresh: true };
  if (last === locked) return { receipt, shared: true, state: 'locked', fresh: false };
  const seconds = ctx.now().getTime() / 1000 - Number(last);
  // A browser lets the code go by itself after that time; it keeps the moment.
  const idle = receipt === null || !(seconds <= ctx.idle.lockAfter);
  const fresh = seconds >= 0 && seconds < Math.min(15, ctx.idle.lockAfter / 10);
  return { receipt, shared: true, state: idle ? 'idle' : 'open', fresh };
}

/** Gives this browser the receipt: on a shared computer for some minutes, renewed with every request. */
export function rememberReceipt(
  ctx: Context,
  response: Response,
  visit: Visit,
  receipt: string,
  { shared }: { readonly shared: boolean },
): void {
  const { lockAfter } = ctx.idle;
  const seconds = shared ? lockAfter : draftDays * 24 * 60 * 60;
  response.cookie(receiptName(visit), receipt, { ...safe(ctx, visit), maxAge: seconds * 1000 });
  const moment = String(Math.floor(ctx.now().getTime() / 1000));
  response.cookie(idleName(visit), shared ? moment : own, {
    ...safe(ctx, visit),
    ...(shared ? {} : { maxAge: seconds * 1000 }),
  });
}

/** This browser forgets the code, and what it was about. */
export function forgetReceipt(response: Response, visit: Visit): void {
  response.clearCookie(receiptName(visit), { path: visit.home });
  response.clearCookie(idleName(visit), { path: visit.home });
}

/** This browser forgets the code, and says so to who comes next. */
export function lockDevice(ctx: Context, response: Response, visit: Visit): void {
  response.clearCookie(receiptName(visit), { path: visit.home });
  response.cookie(idleName(visit), locked, safe(ctx, visit));
}

function safe({ config }: Context, { home }: Visit) {
  const secure = config.baseUrl?.startsWith('https:') ?? false;
  return { httpOnly: true, sameSite: 'lax', secure, path: home } as const;
}

function receiptName({ survey }: Visit): string {
  return `receipt_${survey.code}`;
}

function idleName({ survey }: Visit): string {
  return `idle_${survey.code}`;
}
