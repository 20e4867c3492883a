// Rank the first few: one variable per option with its place, or `unranked`, which is not the last place.

import { type Option, optionsOf, type QuestionOf } from '../questionnaire.ts';
import type { Category } from '../variable.ts';
import { controlId, emptyReading, type QuestionType, quoted } from './question-type.ts';

export const unranked = 'unranked';

/** Places 1 to `top`, then unranked, which has no value: it stays out of mean places. */
function placeCategories(top: number): readonly Category[] {
  return [
    ...placesOf(top).map((place) => ({
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
      name: placeName(question, option),
      question: question.code,
      type: 'rank' as const,
      measure: 'ordinal' as const,
      label: question.label,
      item: option.label,
      categories,
    }));
  },

  read: (questionnaire, question, fields) => {
    const options = optionsOf(questionnaire, question);
    const allowed = placesOf(question.top).map(String);
    const answers: Record<string, string> = {};
    const taken = new Map<string, Option>();
    for (const option of options) {
      const name = placeName(question, option);
      const place = fields[name] ?? '';
      const target = controlId(name, '1');
      answers[name] = unranked;
      if (place === '' || place === unranked) continue;
      if (!allowed.includes(place)) {
        const values = { question: question.label, row: option.label, value: quoted(place) };
        return { answers: {}, problems: [{ field: question.code, target, key: 'unknownRowCode', values }] };
      }
      const first = taken.get(place);
      if (first) {
        const values = { question: question.label, place, first: first.label, second: option.label };
        return { answers: {}, problems: [{ field: question.code, target, key: 'placeTwice', values }] };
      }
      taken.set(place, option);
      answers[name] = place;
    }
    if (taken.size > 0) return { answers, problems: [] };
    return emptyReading(question, question.required, controlId(placeName(question, options[0]), '1'));
  },

  field: (questionnaire, question, given, { say, showIf }) => ({
    type: 'rank',
    top: question.top,
    places: placesOf(question.top),
    options: optionsOf(questionnaire, question).map((option) => {
      const name = placeName(question, option);
      const place = given[name] ?? '';
      const choice = (value: string, label: string, checked: boolean) => ({
        id: controlId(name, value),
        name,
        value,
        label,
        note: null,
        checked,
        apart: value === unranked,
        exclusive: false,
        text: null,
        showIf: null,
      });
      return {
        name,
        label: say(option.label),
        showIf: showIf(option.showIf),
        none: choice(unranked, '', place === '' || place === unranked),
        choices: placesOf(question.top).map((n) => choice(String(n), String(n), place === String(n))),
      };
    }),
  }),

  seconds: (questionnaire, question) => 15 + 2 * optionsOf(questionnaire, question).length,
};

function placeName(question: QuestionOf<'rank'>, option: Option | undefined): string {
  return `${question.code}.${option?.code ?? ''}`;
}

function placesOf(top: number): readonly number[] {
  return Array.from({ length: top }, (_, index) => index + 1);
}
