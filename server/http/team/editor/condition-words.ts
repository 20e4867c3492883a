// A condition as a sentence somebody of the team can check.
import { codebookOf } from '../../../../surveys/codebook.ts';
import { shortened } from '../../../../surveys/editing/condition-view.ts';
import { type Condition, inLanguage, type Questionnaire } from '../../../../surveys/questionnaire.ts';
import { formatNumber, localeOf } from '../../../format-values.ts';
import type { Words } from '../workspace.ts';

/** The sentence, such as "A3 (Hoe lang werk je al?) is “1 tot 5 jaar”". */
export function conditionWords(questionnaire: Questionnaire, condition: Condition, words: Words): string {
  const { language } = words;
  const say = (key: string, values: Readonly<Record<string, string>> = {}) =>
    words.say({ key: `editor.condition.words.${key}`, values });
  const list = (type: 'conjunction' | 'disjunction', parts: readonly string[]) =>
    new Intl.ListFormat(localeOf(language), { type }).format(parts);
  const subject = (name: string) => {
    const variable = codebookOf(questionnaire).variables.find((each) => each.name === name);
    if (!variable) return name;
    return say('subject', {
      name,
      words: shortened(inLanguage(variable.item ?? variable.label, language), 50),
    });
  };
  const answers = (name: string, codes: readonly string[]) => {
    const variable = codebookOf(questionnaire).variables.find((each) => each.name === name);
    const labels = codes.map((code) => {
      const category = variable?.categories.find((each) => each.code === code);
      return say('answer', { words: category ? inLanguage(category.label, language) : code });
    });
    return list('disjunction', labels);
  };
  const inner = (part: Condition): string => {
    const sentence = sentenceOf(part);
    return ('all' in part && part.all.length > 1) || ('any' in part && part.any.length > 1)
      ? say('group', { words: sentence })
      : sentence;
  };
  const sentenceOf = (part: Condition): string => {
    if ('all' in part) return list('conjunction', part.all.map(inner));
    if ('any' in part) return list('disjunction', part.any.map(inner));
    if ('answered' in part) return say('answered', { subject: subject(part.answered) });
    if ('register' in part) {
      const labels = part.is.map((value) => say('answer', { words: value }));
      return say(`register.${part.register}`, { answers: list('disjunction', labels) });
    }
    if ('not' in part) {
      const { not } = part;
      if ('answered' in not) return say('unanswered', { subject: subject(not.answered) });
      if ('variable' in not && 'is' in not)
        return say('isNot', { subject: subject(not.variable), answers: answers(not.variable, not.is) });
      return say('none', { words: sentenceOf(not) });
    }
    if ('is' in part)
      return say('is', { subject: subject(part.variable), answers: answers(part.variable, part.is) });
    const bound = (value: number | undefined) =>
      value === undefined ? '' : formatNumber(language, value, 6);
    const key = part.atMost === undefined ? 'atLeast' : part.atLeast === undefined ? 'atMost' : 'between';
    return say(key, {
      subject: subject(part.variable),
      atLeast: bound(part.atLeast),
      atMost: bound(part.atMost),
    });
  };
  return sentenceOf(condition);
}
