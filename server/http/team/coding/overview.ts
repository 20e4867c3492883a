// The coding desk of a project: how far each open question is.
import type { Response, Router } from 'express';
import { inLanguage, questionsOf } from '../../../../surveys/questionnaire.ts';
import type { Context } from '../../../context.ts';
import { answerToCode, countAnswers } from '../../../db/coded-answers.ts';
import { unknownPage } from '../../../errors.ts';
import type { Lead, Tab } from '../page-parts.ts';
import { resultTabs } from '../results-view.ts';
import { openWorkspace, showStation, type Workspace } from '../workspace.ts';
import { addressOf } from './answer-view.ts';

export interface CodingPage extends Lead {
  readonly tabs: readonly Tab[];
  /** Null where no question is coded yet. */
  readonly questions: readonly {
    readonly label: string;
    readonly list: string;
    readonly answers: number;
    readonly coded: number;
    readonly nothing: number;
    readonly todo: number;
    /** Where coding goes on; null when all are done. */
    readonly start: string | null;
  }[];
  readonly remarks: string;
  readonly second: string;
  readonly quotes: string;
  readonly codebook: string;
}

export function overviewRoute(ctx: Context, router: Router): void {
  router.get('/:project/coding', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await showOverview(ctx, response, workspace);
  });
}

async function showOverview(ctx: Context, response: Response, workspace: Workspace): Promise<void> {
  const { project, surveys, analysis, language } = workspace;
  const frame = project.catalogue.coding;
  const [shown] = surveys;
  if (!shown || shown.state === 'draft') throw unknownPage();
  if (!frame) return response.redirect(303, `/team/${project.code}/coding/begin`);
  const db = ctx.db.kysely;
  const counts = await countAnswers(db, shown.code, frame.questions);
  const questions = await Promise.all(
    questionsOf(shown.questionnaire)
      .filter(({ code }) => frame.questions.includes(code))
      .map(async ({ code, label }) => {
        const { todo, coded, nothing } = counts.get(code) ?? { todo: 0, coded: 0, nothing: 0 };
        const first = await answerToCode(db, { survey: shown.code, question: code, response: '' });
        return {
          label: inLanguage(label, language),
          list: addressOf(workspace, code),
          answers: todo + coded + nothing,
          coded,
          nothing,
          todo,
          start: first && addressOf(workspace, code, first),
        };
      }),
  );
  const sum = (of: 'answers' | 'todo') => questions.reduce((total, question) => total + question[of], 0);
  const [all, todo] = [sum('answers'), sum('todo')];
  const own = analysis.surveys.find(({ survey }) => survey === shown.code);
  const skills = project.catalogue.skills !== undefined;
  const place = { project: project.code, surveys, shown, page: 'coding', skills, query: '' };
  const page: CodingPage = {
    finding: workspace.say({ key: 'coding-desk.finding', values: { all, todo } }),
    lead: workspace.say({ key: 'coding-desk.lead' }),
    action: null,
    tabs: own ? resultTabs(place, own, workspace) : [],
    questions,
    remarks: `/team/${project.code}/results/remarks`,
    second: `/team/${project.code}/results/remarks/second`,
    quotes: `/team/${project.code}/coding/quotes`,
    codebook: `/team/${project.code}/coding/codebook`,
  };
  await showStation(ctx, response, workspace, 'team/coding', page, {
    station: 'results',
    title: page.finding,
    styles: ['coding.css', 'coding-desk.css'],
  });
}
