// A condition as rows of a form and back: all, any or none of the rows hold; a row compares one variable or a fact of
// the register, or is a group of rows itself.
import type { Comparison } from '../condition.ts';
import type { Condition } from '../questionnaire.ts';
import {
  type FormFields,
  type FormProblem,
  fieldsUnder,
  itemsIn,
  ticked,
  withPrefix,
} from './form-fields.ts';

export type Mode = 'all' | 'any' | 'none';
export type How = 'is' | 'not' | 'range' | 'answered' | 'unanswered';

interface Group {
  readonly mode: Mode;
  readonly rows: readonly (Row | Group)[];
}
interface Row {
  /** `variable:B1.wise` or `register:province`. */
  readonly of: string;
  readonly how: How;
  readonly is: readonly string[];
  readonly atLeast: number | undefined;
  readonly atMost: number | undefined;
}

/** What is chosen as subject when a row becomes a group. */
export const groupSubject = 'group';

/** The fields of a condition under a name; none without a condition. */
export function conditionFields(name: string, condition: Condition | undefined): FormFields {
  return condition === undefined ? {} : withPrefix(name, groupFields(groupOf(condition)));
}

function groupFields({ mode, rows }: Group): FormFields {
  return Object.assign(
    { mode },
    ...rows.map((row, index) =>
      withPrefix(String(index), 'mode' in row ? { of: groupSubject, ...groupFields(row) } : rowFields(row)),
    ),
  );
}

function rowFields({ of, how, is, atLeast, atMost }: Row): FormFields {
  return {
    of,
    how,
    ...Object.fromEntries(is.map((value) => [`is.${value}`, ticked])),
    ...(atLeast === undefined ? {} : { atLeast: String(atLeast) }),
    ...(atMost === undefined ? {} : { atMost: String(atMost) }),
  };
}

function groupOf(condition: Condition): Group {
  if ('all' in condition) return { mode: 'all', rows: condition.all.map(rowOf) };
  if ('any' in condition) return { mode: 'any', rows: condition.any.map(rowOf) };
  const row = rowOf(condition);
  return 'mode' in row ? row : { mode: 'all', rows: [row] };
}

function rowOf(condition: Condition): Row | Group {
  if ('all' in condition || 'any' in condition) return groupOf(condition);
  if (!('not' in condition)) return comparisonRow(condition);
  const { not } = condition;
  if ('not' in not) return rowOf(not.not);
  if ('any' in not) return { mode: 'none', rows: not.any.map(rowOf) };
  if ('all' in not) return { mode: 'none', rows: [groupOf(not)] };
  const row = comparisonRow(not);
  if (row.how === 'is') return { ...row, how: 'not' };
  if (row.how === 'answered') return { ...row, how: 'unanswered' };
  return { mode: 'none', rows: [row] };
}

function comparisonRow(comparison: Comparison): Row {
  const nothing = { is: [], atLeast: undefined, atMost: undefined };
  if ('answered' in comparison) return { ...nothing, of: `variable:${comparison.answered}`, how: 'answered' };
  if ('register' in comparison)
    return { ...nothing, of: `register:${comparison.register}`, how: 'is', is: comparison.is };
  const of = `variable:${comparison.variable}`;
  if ('is' in comparison) return { ...nothing, of, how: 'is', is: comparison.is };
  return { of, how: 'range', is: [], atLeast: comparison.atLeast, atMost: comparison.atMost };
}

export interface ConditionReading {
  /** Null when no row says anything. */
  readonly condition: Condition | null;
  readonly problems: readonly FormProblem[];
}

/** The condition under a name; a row without a subject is no row. */
export function readCondition(fields: FormFields, name: string): ConditionReading {
  const problems: FormProblem[] = [];
  const condition = readGroup(fieldsUnder(fields, name), name, problems);
  return { condition, problems };
}

function readGroup(fields: FormFields, name: string, problems: FormProblem[]): Condition | null {
  const parts = numbersOf(fields).flatMap((number) => {
    const part = readRow(fieldsUnder(fields, String(number)), `${name}.${number}`, problems);
    return part === null ? [] : [part];
  });
  const [only] = parts;
  if (!only) return null;
  const mode = fields.mode ?? 'all';
  if (mode === 'none') return parts.length === 1 ? { not: only } : { not: { any: parts } };
  if (parts.length === 1) return only;
  return mode === 'any' ? { any: parts } : { all: parts };
}

/** The numbers of the rows, which have no name before them. */
function numbersOf(fields: FormFields): readonly number[] {
  return itemsIn(withPrefix('row', fields), 'row');
}

function readRow(fields: FormFields, name: string, problems: FormProblem[]): Condition | null {
  const wrong = (key: string) => {
    problems.push({ field: name, key: `editor.problem.${key}`, values: {} });
    return null;
  };
  const of = fields.of ?? '';
  if (of === '') return null;
  if (of === groupSubject) return readGroup(fields, name, problems) ?? wrong('emptyGroup');
  const [kind, subject] = [of.slice(0, of.indexOf(':')), of.slice(of.indexOf(':') + 1)];
  const how = fields.how ?? 'is';
  const is = Object.keys(fieldsUnder(fields, 'is'));
  if (kind === 'register') {
    if (subject !== 'province' && subject !== 'sizeClass') return wrong('unknownSubject');
    if (is.length === 0) return wrong('conditionValue');
    const condition: Condition = { register: subject, is };
    return how === 'not' ? { not: condition } : condition;
  }
  if (how === 'answered') return { answered: subject };
  if (how === 'unanswered') return { not: { answered: subject } };
  if (how === 'range') {
    const bounds = [fields.atLeast, fields.atMost].map((typed = '') =>
      typed.trim() === '' ? undefined : Number(typed.trim().replace(',', '.')),
    );
    if (bounds.some((bound) => Number.isNaN(bound))) return wrong('number');
    const [atLeast, atMost] = bounds;
    if (atLeast === undefined && atMost === undefined) return wrong('noBound');
    return {
      variable: subject,
      ...(atLeast === undefined ? {} : { atLeast }),
      ...(atMost === undefined ? {} : { atMost }),
    };
  }
  if (is.length === 0) return wrong('conditionValue');
  const condition: Condition = { variable: subject, is };
  return how === 'not' ? { not: condition } : condition;
}
