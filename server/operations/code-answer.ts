// What a team does with one open answer: a remark more, another or less, nothing in it, or words taken out. Everything is
// made on the revision somebody saw: what a colleague kept meanwhile is never overwritten unseen.
import { withTakenOut } from '../../surveys/coding/fragments.ts';
import type { Context } from '../context.ts';
import { type AnswerKey, type AnswerMade, keepAnswer, openAnswer } from '../db/coded-answers.ts';
import type { Queries } from '../db/open.ts';
import { quotesOfAnswer } from '../db/quote-sources.ts';
import { putRecord, recordOf } from '../db/records.ts';
import {
  type AnswerRemark,
  deleteRemark,
  insertRemarks,
  type RemarkContent,
  remarksOfAnswers,
  updateRemark,
} from '../db/remarks.ts';

export type AnswerChange =
  /** A remark by its id, or a new one. */
  | { readonly kind: 'remark'; readonly id: string | null; readonly content: Omit<RemarkContent, 'account'> }
  | { readonly kind: 'remove'; readonly id: string }
  | { readonly kind: 'nothing' }
  /** Takes words out of the answer and out of what was coded of it. */
  | { readonly kind: 'mask'; readonly words: string }
  /** Gives back what the team took out of the answer. */
  | { readonly kind: 'unmask' };

/** Kept; made on an older state than there is; or not possible: no such answer, remark or words. */
export type AnswerKept = 'kept' | 'stale' | 'impossible';

type Coding = Pick<Context, 'writes' | 'newId' | 'now'>;

/** Changes what was made of an answer. @param seen the revision the change was made on; 0 before anything was. */
export async function changeAnswer(
  ctx: Coding,
  key: AnswerKey,
  seen: number,
  change: AnswerChange,
  account: string,
): Promise<AnswerKept> {
  const id = ctx.newId();
  const at = ctx.now().toISOString();
  return ctx.writes.run(async (db) => {
    const answer = await openAnswer(db, key);
    if (!answer) return 'impossible';
    if (answer.revision !== seen) return 'stale';
    const remarks =
      (await remarksOfAnswers(db, key.survey, key.question, [key.response])).get(key.response) ?? [];
    const before = {
      state: answer.state,
      words: answer.masked ? answer.words : null,
      text: answer.words,
      remarks,
    };
    const made = madeOf(before, change);
    if (made === null) return 'impossible';
    // Another process may have come between: then nothing of this is kept.
    if (!(await keepAnswer(db, key, seen, { ...made, account, at }))) return 'stale';
    await changeRemarks(db, key, change, { id, account, remarks });
    return 'kept';
  });
}

interface Before {
  readonly state: AnswerMade['state'];
  readonly words: string | null;
  /** The answer as it is read. */
  readonly text: string;
  readonly remarks: readonly AnswerRemark[];
}

/** The answer after the change; null where the change is about what is not there. */
function madeOf(
  { state, words, text, remarks }: Before,
  change: AnswerChange,
): Pick<AnswerMade, 'state' | 'words'> | null {
  const there = (id: string | null) => id === null || remarks.some((remark) => remark.id === id);
  switch (change.kind) {
    case 'remark':
      return there(change.id) ? { state: 'coded', words } : null;
    case 'remove':
      return there(change.id) ? { state: remarks.length > 1 ? 'coded' : 'todo', words } : null;
    case 'nothing':
      return remarks.length === 0 ? { state: 'nothing', words } : null;
    case 'mask': {
      const without = withTakenOut(text, change.words);
      return without === null ? null : { state, words: without };
    }
    case 'unmask':
      return words === null ? null : { state, words: null };
  }
}

async function changeRemarks(
  db: Queries,
  { survey, question, response }: AnswerKey,
  change: AnswerChange,
  by: { readonly id: string; readonly account: string; readonly remarks: readonly AnswerRemark[] },
): Promise<void> {
  const { account, remarks } = by;
  const own = (id: string) => ({ id, response, question });
  if (change.kind === 'remark') {
    const content = { ...change.content, account };
    if (change.id !== null) await updateRemark(db, survey, own(change.id), content);
    else await insertRemarks(db, survey, [{ ...own(by.id), ...content, place: remarks.length }]);
  }
  if (change.kind === 'remove') await deleteRemark(db, survey, own(change.id));
  if (change.kind === 'mask') {
    for (const { id, ...content } of remarks) {
      const text = withTakenOut(content.text, change.words);
      if (text !== null) await updateRemark(db, survey, own(id), { ...content, text });
    }
    await takeOutOfQuotes(db, { survey, question, response }, change.words);
  }
}

/** A quote of the answer loses the same words, and is to be released again by somebody who read it so. */
async function takeOutOfQuotes(
  db: Queries,
  { survey, question, response }: AnswerKey,
  words: string,
): Promise<void> {
  for (const { project, quote } of await quotesOfAnswer(db, { survey, question, response })) {
    const record = await recordOf(db, project, 'quote', quote);
    if (!record) continue;
    const text = Object.fromEntries(
      Object.entries(record.text).map(([language, said]) => [language, withTakenOut(said, words) ?? said]),
    );
    const same = Object.entries(record.text).every(([language, said]) => text[language] === said);
    if (!same) await putRecord(db, project, 'quote', { ...record, text, released: false });
  }
}
