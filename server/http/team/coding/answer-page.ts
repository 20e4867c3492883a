// One open answer at the desk: shown, coded, masked. What is kept was made on the revision the form carries.
import type { Request, Response, Router } from 'express';
import type { codingDimensions } from '../../../../surveys/needs-catalogue.ts';
import type { Context } from '../../../context.ts';
import {
  type AnswerKey,
  answerBeside,
  answersSavedLast,
  answerToCode,
  countAnswers,
  openAnswer,
} from '../../../db/coded-answers.ts';
import { remarksOfAnswers } from '../../../db/remarks.ts';
import { formUnreadable, onlyDataOfficer, unknownPage } from '../../../errors.ts';
import { hasRole } from '../../../identity/roles.ts';
import { type AnswerChange, changeAnswer } from '../../../operations/code-answer.ts';
import { waitingForSecond } from '../../../operations/code-twice.ts';
import { agreedToQuotes } from '../../../operations/quote-answer.ts';
import { fieldOf } from '../access.ts';
import type { FormMistake } from '../round-form.ts';
import { judgeRemark, type RemarkTyped, readRemark } from './answer-form.ts';
import { addressOf, codingAnswerPage, readable, startOf } from './answer-view.ts';
import { type CodingDesk, deskPage, openCodingDesk, questionAsked } from './coding-desk.ts';

type Asked = Request<{ project: string; question: string; response: string }>;

export function answerRoutes(ctx: Context, router: Router): void {
  router.get('/:project/coding/q/:question/:response', async (request: Asked, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    await show(ctx, request, response, desk, {});
  });

  router.post('/:project/coding/q/:question/:response', async (request: Asked, response) => {
    const desk = await openCodingDesk(ctx, response, request.params.project);
    const key = keyOf(desk, request);
    const answer = await openAnswer(ctx.db.kysely, key);
    if (!answer) throw unknownPage();
    const typed = readRemark((name) => fieldOf(request, name), desk.frame);
    const wanted = fieldOf(request, 'do');
    const read = changeOf(request, response, wanted, typed, readable(answer, desk));
    if ('mistakes' in read) {
      return show(ctx, request, response, desk, { ...read, typed: read.typed ?? typed, status: 422 });
    }
    const seen = Number(fieldOf(request, 'revision'));
    const kept = await changeAnswer(ctx, key, seen, read.change, desk.account);
    if (kept === 'kept') return response.redirect(303, await after(ctx, desk, key, wanted, typed));
    if (kept === 'stale') {
      const { change } = read;
      const again = change.kind === 'remark' || change.kind === 'nothing' ? typed : undefined;
      return show(ctx, request, response, desk, { typed: again, stale: true, status: 409 });
    }
    const mistakes = read.change.kind === 'mask' ? [{ field: 'words', key: 'coding-desk.wrong.words' }] : [];
    await show(ctx, request, response, desk, {
      mistakes,
      words: fieldOf(request, 'words'),
      // What a colleague took away meanwhile becomes a remark of its own.
      typed: read.change.kind === 'remark' ? { ...typed, remark: null } : undefined,
      stale: mistakes.length === 0,
      status: mistakes.length === 0 ? 409 : 422,
    });
  });
}

function keyOf(desk: CodingDesk, request: Asked): AnswerKey {
  const question = questionAsked(desk, request);
  return { survey: desk.survey.code, question, response: request.params.response };
}

type Read =
  | { readonly change: AnswerChange }
  | { readonly mistakes: readonly FormMistake[]; readonly words?: string; readonly typed?: RemarkTyped };

/** What a button asked. @throws ExpectedFailure for anything else, or for who may not. */
function changeOf(
  request: Request,
  { locals }: Response,
  wanted: string,
  typed: RemarkTyped,
  text: string,
): Read {
  if (wanted.startsWith('remove:')) {
    return { change: { kind: 'remove', id: wanted.slice('remove:'.length) } };
  }
  switch (wanted) {
    case 'next':
    case 'more': {
      const { content, mistakes } = judgeRemark(typed, text);
      return content ? { change: { kind: 'remark', id: typed.remark, content } } : { mistakes };
    }
    case 'nothing':
      return { change: { kind: 'nothing' } };
    case 'mask': {
      const words = fieldOf(request, 'words').trim().slice(0, 400);
      if (words !== '') return { change: { kind: 'mask', words } };
      return { mistakes: [{ field: 'words', key: 'coding-desk.wrong.words' }], words };
    }
    case 'unmask':
      if (!hasRole(locals.roles, 'dataOfficer')) throw onlyDataOfficer();
      return { change: { kind: 'unmask' } };
    default:
      throw formUnreadable();
  }
}

