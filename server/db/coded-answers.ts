// Open answers as a team codes them: how many there are to do, one after the other, and what became of each. The order is
// that of ids given by chance, so that it tells nothing about when somebody answered.
import type { Queries } from './open.ts';
import type { CodedAnswersRow } from './tables/responses.ts';

export type AnswerState = CodedAnswersRow['state'];

/** One answer to an open question. */
export interface AnswerKey {
  readonly survey: string;
  readonly question: string;
  /** Id of its response. */
  readonly response: string;
}

export interface OpenAnswer {
  readonly response: string;
  /** As it was written, or with what the team masked in it. */
  readonly words: string;
  /** Whether the team masked anything in it. */
  readonly masked: boolean;
  readonly state: AnswerState;
  /** Of what was made of it; 0 before anything was. */
  readonly revision: number;
  readonly account: string | null;
}

export type AnswerCounts = Readonly<Record<AnswerState, number>>;

/** How many answers each of these questions has, by state; the words of some may be gone by now. */
export async function countAnswers(
  db: Queries,
  survey: string,
  questions: readonly string[],
): Promise<ReadonlyMap<string, AnswerCounts>> {
  if (questions.length === 0) return new Map();
  const done = await db
    .selectFrom('coded_answers')
    .select(['question', 'state', ({ fn }) => fn.countAll().as('count')])
    .where('survey', '=', survey)
    .where('question', 'in', questions)
    .where('state', '!=', 'todo')
    .groupBy(['question', 'state'])
    .execute();
  const left = await answersIn(db, survey)
    .select(['texts.variable as question', ({ fn }) => fn.countAll().as('count')])
    .where('texts.variable', 'in', questions)
    .where(({ or, eb }) =>
      or([eb('coded_answers.state', 'is', null), eb('coded_answers.state', '=', 'todo')]),
    )
    .groupBy('texts.variable')
    .execute();
  const count = (rows: readonly { readonly count: string | number | bigint }[]) =>
    Number(rows[0]?.count ?? 0);
  return new Map(
    questions.map((question) => {
      const of = (state: AnswerState) =>
        count(done.filter((row) => row.question === question && row.state === state));
      const todo = count(left.filter((row) => row.question === question));
      return [question, { todo, coded: of('coded'), nothing: of('nothing') }];
    }),
  );
}

/** Answers to a question whose words are there, from `skip` on; null: of every state. */
export async function answersPage(
  db: Queries,
  survey: string,
  question: string,
  {
    state,
    skip,
    limit,
  }: { readonly state: AnswerState | null; readonly skip: number; readonly limit: number },
): Promise<readonly OpenAnswer[]> {
  const rows = await inState(selectedAnswers(db, survey, question), state)
    .orderBy('texts.response')
    .limit(limit)
    .offset(skip)
    .execute();
  return rows.map(openAnswerOf);
}

/** One answer; null where there is none, or its words are gone. */
export async function openAnswer(
  db: Queries,
  { survey, question, response }: AnswerKey,
): Promise<OpenAnswer | null> {
  const row = await selectedAnswers(db, survey, question)
    .where('texts.response', '=', response)
    .executeTakeFirst();
  return row ? openAnswerOf(row) : null;
}

/** The id of the response whose answer comes after or before this one; null at the end. */
export async function answerBeside(
  db: Queries,
  { survey, question, response }: AnswerKey,
  side: 'after' | 'before',
): Promise<string | null> {
  const row = await selectedAnswers(db, survey, question)
    .where('texts.response', side === 'after' ? '>' : '<', response)
    .orderBy('texts.response', side === 'after' ? 'asc' : 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.response ?? null;
}

/** The id of the response with the next answer to code: after this one, else from the first on; null when all are done. */
export async function answerToCode(
  db: Queries,
  { survey, question, response }: AnswerKey,
): Promise<string | null> {
  const first = async (after: string) => {
    const row = await inState(selectedAnswers(db, survey, question), 'todo')
      .where('texts.response', '>', after)
      .orderBy('texts.response')
      .limit(1)
      .executeTakeFirst();
    return row?.response ?? null;
  };
  const next = await first(response);
  if (next !== null || response === '') return next;
  const again = await first('');
  return again === response ? null : again;
}

/** Ids of the responses whose answers were coded last, the newest first. */
export async function answersSavedLast(
  db: Queries,
  survey: string,
  question: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('coded_answers')
    .select('response')
    .where('survey', '=', survey)
    .where('question', '=', question)
    .where('state', '=', 'coded')
    .where('saved_at', 'is not', null)
    .orderBy('saved_at', 'desc')
    .limit(limit)
    .execute();
  return rows.map(({ response }) => response);
}

/** What is kept of an answer beside its remarks. */
export interface AnswerMade {
  readonly state: AnswerState;
  /** With what the team masked; null where that is nothing. */
  readonly words: string | null;
  readonly account: string | null;
  /** The moment. */
  readonly at: string | null;
}

/**
 * Keeps what was made of an answer, unless somebody did so since `seen`. Call it first in a transaction.
 * @param seen the revision it was made on; 0 where there was none.
 * @returns whether it was kept.
 */
export async function keepAnswer(
  db: Queries,
  { survey, question, response }: AnswerKey,
  seen: number,
  { state, words, account, at }: AnswerMade,
): Promise<boolean> {
  const made = { state, words, account, saved_at: at };
  if (seen > 0) {
    const changed = await db
      .updateTable('coded_answers')
      .set({ ...made, revision: seen + 1 })
      .where('survey', '=', survey)
      .where('question', '=', question)
      .where('response', '=', response)
      .where('revision', '=', seen)
      .returning('revision')
      .executeTakeFirst();
    return changed !== undefined;
  }
  const added = await db
    .insertInto('coded_answers')
    .values({ survey, question, response, ...made, revision: 1 })
    .onConflict((there) => there.columns(['survey', 'question', 'response']).doNothing())
    .returning('revision')
    .executeTakeFirst();
  return added !== undefined;
}

/** Open answers of a survey beside what was made of each: where nobody coded an answer yet, nothing. */
export function answersIn(db: Queries, survey: string) {
  return db
    .selectFrom('texts')
    .leftJoin('coded_answers', (join) =>
      join
        .onRef('coded_answers.survey', '=', 'texts.survey')
        .onRef('coded_answers.question', '=', 'texts.variable')
        .onRef('coded_answers.response', '=', 'texts.response'),
    )
    .where('texts.survey', '=', survey);
}

function selectedAnswers(db: Queries, survey: string, question: string) {
  return answersIn(db, survey)
    .select([
      'texts.response',
      'texts.words',
      'coded_answers.words as masked',
      'coded_answers.state',
      'coded_answers.revision',
      'coded_answers.account',
    ])
    .where('texts.variable', '=', question);
}

type Selected = ReturnType<typeof selectedAnswers>;

function inState(answers: Selected, state: AnswerState | null): Selected {
  if (state === null) return answers;
  if (state !== 'todo') return answers.where('coded_answers.state', '=', state);
  return answers.where(({ or, eb }) =>
    or([eb('coded_answers.state', 'is', null), eb('coded_answers.state', '=', 'todo')]),
  );
}

function openAnswerOf(row: Awaited<ReturnType<Selected['execute']>>[number]): OpenAnswer {
  return {
    response: row.response,
    words: row.masked ?? row.words,
    masked: row.masked !== null,
    state: row.state ?? 'todo',
    revision: row.revision ?? 0,
    account: row.account,
  };
}
