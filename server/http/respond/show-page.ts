// One page of the questionnaire as it is shown now: empty, with earlier answers, or with what was typed and is wrong.
import type { Request, RequestHandler, Response } from 'express';
import {
  firstUnfinished,
  formQuestions,
  nextPage,
  previousPage,
  progressOf,
  type Walk,
  walk,
} from '../../../surveys/flow.ts';
import { pageView } from '../../../surveys/page-view.ts';
import { isPersonal } from '../../../surveys/personal-page.ts';
import type { Given, Problem } from '../../../surveys/question-types/question-type.ts';
import type { Page } from '../../../surveys/questionnaire.ts';
import { fieldsOfPage } from '../../../surveys/read-page.ts';
import type { Draft } from '../../db/drafts.ts';
import { unknownPage } from '../../errors.ts';
import { formatTime } from '../../format-values.ts';
import { showReceipt } from '../../identity/tokens.ts';
import { sendHtml } from '../send-html.ts';
import { clientWords } from './client-words.ts';
import { type Desk, frameOf, optionsFor, type Visit, withQuery } from './desk.ts';
import { formFields } from './form.ts';
import { libraryOfLink, linkQuery, withLink } from './link.ts';
import { assetsOf } from './page-assets.ts';
import { findByCookie } from './receipt.ts';

export interface PageToShow {
  readonly visit: Visit;
  readonly page: Page;
  readonly walked: Walk;
  readonly draft: Draft;
  readonly receipt: string;
  readonly given: Given;
  readonly problems: readonly Problem[];
  /** The library of the link that was followed. */
  readonly link: string | null;
  /** What the page shows is not kept, because there is no consent. */
  readonly unsaved: boolean;
  /** Questions left open that were asked for once. */
  readonly asked: readonly string[];
}

/** Draws a page and sends it: 422 when something on it is wrong. */
export type ShowPage = (request: Request, response: Response, what: PageToShow) => void;

/** The page of a questionnaire by its code. @throws ExpectedFailure when there is none. */
export function pageNamed(visit: Visit, code: string): Page {
  const page = visit.questionnaire.pages.find((candidate) => candidate.code === code);
  if (!page) throw unknownPage();
  return page;
}

/** Where a draft goes on: its first unfinished page, or the last one when all are done. */
export function pageAddress(visit: Visit, draft: Draft): string {
  const walked = walk(visit.questionnaire, draft.answers, visit.register.libraries);
  const unfinished = firstUnfinished(visit.questionnaire, walked, draft.pages, visit.register.libraries);
  const page = unfinished ?? walked.pages.at(-1)?.page;
  if (!page) throw unknownPage();
  return `${visit.home}/page/${page.code}`;
}

/** What differs between two respondents on the same empty page, in its order: code, revision, time, and the code to read. */
type Fillings = readonly [holder: string, revision: string, savedAt: string, receipt: string];

export function createShowPage({ ctx, kept }: Desk): ShowPage {
  function draw(what: PageToShow, [holder, revision, savedAt, receipt]: Fillings): string {
    const { visit, page, walked, given, problems } = what;
    const action = `${visit.home}/page/${page.code}${linkQuery(what.link)}`;
    const view = pageView({
      questionnaire: visit.questionnaire,
      page,
      walked,
      given,
      problems,
      language: visit.language,
      libraries: visit.register.groups,
      register: visit.register.libraries,
      seed: what.draft.seed,
    });
    const title =
      problems.length > 0
        ? ctx.texts.say(visit.language, 'respond.errorTitle', { title: view.title })
        : view.title;
    const survey = frameOf(ctx, visit, action);
    const words = clientWords(ctx.texts, visit.language);
    const back = withQuery(action, 'go=previous');
    const { shared } = what.draft;
    const data = {
      survey,
      action,
      back,
      view,
      names: formFields,
      holder,
      revision,
      asked: what.asked.join(' '),
      softOnly: problems.length > 0 && problems.every(({ soft }) => soft),
      receipt,
      savedAt,
      unsaved: what.unsaved,
      shared,
      idle: ctx.idle,
      words,
    };
    const assets = assetsOf(page);
    // What is hidden is hidden before anything looks at what the page holds.
    const scripts = [...(view.live ? ['conditions.js'] : []), ...assets.scripts, 'saving.js'];
    const options = optionsFor(visit, title, { styles: assets.styles, scripts });
    return ctx.templates.page('respond/page', data, options, action);
  }

  return (_request, response, what) => {
    const { visit, problems } = what;
    const savedAt = formatTime(visit.language, what.draft.updatedAt);
    const receipt = showReceipt(what.receipt);
    response.statusCode = problems.length > 0 ? 422 : 200;
    response.setHeader('Content-Language', visit.language);
    response.setHeader('Cache-Control', 'no-store');
    const fillings: Fillings = [receipt, String(what.draft.revision), savedAt, receipt];
    // The marks are as many as the fillings.
    if (isEmpty(what)) kept.send(response, keyOf(what), fillings, (marks) => draw(what, marks as Fillings));
    else sendHtml(response, draw(what, fillings));
  };
}

function isEmpty({ visit, page, given, problems, link, unsaved }: PageToShow): boolean {
  if (problems.length > 0 || link !== null || unsaved || isPersonal(visit.questionnaire, page)) return false;
  for (const name of fieldsOfPage(visit.questionnaire, page)) if (given[name] !== undefined) return false;
  return true;
}

/** Everything that makes an empty page what it is; the register only where it is asked for. */
function keyOf({ visit, page, walked, draft }: PageToShow): string {
  const { survey, language, register, questionnaire } = visit;
  const questions = formQuestions(visit.questionnaire, page, walked).map((question) => question.code);
  const around = [previousPage(walked, page.code)?.code, nextPage(walked, page.code)?.code];
  const progress = Object.values(progressOf(questionnaire, walked, page.code));
  const edition = page.questions.some((question) => question.type === 'register') ? register.edition : '';
  const place = [survey.code, survey.version, page.code, language, register.demonstration, edition];
  return [...place, draft.shared, questions, around, progress].join('|');
}

/** GET: the page with what was answered so far; further than the first unfinished page nobody can look. */
export function getPage(desk: Desk, show: ShowPage): RequestHandler {
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const page = pageNamed(visit, String(request.params.page));
    const found = await findByCookie(desk, request, response, visit);
    if (found.state !== 'draft') {
      const other = found.state === 'none' && found.locked ? `${visit.home}/locked` : visit.home;
      response.redirect(303, found.state === 'sent' ? `${visit.home}/thanks` : other);
      return;
    }
    const { draft, receipt } = found;
    const walked = walk(visit.questionnaire, draft.answers, visit.register.libraries);
    const unfinished = firstUnfinished(visit.questionnaire, walked, draft.pages, visit.register.libraries);
    const place = (code: string) => walked.pages.findIndex((visible) => visible.page.code === code);
    if (place(page.code) < 0 || (unfinished && place(page.code) > place(unfinished.code))) {
      const goal = unfinished ?? walked.pages.at(-1)?.page;
      response.redirect(303, goal ? `${visit.home}/page/${goal.code}` : visit.home);
      return;
    }
    const link = libraryOfLink(request, visit);
    const given = withLink(visit, page, draft.answers, link);
    show(request, response, {
      visit,
      page,
      walked,
      draft,
      receipt,
      given,
      problems: [],
      link,
      unsaved: false,
      asked: [],
    });
  };
}