/** Where somebody goes on: to the next answer to code, or on with this one. */
async function after(
  ctx: Context,
  desk: CodingDesk,
  key: AnswerKey,
  wanted: string,
  { valence }: RemarkTyped,
): Promise<string> {
  const here = addressOf(desk, key.question, key.response);
  const same = valence === '' ? '' : `valence=${encodeURIComponent(valence)}`;
  if (wanted === 'more') return `${here}?more&${same}#remark`;
  if (wanted !== 'next' && wanted !== 'nothing') return here;
  const next = await answerToCode(ctx.db.kysely, key);
  if (next === null) return `${addressOf(desk, key.question)}?done`;
  return `${addressOf(desk, key.question, next)}${same ? `?${same}` : ''}`;
}

interface Shown {
  /** What somebody chose and is not kept; absent where the form begins anew. */
  readonly typed?: RemarkTyped | undefined;
  readonly mistakes?: readonly FormMistake[];
  readonly words?: string;
  readonly stale?: boolean;
  readonly status?: number;
}

async function show(
  ctx: Context,
  request: Asked,
  response: Response,
  desk: CodingDesk,
  { typed, mistakes = [], words = '', stale = false, status = 200 }: Shown,
): Promise<void> {
  const db = ctx.db.kysely;
  const key = keyOf(desk, request);
  const { survey, question } = key;
  const [answer, counts, own, previous, next, recent] = await Promise.all([
    openAnswer(db, key),
    countAnswers(db, survey, [question]),
    remarksOfAnswers(db, survey, question, [key.response]),
    answerBeside(db, key, 'before'),
    answerBeside(db, key, 'after'),
    recentCodes(ctx, key),
  ]);
  if (!answer) throw unknownPage();
  const made = own.get(key.response) ?? [];
  // Who lost a race sees what the other kept: both stand beside each other then.
  const waiting = stale || made.length === 0 ? null : await waitingForSecond(db, survey, desk.account);
  const heldBack = made.some(({ id }) => waiting?.has(id));
  const remarks = heldBack ? [] : made;
  const { remark, more, valence } = request.query;
  const page = codingAnswerPage(
    {
      answer,
      question,
      counts: counts.get(question) ?? { todo: 0, coded: 0, nothing: 0 },
      remarks,
      heldBack,
      quotable: remarks.length > 0 && (await agreedToQuotes(db, survey, desk.frame, key.response)),
      previous,
      next,
      recent,
      typed: heldBack
        ? null
        : (typed ??
          startOf(readable(answer, desk), remarks, {
            remark: typeof remark === 'string' ? remark : null,
            more: more !== undefined,
            valence: typeof valence === 'string' ? valence : '',
          })),
      masking: { typed: words, undo: answer.masked && hasRole(response.locals.roles, 'dataOfficer') },
      mistakes,
      stale,
      csrf: response.locals.csrf ?? '',
    },
    desk,
  );
  const options = deskPage(desk, response, { title: page.question, status, scripts: ['coding-desk.js'] });
  ctx.render(response, 'team/coding-answer', page, options);
}

/** So many answers coded last tell which codes are likely. */
const lately = 30;

async function recentCodes(ctx: Context, { survey, question, response }: AnswerKey) {
  const db = ctx.db.kysely;
  const last = (await answersSavedLast(db, survey, question, lately)).filter((each) => each !== response);
  const remarks = [...(await remarksOfAnswers(db, survey, question, last)).values()].flat();
  const most = (dimension: (typeof codingDimensions)[number]) => {
    const counts = new Map<string, number>();
    for (const code of remarks.flatMap((each) => each[dimension])) {
      counts.set(code, (counts.get(code) ?? 0) + 1);
    }
    return [...counts].sort(([, one], [, other]) => other - one).map(([code]) => code);
  };
  return { services: most('services').slice(0, 4), themes: most('themes').slice(0, 5) };
}
