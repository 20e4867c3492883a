// The answers to one open question, by what became of them, a page at a time.
import type { Request, Router } from 'express';
import type { Context } from '../../../context.ts';
import { type AnswerState, answersPage, answerToCode, countAnswers } from '../../../db/coded-answers.ts';
import { remarksOfAnswers } from '../../../db/remarks.ts';
import { waitingForSecond } from '../../../operations/code-twice.ts';
import { addressOf, codesInWords, readable } from './answer-view.ts';
import { deskPage, languageOfAnswers, openCodingDesk, questionAsked, questionLabel } from './coding-desk.ts';

export interface CodingListPage {
  readonly question: string;
  readonly progress: string;
  readonly back: string;
  /** Where coding goes on; null when all are done. */
  readonly start: string | null;
  /** The last one was just done. */
  readonly done: boolean;
  readonly states: readonly { readonly name: string; readonly address: string; readonly here: boolean }[];
  readonly answers: readonly {
    readonly address: string;
    readonly text: string;
    readonly state: string;
    readonly remarks: readonly string[];
  }[];
  readonly lang: string;
  readonly pages: {
    readonly said: string;
    readonly previous: string | null;
    readonly next: string | null;
  } | null;
}

const perPage = 50;
const states: readonly (AnswerState | 'all')[] = ['todo', 'coded', 'nothing', 'all'];

export function answersListRoute(ctx: Context, router: Router): void {
  router.get(
    '/:project/coding/q/:question',
    async (request: Request<{ project: string; question: string }>, response) => {
      const desk = await openCodingDesk(ctx, response, request.params.project);
      const question = questionAsked(desk, request);
      const db = ctx.db.kysely;
      const survey = desk.survey.code;
      const counts = (await countAnswers(db, survey, [question])).get(question) ?? none;
      const done = counts.coded + counts.nothing;
      const asked = states.find((each) => each === request.query.state);
      const shown = asked ?? (counts.todo > 0 ? 'todo' : 'all');
      const many = shown === 'all' ? done + counts.todo : counts[shown];
      const last = Math.max(1, Math.ceil(many / perPage));
      const page = pageAsked(request.query.page, last);
      const answers = await answersPage(db, survey, question, {
        state: shown === 'all' ? null : shown,
        skip: (page - 1) * perPage,
        limit: perPage,
      });
      const [remarks, first, waiting] = await Promise.all([
        remarksOfAnswers(
          db,
          survey,
          question,
          answers.map(({ response: id }) => id),
        ),
        answerToCode(db, { survey, question, response: '' }),
        waitingForSecond(db, survey, desk.account),
      ]);
      const say = (key: string, values = {}) => desk.say({ key: `coding-desk.${key}`, values });
      const root = addressOf(desk, question);
      const pageAddress = (number: number) => `${root}?state=${shown}&page=${number}`;
      const data: CodingListPage = {
        question: questionLabel(desk, question),
        progress: say('progress', { done, all: done + counts.todo }),
        back: `/team/${desk.project.code}/coding`,
        start: first && addressOf(desk, question, first),
        done: request.query.done !== undefined && first === null,
        states: states.map((each) => ({
          name: say(`list.${each}`, { count: each === 'all' ? done + counts.todo : counts[each] }),
          address: `${root}?state=${each}`,
          here: each === shown,
        })),
        answers: answers.map((answer) => ({
          address: addressOf(desk, question, answer.response),
          text: readable(answer, desk),
          state: say(`state.${answer.state}`),
          remarks: (remarks.get(answer.response) ?? [])
            .filter(({ id }) => !waiting.has(id))
            .map((remark) => `${codesInWords(remark, desk)} (${say(`valence.${remark.valence}`)})`),
        })),
        lang: languageOfAnswers(desk),
        pages:
          last === 1
            ? null
            : {
                said: say('list.page', { page, last }),
                previous: page > 1 ? pageAddress(page - 1) : null,
                next: page < last ? pageAddress(page + 1) : null,
              },
      };
      ctx.render(response, 'team/coding-list', data, deskPage(desk, response, { title: data.question }));
    },
  );
}

const none = { todo: 0, coded: 0, nothing: 0 };

/** The page of the address, from 1 to the last. */
function pageAsked(given: unknown, last: number): number {
  const page = typeof given === 'string' && /^\d{1,6}$/.test(given) ? Number(given) : 1;
  return Math.min(last, Math.max(1, page));
}
