// Somebody who answers at random, but never wrongly: what they type on a page, and what should be read from it. And a
// form as a browser sends it, from the page as it is drawn.
import type { Answers } from '../../surveys/answers.ts';
import { holds } from '../../surveys/condition.ts';
import { formQuestions, walk } from '../../surveys/flow.ts';
import { answerAt, placeOf } from '../../surveys/number-line.ts';
import type { PageView } from '../../surveys/page-view.ts';
import { questionAsAsked } from '../../surveys/question-types/as-asked.ts';
import { variableNames } from '../../surveys/question-types/index.ts';
import { insteadName, insteadOf } from '../../surveys/question-types/instead.ts';
import { notTicked, ticked } from '../../surveys/question-types/multiple.ts';
import { unranked } from '../../surveys/question-types/rank.ts';
import {
  type Condition,
  type Option,
  optionsOf,
  type Page,
  type Question,
  type Questionnaire,
  type QuestionOf,
  rowsOf,
  scaleOf,
} from '../../surveys/questionnaire.ts';
import { readPage } from '../../surveys/read-page.ts';
import type { Register } from '../../surveys/register.ts';
import { leftToDecide } from '../../surveys/same-page.ts';
import { situationOf } from '../../surveys/situation.ts';

type Fields = Record<string, string>;

/** A number from 0 up to the one asked for. */
export type Chance = (below: number) => number;

/** The same choices again for the same seed. */
export function chanceOf(seed: number): Chance {
  let state = seed | 1;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return Math.floor(((state >>> 8) / 2 ** 24) * below);
  };
}

/** What is typed on a page, and the answers it stands for. */
export interface Filled {
  readonly fields: Fields;
  readonly answers: Answers;
}

/**
 * A page filled in without a mistake. What must be answered is; of the rest some. Questions that hang on an answer of
 * the same page are sometimes filled in against their condition, as a form without JavaScript allows.
 */
export function fillPage(
  questionnaire: Questionnaire,
  page: Page,
  earlier: Answers,
  register: Register,
  chance: Chance,
): Filled {
  const fields: Fields = {};
  let answers: Answers = {};
  const before = walk(questionnaire, earlier, register);
  const onForm = formQuestions(questionnaire, page, before);
  const isOpen = (condition: Condition) =>
    leftToDecide(questionnaire, page, condition, before.situation, null) !== false;
  for (const question of page.questions) {
    const situation = situationOf(questionnaire, { ...earlier, ...answers }, register);
    const asked = holds(question.showIf, situation)
      ? questionAsAsked(questionnaire, question, situation)
      : null;
    if (asked) {
      const filled = fillQuestion(questionnaire, asked, [...register.keys()], chance);
      Object.assign(fields, filled.fields);
      answers = { ...answers, ...filled.answers };
    } else if (onForm.includes(question) && chance(2) === 0) {
      const shown = questionAsAsked(questionnaire, question, before.situation, null, isOpen);
      if (shown)
        Object.assign(fields, fillQuestion(questionnaire, shown, [...register.keys()], chance).fields);
    }
  }
  return { fields, answers };
}

function fillQuestion(
  questionnaire: Questionnaire,
  question: Question,
  libraries: readonly string[],
  chance: Chance,
): Filled {
  const empty = { fields: {}, answers: {} };
  const must = question.required === true || question.type === 'consent';
  if (question.type === 'grid') return fillGrid(questionnaire, question, chance);
  if (!must && chance(4) === 0) return empty;
  const reasons = insteadOf(question);
  if (reasons.length > 0 && chance(4) === 0) {
    const { code } = oneOf(reasons, chance);
    const names = variableNames(questionnaire, question).filter((name) => !name.endsWith('.text'));
    return {
      fields: { [insteadName(question)]: code },
      answers: Object.fromEntries(names.map((name) => [name, code])),
    };
  }
  switch (question.type) {
    case 'consent':
      return said(question.code, 'yes');
    case 'register': {
      const codes = question.decline ? [...libraries, 'decline'] : libraries;
      return said(question.code, oneOf(codes, chance));
    }
    case 'single': {
      const option = oneOf(optionsOf(questionnaire, question), chance);
      return together(said(question.code, option.code), otherWords(question, option, chance));
    }
    case 'multiple':
      return fillTicks(questionnaire, question, question.min ?? 1, question.max ?? 99, chance);
    case 'pick':
      return fillTicks(questionnaire, question, 1, question.count, chance);
    case 'rank': {
      const options = optionsOf(questionnaire, question);
      const placed = mixed(options, chance).slice(0, 1 + chance(Math.min(question.top, options.length)));
      const place = (option: Option) =>
        placed.includes(option) ? String(placed.indexOf(option) + 1) : unranked;
      return named(question, options, place);
    }
    case 'points': {
      const options = optionsOf(questionnaire, question);
      let left = question.total;
      return named(question, options, (_option, index) => {
        const given = index === options.length - 1 ? left : chance(left + 1);
        left -= given;
        return String(given);
      });
    }
    case 'scale':
      return said(question.code, String(question.from + chance(question.to - question.from + 1)));
    case 'slider': {
      const steps = Math.round((question.max - question.min) / question.step);
      return said(question.code, String(question.min + question.step * chance(steps + 1)));
    }
    case 'number':
      return fillNumber(question, chance);
    case 'date':
      return fillDate(question, chance);
    case 'text': {
      const words = oneOf(['zo', '<x>', 'a\nb', 'é"', "o'x&"], chance).slice(0, question.maxLength);
      return said(question.code, words);
    }
    case 'section':
      return empty;
  }
}

