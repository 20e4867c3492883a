// Who has sent and has the code may take the answers back until the survey closes: when they were sent, whether to
// withdraw, and that it is done.
import type { RequestHandler } from 'express';
import { showReceipt } from '../../identity/tokens.ts';
import { withdrawResponse } from '../../operations/withdraw-response.ts';
import { outcomeOf } from '../outcome.ts';
import { type Desk, frameOf, optionsFor, writeWhileOpen } from './desk.ts';
import { forgetReceipt } from './device.ts';
import { findByCookie } from './receipt.ts';

/** GET sent: when the response of this code was sent, and the way to withdraw it. */
export function getSent(desk: Desk): RequestHandler {
  return showSent(desk, 'sent');
}

/** GET withdraw: what withdrawing does, and the button that does it. */
export function getWithdraw(desk: Desk): RequestHandler {
  return showSent(desk, 'withdraw');
}

/** A page about a response that was sent; who has none goes to the first screen. */
function showSent(desk: Desk, name: 'sent' | 'withdraw'): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const found = await findByCookie(desk, request, response, visit);
    if (found.state !== 'sent') {
      response.redirect(303, visit.home);
      return;
    }
    const data = {
      survey: frameOf(ctx, visit),
      receipt: showReceipt(found.receipt),
      day: found.day,
      contact: visit.questionnaire.contact !== undefined,
      ownResult: visit.register.ownResult !== null,
      outcome: await outcomeOf(ctx.db.kysely, visit.survey.project),
    };
    const title = ctx.texts.say(visit.language, `respond.${name}.title`);
    ctx.render(response, `respond/${name}`, data, optionsFor(visit, title));
  };
}

/** POST withdraw: the response is gone before the reply leaves, and this browser forgets the code. */
export function postWithdraw(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const found = await findByCookie(desk, request, response, visit);
    if (found.state === 'draft') {
      response.redirect(303, visit.home);
      return;
    }
    if (found.state === 'sent') {
      const { code } = visit.survey;
      await writeWhileOpen(ctx, code, (db) => withdrawResponse(db, code, found.receiptHash));
    }
    // Whoever presses twice finds nothing any more, and reads the same.
    forgetReceipt(response, visit);
    response.redirect(303, `${visit.home}/withdrawn`);
  };
}

/** GET withdrawn: nothing is kept under the code any more. */
export function getWithdrawn({ ctx, open }: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await open(request, response);
    const title = ctx.texts.say(visit.language, 'respond.withdrawn.title');
    ctx.render(response, 'respond/withdrawn', { survey: frameOf(ctx, visit) }, optionsFor(visit, title));
  };
}
