// The form that takes figures of another system in: what was typed and chosen, and the figures it makes so far.

import {
  columnProblems,
  type OutsideKind,
  type OutsideLines,
  outsideKinds,
  outsideLines,
} from '../../../../surveys/outside/outside-lines.ts';
import {
  type Known,
  type MatchedValue,
  matchedValues,
} from '../../../../surveys/outside/outside-matching.ts';
import { type OutsidePlan, outsidePlan, serviceWords } from '../../../../surveys/outside/outside-plan.ts';
import {
  type ColumnRole,
  columnRoles,
  type LineProblem,
  type OutsideTable,
  outsideTable,
  proposedRoles,
} from '../../../../surveys/outside/outside-table.ts';
import type { OutsideKnown } from '../../../operations/outside-figures.ts';
import type { FormMistake } from '../round-form.ts';

/** What a value of the file was said to stand for, by kind. */
const choiceKinds = ['service', 'category', 'library'] as const;
export type ChoiceKind = (typeof choiceKinds)[number];

export interface OutsideTyped {
  readonly title: string;
  readonly kind: string;
  readonly csv: string;
  /** Null until columns were shown. */
  readonly roles: readonly ColumnRole[] | null;
  readonly chosen: Readonly<Record<ChoiceKind, ReadonlyMap<string, string>>>;
  /** What was shown before, and is to be stored. */
  readonly seen: string;
  readonly save: boolean;
}

/** What a form has come to. */
export interface OutsideReading {
  readonly mistakes: readonly FormMistake[];
  readonly problems: readonly LineProblem[];
  readonly table: OutsideTable | null;
  readonly roles: readonly ColumnRole[];
  readonly read: OutsideLines | null;
  readonly services: readonly MatchedValue[];
  readonly categories: readonly MatchedValue[];
  readonly libraries: readonly MatchedValue[];
  /** Null while something is wrong. */
  readonly plan: OutsidePlan | null;
}

/** Characters of a title. */
const longestTitle = 80;
/** Lines a file may come to: a count per library and month of a year fits. */
const mostKept = 5000;
/** Different words of one kind that can be said to stand for something. */
export const mostValues = 300;

type Fields = Readonly<Record<string, string>>;

export function outsideTyped(fields: Fields): OutsideTyped {
  const file = fields.file ?? '';
  const roles = Object.keys(fields).filter((name) => /^column\.\d{1,2}$/.test(name)).length;
  return {
    title: (fields.title ?? '').trim(),
    kind: (fields.kind ?? '').slice(0, 20),
    csv: (file || (fields.csv ?? '')).replaceAll('\r\n', '\n'),
    // Another file has other columns: what was chosen for the one before says nothing of it.
    roles:
      roles === 0 || file !== ''
        ? null
        : Array.from({ length: roles }, (_, column) => roleOf(fields[`column.${column}`] ?? '')),
    chosen: {
      service: file === '' ? choicesIn(fields, 'service') : new Map(),
      category: file === '' ? choicesIn(fields, 'category') : new Map(),
      library: file === '' ? choicesIn(fields, 'library') : new Map(),
    },
    seen: fields.seen ?? '',
    save: fields.go === 'save',
  };
}

function roleOf(typed: string): ColumnRole {
  return columnRoles.find((role) => role === typed) ?? 'none';
}

/** Choices stand in pairs: the word of the file, and what it is said to be. */
function choicesIn(fields: Fields, kind: ChoiceKind): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(fields).flatMap(([name, value]) => {
      const [, number] = new RegExp(`^${kind}\\.(\\d{1,4})\\.of$`).exec(name) ?? [];
      return number === undefined ? [] : [[value, (fields[`${kind}.${number}`] ?? '').trim().slice(0, 120)]];
    }),
  );
}

/** Reads as far as the form goes: a file first, then its columns, then what its words stand for. */
export function readOutside(
  typed: OutsideTyped,
  known: OutsideKnown,
  language: string,
  day: string,
): OutsideReading {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `outside.mistake.${key}`, values });
  const kind = outsideKinds.find((each) => each === typed.kind);
  if (typed.title === '') wrong('title', 'noTitle');
  if (typed.title.length > longestTitle) wrong('title', 'longTitle', { most: longestTitle });
  if (!kind) wrong('kind-desk', 'noKind');
  if (typed.csv.trim() === '') wrong('file', 'nothing');
  const none = {
    table: null,
    roles: [],
    read: null,
    services: [],
    categories: [],
    libraries: [],
    plan: null,
  };
  if (!kind || typed.csv.trim() === '') return { mistakes, problems: [], ...none };
  const opened = outsideTable(typed.csv);
  if ('problems' in opened) return { mistakes, problems: opened.problems, ...none };
  const { table } = opened;
  const fits = typed.roles?.length === table.headings.length;
  const roles = fits && typed.roles ? typed.roles : proposedRoles(table);
  for (const key of columnProblems(kind, roles)) wrong('column-0', key);
  if (columnProblems(kind, roles).length > 0) return { mistakes, problems: [], ...none, table, roles };
  const read = outsideLines(table, roles, kind);
  const matched = matchLines(read, typed, known, kind);
  for (const each of choiceKinds) {
    matched[each].forEach(({ unknown }, index) => {
      if (unknown !== '') wrong(`${each}-${index}`, `${each}Unknown`, { value: unknown });
    });
  }
  const { service: services, category: categories, library: libraries } = matched;
  const common = { problems: read.problems, table, roles, read, services, categories, libraries };
  if (mistakes.length > 0 || read.problems.length > 0) return { mistakes, ...common, plan: null };
  const { title } = typed;
  const labels = known.categories;
  const asked = { kind, title, language, day, lines: read.lines, services, libraries, categories, labels };
  const plan = outsidePlan(asked);
  const kept = plan.desk.length + plan.set.rows.length;
  if (kept > mostKept) wrong('csv', 'tooMuch', { count: kept, most: mostKept });
  if (kept === 0) wrong('csv', 'noFigures');
  return { mistakes, ...common, plan: mistakes.length > 0 ? null : plan };
}

function matchLines(
  { lines }: OutsideLines,
  { chosen }: OutsideTyped,
  known: OutsideKnown,
  kind: OutsideKind,
): Readonly<Record<ChoiceKind, readonly MatchedValue[]>> {
  const categories: readonly Known[] = [...known.categories].map(([code, label]) => ({
    code,
    names: Object.values(label ?? {}),
  }));
  const libraries = known.libraries.map(({ code, name }) => ({ code, names: [name] }));
  return {
    service: matchedValues(lines.map(serviceWords), known.services, chosen.service),
    category:
      kind === 'desk'
        ? matchedValues(
            lines.map(({ category }) => category),
            categories,
            chosen.category,
          )
        : [],
    library: matchedValues(
      lines.map(({ library }) => library),
      libraries,
      chosen.library,
    ),
  };
}