function said(name: string, answer: string): Filled {
  return { fields: { [name]: answer }, answers: { [name]: answer } };
}

function together(...parts: readonly Filled[]): Filled {
  return {
    fields: Object.assign({}, ...parts.map(({ fields }) => fields)),
    answers: Object.assign({}, ...parts.map(({ answers }) => answers)),
  };
}

function named(
  question: Question,
  options: readonly Option[],
  answer: (option: Option, index: number) => string,
): Filled {
  const given = options.map((option, index) => [`${question.code}.${option.code}`, answer(option, index)]);
  return { fields: Object.fromEntries(given), answers: Object.fromEntries(given) };
}

function otherWords(question: Question, option: Option, chance: Chance): Filled {
  if (!option.text || chance(2) === 0) return { fields: {}, answers: {} };
  return said(`${question.code}.${option.code}.text`, oneOf(['iets', '<i>x</i>', '""'], chance));
}

function fillTicks(
  questionnaire: Questionnaire,
  question: QuestionOf<'multiple' | 'pick'>,
  least: number,
  most: number,
  chance: Chance,
): Filled {
  const options = optionsOf(questionnaire, question);
  const alone = options.filter(({ exclusive }) => exclusive);
  const others = options.filter(({ exclusive }) => !exclusive);
  const few = Math.min(least, others.length);
  const many = Math.min(most, others.length);
  const chosen =
    alone.length > 0 && (others.length === 0 || chance(4) === 0)
      ? alone.slice(0, 1)
      : mixed(others, chance).slice(0, few + chance(many - few + 1));
  const ticks = named(question, options, (option) => (chosen.includes(option) ? ticked : notTicked));
  // A box that is not ticked is not sent.
  const fields = Object.fromEntries(Object.entries(ticks.fields).filter(([, value]) => value === ticked));
  return together({ ...ticks, fields }, ...chosen.map((option) => otherWords(question, option, chance)));
}

function fillNumber({ code, min = -1e6, max = 1e6, decimals }: QuestionOf<'number'>, chance: Chance): Filled {
  const unit = 10 ** decimals;
  const least = Math.ceil(min * unit);
  const number = (least + chance(Math.min(1e9, Math.floor(max * unit) - least) + 1)) / unit;
  const typed = chance(2) === 0 ? String(number).replace('.', ',') : ` ${number} `;
  return { fields: { [code]: typed }, answers: { [code]: String(number) } };
}

function fillDate(question: QuestionOf<'date'>, chance: Chance): Filled {
  const { code, precision, period } = question;
  const bound = (date: string | undefined, otherwise: string) =>
    placeOf(precision, date ?? otherwise.slice(0, { day: 10, month: 7, year: 4 }[precision])) ?? 0;
  const [first, last] = [bound(question.earliest, '2001-02-03'), bound(question.latest, '2040-11-12')];
  const begin = first + chance(last - first + 1);
  const end = begin + chance(last - begin + 1);
  const typed = (answer: string) => (chance(2) === 0 ? answer : answer.split('-').reverse().join('/'));
  const places = period ? { [`${code}.begin`]: begin, [`${code}.end`]: end } : { [code]: begin };
  const answers = Object.entries(places).map(([name, place]) => [name, answerAt(precision, place)] as const);
  return {
    fields: Object.fromEntries(answers.map(([name, answer]) => [name, typed(answer)])),
    answers: Object.fromEntries(answers),
  };
}

