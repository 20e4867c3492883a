// A page is sent: read, save, and on: to the next page, the one before, the same in another language, or the end.
// The reply leaves after the commit is on disk. Without consent nothing is saved, and nothing overwrites what another
// tab saved in between.
import type { Request, RequestHandler, Response } from 'express';
import type { Page } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { type Draft, saveDraft } from '../../db/drafts.ts';
import type { Queries } from '../../db/open.ts';
import { submitResponse } from '../../operations/submit-response.ts';
import { autosaveReply } from './autosave.ts';
import { type Desk, type Visit, writeWhileOpen } from './desk.ts';
import { deviceOf, lockDevice } from './device.ts';
import { type PageForm, readForm } from './form.ts';
import { libraryOfLink, linkAfter } from './link.ts';
import { showOtherDraft } from './other-draft.ts';
import { type Plan, planPage } from './page-plan.ts';
import { type Found, findByCode, findByCookie, findByReceipt, onDevice } from './receipt.ts';
import { pageNamed, type ShowPage } from './show-page.ts';
import { showStalePage } from './stale-page.ts';

/** What a sent page led to. `gone`: there is no draft, or no longer. */
export type Outcome = Plan | { readonly kind: 'gone'; readonly found: Found };

/** What a sent page is about, once it is known whose it is. */
interface Sent {
  readonly visit: Visit;
  readonly page: Page;
  readonly form: PageForm;
}

type Draught = Extract<Found, { state: 'draft' }>;

/**
 * POST: 303 to where it goes on, 422 with what is wrong, or 409 when it is for another draft or older than what is
 * stored; always with all that was typed. A script that saves meanwhile gets the same in a few words of JSON.
 */
export function postPage(desk: Desk, show: ShowPage): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const page = pageNamed(visit, String(request.params.page));
    const form = readForm(request);
    const sent = { visit, page, form };
    const owner = await ownerOf(desk, request, response, sent);
    if (owner === 'other') {
      if (form.way === 'autosave') return autosaveReply(response, sent, 'other');
      const receipt = form.receipt ?? '';
      const here = await findByCookie(desk, request, response, visit);
      return showOtherDraft(ctx, response, { visit, page, form, receipt, here });
    }
    const { found, locked } = owner;
    const outcome: Outcome =
      found.state === 'draft' ? await settle(desk, sent, found) : { kind: 'gone', found };
    if (form.way === 'autosave') return autosaveReply(response, sent, outcome);
    if (locked) {
      response.redirect(303, `${visit.home}/locked`);
      return;
    }
    reply(desk, show, request, response, sent, outcome, found);
  };
}

/**
 * Whose draft a form is sent to: the one this browser holds, or the one the page was made for when that is taken up
 * again. `other` when those two differ and nobody chose yet.
 *
 * On a shared computer that was left alone the cookie opens nothing any more, but a page that is still open carries its
 * own code: it is saved, so that what was typed slowly is not lost. Then it goes on, because whoever can press the
 * button can read the code on the same page, and who is sent away without having written it down could never come
 * back to what was acknowledged. Only once the computer was locked before their eyes the code must be typed.
 */
async function ownerOf(
  desk: Desk,
  request: Request,
  response: Response,
  { visit, form }: Sent,
): Promise<'other' | { readonly found: Found; readonly locked: boolean }> {
  const device = deviceOf(desk.ctx, request, visit);
  const { receipt } = form;
  const held = device.state === 'open' ? device.receipt : null;
  const own = receipt === null || receipt === held;
  if (own) {
    const found = await findByCookie(desk, request, response, visit);
    return { found, locked: found.state === 'none' && found.locked };
  }
  const waiting = device.state !== 'open' && (device.receipt === null || device.receipt === receipt);
  if (!waiting && !form.take) return 'other';
  const found = await findByCode(desk, request, visit, receipt);
  if (device.state !== 'locked' || form.take) {
    return { found: onDevice(desk.ctx, response, visit, device, found), locked: false };
  }
  lockDevice(desk.ctx, response, visit);
  return { found, locked: true };
}

/** Decides on the draft as it was found, and anew when another save came in between. */
async function settle({ ctx }: Desk, sent: Sent, found: Draught): Promise<Outcome> {
  const { visit, page, form } = sent;
  const moment = ctx.now().toISOString();
  const planOn = (draft: Draft) => planPage(visit, page, form, draft, moment);
  const first = planOn(found.draft);
  if (draftToWrite(first) === null) return first;
  return writeWhileOpen(ctx, visit.survey.code, async (db) => {
    if (await write(ctx, db, visit, first)) return first;
    for (let turn = 0; turn < patience; turn += 1) {
      const now = await findByReceipt(db, visit, found);
      if (now.state !== 'draft') return { kind: 'gone', found: now };
      const plan = planOn(now.draft);
      if (draftToWrite(plan) === null || (await write(ctx, db, visit, plan))) return plan;
    }
    throw new Error('other processes kept saving the same draft');
  });
}

/** How often another process may come in between reading and saving: it takes two tabs and a millisecond. */
const patience = 20;

function draftToWrite(plan: Plan): Draft | null {
  return plan.kind === 'stale' ? null : plan.draft;
}

/** Saves, or makes a response of the draft. False when it is not there as it was. */
async function write(ctx: Context, db: Queries, visit: Visit, plan: Plan): Promise<boolean> {
  const draft = draftToWrite(plan);
  if (draft === null) return true;
  if (plan.kind !== 'save' || plan.next !== null) return saveDraft(db, draft);
  const day = draft.updatedAt.slice(0, 10);
  return submitResponse(db, draft, visit.questionnaire, visit.register.libraries, ctx.newId(), day);
}

function reply(
  { ctx }: Desk,
  show: ShowPage,
  request: Request,
  response: Response,
  { visit, page, form }: Sent,
  outcome: Outcome,
  found: Found,
): void {
  const { home } = visit;
  if (outcome.kind === 'gone' || found.state !== 'draft') {
    const gone = outcome.kind === 'gone' ? outcome.found : found;
    const locked = gone.state === 'none' && gone.locked;
    response.redirect(303, gone.state === 'sent' ? `${home}/thanks` : locked ? `${home}/locked` : home);
    return;
  }
  const { receipt } = found;
  if (outcome.kind === 'stale') {
    showStalePage(ctx, response, { visit, page, form, receipt, plan: outcome });
    return;
  }
  const link = libraryOfLink(request, visit);
  const { walked, given, problems, asked } = outcome;
  const showAgain = (draft: Draft, unsaved: boolean) =>
    show(request, response, { visit, page, walked, draft, receipt, given, problems, link, unsaved, asked });
  const goOn = (next: Page) => {
    const query = linkAfter(visit, page, walked.answers, link);
    response.redirect(303, `${home}/page/${next.code}${query}`);
  };
  if (outcome.kind === 'noConsent') {
    if (outcome.goal === page) showAgain(outcome.before, true);
    else goOn(outcome.goal);
    return;
  }
  const { draft, next } = outcome;
  if (next === null || draft === null) response.redirect(303, `${home}/thanks`);
  else if (problems.length > 0) showAgain({ ...draft, revision: draft.revision + 1 }, false);
  else goOn(next);
}
