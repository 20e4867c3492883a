// The answers of the person at this browser: those of their draft, or those they sent, for as long as their code leads
// to them.
import type { Request, Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { type AnswersViewInput, answersView } from '../../../surveys/answers-view.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { declineCode } from '../../../surveys/question-types/register.ts';
import type { Questionnaire } from '../../../surveys/questionnaire.ts';
import { unpackAnswers } from '../../../surveys/response-document.ts';
import { responseByReceipt } from '../../db/responses.ts';
import { definitionOfVersion } from '../../db/surveys.ts';
import { textsOfResponse } from '../../db/texts.ts';
import { formatPlace } from '../../format-values.ts';
import type { Desk, Visit } from './desk.ts';
import { type Found, findByCookie } from './receipt.ts';

export interface OwnAnswers {
  readonly found: Exclude<Found, { state: 'none' }>;
  /** The version that was answered. */
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
}

/**
 * What this browser's receipt leads to; null when that is nothing.
 * @throws ExpectedFailure after too many wrong codes from this network address.
 */
export async function ownAnswers(
  desk: Desk,
  request: Request,
  response: Response,
  visit: Visit,
): Promise<OwnAnswers | null> {
  const found = await findByCookie(desk, request, response, visit);
  if (found.state === 'none') return null;
  if (found.state === 'draft')
    return { found, questionnaire: visit.questionnaire, answers: found.draft.answers };
  const { kysely } = desk.ctx.db;
  const { code } = visit.survey;
  const sent = await responseByReceipt(kysely, code, found.receiptHash);
  // Withdrawn in another window a moment ago.
  if (!sent) return null;
  const [questionnaire, words] = await Promise.all([
    definitionOfVersion(kysely, code, sent.version),
    textsOfResponse(kysely, code, sent.id),
  ]);
  const codes = unpackAnswers(codebookOf(questionnaire), sent.document);
  return { found, questionnaire, answers: withWords(questionnaire, codes, words, sent.library) };
}

/** The document only tells that words and a library were given: here they are themselves again. */
function withWords(
  questionnaire: Questionnaire,
  codes: Answers,
  words: Readonly<Record<string, string>>,
  library: string | null,
): Answers {
  const { variables, registerVariable } = codebookOf(questionnaire);
  const answers: Record<string, string> = { ...codes };
  for (const { name, measure } of variables) if (measure === 'text') delete answers[name];
  Object.assign(answers, words);
  if (registerVariable !== null && answers[registerVariable] !== declineCode) {
    if (library === null) delete answers[registerVariable];
    else answers[registerVariable] = library;
  }
  return answers;
}

/** Those answers in words, in the language of the visit. */
export function ownAnswersInWords(
  visit: Visit,
  { questionnaire, answers }: Pick<OwnAnswers, 'questionnaire' | 'answers'>,
) {
  const { language, register } = visit;
  const names = new Map(
    register.groups.flatMap(({ libraries }) => libraries.map(({ code, name }) => [code, name] as const)),
  );
  const input: AnswersViewInput = {
    questionnaire,
    answers,
    register: register.libraries,
    language,
    libraryName: (code) => names.get(code) ?? code,
    formatPlace: (measure, answer) => formatPlace(language, measure, answer),
  };
  return answersView(input);
}
