// A form that came back on paper becomes a response, as if it had been answered on screen. It has no receipt: nobody
// was given a code, so it can be neither continued nor withdrawn with one.
import type { Answers } from '../../surveys/answers.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import type { Register } from '../../surveys/register.ts';
import type { Context } from '../context.ts';
import { hasResponse, insertResponses } from '../db/responses.ts';
import { surveyState } from '../db/surveys.ts';
import { surveyClosed } from '../errors.ts';
import { responseOf } from './submit-response.ts';

export interface PaperResponse {
  readonly survey: string;
  /** The version the paper was printed from, and its definition. */
  readonly version: number;
  readonly questionnaire: Questionnaire;
  readonly register: Register;
  readonly answers: Answers;
  /** The day on the paper, `2024-03-01`. */
  readonly day: string;
  /** Given with the empty form: the same form sent twice is one response. */
  readonly id: string;
}

/**
 * Stores it.
 * @returns false when a response of this id is there already: nothing changes.
 * @throws ExpectedFailure when the survey takes no answers; then nothing is written.
 */
export function enterPaperResponse(ctx: Context, paper: PaperResponse): Promise<boolean> {
  const { survey, version, questionnaire, register, answers, day, id } = paper;
  const draft = { answers, version, receiptHash: '', seed: null };
  const response = { ...responseOf(draft, questionnaire, register, id, day), receiptHash: null };
  return ctx.writes.run(async (db) => {
    if (await hasResponse(db, survey, id)) return false;
    await insertResponses(db, survey, [response]);
    // Asked after writing: from then on nobody can close it before this is committed.
    if ((await surveyState(db, survey))?.state !== 'open') throw surveyClosed();
    return true;
  });
}
