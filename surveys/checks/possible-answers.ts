// The answers people can give to the questions a condition reads: of each answer that makes no difference to it, one.
import { type Comparison, comparisons, holds, type Situation, variablesRead } from '../condition.ts';
import { answerAt, placeOf } from '../number-line.ts';
import { variablesOf } from '../question-types/index.ts';
import { declineCode } from '../question-types/register.ts';
import type { Condition, Option, Questionnaire } from '../questionnaire.ts';
import { type LibraryFacts, noRegister } from '../register.ts';
import { situationOf } from '../situation.ts';
import { isNumeric, type Variable } from '../variable.ts';
import { type PlacedQuestion, placedOptions, placedQuestions } from './problem.ts';

/** A variable that is read, with the answers that are tried; null stands for none. */
export interface TriedVariable {
  readonly variable: Variable;
  readonly placed: PlacedQuestion;
  readonly answers: readonly (string | null)[];
  /** What its question offers. */
  readonly options: readonly Option[];
  /** Libraries made up for the register's variable. */
  readonly libraries: ReadonlyMap<string, LibraryFacts>;
}

/** The variables these conditions read, with those their own questions hang on, in the order of the codebook. */
export function triedVariables(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
): readonly TriedVariable[] {
  const known = placedQuestions(questionnaire).flatMap((placed) =>
    variablesOf(questionnaire, placed.question).map((variable) => ({
      variable,
      placed,
      options: placedOptions(questionnaire, placed).map(({ option }) => option),
    })),
  );
  const register = known.find(({ variable }) => variable.measure === 'register')?.variable.name;
  const all: Condition[] = [];
  const names = new Set<string>();
  const open = [...conditions];
  for (let condition = open.pop(); condition !== undefined; condition = open.pop()) {
    all.push(condition);
    const facts = register !== undefined && comparisons(condition).some((part) => 'register' in part);
    for (const name of facts ? [...variablesRead(condition), register] : variablesRead(condition)) {
      if (names.has(name)) continue;
      names.add(name);
      const found = known.find(({ variable }) => variable.name === name);
      if (found) open.push(...conditionsOf(found));
    }
  }
  const read = all.flatMap(comparisons);
  return known
    .filter(({ variable }) => names.has(variable.name))
    .map((one) => {
      const libraries = one.variable.name === register ? librariesFor(read) : new Map();
      return { ...one, libraries, answers: answersOf(questionnaire, one, read, [...libraries.keys()]) };
    });
}

type Known = Pick<TriedVariable, 'variable' | 'placed' | 'options'>;

/** The conditions under which a variable is asked, and of its options those under which they are offered. */
function conditionsOf(one: Known): readonly Condition[] {
  const { page, question } = one.placed;
  const own = ownOption(one);
  const offered = own ? [own.showIf] : one.options.map(({ showIf }) => showIf);
  return [page.showIf, question.showIf, ...offered].filter((condition) => condition !== undefined);
}

/** The option or row a variable is about; undefined where the variable is the whole question. */
function ownOption({ variable, options }: Known): Option | undefined {
  // Codes have no points, so the second part of a name is the option's or row's code.
  return options.find(({ code }) => code === variable.name.split('.')[1]);
}

/** One library for each pair of facts that a condition tells apart, and one that is none of them. */
function librariesFor(read: readonly Comparison[]): ReadonlyMap<string, LibraryFacts> {
  const named = (fact: keyof LibraryFacts) => [
    ...new Set(read.flatMap((part) => ('register' in part && part.register === fact ? part.is : []))),
    // No code of a register has a space.
    ' another',
  ];
  const pairs = named('province').flatMap((province) =>
    named('sizeClass').map((sizeClass) => ({ province, sizeClass })),
  );
  return new Map(pairs.map((facts, index) => [` library ${index}`, facts]));
}

function answersOf(
  questionnaire: Questionnaire,
  one: Known,
  read: readonly Comparison[],
  libraries: readonly string[],
): readonly (string | null)[] {
  const { variable, placed, options } = one;
  const { question } = placed;
  const about = read.filter((part) =>
    'register' in part ? false : ('answered' in part ? part.answered : part.variable) === variable.name,
  );
  const codes = variable.categories.map(({ code }) => code);
  if (variable.measure === 'register') {
    return [null, ...(codes.includes(declineCode) ? [declineCode] : []), ...libraries];
  }
  if (variable.measure === 'text') return [null, ' words'];
  const possible = isNumeric(variable)
    ? [...placesTried(one, about).map((place) => answerAt(variable.measure, place)), ...codes.slice(1)]
    : codes;
  // Ticks of one question depend on each other, so none of them stands for another.
  if (question.type === 'multiple' || question.type === 'pick') return [null, ...possible];
  const kinds = new Map<string, string>();
  for (const answer of possible) {
    const situation = situationOf(questionnaire, { [variable.name]: answer }, noRegister);
    const conditional = options.some(({ code, showIf }) => code === answer && showIf !== undefined);
    const kind =
      about.map((part) => (holds(part, situation) ? '1' : '0')).join('') + (conditional ? answer : '');
    if (!kinds.has(kind)) kinds.set(kind, answer);
  }
  return [null, ...kinds.values()];
}

