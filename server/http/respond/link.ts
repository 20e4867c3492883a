// The library of the link somebody followed. It goes along in the address, never in the database, until the page that
// asks for the library is sent with consent.
import type { Request } from 'express';
import type { Answers } from '../../../surveys/answers.ts';
import type { Given } from '../../../surveys/question-types/question-type.ts';
import { type Page, questionsOf } from '../../../surveys/questionnaire.ts';
import type { Visit } from './desk.ts';

/** The library the address names, when the register has it and the questionnaire asks for one; else null. */
export function libraryOfLink(request: Request, visit: Visit): string | null {
  const { library } = request.query;
  return knownLibrary(visit, library);
}

/** The same for a library that came in a form. */
export function knownLibrary(visit: Visit, library: unknown): string | null {
  if (typeof library !== 'string' || !visit.register.libraries.has(library)) return null;
  return registerQuestion(visit) === null ? null : library;
}

/** What to fill in: the library of the link is chosen already where none was given. */
export function withLink(visit: Visit, page: Page, answers: Answers, library: string | null): Given {
  const code = registerQuestion(visit);
  const asked = page.questions.some((question) => question.code === code);
  if (library === null || code === null || !asked || answers[code] !== undefined) return answers;
  return { ...answers, [code]: library };
}

/** What the address after this page takes along: `?library=…` as long as the library is still to be asked, or ''. */
export function linkAfter(visit: Visit, page: Page, answers: Answers, library: string | null): string {
  const code = registerQuestion(visit);
  if (library === null || code === null || answers[code] !== undefined) return '';
  return page.questions.some((question) => question.code === code) ? '' : linkQuery(library);
}

/** `?library=bib-2`, or '' without one. */
export function linkQuery(library: string | null): string {
  return library === null ? '' : `?library=${encodeURIComponent(library)}`;
}

function registerQuestion({ questionnaire }: Visit): string | null {
  return questionsOf(questionnaire).find(({ type }) => type === 'register')?.code ?? null;
}
