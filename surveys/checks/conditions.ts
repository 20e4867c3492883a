// Conditions read what was asked before: no unknown or later answers, no codes that do not exist, nothing that hangs
// on itself.
import { comparisons, variablesRead } from '../condition.ts';
import { variableNames, variablesOf } from '../question-types/index.ts';
import { type Question, type Questionnaire, questionsOf } from '../questionnaire.ts';
import { isNumeric, type Variable } from '../variable.ts';
import {
  type DefinitionProblem,
  error,
  type PlacedCondition,
  placedConditions,
  saidOnce,
  warning,
} from './problem.ts';

interface Given {
  readonly variable: Variable;
  readonly question: Question;
  readonly at: number;
}

/** What is wrong with the conditions of pages, questions, options and rows. */
export function checkConditions(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const given = new Map<string, Given>();
  questionsOf(questionnaire).forEach((question, at) => {
    for (const variable of variablesOf(questionnaire, question)) {
      if (!given.has(variable.name)) given.set(variable.name, { variable, question, at });
    }
  });
  const placed = placedConditions(questionnaire);
  const hangsOn = dependencies(placed, given);
  return saidOnce([
    ...placed.flatMap((one) => [
      ...checkOrder(one, given, hangsOn),
      ...checkCodes(one, given),
      ...checkRegister(questionnaire, one),
    ]),
    ...scaleConditions(questionnaire),
  ]);
}

/** Question → the questions its own conditions and those of its page and options read. */
function dependencies(placed: readonly PlacedCondition[], given: ReadonlyMap<string, Given>) {
  const hangsOn = new Map<string, Set<string>>();
  for (const { condition, questions } of placed) {
    const read = variablesRead(condition).flatMap((name) => given.get(name)?.question.code ?? []);
    for (const { code } of questions) hangsOn.set(code, new Set([...(hangsOn.get(code) ?? []), ...read]));
  }
  return hangsOn;
}

function checkOrder(
  { path, condition, questions, at, shows }: PlacedCondition,
  given: ReadonlyMap<string, Given>,
  hangsOn: ReadonlyMap<string, ReadonlySet<string>>,
): readonly DefinitionProblem[] {
  return [...new Set(variablesRead(condition))].flatMap((variable) => {
    const source = given.get(variable);
    if (!source) return [error(path, 'unknownVariable', { variable })];
    if (source.at < at) return [];
    const { code } = source.question;
    if (questions.includes(source.question)) {
      return [error(path, shows === 'page' ? 'pageHangsOnItself' : 'hangsOnItself', { variable })];
    }
    const other = questions.find((question) => reaches(hangsOn, code, question.code));
    return other
      ? [error(path, 'hangOnEachOther', { question: other.code, other: code })]
      : [error(path, 'laterVariable', { variable })];
  });
}

/** Whether the first question hangs, over whatever lies between, on the second. */
function reaches(hangsOn: ReadonlyMap<string, ReadonlySet<string>>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let code = open.pop(); code !== undefined; code = open.pop()) {
    if (code === to) return true;
    if (seen.has(code)) continue;
    seen.add(code);
    open.push(...(hangsOn.get(code) ?? []));
  }
  return false;
}

function checkCodes(
  { path, condition }: PlacedCondition,
  given: ReadonlyMap<string, Given>,
): readonly DefinitionProblem[] {
  return comparisons(condition).flatMap((part) => {
    if (!('variable' in part)) return [];
    const variable = given.get(part.variable)?.variable;
    if (!variable) return [];
    if ('is' in part) {
      const codes = new Set(variable.categories.map(({ code }) => code));
      return part.is
        .filter((code) => !codes.has(code))
        .map((code) => error(path, 'unknownConditionCode', { variable: part.variable, code }));
    }
    const { atLeast, atMost } = part;
    const problems: DefinitionProblem[] = [];
    if (atLeast !== undefined && atMost !== undefined && atLeast > atMost) {
      problems.push(
        error(path, 'conditionRange', {
          variable: part.variable,
          atLeast: String(atLeast),
          atMost: String(atMost),
        }),
      );
    }
    if (!isNumeric(variable) && variable.categories.every(({ value }) => value === null)) {
      problems.push(error(path, 'conditionWithoutValues', { variable: part.variable }));
    }
    return problems;
  });
}

/** Where nobody is asked for a library, nothing is known of one. */
function checkRegister(questionnaire: Questionnaire, { path, condition, at }: PlacedCondition) {
  if (comparisons(condition).every((part) => !('register' in part))) return [];
  const asked = questionsOf(questionnaire).findIndex(({ type }) => type === 'register');
  if (asked < 0) return [error(path, 'noRegister')];
  return asked < at ? [] : [error(path, 'registerLater')];
}

/** In a grid every row has the whole scale. */
function scaleConditions(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const inGrids = questionsOf(questionnaire).flatMap((question) =>
    question.type === 'grid' ? question.scales.map(({ scale }) => scale) : [],
  );
  return [...new Set(inGrids)].flatMap((scale) =>
    (questionnaire.scales[scale]?.options ?? []).flatMap((option, index) =>
      option.showIf ? [warning(`scales.${scale}.options[${index}].showIf`, 'conditionIgnored')] : [],
    ),
  );
}

/** Rows, groups and codes a grid names of itself. */
export function checkGrids(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  return questionnaire.pages.flatMap((page, p) =>
    page.questions.flatMap((question, q) =>
      question.type === 'grid' ? gridProblems(questionnaire, question, `pages[${p}].questions[${q}]`) : [],
    ),
  );
}

function gridProblems(
  questionnaire: Questionnaire,
  question: Extract<Question, { type: 'grid' }>,
  path: string,
): readonly DefinitionProblem[] {
  const [first] = question.scales;
  const names = new Set(variableNames(questionnaire, question));
  const codesOf = (scale: string) =>
    new Set(questionnaire.scales[scale]?.options.map((option) => option.code) ?? []);
  const rows = question.requiredRows.flatMap((row, index) =>
    first && !names.has(`${first.variable}.${row}`)
      ? [error(`${path}.requiredRows[${index}]`, 'unknownRow', { code: row })]
      : [],
  );
  const whole =
    question.wholeGroup && first && !codesOf(first.scale).has(question.wholeGroup.code)
      ? [error(`${path}.wholeGroup.code`, 'unknownCode', { code: question.wholeGroup.code })]
      : [];
  const unless = question.scales.flatMap((scale, index) => {
    if (!scale.unless) return [];
    const { variable, is } = scale.unless;
    const place = `${path}.scales[${index}].unless`;
    const other = question.scales.slice(0, index).find((before) => before.variable === variable);
    if (!other) return [error(place, 'unknownVariable', { variable })];
    const codes = codesOf(other.scale);
    return is.filter((code) => !codes.has(code)).map((code) => error(place, 'unknownCode', { code }));
  });
  return [...rows, ...whole, ...unless];
}
