// A column map as a value: how the columns of another tool's CSV become the variables of a questionnaire.
// Every column is either read or ignored by name, and every variable is either filled or said not to be in the file.
import { z } from 'zod';
import { type Codebook, variableNamed } from '../codebook.ts';
import type { Variable } from '../variable.ts';
import { delimiters } from './csv-records.ts';
import { isDayFormat, precisionOf } from './day-format.ts';
import { encodings } from './encoding.ts';

const code = z.string().regex(/^[A-Za-z0-9_-]{1,40}$/, 'check.code');
const heading = z.string().min(1);
const day = z.iso.date();
const decimalSign = z.enum(['.', ',']);

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
    /**
     * The cell gives the code of this variable: through `codes`, or as it stands. Of a variable on a number line it gives
     * the number or date, and `codes` has the cells that are reasons instead.
     */
    variable: z.string().optional(),
    /** How a date is written in this column; without it as it is stored: `2024-03-01`, `2024-03`, `2024`. */
    format: z
      .string()
      .refine((format) => precisionOf(format) !== null, 'check.dateFormat')
      .optional(),
    /** The sign before decimals in this column; without it the map's. */
    decimal: decimalSign.optional(),
    /** The cell says why this question has no answer: through `codes`, or as it stands. */
    reason: z.string().optional(),
    /** A map of its own, or the name of one under `codes` of the map. */
    codes: z.union([code, codesSchema]).optional(),
    /** A cell that is not blank ticks this option, a variable `<question>.<option>`. */
    ticks: z.string().optional(),
    /** What a tick may say; anything else is an unknown code. Without it every content ticks. */
    is: z.array(z.string()).min(1).optional(),
    /** The cell's words are kept under this text variable. */
    words: z.string().optional(),
    /** Words longer than are kept are cut instead of refused. */
    shorten: z.boolean().default(false),
    /** The cell lists options of this question, each ticked; `codes` says what a part may say. */
    list: z.strictObject({ question: code, separator: z.string().min(1).max(3) }).optional(),
    /** What stands in this column beside the digits of a number. */
    number: z
      .strictObject({
        /** Signs and words that are dropped: `%`, `hours`, `$`. */
        around: z.array(z.string().min(1)).default([]),
        thousands: z.enum([',', '.', ' ', "'"]).optional(),
        /** Rounds to so many decimals. */
        round: z.int().min(0).max(6).optional(),
      })
      .optional(),
    /** Cells that mean "no answer" in this column, besides blank ones. */
    skipped: z.array(z.string()).default([]),
  })
  .refine(
    ({ variable, reason, list, ticks, words }) =>
      [variable, reason, list, ticks ?? words].filter((name) => name !== undefined).length <= 1,
    'check.variableAlone',
  )
  .refine(
    (column) => column.variable || column.reason || column.list || column.ticks || column.words,
    'check.columnSaysNothing',
  )
  .refine(
    (column) => column.variable || column.reason || column.list || column.codes === undefined,
    'check.codesWithoutVariable',
  )
  .refine((column) => column.ticks || column.is === undefined, 'check.isWithoutTicks');

export const columnMapSchema = z.strictObject({
  format: z.literal('nodenkaart/column-map/1'),
  /** The questionnaire and its version the map was written for. */
  survey: code,
  version: z.int().min(1),
  delimiter: z.enum(delimiters).default(','),
  encoding: z.enum(encodings).default('utf-8'),
  /**
   * The headings take so many rows, and columns without one, or with one that stands twice, get a name of their own
   * (heading-rows.ts). Without it they are one row, and each must be there once.
   */
  headings: z.strictObject({ rows: z.union([z.literal(1), z.literal(2), z.literal(3)]) }).optional(),
  /** `fit`: rows that are too short end in blanks, cells beyond the headings are dropped. */
  rows: z.enum(['exact', 'fit']).default('exact'),
  /** The sign before the decimals of numbers. */
  decimal: decimalSign.default('.'),
  /** Maps that several columns share. */
  codes: z.record(code, codesSchema).default({}),
  /** Cells that mean "no answer" in every column, besides blank ones. */
  skipped: z.array(z.string()).default([]),
  /** Words that begin as a formula or a reason have an apostrophe before them, as in our own files. */
  guarded: z.boolean().default(false),
  /** The day of the answer: a column with its format, or one day for the whole file. */
  day: z.union([
    z.strictObject({
      column: heading,
      format: z.string().refine(isDayFormat, 'check.dayFormat'),
    }),
    z.strictObject({ fixed: day }),
  ]),
  /** The column with the library's code in the register, or its name; who is not in it is refused, or left open. */
  library: z
    .strictObject({
      column: heading,
      by: z.enum(['code', 'name']).default('code'),
      unknown: z.enum(['refuse', 'open']).default('refuse'),
    })
    .optional(),
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
