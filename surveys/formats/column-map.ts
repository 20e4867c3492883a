// A column map as a value: how the columns of another tool's CSV become the variables of a questionnaire.
// Every column is either read or ignored by name, and every variable is either filled or said not to be in the file.
import { z } from 'zod';
import { type Codebook, variableNamed } from '../codebook.ts';
import type { Questionnaire } from '../questionnaire.ts';
import type { Variable } from '../variable.ts';
import { delimiters } from './csv-records.ts';
import { isDayFormat } from './day-format.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');
const heading = z.string().min(1);
const day = z.iso.date();

/** What a cell may say → the code it stands for; several spellings may stand for one code. */
const codesSchema = z.record(z.string(), code);

/** A question about one row of the file, for columns that were not asked of everybody. */
export type RowCondition =
  | { readonly anyGiven: readonly string[] }
  | { readonly column: string; readonly is: readonly string[] }
  | { readonly fromDay: string }
  | { readonly all: readonly RowCondition[] }
  | { readonly any: readonly RowCondition[] }
  | { readonly not: RowCondition };
const rowConditionSchema: z.ZodType<RowCondition> = z.lazy(() =>
  z.union([
    z.strictObject({ anyGiven: z.array(heading).min(1) }),
    z.strictObject({ column: heading, is: z.array(z.string()).min(1) }),
    z.strictObject({ fromDay: day }),
    z.strictObject({ all: z.array(rowConditionSchema).min(1) }),
    z.strictObject({ any: z.array(rowConditionSchema).min(1) }),
    z.strictObject({ not: rowConditionSchema }),
  ]),
);

const columnSchema = z
  .strictObject({
    column: heading,
    /** The cell gives the code of this variable: through `codes`, or as it stands. */
    variable: z.string().optional(),
    /** A map of its own, or the name of one under `codes` of the map. */
    codes: z.union([code, codesSchema]).optional(),
    /** A cell that is not blank ticks this option, a variable `<question>.<option>`. */
    ticks: z.string().optional(),
    /** What a tick may say; anything else is an unknown code. Without it every content ticks. */
    is: z.array(z.string()).min(1).optional(),
    /** The cell's words are kept under this text variable. */
    words: z.string().optional(),
    /** Cells that mean "no answer" in this column, besides blank ones. */
    skipped: z.array(z.string()).default([]),
  })
  .refine((column) => !(column.variable && (column.ticks || column.words)), 'check.variableAlone')
  .refine((column) => column.variable || column.ticks || column.words, 'check.columnSaysNothing')
  .refine((column) => column.variable || column.codes === undefined, 'check.codesWithoutVariable')
  .refine((column) => column.ticks || column.is === undefined, 'check.isWithoutTicks');

export const columnMapSchema = z.strictObject({
  format: z.literal('nodenkaart/column-map/1'),
  /** The questionnaire and its version the map was written for. */
  survey: code,
  version: z.int().min(1),
  delimiter: z.enum(delimiters).default(','),
  /** Maps that several columns share. */
  codes: z.record(code, codesSchema).default({}),
  /** Cells that mean "no answer" in every column, besides blank ones. */
  skipped: z.array(z.string()).default([]),
  /** The day of the answer: a column with its format, or one day for the whole file. */
  day: z.union([
    z.strictObject({
      column: heading,
      format: z.string().refine(isDayFormat, 'check.dayFormat'),
    }),
    z.strictObject({ fixed: day }),
  ]),
  /** The column with the library's code in the register. */
  library: z.strictObject({ column: heading }).optional(),
  columns: z.array(columnSchema).min(1),
  /** Answers that are the same in every row: variable → code. */
  constants: z.record(z.string(), code).default({}),
  /** Kinds of rows, for `notAsked`. */
  groups: z.record(code, rowConditionSchema).default({}),
  /** Variables that only one kind of rows was asked, or all but one; a name may end in `.*`. */
  notAsked: z
    .array(
      z.strictObject({
        variables: z.array(z.string()).min(1),
        in: code.optional(),
        notIn: code.optional(),
      }),
    )
    .default([])
    .refine(
      (entries) => entries.every((entry) => (entry.in === undefined) !== (entry.notIn === undefined)),
      'check.inOrNotIn',
    ),
  /** Variables of the questionnaire that the file does not have: skipped in every row. */
  notInFile: z.array(z.string()).default([]),
  /** Columns that are not taken over, each with the reason. */
  ignored: z.array(z.strictObject({ column: heading, why: z.string().min(1) })).default([]),
});
export type ColumnMap = z.infer<typeof columnMapSchema>;
export type MappedColumn = ColumnMap['columns'][number];

/** Something that is wrong: the key of a message and its values; `column` is the heading it is about. */
export interface ImportProblem {
  readonly key: string;
  readonly column: string | null;
  readonly values: Readonly<Record<string, string | number>>;
}

export function problem(
  key: string,
  column: string | null,
  values: Readonly<Record<string, string | number>> = {},
): ImportProblem {
  return { key, column, values: column === null ? values : { column, ...values } };
}

/** The code map of a column: its own, a shared one, or null where cells are codes already. */
export function codesOf(map: ColumnMap, column: MappedColumn): Readonly<Record<string, string>> | null {
  if (column.codes === undefined) return null;
  if (typeof column.codes !== 'string') return column.codes;
  return map.codes[column.codes] ?? null;
}

/** The variables a list of names stands for; `ability.*` is every variable whose name starts with `ability.`. */
export function variablesMeant(codebook: Codebook, names: readonly string[]): readonly Variable[] {
  return names.flatMap((name) =>
    name.endsWith('.*')
      ? codebook.variables.filter((variable) => variable.name.startsWith(name.slice(0, -1)))
      : [variableNamed(codebook, name)],
  );
}

/** Every heading the map speaks of, with how: read or ignored. */
export function headingsOf(map: ColumnMap): readonly string[] {
  return [
    ...map.columns.map((column) => column.column),
    ...map.ignored.map((ignored) => ignored.column),
    ...('column' in map.day ? [map.day.column] : []),
    ...(map.library ? [map.library.column] : []),
  ];
}

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
    ...Object.entries(map.constants).flatMap(([variable, given]) =>
      exists(codebook, variable) ? unknownCodes(variableNamed(codebook, variable), [given], null) : [],
    ),
  ];
}

function checkColumn(codebook: Codebook, map: ColumnMap, column: MappedColumn): readonly ImportProblem[] {
  if (typeof column.codes === 'string' && !Object.hasOwn(map.codes, column.codes)) {
    return [problem('mapUnknownCodes', column.column, { codes: column.codes })];
  }
  const kinds = (
    [
      [
        column.variable,
        (variable: Variable) => variable.measure === 'nominal' || variable.measure === 'ordinal',
      ],
      [column.ticks, (variable: Variable) => variable.type === 'multiple' && variable.measure === 'nominal'],
      [column.words, (variable: Variable) => variable.measure === 'text'],
    ] as const
  ).flatMap(([name, fits]) => {
    if (name === undefined || !exists(codebook, name) || fits(variableNamed(codebook, name))) return [];
    return [problem('mapWrongKind', column.column, { variable: name })];
  });
  const codes = codesOf(map, column);
  if (!column.variable || !codes || !exists(codebook, column.variable)) return kinds;
  return [
    ...kinds,
    ...unknownCodes(variableNamed(codebook, column.variable), Object.values(codes), column.column),
  ];
}

function unknownCodes(variable: Variable, codes: readonly string[], column: string | null) {
  const known = new Set(variable.categories.map((category) => category.code));
  return [...new Set(codes)]
    .filter((given) => !known.has(given))
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
