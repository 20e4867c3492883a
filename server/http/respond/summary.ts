// "You beside the sector": who has sent sees the own answers on the figures readers outside the team may see.
import type { RequestHandler } from 'express';
import { minimums } from '../../../analysis/disclosure/minimums.ts';
import { suggestedTo } from '../../../analysis/materials/suggested-to.ts';
import { type Method, methods } from '../../../analysis/methods.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { recordsOf } from '../../db/records.ts';
import { analyseProject } from '../../operations/analyse-project.ts';
import { type Desk, frameOf, optionsFor } from './desk.ts';
import { ownAnswers, ownAnswersInWords, type ReadingLock, readingLock } from './own-answers.ts';
import type { SurveyFrame } from './pages.ts';
import { pageAddress } from './show-page.ts';
import { type SummaryPageView, summaryView } from './summary-view.ts';

export interface SummaryPage extends ReadingLock {
  readonly survey: SurveyFrame;
  /** Answers the figures come from. */
  readonly responses: number;
  /** Fewest answers to a question whose spread is shown. */
  readonly minimum: number;
  readonly pages: readonly SummaryPageView[];
  /** What made the figures: for who wants to look it up. */
  readonly computed: readonly Pick<Method, 'function' | 'file'>[];
  /** What is offered to who answered so: shown to this person alone. */
  readonly suggested: readonly {
    readonly title: string;
    readonly summary: string;
    readonly link: string | null;
  }[];
  /** Nothing may be shown yet. */
  readonly none: boolean;
}

/** Figures for readers outside the team move in steps, so they are kept for this long at least, in milliseconds. */
const figuresAge = 60_000;
/** And for this many times as long as computing them took: a survey of very many answers must not hold up the others. */
const restPerWork = 20;

/** GET summary: only after sending; who is still answering must not be led by what others said. */
export function getSummary(desk: Desk): RequestHandler {
  const { ctx } = desk;
  const figures = new Map<string, { until: number; readonly analysis: Promise<ProjectAnalysis> }>();

  function figuresOf(project: string): Promise<ProjectAnalysis> {
    const known = figures.get(project);
    const begun = ctx.now().getTime();
    if (known && begun < known.until) return known.analysis;
    const kept = { until: begun + figuresAge, analysis: analyseProject(ctx, project, { reader: 'library' }) };
    figures.set(project, kept);
    kept.analysis.then(
      () => {
        const done = ctx.now().getTime();
        kept.until = done + Math.max(figuresAge, restPerWork * (done - begun));
      },
      () => figures.delete(project),
    );
    return kept.analysis;
  }

  return async (request, response) => {
    const visit = await desk.open(request, response);
    const own = await ownAnswers(desk, request, response, visit);
    if (typeof own === 'string') {
      response.redirect(303, own);
      return;
    }
    const { found } = own;
    if (found.state === 'draft') {
      response.redirect(303, pageAddress(visit, found.draft));
      return;
    }
    const { surveys } = await figuresOf(visit.survey.project);
    const analysis = surveys.find(({ survey }) => survey === visit.survey.code);
    const { language } = visit;
    const say = (key: string, values = {}) => ctx.texts.say(language, `answers.summary.${key}`, values);
    const pages = analysis
      ? summaryView({
          questionnaire: visit.questionnaire,
          analysis,
          answers: own.answers,
          pages: ownAnswersInWords(visit, own),
          language,
          say,
        })
      : [];
    const responses = analysis?.responses ?? 0;
    const records = await recordsOf(ctx.db.kysely, visit.survey.project);
    const words = (text: Text | undefined) => (text ? inLanguage(text, language) : '');
    const data: SummaryPage = {
      survey: frameOf(ctx, visit),
      ...readingLock(desk, request, visit, own),
      responses,
      minimum: minimums.distribution,
      pages: responses < minimums.distribution ? [] : pages,
      computed: [methods.distribution, methods.tickAll, methods.numbers, methods.disclosure],
      suggested: suggestedTo(visit.survey.code, own.answers, records).map(({ title, summary, link }) => ({
        title: words(title),
        summary: words(summary),
        link: link ?? null,
      })),
      none: responses < minimums.distribution,
    };
    const options = optionsFor(visit, say('title'), {
      styles: ['answers.css', 'summary.css'],
      scripts: ['reading-lock.js'],
    });
    ctx.render(response, 'respond/summary', data, options);
  };
}
