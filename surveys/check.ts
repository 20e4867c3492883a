// A definition is sound: every name it uses exists, nothing is named twice, every text is there in every language.

import { comparisons, variablesRead } from './condition.ts';
import { fieldNames, variablesOf } from './question-types/index.ts';
import type { Condition, Option, Page, Question, Questionnaire, Text } from './questionnaire.ts';
import { maximumCategories } from './response-document.ts';

/** What is wrong with a definition and where; the words are in views/texts under `check`. */
export interface DefinitionProblem {
  /** Where in the JSON, for example `pages[2].questions[0].showIf`. */
  readonly path: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

/** Everything wrong with a questionnaire that the schema cannot see; an empty list when it is sound. */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const names = checkNames(questionnaire);
  const problems = [
    ...names,
    ...checkTexts(questionnaire, questionnaire.languages),
    ...checkOptions(questionnaire),
  ];
  // Variables can only be counted out once every list and scale is there.
  const sound = names.every((problem) => problem.key === 'check.duplicatePage');
  return sound ? [...problems, ...checkVariables(questionnaire)] : problems;
}

function problem(path: string, key: string, values: Record<string, string | number> = {}): DefinitionProblem {
  return { path, key: `check.${key}`, values };
}

interface Placed<T> {
  readonly path: string;
  readonly value: T;
}

function placedQuestions(questionnaire: Questionnaire): readonly Placed<Question>[] {
  return questionnaire.pages.flatMap((page: Page, p) =>
    page.questions.map((value, q) => ({ path: `pages[${p}].questions[${q}]`, value })),
  );
}

/** Lists and scales that are used must exist, and pages must have codes of their own. */
function checkNames(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = duplicates(questionnaire.pages.map((page) => page.code)).map((code) =>
    problem('pages', 'duplicatePage', { code }),
  );
  for (const { path, value } of placedQuestions(questionnaire)) {
    for (const [place, used] of Object.entries(namesUsed(value))) {
      const known = used.kind === 'list' ? questionnaire.lists : questionnaire.scales;
      if (!Object.hasOwn(known, used.code)) {
        problems.push(
          problem(`${path}.${place}`, used.kind === 'list' ? 'unknownList' : 'unknownScale', {
            code: used.code,
          }),
        );
      }
    }
  }
  return problems;
}

function namesUsed(question: Question): Record<string, { kind: 'list' | 'scale'; code: string }> {
  const used: Record<string, { kind: 'list' | 'scale'; code: string }> = {};
  if ('options' in question && !Array.isArray(question.options)) {
    if ('list' in question.options) used.options = { kind: 'list', code: question.options.list };
    else used.options = { kind: 'scale', code: question.options.scale };
  }
  if (question.type === 'grid') {
    if (!Array.isArray(question.rows) && 'list' in question.rows)
      used.rows = { kind: 'list', code: question.rows.list };
    question.scales.forEach((scale, index) => {
      used[`scales[${index}].scale`] = { kind: 'scale', code: scale.scale };
    });
  }
  return used;
}

/** Codes inside one list, scale or set of options are different, and groups that options name exist. */
function checkOptions(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const sets: Placed<readonly Option[]>[] = [];
  for (const [code, list] of Object.entries(questionnaire.lists)) {
    sets.push({ path: `lists.${code}.options`, value: list.options });
  }
  for (const [code, scale] of Object.entries(questionnaire.scales)) {
    sets.push({ path: `scales.${code}.options`, value: scale.options });
  }
  for (const { path, value } of placedQuestions(questionnaire)) {
    if ('options' in value && Array.isArray(value.options)) {
      sets.push({ path: `${path}.options`, value: value.options });
    }
    if (value.type === 'grid' && Array.isArray(value.rows))
      sets.push({ path: `${path}.rows`, value: value.rows });
  }
  const problems = sets.flatMap(({ path, value }) => [
    ...duplicates(value.map((option) => option.code)).map((code) => problem(path, 'duplicateCode', { code })),
    ...(value.length > maximumCategories
      ? [problem(path, 'tooManyCategories', { count: value.length, maximum: maximumCategories })]
      : []),
  ]);
  const groups = Object.entries(questionnaire.lists).flatMap(([code, list]) =>
    list.options.flatMap((option, index) =>
      option.group === undefined || list.groups.some((group) => group.code === option.group)
        ? []
        : [problem(`lists.${code}.options[${index}].group`, 'unknownGroup', { code: option.group })],
    ),
  );
  return [...problems, ...groups];
}

