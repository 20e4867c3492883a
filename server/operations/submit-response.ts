// A finished draft becomes a response: codes in its document, words in their own rows, the draft gone; in one transaction.

import type { Codebook } from '../../surveys/codebook.ts';
import { shownVariables, walk } from '../../surveys/flow.ts';
import { declineCode } from '../../surveys/question-types/register.ts';
import type { Questionnaire } from '../../surveys/questionnaire.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { type Draft, deleteDraft } from '../db/drafts.ts';
import type { Queries } from '../db/open.ts';
import { insertResponses, type NewResponse } from '../db/responses.ts';

/**
 * Stores the response of a draft under its receipt, in the place of the draft. Call it inside a transaction.
 * @param day the day it is sent, `2024-03-01`.
 * @returns false when the draft is not there any more, because it was sent before: nothing changes.
 */
export async function submitResponse(
  db: Queries,
  draft: Draft,
  questionnaire: Questionnaire,
  codebook: Codebook,
  id: string,
  day: string,
): Promise<boolean> {
  if (!(await deleteDraft(db, draft.survey, draft.receiptHash))) return false;
  await insertResponses(db, draft.survey, [responseOf(draft, questionnaire, codebook, id, day)]);
  return true;
}

/** What is stored of a draft: only answers to questions that were shown, as codes, and the words apart. */
export function responseOf(
  draft: Pick<Draft, 'answers' | 'version' | 'receiptHash'>,
  questionnaire: Questionnaire,
  codebook: Codebook,
  id: string,
  day: string,
): NewResponse {
  const { answers } = walk(questionnaire, draft.answers);
  const words = codebook.variables.filter(
    ({ name, measure }) => measure === 'text' && answers[name] !== undefined,
  );
  return {
    id,
    version: draft.version,
    library: libraryOf(codebook, answers),
    day,
    receiptHash: draft.receiptHash,
    document: packAnswers(codebook, answers, shownVariables(questionnaire, answers)),
    texts: Object.fromEntries(words.map(({ name }) => [name, answers[name] ?? ''])),
  };
}

/** The library somebody chose from the register; null when none was given. */
export function libraryOf(
  codebook: Codebook,
  answers: Readonly<Record<string, string | undefined>>,
): string | null {
  const variable = codebook.variables.find(({ measure }) => measure === 'register');
  const given = variable ? answers[variable.name] : undefined;
  return given === undefined || given === declineCode ? null : given;
}
