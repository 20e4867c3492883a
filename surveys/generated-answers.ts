// Fictional respondents for a demonstration or a trial: each goes through the questionnaire page by page and answers by
// chance, with weights that are data. What comes out are raw fields, as a form would post them.
import { z } from 'zod';
import type { Answers } from './answers.ts';
import { holds, type Situation } from './condition.ts';
import { dayOf } from './day.ts';
import { questionAsAsked } from './question-types/as-asked.ts';
import { fieldNames, readQuestion, variablesNotAsked } from './question-types/index.ts';
import {
  type Option,
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionOf,
  rowsOf,
  scaleOf,
} from './questionnaire.ts';
import type { Register } from './register.ts';
import { situationOf } from './situation.ts';

/** Weights by variable and answer; the answer `''` leaves it open. A name may end in `.*` for a whole row set. */
const weightsSchema = z.record(z.string(), z.record(z.string(), z.number().min(0)));

export const generatedAnswersSchema = z.strictObject({
  seed: z.int(),
  count: z.int().min(1).max(1000),
  /** Answers are spread evenly over the days from the first to the last. */
  from: z.iso.date(),
  to: z.iso.date(),
  /** What most people answer; a variable without weights is answered evenly. */
  weights: weightsSchema.default({}),
  /** Kinds of people, each taken as often as its share says, whose weights stand before the common ones. */
  kinds: z.array(z.strictObject({ share: z.number().positive(), weights: weightsSchema })).default([]),
});
export type GeneratedAnswers = z.infer<typeof generatedAnswersSchema>;

export interface GeneratedResponse {
  readonly library: string | null;
  readonly date: string;
  readonly answers: Readonly<Record<string, string>>;
}

/** From 0 up to, not including, 1. */
type Random = () => number;

interface Respondent {
  readonly questionnaire: Questionnaire;
  readonly random: Random;
  readonly libraries: Register;
  readonly weightsFor: (variable: string) => Readonly<Record<string, number>> | null;
}

/**
 * The answers of `count` fictional respondents; the same for the same random source.
 * @param libraries where they work, each equally likely.
 */
export function generatedResponses(
  questionnaire: Questionnaire,
  declared: GeneratedAnswers,
  libraries: Register,
  random: Random,
): readonly GeneratedResponse[] {
  const [from, to] = [Date.parse(declared.from), Date.parse(declared.to)];
  return Array.from({ length: declared.count }, (_, index) => {
    const kind =
      declared.kinds[
        drawn(
          declared.kinds.map(({ share }) => share),
          random,
        )
      ]?.weights ?? {};
    const weightsFor = (variable: string) =>
      weightsOf(kind, variable) ?? weightsOf(declared.weights, variable);
    const answers = filledIn({ questionnaire, random, libraries, weightsFor });
    const day = from + ((to - from) * index) / declared.count;
    const code = questionnaire.pages
      .flatMap(({ questions }) => questions)
      .find(({ type }) => type === 'register')?.code;
    const named = answers[code ?? ''] ?? '';
    const library = libraries.has(named) ? named : null;
    return { library, date: dayOf(new Date(day)), answers };
  });
}

function weightsOf(weights: z.infer<typeof weightsSchema>, variable: string) {
  const set = variable.includes('.') ? `${variable.slice(0, variable.indexOf('.'))}.*` : '';
  return weights[variable] ?? weights[set] ?? null;
}

function filledIn(respondent: Respondent): Readonly<Record<string, string>> {
  const { questionnaire, libraries } = respondent;
  let answers: Answers = {};
  let fields: Record<string, string> = {};
  for (const page of questionnaire.pages) {
    if (!holds(page.showIf, situationOf(questionnaire, answers, libraries))) continue;
    for (const question of page.questions) {
      const situation = situationOf(questionnaire, answers, libraries);
      if (!holds(question.showIf, situation)) continue;
      const asked = questionAsAsked(questionnaire, question, situation);
      if (asked === null) continue;
      const given = answerTo(respondent, asked, situation);
      // Only what the form itself would take is kept, so that conditions further on see what was answered.
      const reading = readQuestion(questionnaire, asked, given, { libraries });
      fields = { ...fields, ...given };
      answers = { ...answers, ...reading.answers };
    }
  }
  return fields;
}

