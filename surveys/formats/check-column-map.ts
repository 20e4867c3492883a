// Whether a column map fits its questionnaire, before any row is read.
import { type Codebook, variableNamed } from '../codebook.ts';
import { placeOf } from '../number-line.ts';
import { insteadOf } from '../question-types/instead.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import { isNumeric, type Variable } from '../variable.ts';
import {
  type ColumnMap,
  codesOf,
  headingsOf,
  type ImportProblem,
  type MappedColumn,
  problem,
  type RowCondition,
} from './column-map.ts';
import { precisionOf } from './day-format.ts';

/**
 * What is wrong with a map for this questionnaire, before any row is read: names and codes it does not have,
 * a variable filled twice or not at all, a column named twice, shared codes or groups that do not exist.
 */
export function checkColumnMap(
  questionnaire: Questionnaire,
  codebook: Codebook,
  map: ColumnMap,
): readonly ImportProblem[] {
  const filled = [
    ...map.columns.flatMap((column) => [column.variable, column.ticks, column.words]),
    ...map.columns.flatMap(({ list }) => (list ? ticksOf(codebook, list.question) : [])),
    ...Object.keys(map.constants),
    ...map.notInFile,
    ...(map.library ? questionsOfRegister(codebook) : []),
  ].filter((name) => name !== undefined);
  const groupNames = map.notAsked.flatMap((entry) => [entry.in ?? entry.notIn ?? '']);
  const headings = headingsOf(map);
  return [
    ...(map.survey === questionnaire.code
      ? []
      : [problem('mapOfAnotherSurvey', null, { survey: map.survey, wanted: questionnaire.code })]),
    ...doubles(headings).map((column) => problem('mapColumnTwice', column)),
    ...doubles(filled).map((variable) => problem('mapVariableTwice', null, { variable })),
    ...[...filled, ...map.notAsked.flatMap((entry) => entry.variables)]
      .filter((name) => !exists(codebook, name))
      .map((variable) => problem('mapUnknownVariable', null, { variable })),
    ...codebook.variables
      .filter((variable) => !filled.includes(variable.name))
      .map((variable) => problem('mapVariableLeftOut', null, { variable: variable.name })),
    ...groupNames
      .filter((name) => !Object.hasOwn(map.groups, name))
      .map((group) => problem('mapUnknownGroup', null, { group })),
    ...Object.values(map.groups)
      .flatMap(columnsRead)
      .filter((column) => !headings.includes(column))
      .map((column) => problem('mapUnknownColumn', column)),
    ...map.columns.flatMap((column) => checkColumn(codebook, map, column)),
    ...map.columns.flatMap((column) => checkReason(questionnaire, map, column)),
    ...Object.entries(map.constants).flatMap(([variable, given]) =>
      exists(codebook, variable) ? unknownCodes(variableNamed(codebook, variable), [given], null) : [],
    ),
  ];
}

/** The ticks of a multiple choice; of anything else its own name, which is then said not to be there. */
function ticksOf(codebook: Codebook, question: string): readonly string[] {
  const ticks = codebook.variables.filter((variable) => variable.question === question && isTick(variable));
  return ticks.length === 0 ? [question] : ticks.map(({ name }) => name);
}

function checkColumn(codebook: Codebook, map: ColumnMap, column: MappedColumn): readonly ImportProblem[] {
  if (typeof column.codes === 'string' && !Object.hasOwn(map.codes, column.codes)) {
    return [problem('mapUnknownCodes', column.column, { codes: column.codes })];
  }
  const kinds = (
    [
      [
        column.variable,
        (variable: Variable) =>
          variable.measure === 'nominal' || variable.measure === 'ordinal' || isNumeric(variable),
      ],
      [column.ticks, isTick],
      [column.words, (variable: Variable) => variable.measure === 'text'],
    ] as const
  ).flatMap(([name, fits]) => {
    if (name === undefined || !exists(codebook, name) || fits(variableNamed(codebook, name))) return [];
    return [problem('mapWrongKind', column.column, { variable: name })];
  });
  const codes = codesOf(map, column);
  if (column.list) return [...kinds, ...unknownOptions(codebook, column.list.question, column)];
  if (!column.variable || !exists(codebook, column.variable)) return kinds;
  const variable = variableNamed(codebook, column.variable);
  return [
    ...kinds,
    ...checkForm(variable, column),
    ...unknownCodes(variable, Object.values(codes ?? {}), column.column),
  ];
}

