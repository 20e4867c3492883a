// What somebody answered, in words: every page and question they were shown, and nothing about those they were not.
import type { Answers } from './answers.ts';
import { codebookOf } from './codebook.ts';
import { walk } from './flow.ts';
import { sayer } from './piping.ts';
import { questionAsAsked } from './question-types/as-asked.ts';
import { variableNames, variablesNotAsked } from './question-types/index.ts';
import { insteadOf, reasonGiven } from './question-types/instead.ts';
import { ticked } from './question-types/multiple.ts';
import { declineCode } from './question-types/register.ts';
import {
  type Option,
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionOf,
  rowsOf,
  type Text,
} from './questionnaire.ts';
import type { Register } from './register.ts';
import type { NumericMeasure } from './variable.ts';

/** One row of a grid with its answer on each scale. */
export interface AnsweredRow {
  readonly code: string;
  readonly label: string;
  /** `words` null: left open; `asked` false: this scale was not asked for the row. */
  readonly cells: readonly { readonly words: string | null; readonly asked: boolean }[];
}

/** An answer in words. `ordered` stands in the order of its places; words of people themselves come back as they are: escape them. */
export type AnswerInWords =
  | { readonly kind: 'open' }
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'list' | 'ordered'; readonly items: readonly string[] }
  | {
      readonly kind: 'pairs';
      readonly pairs: readonly { readonly label: string; readonly words: string }[];
    }
  | { readonly kind: 'period'; readonly begin: string; readonly end: string }
  | {
      readonly kind: 'grid';
      readonly scales: readonly string[];
      readonly groups: readonly { readonly label: string | null; readonly rows: readonly AnsweredRow[] }[];
    };

export interface AnsweredQuestion {
  readonly code: string;
  readonly label: string;
  readonly answer: AnswerInWords;
}

export interface AnsweredPage {
  readonly code: string;
  readonly title: string;
  readonly questions: readonly AnsweredQuestion[];
}

export interface AnswersViewInput {
  readonly questionnaire: Questionnaire;
  /** As they are stored; the register's answer is the code of the library. */
  readonly answers: Answers;
  readonly register: Register;
  readonly language: string;
  /** The name of a library by its code. */
  libraryName(code: string): string;
  /** A stored number, day, month or year as people write it. */
  formatPlace(measure: NumericMeasure, answer: string): string;
}

/** The pages somebody with these answers was shown, each question with its answer; words between questions are left out. */
export function answersView(input: AnswersViewInput): readonly AnsweredPage[] {
  const { questionnaire, language } = input;
  const walked = walk(questionnaire, input.answers, input.register);
  const say = sayer(questionnaire, walked.answers, language);
  const speaker: Speaker = { ...input, answers: walked.answers, say };
  return walked.pages.map(({ page, questions }) => ({
    code: page.code,
    title: say(page.title),
    questions: questions.flatMap((question) => {
      const asked = questionAsAsked(questionnaire, question, walked.situation);
      if (asked === null || asked.type === 'section') return [];
      const notAsked = new Set(variablesNotAsked(questionnaire, asked, walked.situation));
      return [
        { code: question.code, label: say(question.label), answer: answerOf(speaker, asked, notAsked) },
      ];
    }),
  }));
}

interface Speaker extends AnswersViewInput {
  say(text: Text): string;
}

const open: AnswerInWords = { kind: 'open' };

function answerOf(speaker: Speaker, question: Question, notAsked: ReadonlySet<string>): AnswerInWords {
  const { answers, questionnaire } = speaker;
  const reason = reasonGiven(question, variableNames(questionnaire, question), answers);
  if (reason !== '') {
    const given = insteadOf(question).find(({ code }) => code === reason);
    return inWords(given ? speaker.say(given.label) : reason);
  }
  switch (question.type) {
    case 'consent':
      return answers[question.code] === undefined ? open : inWords(speaker.say(question.statement));
    case 'register':
      return libraryIn(speaker, question);
    case 'single':
    case 'scale':
      return chosen(speaker, question);
    case 'multiple':
    case 'pick':
      return ticks(speaker, question);
    case 'rank':
      return ranked(speaker, question);
    case 'points':
      return points(speaker, question);
    case 'slider':
    case 'number':
      return number(speaker, question);
    case 'date':
      return date(speaker, question);
    case 'text':
      return inWords(answers[question.code]);
    case 'grid':
      return grid(speaker, question, notAsked);
    case 'section':
      return open;
  }
}