function answerTo(respondent: Respondent, question: Question, situation: Situation): Record<string, string> {
  const { questionnaire, random, libraries } = respondent;
  const { code } = question;
  const typed = (chances: readonly string[]) => {
    const answer = chosen(respondent, code, chances, question.required === true);
    return answer === '' ? {} : { [code]: answer };
  };
  switch (question.type) {
    case 'section':
      return {};
    case 'consent':
      return { [code]: 'yes' };
    case 'register':
      return typed([...libraries.keys()]);
    case 'single':
      return typed(optionsOf(questionnaire, question).map((option) => option.code));
    case 'multiple':
      return ticks(respondent, question, question.min ?? 1, question.max ?? Number.POSITIVE_INFINITY);
    case 'pick':
      return ticks(respondent, question, 1, question.count);
    case 'grid':
      return cells(respondent, question, situation);
    case 'rank':
      return Object.fromEntries(
        shuffled(optionsOf(questionnaire, question), random)
          .slice(0, question.top)
          .map((option, place) => [`${code}.${option.code}`, String(place + 1)]),
      );
    case 'points':
      return shares(question, optionsOf(questionnaire, question), random);
    case 'scale':
      return typed(wholeNumbers(question.from, question.to, 1));
    case 'slider':
      return typed(wholeNumbers(question.min, question.max, question.step));
    case 'number': {
      const min = question.min ?? 0;
      return typed(wholeNumbers(min, Math.min(question.max ?? min + 20, min + 20), 1));
    }
    case 'date':
      return dates(questionnaire, question);
    case 'text':
      return respondent.weightsFor(code) === null && question.required !== true ? {} : typed(['…']);
  }
}

/** One of these answers, by the variable's weights where it has any; '' leaves it open. */
function chosen(
  { weightsFor, random }: Respondent,
  variable: string,
  answers: readonly string[],
  must: boolean,
) {
  const weights = weightsFor(variable);
  if (weights === null)
    return (
      answers[
        drawn(
          answers.map(() => 1),
          random,
        )
      ] ?? ''
    );
  // Numbers and words are no list: the weights themselves say which.
  const all = Object.keys(weights).filter((answer) => !must || answer !== '');
  return (
    all[
      drawn(
        all.map((answer) => weights[answer] ?? 0),
        random,
      )
    ] ?? ''
  );
}

/** Ticks each option by the weight of `1` among its weights; one in three where it has none. */
function ticks(
  respondent: Respondent,
  question: QuestionOf<'multiple' | 'pick'>,
  fewest: number,
  most: number,
): Record<string, string> {
  const { questionnaire, random, weightsFor } = respondent;
  const options = optionsOf(questionnaire, question);
  const wants = (option: Option) => {
    const weights = weightsFor(`${question.code}.${option.code}`) ?? { '1': 1, '0': 2 };
    return drawn([weights['1'] ?? 0, weights['0'] ?? 0], random) === 0;
  };
  const tick = (option: Option) => [`${question.code}.${option.code}`, '1'] as const;
  const wanted = options.filter(wants);
  const alone = wanted.find(({ exclusive }) => exclusive);
  const several = shuffled(wanted, random).filter(({ exclusive }) => !exclusive);
  if (alone && several.length < fewest) return Object.fromEntries([tick(alone)]);
  if (several.length === 0 && question.required !== true) return {};
  const others = options.filter((option) => !option.exclusive && !wanted.includes(option));
  return Object.fromEntries(
    [...several, ...others.slice(0, Math.max(0, fewest - several.length))].slice(0, most).map(tick),
  );
}

function cells(respondent: Respondent, question: QuestionOf<'grid'>, situation: Situation) {
  const { questionnaire } = respondent;
  const given: Record<string, string> = {};
  for (const scale of question.scales) {
    const answers = { ...situation.answers, ...given };
    const unasked = new Set(variablesNotAsked(questionnaire, question, { ...situation, answers }));
    const codes = scaleOf(questionnaire, scale.scale).options.map(({ code }) => code);
    for (const row of rowsOf(questionnaire, question).options) {
      const name = `${scale.variable}.${row.code}`;
      if (unasked.has(name)) continue;
      const must = question.required === true || question.requiredRows.includes(row.code);
      const answer = chosen(respondent, name, codes, must);
      if (answer !== '') given[name] = answer;
    }
  }
  return given;
}

/** The total cut at random places. */
function shares({ code, total }: QuestionOf<'points'>, options: readonly Option[], random: Random) {
  const cuts = [...options.slice(1).map(() => Math.floor(random() * (total + 1))), total].sort(
    (a, b) => a - b,
  );
  return Object.fromEntries(
    options.map((option, index) => [
      `${code}.${option.code}`,
      String((cuts[index] ?? 0) - (cuts[index - 1] ?? 0)),
    ]),
  );
}

/** The earliest allowed moment, or a plain one; a period begins and ends in it. */
function dates(questionnaire: Questionnaire, question: QuestionOf<'date'>): Record<string, string> {
  const length = { day: 10, month: 7, year: 4 }[question.precision];
  const moment = (question.latest ?? question.earliest ?? '2024-03-01').slice(0, length);
  return Object.fromEntries(
    fieldNames(questionnaire, question)
      .filter((name) => name !== `${question.code}.instead`)
      .map((name) => [name, moment]),
  );
}

function wholeNumbers(from: number, to: number, step: number): readonly string[] {
  const steps = Math.min(200, Math.floor((to - from) / step));
  return Array.from({ length: steps + 1 }, (_, index) => String(from + index * step));
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  return list
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** The place of one of these weights by chance; -1 when they are all nothing. */
function drawn(weights: readonly number[], random: Random): number {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let left = random() * total;
  return weights.findIndex((weight) => {
    left -= weight;
    return weight > 0 && left < 0;
  });
}