/** Codes of a list that are no option of its question. */
function unknownOptions(codebook: Codebook, question: string, { column, codes }: MappedColumn) {
  const reasons = codebook.variables
    .filter((variable) => variable.question === question)
    .flatMap(({ categories }) => categories.filter(({ missing }) => missing !== null))
    .map(({ code }) => code);
  return [...new Set(typeof codes === 'object' ? Object.values(codes) : [])]
    .filter((given) => !codebook.position.has(`${question}.${given}`) && !reasons.includes(given))
    .map((given) => problem('mapUnknownCode', column, { code: given, variable: question }));
}

/** A date's form must name what the question asks; numbers have a sign before decimals, and nothing else has either. */
function checkForm(
  variable: Variable,
  { column, format, decimal, number }: MappedColumn,
): readonly ImportProblem[] {
  const values = { variable: variable.name };
  const isDate = isNumeric(variable) && variable.measure !== 'number';
  if (format !== undefined && !isDate) return [problem('mapNoDate', column, values)];
  if (format !== undefined && precisionOf(format) !== variable.measure)
    return [problem('mapDateForm', column, { ...values, format })];
  return (decimal ?? number) !== undefined && variable.measure !== 'number'
    ? [problem('mapNoNumber', column, values)]
    : [];
}

/** A column of reasons is about a question that has them. */
function checkReason(
  questionnaire: Questionnaire,
  map: ColumnMap,
  column: MappedColumn,
): readonly ImportProblem[] {
  if (column.reason === undefined) return [];
  const question = questionsOf(questionnaire).find(({ code }) => code === column.reason);
  const known = question ? insteadOf(question).map(({ code }) => code) : [];
  if (known.length === 0) return [problem('mapNoReasons', column.column, { variable: column.reason })];
  return [...new Set(Object.values(codesOf(map, column) ?? {}))]
    .filter((given) => !known.includes(given))
    .map((given) => problem('mapUnknownCode', column.column, { code: given, variable: column.reason ?? '' }));
}

/** Whether a variable is one tick of a multiple choice. */
function isTick(variable: Variable): boolean {
  return (variable.type === 'multiple' || variable.type === 'pick') && variable.measure === 'nominal';
}

function unknownCodes(variable: Variable, codes: readonly string[], column: string | null) {
  const known = new Set(variable.categories.map((category) => category.code));
  const isNumber = (given: string) => isNumeric(variable) && placeOf(variable.measure, given) !== null;
  return [...new Set(codes)]
    .filter((given) => !known.has(given) && !isNumber(given))
    .map((given) => problem('mapUnknownCode', column, { code: given, variable: variable.name }));
}

/** The headings a condition on a row reads. */
function columnsRead(condition: RowCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(columnsRead);
  if ('any' in condition) return condition.any.flatMap(columnsRead);
  if ('not' in condition) return columnsRead(condition.not);
  if ('anyGiven' in condition) return condition.anyGiven;
  return 'column' in condition ? [condition.column] : [];
}

function questionsOfRegister(codebook: Codebook): readonly string[] {
  return codebook.variables.filter((variable) => variable.measure === 'register').map(({ name }) => name);
}

function exists(codebook: Codebook, name: string): boolean {
  return name.endsWith('.*')
    ? codebook.variables.some((variable) => variable.name.startsWith(name.slice(0, -1)))
    : codebook.position.has(name);
}

function doubles(names: readonly string[]): readonly string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
