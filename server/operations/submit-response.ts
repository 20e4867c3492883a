// A finished draft becomes a response: codes in its document, words in their own rows, the draft gone; in one transaction.

import { codebookOf } from '../../surveys/codebook.ts';
import { shownVariables, walk } from '../../surveys/flow.ts';
import { declineCode } from '../../surveys/question-types/register.ts';
import { type Questionnaire, questionsOf } from '../../surveys/questionnaire.ts';
import type { Register } from '../../surveys/register.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { type Draft, deleteDraft } from '../db/drafts.ts';
import type { Queries } from '../db/open.ts';
import { insertResponses, type NewResponse } from '../db/responses.ts';

/**
 * Stores the response of a draft under its receipt, in the place of the draft. Call it inside a transaction.
 * @param day the day it is sent, `2024-03-01`.
 * @returns false when the draft is not there as it was, because it was sent or saved in between: nothing changes.
 */
export async function submitResponse(
  db: Queries,
  draft: Draft,
  questionnaire: Questionnaire,
  register: Register,
  id: string,
  day: string,
): Promise<boolean> {
  if (!(await deleteDraft(db, draft))) return false;
  await insertResponses(db, draft.survey, [responseOf(draft, questionnaire, register, id, day)]);
  return true;
}

/**
 * What is stored of a draft, as codes, and the words apart: answers to questions that were shown, and to hidden ones
 * only where the definition says so.
 */
export function responseOf(
  draft: Pick<Draft, 'answers' | 'version' | 'receiptHash'> & { readonly seed: number | null },
  questionnaire: Questionnaire,
  register: Register,
  id: string,
  day: string,
): NewResponse {
  const codebook = codebookOf(questionnaire);
  const keep = questionnaire.hiddenAnswers === 'keep';
  const answers = keep ? draft.answers : walk(questionnaire, draft.answers, register).answers;
  const shown = shownVariables(questionnaire, draft.answers, register);
  const words = codebook.variables.filter(
    ({ name, measure }) => measure === 'text' && answers[name] !== undefined,
  );
  return {
    id,
    version: draft.version,
    library: libraryOf(questionnaire, answers),
    day,
    receiptHash: draft.receiptHash,
    seed: hasOwnOrder(questionnaire) ? draft.seed : null,
    document: packAnswers(codebook, answers, (name) => shown(name) || answers[name] !== undefined),
    texts: Object.fromEntries(words.map(({ name }) => [name, answers[name] ?? ''])),
  };
}

function hasOwnOrder(questionnaire: Questionnaire): boolean {
  return questionsOf(questionnaire).some((question) => 'shuffle' in question && question.shuffle);
}

/** The library somebody chose from the register; null when none was given. */
export function libraryOf(
  questionnaire: Questionnaire,
  answers: Readonly<Record<string, string | undefined>>,
): string | null {
  const { registerVariable } = codebookOf(questionnaire);
  const given = registerVariable === null ? undefined : answers[registerVariable];
  return given === undefined || given === declineCode ? null : given;
}
