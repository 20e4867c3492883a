// The way in and out: the first screen, beginning, going on with a code, and leaving a shared computer.
import type { RequestHandler, Response } from 'express';
import type { MessageView } from '../../../surveys/question-types/question-view.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { beginDraft, type Draft } from '../../db/drafts.ts';
import { hashToken, newReceipt, normaliseReceipt, showReceipt } from '../../identity/tokens.ts';
import { outcomeOf } from '../outcome.ts';
import { type Desk, frameOf, optionsFor, type Visit, writeWhileOpen } from './desk.ts';
import { deviceOf, forgetReceipt, lockDevice, rememberReceipt } from './device.ts';
import { fieldsOf } from './form.ts';
import { knownLibrary, libraryOfLink, linkQuery } from './link.ts';
import { readingLock } from './own-answers.ts';
import type { CodeForm } from './pages.ts';
import { findByCode, findByCookie } from './receipt.ts';
import { pageAddress } from './show-page.ts';

/** GET /s/<survey>: what is asked, what is promised, and the way in. */
export function getWelcome(desk: Desk): RequestHandler {
  const { ctx, kept } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { survey, language, register } = visit;
    const found = await findByCookie(desk, request, response, visit);
    const library = libraryOfLink(request, visit);
    const resume = found.state === 'draft' ? pageAddress(visit, found.draft) : null;
    const { welcome } = visit.questionnaire;
    const heading = inLanguage(welcome.title, language);
    const data = {
      survey: frameOf(ctx, visit, null, library === null ? '' : `library=${library}&`),
      heading,
      paragraphs: welcome.paragraphs.map((paragraph) => inLanguage(paragraph, language)),
      library,
      resume,
      typed: '',
      own: false,
      problem: null,
    };
    if (library !== null || resume !== null) {
      ctx.render(response, 'respond/welcome', data, optionsFor(visit, heading));
      return;
    }
    const key = ['welcome', survey.code, survey.version, language, register.demonstration].join('|');
    noStore(response, visit);
    kept.send(response, key, [], () =>
      ctx.templates.page('respond/welcome', data, optionsFor(visit, heading), visit.home),
    );
  };
}

/** Answers on a shared computer must not come back with the Back button of the next person. */
function noStore(response: Response, visit: Visit): void {
  response.setHeader('Content-Language', visit.language);
  response.setHeader('Cache-Control', 'no-store');
}

/** POST start: a new empty draft under a new receipt. The library of a link goes along in the address, not in the draft. */
export function postStart(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { library, own } = fieldsOf(request);
    const shared = own !== ownDevice;
    const receipt = newReceipt();
    const draft: Draft = {
      receiptHash: hashToken('receipt', receipt),
      survey: visit.survey.code,
      version: visit.survey.version,
      library: null,
      answers: {},
      pages: [],
      changes: {},
      revision: 0,
      seed: ctx.newSeed(),
      shared,
      language: visit.language,
      updatedAt: ctx.now().toISOString(),
    };
    await writeWhileOpen(ctx, draft.survey, (db) => beginDraft(db, draft));
    desk.known.add(request.ip ?? '', draft.receiptHash);
    rememberReceipt(ctx, response, visit, receipt, { shared });
    response.redirect(303, pageAddress(visit, draft) + linkQuery(knownLibrary(visit, library)));
  };
}

/** What the box "this is my own device" sends. */
const ownDevice = '1';

export function getResume(desk: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await desk.open(request, response);
    showResume(desk, response, visit, { typed: '', own: false, problem: null });
  };
}

function showResume({ ctx }: Desk, response: Response, visit: Visit, form: CodeForm): void {
  const title = ctx.texts.say(visit.language, 'respond.resume.title');
  const options = optionsFor(visit, title, { status: form.problem ? 422 : 200 });
  ctx.render(response, 'respond/resume', { survey: frameOf(ctx, visit), ...form }, options);
}

