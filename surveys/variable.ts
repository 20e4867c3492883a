// One column of the data and what can stand in it: what a question type gives and everything else reads.
import type { MissingReason, Option, Question, Text } from './questionnaire.ts';

/** One thing an answer can be. `missing` makes it a reason instead of a figure; `value` places it on a number line. */
export interface Category {
  readonly code: string;
  readonly label: Text;
  readonly value: number | null;
  readonly missing: MissingReason | null;
}

/** What a variable on a number line counts. */
export type NumericMeasure = 'number' | 'day' | 'month' | 'year';

/** Whether the variable's answers have places on a number line; its first category only tells that one was given. */
export function isNumeric(variable: Variable): variable is Variable & { readonly measure: NumericMeasure } {
  return ['number', 'day', 'month', 'year'].includes(variable.measure);
}

/** Whether answers are no categories but numbers, dates, words or libraries: the first category says one was given. */
export function isOpen(variable: Variable): boolean {
  return isNumeric(variable) || variable.measure === 'text' || variable.measure === 'register';
}

/** One column of the data. `text` variables keep their words in rows of their own; here only given or not. */
export interface Variable {
  readonly name: string;
  readonly question: string;
  readonly type: Question['type'];
  /** `number`, `day`, `month` and `year` have a place on a number line instead of a category: see number-line.ts. */
  readonly measure: 'nominal' | 'ordinal' | 'text' | 'register' | NumericMeasure;
  readonly label: Text;
  /** The row or option this variable is about, where a question gives several variables. */
  readonly item: Text | null;
  readonly categories: readonly Category[];
}

/** An option of the definition as a category of a variable. */
export function categoryOf(option: Option): Category {
  return {
    code: option.code,
    label: option.label,
    value: option.value ?? null,
    missing: option.missing ?? null,
  };
}
