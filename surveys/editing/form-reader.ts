// Reads the fields of an editor's form into the parts of a definition. What is wrong is gathered by field, so that
// everything typed can be shown again with its messages.
import type { z } from 'zod';
import type { Condition, Text } from '../questionnaire.ts';
import { readCondition } from './condition-form.ts';
import { type FormFields, type FormProblem, fieldsUnder, itemsIn, ticked } from './form-fields.ts';

export class FormReader {
  readonly problems: FormProblem[] = [];
  readonly #fields: FormFields;
  readonly #languages: readonly string[];

  constructor(fields: FormFields, languages: readonly string[]) {
    this.#fields = fields;
    this.#languages = languages;
  }

  wrong(field: string, key: string, values: FormProblem['values'] = {}): void {
    this.problems.push({ field, key: `editor.problem.${key}`, values });
  }

  /** What was typed, without space around; '' when nothing was. */
  line(name: string): string {
    return (this.#fields[name] ?? '').trim();
  }

  tick(name: string): boolean {
    return this.#fields[name] === ticked;
  }

  /** What is ticked of the boxes under a name, by the last part of theirs. */
  ticks(name: string): readonly string[] {
    return Object.keys(fieldsUnder(this.#fields, name));
  }

  /** The words in each language that has any; undefined when none has. */
  text(name: string): Text | undefined {
    const words = this.#languages.flatMap((language) => {
      const typed = this.line(`${name}.${language}`).replaceAll('\r\n', '\n');
      return typed === '' ? [] : [[language, typed] as const];
    });
    return words.length === 0 ? undefined : Object.fromEntries(words);
  }

  /** Words that must be there, in the first language at least. */
  words(name: string): Text {
    const text = this.text(name) ?? {};
    const [first = ''] = this.#languages;
    if (text[first] === undefined) this.wrong(`${name}.${first}`, 'words');
    return text;
  }

  /** A number with a point or a comma; undefined when the field is empty. */
  number(name: string): number | undefined {
    const typed = this.line(name);
    if (typed === '') return undefined;
    const value = Number(typed.replace(',', '.'));
    if (!Number.isFinite(value)) {
      this.wrong(name, 'number', { value: typed.slice(0, 40) });
      return undefined;
    }
    return value;
  }

  /** A number that must be there. */
  count(name: string): number {
    const problems = this.problems.length;
    const value = this.number(name);
    if (value === undefined && this.problems.length === problems) this.wrong(name, 'numberNeeded');
    return value ?? Number.NaN;
  }

  condition(name: string): Condition | undefined {
    const { condition, problems } = readCondition(this.#fields, name);
    this.problems.push(...problems);
    return condition ?? undefined;
  }

  /** The places of a repeated part, by their full names. */
  items(list: string): readonly string[] {
    return itemsIn(this.#fields, list).map((number) => `${list}.${number}`);
  }

  /** Whether anything was typed under this name. */
  isBlank(name: string, parts: readonly string[]): boolean {
    return parts.every((part) =>
      [part, ...this.#languages.map((language) => `${part}.${language}`)].every(
        (field) => this.line(`${name}.${field}`) === '',
      ),
    );
  }

  /** The value by the schema, or null with what the schema says is wrong at its fields. */
  valid<T>(schema: z.ZodType<T>, value: unknown): T | null {
    if (this.problems.length > 0) return null;
    const parsed = schema.safeParse(withoutUndefined(value));
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) this.problems.push(problemOf(issue));
    return null;
  }
}

/** Where the schema has words of its own they are used; else that the value does not fit. */
function problemOf(issue: z.core.$ZodIssue): FormProblem {
  const field = issue.path.map(String).join('.');
  if (issue.message.startsWith('check.')) return { field, key: issue.message, values: {} };
  if (issue.code === 'too_small')
    return {
      field,
      key: `editor.problem.${issue.origin === 'array' ? 'tooFewItems' : 'tooSmall'}`,
      values: { minimum: Number(issue.minimum) },
    };
  if (issue.code === 'too_big')
    return { field, key: 'editor.problem.tooBig', values: { maximum: Number(issue.maximum) } };
  if (issue.code === 'invalid_type' && issue.expected === 'int')
    return { field, key: 'editor.problem.whole', values: {} };
  return { field, key: 'editor.problem.unfit', values: {} };
}

/** What is not there is left out: a definition has no empty places. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, part]) => part !== undefined)
      .map(([name, part]) => [name, withoutUndefined(part)]),
  );
}
