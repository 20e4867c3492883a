// "My answers": everything somebody was asked with what they said, to read, print or keep as a text file; of a draft
// and, until the survey closes, of what was sent.
import type { RequestHandler } from 'express';
import { type AnswersTextWords, answersAsText } from '../../../surveys/answers-text.ts';
import type { AnsweredPage } from '../../../surveys/answers-view.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { formatDate } from '../../format-values.ts';
import { type Desk, frameOf, optionsFor, type Visit } from './desk.ts';
import {
  type OwnAnswers,
  ownAnswers,
  ownAnswersInWords,
  type ReadingLock,
  readingLock,
} from './own-answers.ts';
import type { SurveyFrame } from './pages.ts';
import { pageAddress } from './show-page.ts';

export interface AnswersPage extends ReadingLock {
  readonly survey: SurveyFrame;
  /** The day it was sent, ISO; null for a draft. */
  readonly day: string | null;
  readonly pages: readonly AnsweredPage[];
  /** Where the draft goes on, or the page about what was sent. */
  readonly back: string;
  readonly download: string;
}

/** GET answers: the page, or with `?as=text` the file. Who has no code goes to the first screen. */
export function getAnswers(desk: Desk): RequestHandler {
  const { ctx } = desk;
  return async (request, response) => {
    const visit = await desk.open(request, response);
    const own = await ownAnswers(desk, request, response, visit);
    if (typeof own === 'string') {
      response.redirect(303, own);
      return;
    }
    const pages = ownAnswersInWords(visit, own);
    if (request.query.as === 'text') {
      response.setHeader('Content-Type', 'text/plain; charset=utf-8');
      response.setHeader('Content-Disposition', `attachment; filename="${fileName(ctx, visit)}"`);
      response.setHeader('Cache-Control', 'no-store');
      response.end(answersAsText(headingOf(ctx, visit, own), pages, textWords(ctx, visit)));
      return;
    }
    const { found } = own;
    const data: AnswersPage = {
      survey: frameOf(ctx, visit),
      ...readingLock(desk, request, visit, own),
      day: found.state === 'sent' ? found.day : null,
      pages,
      back: found.state === 'sent' ? `${visit.home}/sent` : pageAddress(visit, found.draft),
      download: `${visit.home}/answers?as=text`,
    };
    const title = ctx.texts.say(visit.language, 'answers.title');
    const options = optionsFor(visit, title, {
      styles: ['answers.css'],
      scripts: ['print-button.js', 'reading-lock.js'],
    });
    ctx.render(response, 'respond/answers', data, options);
  };
}

function headingOf(ctx: Context, visit: Visit, { found }: OwnAnswers): readonly string[] {
  const { language, questionnaire } = visit;
  const state =
    found.state === 'sent'
      ? ctx.texts.say(language, 'answers.sent', { day: formatDate(language, found.day) })
      : ctx.texts.say(language, 'answers.draft');
  return [inLanguage(questionnaire.title, language), ctx.texts.say(language, 'answers.title'), state];
}

/** The name of the file: letters that every system takes, and no code. */
function fileName(ctx: Context, visit: Visit): string {
  return `${ctx.texts.say(visit.language, 'answers.file')}-${visit.survey.code}.txt`;
}

function textWords(ctx: Context, { language }: Visit): AnswersTextWords {
  const say = (key: string) => ctx.texts.say(language, `answers.${key}`);
  return { open: say('open'), from: say('from'), until: say('until') };
}