/** Places on a number line at, just below and just above every bound, as far as the question allows them. */
function placesTried({ variable, placed }: Known, about: readonly Comparison[]): readonly number[] {
  const { least, most, step } = lineOf(variable, placed);
  const bounds = about.flatMap((part) =>
    'variable' in part && !('is' in part) ? [part.atLeast, part.atMost] : [],
  );
  const near = [least, most, ...bounds].flatMap((bound) => {
    if (bound === undefined) return [];
    const place = (bound - least) / step;
    const [low, high] = [Math.floor(place + 1e-9), Math.ceil(place - 1e-9)];
    return [low - 1, low, high, high + 1].map((count) => Number((least + count * step).toFixed(6)));
  });
  return [...new Set(near)].filter((place) => place >= least && place <= most);
}

interface Line {
  readonly least: number;
  readonly most: number;
  readonly step: number;
}

/** What can be typed, where the definition sets no bound: numbers of fifteen digits, years of four. */
function lineOf(variable: Variable, { question }: PlacedQuestion): Line {
  switch (question.type) {
    case 'slider':
      return { least: question.min, most: question.max, step: question.step };
    case 'points':
      return { least: 0, most: question.total, step: 1 };
    case 'number': {
      const { min = -999_999_999_999, max = 999_999_999_999, decimals } = question;
      const step = 10 ** -decimals;
      return { least: Math.ceil(min / step - 1e-9) * step, most: max, step };
    }
    default: {
      const measure = isNumeric(variable) ? variable.measure : 'year';
      const { earliest, latest } = question.type === 'date' ? question : {};
      const [first, last] = {
        year: ['0001', '9999'],
        month: ['0001-01', '9999-12'],
        day: ['0001-01-01', '9999-12-31'],
        number: ['0', '0'],
      }[measure] as [string, string];
      return {
        least: placeOf(measure, earliest ?? first) ?? 0,
        most: placeOf(measure, latest ?? last) ?? 0,
        step: 1,
      };
    }
  }
}

/**
 * Whether any possible combination of the tried answers gives a situation that passes; null when that would take more
 * combinations than may be tried.
 * @param budget combinations that may be tried; what is used is taken off.
 */
export function someAnswers(
  questionnaire: Questionnaire,
  tried: readonly TriedVariable[],
  budget: { left: number },
  passes: (situation: Situation) => boolean,
): boolean | null {
  const answers: Record<string, string> = {};
  const none = { ...situationOf(questionnaire, {}, noRegister), answers };

  /** Tries the variables from this place on; those before it have their answers. */
  function tryFrom(index: number, situation: Situation): boolean | null {
    const one = tried[index];
    if (one === undefined) {
      budget.left -= 1;
      return ticksFit(tried, answers) && passes(situation);
    }
    const { name } = one.variable;
    // What is not asked has no answers to try.
    const possible = isAsked(one, situation) ? one.answers : [null];
    for (const answer of possible) {
      if (budget.left <= 0) return null;
      if (answer === null ? possible.length > 1 && isCertain(one) : !isOffered(one, answer, situation))
        continue;
      if (answer !== null) answers[name] = answer;
      const library = one.libraries.get(answer ?? '') ?? null;
      const found = tryFrom(index + 1, one.libraries.size > 0 ? { ...situation, library } : situation);
      delete answers[name];
      if (found !== false) return found;
    }
    return false;
  }

  return tryFrom(0, none);
}

function isAsked(one: TriedVariable, situation: Situation): boolean {
  const { page, question } = one.placed;
  return (
    holds(page.showIf, situation) &&
    holds(question.showIf, situation) &&
    holds(ownOption(one)?.showIf, situation)
  );
}

function isOffered(one: TriedVariable, answer: string, situation: Situation): boolean {
  if (ownOption(one)) return true;
  return holds(one.options.find(({ code }) => code === answer)?.showIf, situation);
}

/** Nobody goes past such a question without answering it. */
function isCertain({ variable, placed, options }: TriedVariable): boolean {
  const { question } = placed;
  if (options.length > 0 && options.every(({ showIf }) => showIf !== undefined)) return false;
  if (question.type === 'consent') return true;
  return question.required === true && variable.name === question.code;
}

/** Ticks of one question are given together, no more than may be, and what excludes the others stands alone. */
function ticksFit(tried: readonly TriedVariable[], answers: Readonly<Record<string, string>>): boolean {
  const questions = new Set(tried.map(({ placed }) => placed.question));
  return [...questions].every((question) => {
    if (question.type !== 'multiple' && question.type !== 'pick') return true;
    const ticks = tried.filter(
      ({ placed, variable }) => placed.question === question && variable.measure === 'nominal',
    );
    const chosen = ticks.filter(({ variable }) => answers[variable.name] === '1');
    const most = question.type === 'pick' ? question.count : (question.max ?? ticks.length);
    const alone = chosen.some((one) => ownOption(one)?.exclusive);
    return chosen.length <= most && !(alone && chosen.length > 1);
  });
}
