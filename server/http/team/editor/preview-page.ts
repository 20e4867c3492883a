// Which page of the questionnaire the preview shows beside a form.
import { type Place, pageOfPlace } from '../../../../surveys/editing/places.ts';
import { variableNames } from '../../../../surveys/question-types/index.ts';
import { type Question, type Questionnaire, questionsOf } from '../../../../surveys/questionnaire.ts';

/** The page that shows a place best; null is the first screen. */
export function pageToPreview(questionnaire: Questionnaire, place: Place): string | null {
  const page = pageOfPlace(questionnaire, place);
  if (page !== null || place.kind === 'front') return page;
  return (
    questionnaire.pages.find(({ questions }) => questions.some((question) => uses(question, place)))?.code ??
    questionnaire.pages[0]?.code ??
    null
  );
}

function uses(question: Question, { kind, code }: Place): boolean {
  const shared: readonly unknown[] = [
    'options' in question ? question.options : null,
    ...(question.type === 'grid' ? [question.rows, ...question.scales] : []),
  ];
  return shared.some((part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return false;
    return kind === 'list' ? 'list' in part && part.list === code : 'scale' in part && part.scale === code;
  });
}

/** The name of the first control of the question somebody is at; '' where there is none. */
export function controlOf(questionnaire: Questionnaire, { kind, code }: Place): string {
  if (kind !== 'question') return '';
  const question = questionsOf(questionnaire).find((each) => each.code === code);
  return (question && variableNames(questionnaire, question)[0]) ?? code;
}