function fillGrid(questionnaire: Questionnaire, question: QuestionOf<'grid'>, chance: Chance): Filled {
  const filled = rowsOf(questionnaire, question).options.map((row) => {
    const must = question.required === true || question.requiredRows.includes(row.code);
    const given: Fields = {};
    const typed: Fields = {};
    question.scales.forEach(({ variable, scale, unless }, index) => {
      const name = `${variable}.${row.code}`;
      if (!(must && index === 0) && chance(4) === 0) return;
      const { code } = oneOf(scaleOf(questionnaire, scale).options, chance);
      const earlier = unless ? given[`${unless.variable}.${row.code}`] : undefined;
      typed[name] = code;
      // What is filled in against the rule is let go.
      if (earlier === undefined || !unless?.is.includes(earlier)) given[name] = code;
    });
    return { fields: typed, answers: given };
  });
  return together(...filled);
}

function oneOf<T>(list: readonly T[], chance: Chance): T {
  // Nothing is chosen from an empty list.
  return list[chance(list.length)] as T;
}

function mixed<T>(list: readonly T[], chance: Chance): readonly T[] {
  const left = [...list];
  return list.map(() => left.splice(chance(left.length), 1)[0] as T);
}

/** What a browser sends of a page that is left as it was drawn. */
export function fieldsOfView({ questions }: PageView): Fields {
  const fields: Fields = {};
  const put = (name: string, value: string | null | undefined) => {
    if (value !== null && value !== undefined) fields[name] = value;
  };
  for (const { body, reasons } of questions) {
    for (const { name, value, checked } of reasons) if (checked) put(name, value);
    switch (body.type) {
      case 'consent':
        if (body.checked) put(body.name, 'yes');
        break;
      case 'register': {
        const chosen = body.groups.flatMap(({ libraries }) => libraries).find(({ selected }) => selected);
        put(body.name, chosen?.code ?? (body.decline?.selected ? body.decline.value : ''));
        break;
      }
      case 'single':
      case 'multiple':
      case 'pick':
      case 'scale':
        for (const { name, value, checked, text } of body.options) {
          if (checked) put(name, value);
          if (text) put(text.name, text.value);
        }
        break;
      case 'rank':
        for (const { none, choices } of body.options) {
          for (const { name, value, checked } of [none, ...choices]) if (checked) put(name, value);
        }
        break;
      case 'points':
        for (const { name, value } of body.options) put(name, value);
        break;
      case 'date':
        for (const { name, value } of body.fields) put(name, value);
        break;
      case 'slider':
      case 'number':
      case 'text':
        put(body.name, body.value);
        break;
      case 'grid':
        for (const { rows, whole } of body.groups) {
          if (whole?.checked) put(whole.name, '1');
          for (const { first, second } of rows) {
            for (const { name, value, checked } of [...first, ...(second ?? [])])
              if (checked) put(name, value);
          }
        }
        break;
      case 'section':
        break;
    }
  }
  return fields;
}

/** Every name and, for choices, `name=value` that a page offers to be sent. */
export function offeredIn({ questions }: PageView): ReadonlySet<string> {
  return new Set(
    questions.flatMap(({ body, reasons }) => {
      const choices = (list: readonly { readonly name: string; readonly value: string }[]) =>
        list.map(({ name, value }) => `${name}=${value}`);
      const own = (): readonly string[] => {
        switch (body.type) {
          case 'consent':
            return [`${body.name}=yes`];
          case 'register':
            return [
              ...body.groups.flatMap((group) => group.libraries.map(({ code }) => `${body.name}=${code}`)),
              ...(body.decline ? [`${body.name}=${body.decline.value}`] : []),
            ];
          case 'single':
          case 'multiple':
          case 'pick':
          case 'scale':
            return [
              ...choices(body.options),
              ...body.options.flatMap(({ text }) => (text ? [text.name] : [])),
            ];
          case 'rank':
            return body.options.flatMap(({ none, choices: places }) => choices([none, ...places]));
          case 'points':
            return body.options.map(({ name }) => name);
          case 'date':
            return body.fields.map(({ name }) => name);
          case 'slider':
          case 'number':
          case 'text':
            return [body.name];
          case 'grid':
            return body.groups.flatMap(({ rows }) =>
              rows.flatMap(({ first, second }) => choices([...first, ...(second ?? [])])),
            );
          case 'section':
            return [];
        }
      };
      return [...own(), ...choices(reasons)];
    }),
  );
}

/** What somebody answers page after page, the same for the same seed; what was wrong on a page is left open. */
export function answered(questionnaire: Questionnaire, seed: number, register: Register): Answers {
  const chance = chanceOf(seed);
  let answers: Answers = {};
  for (const page of questionnaire.pages) {
    const walked = walk(questionnaire, answers, register);
    if (!walked.pages.some((visible) => visible.page === page)) continue;
    const { fields } = fillPage(questionnaire, page, walked.answers, register, chance);
    const reading = readPage(questionnaire, page, fields, answers, register);
    if (reading.problems.size === 0) answers = { ...answers, ...reading.answers };
  }
  return walk(questionnaire, answers, register).answers;
}