/** Question codes and variables are unique, and conditions read only what was asked before. */
function checkVariables(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const earlier = new Map<string, ReadonlySet<string>>();
  const all = new Set(
    placedQuestions(questionnaire).flatMap(({ value }) =>
      variablesOf(questionnaire, value).map((variable) => variable.name),
    ),
  );
  const codes = new Set<string>();
  const fields = new Set<string>();
  const checkCondition = (path: string, condition: Condition | undefined) => {
    if (condition) problems.push(...conditionProblems(path, condition, earlier, all));
  };
  questionnaire.pages.forEach((page, p) => {
    checkCondition(`pages[${p}].showIf`, page.showIf);
    page.questions.forEach((question, q) => {
      const path = `pages[${p}].questions[${q}]`;
      checkCondition(`${path}.showIf`, question.showIf);
      if (codes.has(question.code)) problems.push(problem(path, 'duplicateCode', { code: question.code }));
      codes.add(question.code);
      for (const name of fieldNames(questionnaire, question)) {
        if (fields.has(name)) problems.push(problem(path, 'duplicateVariable', { variable: name }));
        fields.add(name);
      }
      problems.push(...questionProblems(questionnaire, question, path));
      for (const variable of variablesOf(questionnaire, question)) {
        earlier.set(variable.name, new Set(variable.categories.map((category) => category.code)));
      }
    });
  });
  return problems;
}

function conditionProblems(
  path: string,
  condition: Condition,
  earlier: ReadonlyMap<string, ReadonlySet<string>>,
  all: ReadonlySet<string>,
): readonly DefinitionProblem[] {
  const unknown = variablesRead(condition).flatMap((variable) => {
    if (earlier.has(variable)) return [];
    return [problem(path, all.has(variable) ? 'laterVariable' : 'unknownVariable', { variable })];
  });
  const codes = comparisons(condition).flatMap((part) => {
    if (!('variable' in part && 'is' in part)) return [];
    const { variable, is } = part;
    return is
      .filter((code) => earlier.has(variable) && !earlier.get(variable)?.has(code))
      .map((code) => problem(path, 'unknownConditionCode', { variable, code }));
  });
  return [...unknown, ...codes];
}

/** What only this question's own parts can get wrong. */
function questionProblems(
  questionnaire: Questionnaire,
  question: Question,
  path: string,
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  for (const variable of variablesOf(questionnaire, question)) {
    if (variable.categories.length > maximumCategories) {
      const values = { count: variable.categories.length, maximum: maximumCategories };
      problems.push(problem(path, 'tooManyCategories', values));
    }
  }
  if (question.type !== 'grid') return problems;
  const names = new Set(variablesOf(questionnaire, question).map((variable) => variable.name));
  const first = question.scales[0];
  const codesOf = (scale: string) =>
    new Set(questionnaire.scales[scale]?.options.map((option) => option.code) ?? []);
  question.requiredRows.forEach((row, index) => {
    if (first && !names.has(`${first.variable}.${row}`)) {
      problems.push(problem(`${path}.requiredRows[${index}]`, 'unknownRow', { code: row }));
    }
  });
  if (question.wholeGroup && first && !codesOf(first.scale).has(question.wholeGroup.code)) {
    problems.push(problem(`${path}.wholeGroup.code`, 'unknownCode', { code: question.wholeGroup.code }));
  }
  question.scales.forEach((scale, index) => {
    if (!scale.unless) return;
    const other = question.scales
      .slice(0, index)
      .find((before) => before.variable === scale.unless?.variable);
    const place = `${path}.scales[${index}].unless`;
    if (!other) problems.push(problem(place, 'unknownVariable', { variable: scale.unless.variable }));
    else {
      const codes = codesOf(other.scale);
      const wrong = scale.unless.is.filter((code) => !codes.has(code));
      problems.push(...wrong.map((code) => problem(place, 'unknownCode', { code })));
    }
  });
  return problems;
}

/** Every text, wherever it stands in the definition, has words in every language and in no other. */
function checkTexts(
  questionnaire: Questionnaire,
  languages: readonly string[],
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const visit = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const [index, item] of value.entries()) visit(item, `${path}[${index}]`);
    } else if (isText(value)) {
      const missing = languages.filter((language) => !value[language]);
      problems.push(...missing.map((language) => problem(path, 'missingText', { language })));
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) visit(part, path === '' ? name : `${path}.${name}`);
    }
  };
  visit(questionnaire, '');
  return problems;
}

/** A text is the only object whose every key is a two-letter language and every value words. */
function isText(value: unknown): value is Text {
  if (typeof value !== 'object' || value === null) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([name, words]) => /^[a-z]{2}$/.test(name) && typeof words === 'string')
  );
}

function duplicates(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}
