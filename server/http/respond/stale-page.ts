// A page is sent that is older than what is stored: another tab or computer answered it in between. Nothing is
// overwritten; both are shown, and somebody chooses.
import type { Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import type { AnswerInWords } from '../../../surveys/answers-view.ts';
import type { Page } from '../../../surveys/questionnaire.ts';
import { fieldsOfPage } from '../../../surveys/read-page.ts';
import type { Context } from '../../context.ts';
import { frameOf, optionsFor, type Visit, withQuery } from './desk.ts';
import { hiddenFields, type PageForm } from './form.ts';
import { ownAnswersInWords } from './own-answers.ts';
import type { Plan } from './page-plan.ts';

export interface StalePage {
  readonly visit: Visit;
  readonly page: Page;
  readonly form: PageForm;
  readonly receipt: string;
  readonly plan: Extract<Plan, { kind: 'stale' }>;
}

/** One question that is answered otherwise here than what is stored. */
export interface Difference {
  readonly label: string;
  readonly stored: AnswerInWords;
  readonly here: AnswerInWords;
}

/** 409: what differs, on with what is stored, or this page's answers in its place. */
export function showStalePage(
  ctx: Context,
  response: Response,
  { visit, page, form, receipt, plan }: StalePage,
): void {
  const title = ctx.texts.say(visit.language, 'saving.stale.title');
  const known = fieldsOfPage(visit.questionnaire, page);
  const fields = Object.entries(form.fields).flatMap(([name, value]) =>
    typeof value === 'string' && known.has(name) ? [{ name, value }] : [],
  );
  const address = `${visit.home}/page/${page.code}`;
  const way = form.way === 'autosave' ? 'stay' : form.way;
  const data = {
    // Changing the language here would lose what was typed.
    survey: { ...frameOf(ctx, visit), languages: [] },
    // Made after what is stored now: should that change once more, it is asked once more.
    fields: [...hiddenFields(form, receipt, plan.before.revision), ...fields],
    action: withQuery(address, `go=${way}&take=1`),
    goOn: address,
    differences: differencesOf(visit, page, plan.before.answers, plan.own),
  };
  ctx.render(response, 'respond/stale-page', data, optionsFor(visit, title, { status: 409 }));
}

function differencesOf(visit: Visit, page: Page, stored: Answers, own: Answers): readonly Difference[] {
  const names = fieldsOfPage(visit.questionnaire, page);
  const others = Object.fromEntries(Object.entries(stored).filter(([name]) => !names.has(name)));
  const [before, after] = [stored, { ...others, ...own }].map((answers) => questionsIn(visit, page, answers));
  const codes = page.questions.map(({ code }) => code);
  return codes.flatMap((code) => {
    const [one, other] = [before?.get(code), after?.get(code)];
    const question = one ?? other;
    if (!question || JSON.stringify(one) === JSON.stringify(other)) return [];
    return [{ label: question.label, stored: one?.answer ?? open, here: other?.answer ?? open }];
  });
}

const open: AnswerInWords = { kind: 'open' };

/** The questions of the page that these answers lead to, in words. */
function questionsIn(visit: Visit, page: Page, answers: Answers) {
  const pages = ownAnswersInWords(visit, { questionnaire: visit.questionnaire, answers });
  const questions = pages.find(({ code }) => code === page.code)?.questions ?? [];
  return new Map(questions.map((question) => [question.code, question]));
}
