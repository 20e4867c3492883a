// A page is sent: read, save, and on: to the next page, the one before, the same in another language, or the end.
// The reply leaves after the commit is on disk. Without consent nothing is saved.
import type { RequestHandler } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import {
  firstUnfinished,
  nextPage,
  pageWithoutConsent,
  previousPage,
  type Walk,
  walk,
} from '../../../surveys/flow.ts';
import type { Problem } from '../../../surveys/question-types/question-type.ts';
import type { Page } from '../../../surveys/questionnaire.ts';
import { fieldsOfPage, type PageReading, readPage } from '../../../surveys/read-page.ts';
import { type Draft, saveDraft } from '../../db/drafts.ts';
import { libraryOf, submitResponse } from '../../operations/submit-response.ts';
import { type Desk, type Visit, writeWhileOpen } from './desk.ts';
import { readForm, type Way } from './form.ts';
import { libraryOfLink, linkAfter } from './link.ts';
import { showOtherDraft } from './other-draft.ts';
import { findByCode, findByCookie, receiptInCookie, rememberReceipt } from './receipt.ts';
import { pageNamed, type ShowPage } from './show-page.ts';

/** POST: 303 to where it goes on, 422 with what is wrong, or 409 for another draft; always with all that was typed. */
export function postPage(desk: Desk, show: ShowPage): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { questionnaire, register, home } = visit;
    const page = pageNamed(visit, String(request.params.page));
    const form = readForm(request);
    const held = receiptInCookie(request, visit);
    const ofAnother = form.receipt !== null && form.receipt !== held ? form.receipt : null;
    if (ofAnother !== null && !form.take) {
      const here = await findByCookie(desk, request, response, visit);
      return showOtherDraft(ctx, response, { visit, page, form, receipt: ofAnother, here });
    }
    const found =
      ofAnother === null
        ? await findByCookie(desk, request, response, visit)
        : await findByCode(desk, request, visit, ofAnother);
    if (ofAnother !== null && found.state !== 'none') rememberReceipt(ctx, response, visit, ofAnother);
    if (found.state !== 'draft') {
      response.redirect(303, found.state === 'sent' ? `${home}/thanks` : home);
      return;
    }

    const { way } = form;
    const earlier = withoutPage(visit, page, found.draft.answers);
    const reading = readPage(questionnaire, page, form.fields, earlier, register.libraries);
    const problems = problemsOn(way, reading);
    const answers = { ...earlier, ...reading.answers };
    const walked = walk(questionnaire, answers, register.libraries);
    const link = libraryOfLink(request, visit);
    const { receipt } = found;
    const showAgain = (draft: Draft, unsaved: boolean) => {
      const given = { ...answers, ...reading.typed };
      show(request, response, { visit, page, walked, draft, receipt, given, problems, link, unsaved });
    };
    const draft: Draft = {
      ...found.draft,
      answers,
      library: libraryOf(questionnaire, answers),
      pages: pagesAfter(found.draft.pages, page, way, reading),
      language: visit.language,
      updatedAt: ctx.now().toISOString(),
    };

    const unconsented = pageWithoutConsent(walked, page.code);
    if (unconsented) {
      if (way === 'next' && wasConsented(visit, page, found.draft)) await forgetAnswers(desk, draft);
      const before = way === 'previous' ? previousPage(walked, page.code) : null;
      const goal = before ?? unconsented;
      if (goal === page) showAgain(found.draft, true);
      else response.redirect(303, `${home}/page/${goal.code}${linkAfter(visit, page, answers, link)}`);
      return;
    }
    const next = problems.length === 0 ? goal(visit, page, way, walked, draft) : page;
    const saved = next === null ? await submit(desk, visit, draft) : await save(desk, draft);
    if (!saved || next === null) response.redirect(303, `${home}/thanks`);
    else if (problems.length > 0) showAgain(draft, false);
    else response.redirect(303, `${home}/page/${next.code}${linkAfter(visit, page, answers, link)}`);
  };
}

function withoutPage(visit: Visit, page: Page, answers: Answers): Answers {
  const own = fieldsOfPage(visit.questionnaire, page);
  const others: Record<string, string> = {};
  for (const name in answers) if (!own.has(name)) others[name] = answers[name] ?? '';
  return others;
}

const missing: ReadonlySet<string> = new Set(['consent', 'required', 'requiredRow']);

/** Whoever only looks back, or changes the language, is not asked for what is still to come. */
function problemsOn(way: Way, reading: PageReading): readonly Problem[] {
  const problems = [...reading.problems.values()];
  return way === 'next' ? problems : problems.filter((problem) => !missing.has(problem.key));
}

/** A page counts as done once it was sent on without a mistake, and no more when it got one. */
function pagesAfter(pages: readonly string[], page: Page, way: Way, reading: PageReading): readonly string[] {
  const others = pages.filter((code) => code !== page.code);
  if (reading.problems.size > 0) return others;
  return way === 'next' ? [...others, page.code] : pages;
}

/** Where it goes on; null when everything is done. */
function goal(visit: Visit, page: Page, way: Way, walked: Walk, draft: Draft): Page | null {
  const { questionnaire, register } = visit;
  if (way === 'stay') return page;
  if (way === 'previous') return previousPage(walked, page.code) ?? page;
  return (
    nextPage(walked, page.code) ?? firstUnfinished(questionnaire, walked, draft.pages, register.libraries)
  );
}

function wasConsented({ questionnaire, register }: Visit, page: Page, draft: Draft): boolean {
  return pageWithoutConsent(walk(questionnaire, draft.answers, register.libraries), page.code) === null;
}

/** Sending the page without the tick takes back the consent: what was kept because of it goes. */
async function forgetAnswers(desk: Desk, draft: Draft): Promise<void> {
  await save(desk, { ...draft, library: null, answers: {}, pages: [] });
}

/** False when there is no draft of that receipt any more: nothing was saved. */
function save({ ctx }: Desk, draft: Draft): Promise<boolean> {
  return writeWhileOpen(ctx, draft.survey, (db) => saveDraft(db, draft));
}

/** The same, and the draft becomes a response. */
function submit({ ctx }: Desk, visit: Visit, draft: Draft): Promise<boolean> {
  const { questionnaire, register } = visit;
  const id = ctx.newId();
  const day = ctx.now().toISOString().slice(0, 10);
  return writeWhileOpen(ctx, draft.survey, (db) =>
    submitResponse(db, draft, questionnaire, register.libraries, id, day),
  );
}
