// The answers of the person at this browser: those of their draft, or those they sent, for as long as their code leads
// to them.
import type { Request, Response } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import { type AnswersViewInput, answersView } from '../../../surveys/answers-view.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { declineCode } from '../../../surveys/question-types/register.ts';
import type { Questionnaire } from '../../../surveys/questionnaire.ts';
import { unpackAnswers } from '../../../surveys/response-document.ts';
import type { IdleTimes } from '../../context.ts';
import type { Queries } from '../../db/open.ts';
import { responseByReceipt } from '../../db/responses.ts';
import { definitionOfVersion } from '../../db/surveys.ts';
import { textsOfResponse } from '../../db/texts.ts';
import { formatPlace } from '../../format-values.ts';
import { showReceipt } from '../../identity/tokens.ts';
import { clientWords } from './client-words.ts';
import type { Desk, Visit } from './desk.ts';
import { deviceOf } from './device.ts';
import { formFields } from './form.ts';
import { type Found, findByCookie } from './receipt.ts';

export interface OwnAnswers {
  readonly found: Exclude<Found, { state: 'none' }>;
  /** The version that was answered. */
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
}

/**
 * What this browser's receipt leads to; when that is nothing, the address to go to instead.
 * @throws ExpectedFailure after too many wrong codes from this network address.
 */
export async function ownAnswers(
  desk: Desk,
  request: Request,
  response: Response,
  visit: Visit,
): Promise<OwnAnswers | string> {
  const found = await findByCookie(desk, request, response, visit);
  if (found.state === 'none') return found.locked ? `${visit.home}/locked` : visit.home;
  if (found.state === 'draft')
    return { found, questionnaire: visit.questionnaire, answers: found.draft.answers };
  const sent = await sentAnswers(desk.ctx.db.kysely, visit.survey.code, found.receiptHash);
  // Withdrawn in another window a moment ago.
  return sent ? { found, ...sent } : visit.home;
}

/** What was sent under a receipt, with the version it answers; null when nothing is there any more. */
export async function sentAnswers(
  db: Queries,
  survey: string,
  receiptHash: string,
): Promise<Pick<OwnAnswers, 'questionnaire' | 'answers'> | null> {
  const sent = await responseByReceipt(db, survey, receiptHash);
  if (!sent) return null;
  const [questionnaire, words] = await Promise.all([
    definitionOfVersion(db, survey, sent.version),
    textsOfResponse(db, survey, sent.id),
  ]);
  const codes = unpackAnswers(codebookOf(questionnaire), sent.document);
  return { questionnaire, answers: withWords(questionnaire, codes, words, sent.library) };
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

/** What a page with own answers needs to lock itself on a computer others use too. */
export interface ReadingLock {
  readonly shared: boolean;
  readonly idle: IdleTimes;
  /** The field with the code, as pages that are forms have it. */
  readonly holder: { readonly name: string; readonly value: string };
  readonly words: Readonly<Record<string, string>>;
}

export function readingLock(
  { ctx }: Desk,
  request: Request,
  visit: Visit,
  { found }: Pick<OwnAnswers, 'found'>,
): ReadingLock {
  const { seconds1 = '', secondsN = '' } = clientWords(ctx.texts, visit.language);
  return {
    shared: found.state === 'draft' ? found.draft.shared : (deviceOf(ctx, request, visit).shared ?? false),
    idle: ctx.idle,
    holder: { name: formFields.code, value: showReceipt(found.receipt) },
    words: { seconds1, secondsN },
  };
}
