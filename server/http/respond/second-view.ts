// A second view of a colleague beside the own result: whoever gave it shares their answers by link, and the person lays that link
// beside their own. Nothing is stored: it is there as long as both want it.
import { isSecondView } from '../../../analysis/own-result/own-result.ts';
import type { Answers } from '../../../surveys/answers.ts';
import { dayOf } from '../../../surveys/day.ts';
import type { MessageView } from '../../../surveys/question-types/question-view.ts';
import { receiptOfSharedResult } from '../../db/shared-results.ts';
import { hashToken } from '../../identity/tokens.ts';
import type { Desk, Visit } from './desk.ts';
import { type OwnAnswers, sentAnswers } from './own-answers.ts';

export type Beside =
  | { readonly state: 'none' }
  | { readonly state: 'shown'; readonly token: string; readonly answers: Answers }
  | { readonly state: 'wrong'; readonly typed: string; readonly problem: MessageView };

export interface SecondViewForm {
  readonly shown: boolean;
  readonly typed: string;
  readonly problem: MessageView | null;
}

type Own = Pick<OwnAnswers, 'answers'>;

/** What a link opens to be laid beside these answers: a second view that is shared today, and nothing else. */
export async function besideOf({ ctx }: Desk, visit: Visit, own: Own, given: unknown): Promise<Beside> {
  const { ownResult } = visit.register;
  if (typeof given !== 'string' || !ownResult || !takesSecond(visit, own)) return { state: 'none' };
  const { kysely } = ctx.db;
  const { code } = visit.survey;
  const shared = await receiptOfSharedResult(
    kysely,
    code,
    hashToken('sharedResult', given),
    dayOf(ctx.now()),
  );
  const sent = shared && (await sentAnswers(kysely, code, shared.receiptHash));
  if (sent && isSecondView(ownResult, sent.answers))
    return { state: 'shown', token: given, answers: sent.answers };
  return { state: 'wrong', typed: '', problem: { key: 'own-result.second.gone', values: {} } };
}

/** The form under the result; null where no second view can come beside it. */
export function secondForm(visit: Visit, own: Own, beside: Beside): SecondViewForm | null {
  if (!takesSecond(visit, own)) return null;
  return beside.state === 'wrong'
    ? { shown: false, typed: beside.typed, problem: beside.problem }
    : { shown: beside.state === 'shown', typed: '', problem: null };
}

/** Whether the project knows second views, and this is not one itself. */
function takesSecond({ register: { ownResult } }: Visit, { answers }: Own): boolean {
  return ownResult?.second !== undefined && !isSecondView(ownResult, answers);
}
