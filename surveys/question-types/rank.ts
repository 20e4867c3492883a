// Rank the first few: one variable per option with its place, or `unranked`, which is not the last place.
import type { Category } from '../codebook.ts';
import { optionsOf, type QuestionOf } from '../questionnaire.ts';
import type { QuestionType } from './question-type.ts';

export const unranked = 'unranked';

/** Places 1 to `top`, then unranked, which has no value: it stays out of mean places. */
function placeCategories(top: number): readonly Category[] {
  const places = Array.from({ length: top }, (_, index) => index + 1);
  return [
    ...places.map((place) => ({
      code: String(place),
      label: { nl: `Plaats ${place}`, en: `Place ${place}` },
      value: place,
      missing: null,
    })),
    { code: unranked, label: { nl: 'Niet gekozen', en: 'Not chosen' }, value: null, missing: null },
  ];
}

export const rank: QuestionType<QuestionOf<'rank'>> = {
  variables: (questionnaire, question) => {
    const categories = placeCategories(question.top);
    return optionsOf(questionnaire, question).map((option) => ({
      name: `${question.code}.${option.code}`,
      question: question.code,
      type: 'rank' as const,
      measure: 'ordinal' as const,
      label: question.label,
      item: option.label,
      categories,
    }));
  },
};