function inWords(words: string | undefined): AnswerInWords {
  return words === undefined || words === '' ? open : { kind: 'words', words };
}

function libraryIn(speaker: Speaker, question: QuestionOf<'register'>): AnswerInWords {
  const code = speaker.answers[question.code];
  if (code === undefined) return open;
  if (code === declineCode && question.decline) return inWords(speaker.say(question.decline));
  return inWords(speaker.libraryName(code));
}

/** The label of the category that was chosen, with the few words beside it. */
function chosen(speaker: Speaker, question: QuestionOf<'single' | 'scale'>): AnswerInWords {
  const label = categoryLabel(speaker, question.code);
  if (label === null) return open;
  const words = speaker.answers[`${question.code}.${speaker.answers[question.code]}.text`];
  return inWords(words ? `${label}: ${words}` : label);
}

function categoryLabel(speaker: Speaker, variable: string): string | null {
  const codebook = codebookOf(speaker.questionnaire);
  const found = codebook.variables[codebook.position.get(variable) ?? -1];
  const answer = speaker.answers[variable];
  const category = found?.categories.find(({ code }) => code === answer);
  return category ? speaker.say(category.label) : null;
}

function ticks(speaker: Speaker, question: QuestionOf<'multiple' | 'pick'>): AnswerInWords {
  const items = optionsOf(speaker.questionnaire, question)
    .filter((option) => speaker.answers[`${question.code}.${option.code}`] === ticked)
    .map((option) => withOwnWords(speaker, question, option));
  return items.length === 0 ? open : { kind: 'list', items };
}

function withOwnWords(speaker: Speaker, question: Question, option: Option): string {
  const words = speaker.answers[`${question.code}.${option.code}.text`];
  const label = speaker.say(option.label);
  return words ? `${label}: ${words}` : label;
}

function ranked(speaker: Speaker, question: QuestionOf<'rank'>): AnswerInWords {
  const items = optionsOf(speaker.questionnaire, question)
    .map((option) => ({ option, place: Number(speaker.answers[`${question.code}.${option.code}`]) }))
    .filter(({ place }) => Number.isFinite(place))
    .sort((one, other) => one.place - other.place)
    .map(({ option }) => speaker.say(option.label));
  return items.length === 0 ? open : { kind: 'ordered', items };
}

function points(speaker: Speaker, question: QuestionOf<'points'>): AnswerInWords {
  const pairs = optionsOf(speaker.questionnaire, question).flatMap((option) => {
    const given = speaker.answers[`${question.code}.${option.code}`];
    if (given === undefined) return [];
    return [{ label: speaker.say(option.label), words: speaker.formatPlace('number', given) }];
  });
  return pairs.length === 0 ? open : { kind: 'pairs', pairs };
}

function number(speaker: Speaker, question: QuestionOf<'slider' | 'number'>): AnswerInWords {
  const given = speaker.answers[question.code];
  if (given === undefined) return open;
  const words = speaker.formatPlace('number', given);
  return inWords(question.unit ? `${words} ${speaker.say(question.unit)}` : words);
}

function date(speaker: Speaker, question: QuestionOf<'date'>): AnswerInWords {
  const moment = (name: string) => {
    const given = speaker.answers[name];
    return given === undefined ? '' : speaker.formatPlace(question.precision, given);
  };
  if (!question.period) return inWords(moment(question.code));
  const [begin, end] = [moment(`${question.code}.begin`), moment(`${question.code}.end`)];
  return begin === '' && end === '' ? open : { kind: 'period', begin, end };
}

function grid(speaker: Speaker, question: QuestionOf<'grid'>, notAsked: ReadonlySet<string>): AnswerInWords {
  const { groups, options } = rowsOf(speaker.questionnaire, question);
  const row = (option: Option): AnsweredRow => ({
    code: option.code,
    label: speaker.say(option.label),
    cells: question.scales.map(({ variable }) => {
      const name = `${variable}.${option.code}`;
      return { words: categoryLabel(speaker, name), asked: !notAsked.has(name) };
    }),
  });
  const known = new Set(groups.map(({ code }) => code));
  const loose = options.filter(({ group }) => group === undefined || !known.has(group));
  const all = [
    { label: null, rows: loose.map(row) },
    ...groups.map((group) => ({
      label: speaker.say(group.label),
      rows: options.filter((option) => option.group === group.code).map(row),
    })),
  ];
  return {
    kind: 'grid',
    scales: question.scales.map(({ label }) => speaker.say(label)),
    groups: all.filter(({ rows }) => rows.length > 0),
  };
}
