// Multiple choice: one variable per option, 1 ticked and 0 seen but not ticked.
// Nothing ticked at all means the question was skipped: its base is whoever ticked anything.

import { type Option, optionsOf, type QuestionOf } from '../questionnaire.ts';
import type { Category } from '../variable.ts';
import { otherTextVariable, otherTextView, readOtherTexts } from './other-text.ts';
import {
  controlId,
  emptyReading,
  type Given,
  type Problem,
  type QuestionType,
  quoted,
} from './question-type.ts';
import type { MessageView } from './question-view.ts';

export const ticked = '1';
export const notTicked = '0';

const categories: readonly Category[] = [
  { code: notTicked, label: { nl: 'Niet aangekruist', en: 'Not ticked' }, value: 0, missing: null },
  { code: ticked, label: { nl: 'Aangekruist', en: 'Ticked' }, value: 1, missing: null },
];

/** From this many options on, short options stand in two columns. */
const manyOptions = 7;

export const multiple: QuestionType<QuestionOf<'multiple'>> = {
  variables: (questionnaire, question) => {
    const options = optionsOf(questionnaire, question);
    return [
      ...options.map((option) => ({
        name: tickName(question, option),
        question: question.code,
        type: 'multiple' as const,
        measure: 'nominal' as const,
        label: question.label,
        item: option.label,
        categories,
      })),
      ...options.filter((option) => option.text).map((option) => otherTextVariable(question, option)),
    ];
  },

  read: (questionnaire, question, fields) => {
    const options = optionsOf(questionnaire, question);
    const wrong = options.find((option) => !isTick(fields[tickName(question, option)]));
    if (wrong) return { answers: {}, problems: [wrongTick(question, wrong, fields)] };
    const chosen = options.filter((option) => fields[tickName(question, option)] === ticked);
    const target = controlId(tickName(question, chosen[0] ?? options[0]), ticked);
    if (chosen.length === 0) return emptyReading(question, question.required, target);
    const problem =
      tooMany(question, chosen, target) ??
      excluded(question, chosen, target) ??
      tooFew(question, options, chosen, target);
    if (problem) return { answers: {}, problems: [problem] };
    const words = readOtherTexts(question, chosen, fields);
    const ticks = options.map((option) => [
      tickName(question, option),
      chosen.includes(option) ? ticked : notTicked,
    ]);
    return { answers: { ...Object.fromEntries(ticks), ...words.answers }, problems: words.problems };
  },

  field: (questionnaire, question, given, { say, showIf }) => {
    const options = optionsOf(questionnaire, question);
    return {
      type: 'multiple',
      hint: hintOf({ ...question, min: fewest(question, options) }),
      columns: options.length >= manyOptions,
      options: options.map((option) => ({
        id: controlId(tickName(question, option), ticked),
        name: tickName(question, option),
        value: ticked,
        label: say(option.label),
        note: option.note ? say(option.note) : null,
        checked: given[tickName(question, option)] === ticked,
        apart: option.exclusive === true,
        exclusive: option.exclusive === true,
        text: otherTextView(question, option, given, null),
        showIf: showIf(option.showIf),
      })),
    };
  },

  seconds: (questionnaire, question) => 10 + optionsOf(questionnaire, question).length,
};

function tickName(question: QuestionOf<'multiple'>, option: Option | undefined): string {
  return `${question.code}.${option?.code ?? ''}`;
}

function isTick(value: string | undefined): boolean {
  return value === undefined || value === '' || value === ticked || value === notTicked;
}

function wrongTick(question: QuestionOf<'multiple'>, option: Option, fields: Given): Problem {
  const name = tickName(question, option);
  const values = { question: question.label, row: option.label, value: quoted(fields[name] ?? '') };
  return { field: question.code, target: controlId(name, ticked), key: 'unknownRowCode', values };
}

function tooMany(
  question: QuestionOf<'multiple'>,
  chosen: readonly Option[],
  target: string,
): Problem | null {
  const { max } = question;
  if (max === undefined || chosen.length <= max) return null;
  const values = { question: question.label, max, chosen: chosen.length, over: chosen.length - max };
  return { field: question.code, target, key: 'tooMany', values };
}

function excluded(
  question: QuestionOf<'multiple'>,
  chosen: readonly Option[],
  target: string,
): Problem | null {
  const alone = chosen.find((option) => option.exclusive);
  if (!alone || chosen.length === 1) return null;
  const values = { question: question.label, option: alone.label };
  return { field: question.code, target, key: 'exclusive', values };
}

function tooFew(
  question: QuestionOf<'multiple'>,
  offered: readonly Option[],
  chosen: readonly Option[],
  target: string,
): Problem | null {
  const min = fewest(question, offered);
  if (min === undefined || chosen.length >= min || chosen.some((option) => option.exclusive)) return null;
  const values = { question: question.label, min, chosen: chosen.length, more: min - chosen.length };
  return { field: question.code, target, key: 'tooFew', values };
}

/** Nobody is asked for more than there is: options can hang on earlier answers. */
function fewest({ min }: QuestionOf<'multiple'>, offered: readonly Option[]): number | undefined {
  return min === undefined ? undefined : Math.min(min, offered.filter(({ exclusive }) => !exclusive).length);
}

/** Said where ticks are counted from below; a most alone is in the questionnaire's own words. */
function hintOf({ min, max, help }: QuestionOf<'multiple'>): MessageView | null {
  if (min === undefined)
    return max === undefined || help ? null : { key: 'fields.multiple.atMost', values: { max } };
  if (max === undefined) return { key: 'fields.multiple.atLeast', values: { min } };
  return { key: `fields.multiple.${min === max ? 'exactly' : 'between'}`, values: { min, max } };
}
