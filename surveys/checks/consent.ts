// Consent comes first, and a questionnaire does not ask too much of anybody's time.
import { estimateOf } from '../estimate.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { type DefinitionProblem, placedQuestions, warning } from './problem.ts';

/** More minutes than this lose people on the way. */
const mostMinutes = 10;

/** Warnings about where consent is asked and how long answering takes. */
export function checkRespondent(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const consents = placedQuestions(questionnaire).filter(({ question }) => question.type === 'consent');
  const late = consents.filter(({ pageIndex }) => pageIndex > 0);
  const { minutes } = estimateOf(questionnaire);
  return [
    ...(consents.length === 0 ? [warning('pages[0]', 'noConsent')] : []),
    ...late.map(({ path }) => warning(path, 'consentLate')),
    ...(minutes > mostMinutes ? [warning('', 'tooLong', { minutes, most: mostMinutes })] : []),
  ];
}
