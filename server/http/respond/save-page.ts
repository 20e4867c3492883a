// A page is sent: read, save, and on: to the next page, the one before, the same in another language, or the end.
// The reply leaves after the commit is on disk.
import type { Request, RequestHandler } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { firstUnfinished, nextPage, previousPage, type Walk, walk } from '../../../surveys/flow.ts';
import type { Problem } from '../../../surveys/question-types/question-type.ts';
import type { Page } from '../../../surveys/questionnaire.ts';
import { type Fields, fieldsOfPage, type PageReading, readPage } from '../../../surveys/read-page.ts';
import { type Draft, saveDraft } from '../../db/drafts.ts';
import { unsupportedForm } from '../../errors.ts';
import { libraryOf, submitResponse } from '../../operations/submit-response.ts';
import { codebookFor, type Desk, type Visit } from './desk.ts';
import { findByCookie } from './receipt.ts';
import { pageNamed, type ShowPage } from './show-page.ts';

type Way = 'next' | 'previous' | 'stay';

/** POST: 303 to where it goes on, or 422 with what is wrong and everything that was typed. */
export function postPage(desk: Desk, show: ShowPage): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const { questionnaire, register, home } = visit;
    const page = pageNamed(visit, String(request.params.page));
    const found = await findByCookie(ctx, request, visit);
    if (found.state !== 'draft') {
      response.redirect(303, found.state === 'sent' ? `${home}/thanks` : home);
      return;
    }
    const way = wayOf(request);
    const earlier = withoutPage(visit, page, found.draft.answers);
    const reading = readPage(questionnaire, page, fieldsOf(request), earlier, register.codes);
    const problems = problemsOn(way, reading);
    const answers = { ...earlier, ...reading.answers };
    const draft: Draft = {
      ...found.draft,
      answers,
      library: libraryOf(codebookFor(questionnaire), answers),
      pages: pagesAfter(found.draft.pages, page, way, reading),
      language: visit.language,
      updatedAt: ctx.now().toISOString(),
    };
    const walked = walk(questionnaire, answers);
    const next = problems.length === 0 ? goal(visit, page, way, walked, draft) : page;
    if (next === null) await submit(desk, visit, draft);
    else await ctx.writes.run((db) => saveDraft(db, draft));
    if (problems.length > 0) {
      const given = { ...answers, ...reading.typed };
      show(request, response, { visit, page, walked, draft, receipt: found.receipt, given, problems });
    } else {
      response.redirect(303, next ? `${home}/page/${next.code}` : `${home}/thanks`);
    }
  };
}

function wayOf(request: Request): Way {
  const { go } = request.query;
  return go === 'previous' || go === 'stay' ? go : 'next';
}

/** The fields that were sent. @throws ExpectedFailure when it was no form: nothing of the page may be wiped by it. */
export function fieldsOf(request: Request): Fields {
  if (!request.is('application/x-www-form-urlencoded')) throw unsupportedForm();
  return (request.body ?? {}) as Fields;
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
  return nextPage(walked, page.code) ?? firstUnfinished(questionnaire, walked, draft.pages, register.codes);
}

async function submit({ ctx }: Desk, visit: Visit, draft: Draft): Promise<void> {
  const { questionnaire } = visit;
  const id = ctx.newId();
  const day = ctx.now().toISOString().slice(0, 10);
  await ctx.writes.run((db) => submitResponse(db, draft, questionnaire, codebookFor(questionnaire), id, day));
}
