// The form to be contacted, apart from the questionnaire: it never looks at the receipt of this browser, and what is
// kept leads to no answer (PRV-19).
import type { RequestHandler, Response } from 'express';
import { type ContactReading, contactView, readContact } from '../../../surveys/contact.ts';
import type { ContactForm } from '../../../surveys/questionnaire.ts';
import { insertContactOffer } from '../../db/contact-offers.ts';
import { tooManyAttempts, unknownPage } from '../../errors.ts';
import { hashToken, isToken, newToken } from '../../identity/tokens.ts';
import { type Desk, frameOf, optionsFor, type Visit, writeWhileOpen } from './desk.ts';
import { fieldsOf } from './form.ts';

/** GET contact: the form, empty. */
export function getContact(desk: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await desk.open(request, response);
    show(desk, response, visit, newToken(), { typed: {}, problems: [] });
  };
}

/** POST contact: the offer is kept and 303, or 422 with what is wrong and everything that was typed. */
export function postContact(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { code, project } = visit.survey;
    const fields = fieldsOf(request);
    const reading = readContact(visit.questionnaire, formOf(visit), fields);
    // Made with the form, so that sending it twice is one place on the board.
    const key = typeof fields.key === 'string' && isToken(fields.key) ? fields.key : newToken();
    const { offer } = reading;
    if (offer === null) {
      show(desk, response, visit, key, reading);
      return;
    }
    const seconds = await ctx.limits.contact.attempt(request.ip ?? '');
    if (seconds > 0) throw tooManyAttempts(Math.ceil(seconds / 60));
    const id = offer.board ? hashToken('contactOffer', key) : ctx.newId();
    const month = ctx.now().toISOString().slice(0, 7);
    await writeWhileOpen(ctx, code, (db) => insertContactOffer(db, project, { id, ...offer, month }));
    response.redirect(303, offer.board ? `/board/${project}/${key}` : `${visit.home}/contact/thanks`);
  };
}

/** GET contact/thanks: the offer has arrived. */
export function getContactThanks({ ctx, open }: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await open(request, response);
    formOf(visit);
    const title = ctx.texts.say(visit.language, 'respond.contact.thanksTitle');
    ctx.render(response, 'respond/contact-thanks', { survey: frameOf(ctx, visit) }, optionsFor(visit, title));
  };
}

/** @throws ExpectedFailure when this survey asks nobody to be contacted. */
function formOf({ questionnaire }: Visit): ContactForm {
  if (!questionnaire.contact) throw unknownPage();
  return questionnaire.contact;
}

function show(
  { ctx }: Desk,
  response: Response,
  visit: Visit,
  key: string,
  reading: Pick<ContactReading, 'typed' | 'problems'>,
): void {
  const { questionnaire, language } = visit;
  const view = contactView(questionnaire, formOf(visit), reading, language);
  const wrong = reading.problems.length > 0;
  const title = wrong ? ctx.texts.say(language, 'respond.errorTitle', { title: view.title }) : view.title;
  const options = optionsFor(visit, title, { status: wrong ? 422 : 200 });
  ctx.render(response, 'respond/contact', { survey: frameOf(ctx, visit), view, key }, options);
}