/** POST resume: the draft or the sent response of a typed code. */
export function postResume(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { code, own } = fieldsOf(request);
    const typed = typeof code === 'string' ? code.trim().slice(0, 40) : '';
    const receipt = normaliseReceipt(typed);
    const wrong = (key: string, values: MessageView['values'] = {}) =>
      showResume(desk, response, visit, {
        typed,
        own: own === ownDevice,
        problem: { key: `respond.resume.${key}`, values },
      });
    if (typed === '') return wrong('empty');
    if (receipt === null) return wrong('malformed', { typed });
    const found = await findByCode(desk, request, visit, receipt);
    if (found.state === 'none') return wrong('unknown', { code: showReceipt(receipt) });
    rememberReceipt(ctx, response, visit, receipt, { shared: own !== ownDevice });
    const address = found.state === 'draft' ? pageAddress(visit, found.draft) : `${visit.home}/sent`;
    response.redirect(303, address);
  };
}

/** GET locked: this shared computer was left alone; what was saved waits behind the code. */
export function getLocked(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const device = deviceOf(ctx, request, visit);
    if (device.state === 'open' && device.receipt !== null) {
      const found = await findByCookie(desk, request, response, visit);
      if (found.state === 'draft') {
        response.redirect(303, pageAddress(visit, found.draft));
        return;
      }
    }
    const title = ctx.texts.say(visit.language, 'saving.locked.title');
    const data = { survey: frameOf(ctx, visit), typed: '', own: false, problem: null };
    ctx.render(response, 'respond/locked', data, optionsFor(visit, title));
  };
}

/** POST lock: nobody was there for some minutes, so this browser forgets the code. */
export function postLock({ ctx, open }: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await open(request, response);
    lockDevice(ctx, response, visit);
    response.redirect(303, `${visit.home}/locked`);
  };
}

/** GET notice: who sees what, how long it is kept, and whom to ask. */
export function getNotice({ ctx, open }: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await open(request, response);
    const parts = visit.questionnaire.notice.map(({ title, text }) => ({
      title: inLanguage(title, visit.language),
      text: inLanguage(text, visit.language),
    }));
    const title = ctx.texts.say(visit.language, 'respond.notice.title');
    ctx.render(response, 'respond/notice', { survey: frameOf(ctx, visit), parts }, optionsFor(visit, title));
  };
}

/** GET thanks: the same page however often it was sent. */
export function getThanks(desk: Desk): RequestHandler {
  const { ctx, kept } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const found = await findByCookie(desk, request, response, visit);
    if (found.state !== 'sent') {
      response.redirect(303, found.state === 'draft' ? pageAddress(visit, found.draft) : visit.home);
      return;
    }
    const { thanks } = visit.questionnaire;
    const heading = inLanguage(thanks.title, visit.language);
    const lock = readingLock(desk, request, visit, { found });
    const outcome = await outcomeOf(ctx.db.kysely, visit.survey.project);
    // Without scripts nothing was kept beside the page either.
    const scripts = ['saving.js', ...(lock.shared ? ['reading-lock.js'] : [])];
    const page = (receipt: string, value: string) =>
      ctx.templates.page(
        'respond/thanks',
        {
          ...lock,
          holder: { ...lock.holder, value },
          survey: frameOf(ctx, visit),
          heading,
          paragraphs: thanks.paragraphs.map((paragraph) => inLanguage(paragraph, visit.language)),
          receipt,
          contact: visit.questionnaire.contact !== undefined,
          ownResult: visit.register.ownResult !== null,
          outcome,
        },
        optionsFor(visit, heading, { scripts }),
        `${visit.home}/thanks`,
      );
    const { survey, language, register } = visit;
    const gives = register.ownResult !== null;
    const place = [
      survey.code,
      survey.version,
      language,
      register.demonstration,
      gives,
      lock.shared,
      outcome?.report,
    ];
    const receipt = showReceipt(found.receipt);
    noStore(response, visit);
    // A page that does not lock has the code in it once.
    const holes = lock.shared ? [receipt, receipt] : [receipt];
    kept.send(response, ['thanks', ...place].join('|'), holes, ([shown = '', held = '']) =>
      page(shown, held),
    );
  };
}

/** POST leave: this browser forgets the code, for the next person at a shared computer. */
export function postLeave({ open }: Desk): RequestHandler {
  return async (request, response) => {
    const visit = await open(request, response);
    forgetReceipt(response, visit);
    response.redirect(303, visit.home);
  };
}
