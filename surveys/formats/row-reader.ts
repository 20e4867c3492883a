// One row of a CSV → the answers of one respondent, by a column map. Values in, values or located problems out.
import type { Answers } from '../answers.ts';
import { type Codebook, codebookOf, variableNamed } from '../codebook.ts';
import { shownNames } from '../flow.ts';
import { notTicked, ticked } from '../question-types/multiple.ts';
import { unranked } from '../question-types/rank.ts';
import type { Questionnaire } from '../questionnaire.ts';
import { noRegister, type Register } from '../register.ts';
import type { Variable } from '../variable.ts';
import { type ColumnReader, columnReader, shortened, type Taken } from './cells.ts';
import { checkColumnMap } from './check-column-map.ts';
import {
  type ColumnMap,
  headingsOf,
  type ImportProblem,
  problem,
  type RowCondition,
  variablesMeant,
} from './column-map.ts';
import { notShownCell } from './data-files/data-record.ts';
import { dayReader } from './day-format.ts';
import { checkHeadings, plain } from './headings.ts';
import { type QuestionCheck, questionChecks } from './number-cells.ts';

/** What one row says. */
export interface ImportedRow {
  /** Codes per variable; text variables are here too, with their words. */
  readonly answers: Answers;
  /** Words per text variable. */
  readonly texts: Readonly<Record<string, string>>;
  /** The variables this respondent was asked: by the questionnaire's own conditions, less what the map says. */
  readonly shown: ReadonlySet<string>;
  /** Code of the library in the register. */
  readonly library: string | null;
  /** The day of the answer, `2018-06-26`. */
  readonly day: string;
}
type RowResult =
  | { readonly row: ImportedRow; readonly problems: null }
  | { readonly row: null; readonly problems: readonly ImportProblem[] };
type RowReader = (cells: readonly string[]) => RowResult;

/**
 * A reader of rows, for a file with these headings; or what is wrong with the map or the headings.
 * @param libraries the project's register, for a map with a library column and for conditions on its facts.
 */
export function rowReader(
  questionnaire: Questionnaire,
  map: ColumnMap,
  headings: readonly string[],
  libraries: Register = noRegister,
): { readonly read: RowReader } | { readonly problems: readonly ImportProblem[] } {
  const codebook = codebookOf(questionnaire);
  const clean = headings.map(plain);
  const fitting = map.rows === 'fit';
  const problems = [...checkColumnMap(questionnaire, codebook, map), ...checkHeadings(map, clean)];
  if (problems.length > 0) return { problems };

  const placeOf = (column: string) => clean.indexOf(plain(column));
  const places = new Map(headingsOf(map).map((column) => [column, placeOf(column)]));
  const plan: Plan = {
    questionnaire,
    cell: (cells, column) => plain(cells[places.get(column) ?? -1] ?? ''),
    columns: map.columns.map((column) => columnReader(questionnaire, map, column, placeOf(column.column))),
    checks: questionChecks(questionnaire),
    fills: fillsOf(codebook),
    otherWords: otherWordsOf(codebook),
    notAsked: notAskedOf(codebook, map),
    day: dayOf(map),
    register: codebook.registerVariable,
    declined: declinedOf(codebook),
    guarded: map.guarded ? variableColumns(map, codebook) : [],
    libraries,
    libraryNames: new Map([...libraries].map(([code, { name = code }]) => [plain(name).toLowerCase(), code])),
    map,
  };
  return {
    read: (cells) => {
      if (cells.length !== clean.length && !fitting) {
        const values = { found: cells.length, expected: clean.length };
        return { row: null, problems: [problem('cellCount', null, values)] };
      }
      return readRow(plan, cells);
    },
  };
}

interface Plan {
  readonly questionnaire: Questionnaire;
  readonly cell: (cells: readonly string[], column: string) => string;
  readonly columns: readonly ColumnReader[];
  readonly checks: readonly QuestionCheck[];
  readonly fills: readonly Fill[];
  /** Words of an "other" option, with the answer that goes with them. */
  readonly otherWords: readonly {
    readonly words: string;
    readonly variable: string;
    readonly code: string;
  }[];
  readonly notAsked: readonly { readonly variables: readonly string[]; readonly holds: RowTest }[];
  readonly day: (cells: readonly string[], plan: Plan) => string | ImportProblem;
  readonly register: string | null;
  /** The cell of who would rather not say which library; null where the questionnaire does not offer that. */
  readonly declined: string | null;
  /** The columns of a file of our own with the variable each is; none for another file. */
  readonly guarded: readonly { readonly column: string; readonly name: string }[];
  readonly libraries: Register;
  /** Name in lower case → code. */
  readonly libraryNames: ReadonlyMap<string, string>;
  readonly map: ColumnMap;
}
type RowTest = (plan: Plan, cells: readonly string[], day: string) => boolean;
/** Variables that together are one tick-all or ranking: a row that gave any of them gave the rest `code`. */
interface Fill {
  readonly variables: readonly string[];
  readonly code: string;
}

function readRow(plan: Plan, cells: readonly string[]): RowResult {
  const taken: Taken = { answers: { ...plan.map.constants }, texts: {}, problems: [] };
  for (const reader of plan.columns) reader.take(cells[reader.place] ?? '', taken);
  const filled = fillIn(plan.fills, taken);
  for (const check of plan.checks) {
    for (const { target, ...found } of check(taken.answers))
      taken.problems.push({ ...found, ...problem(found.key, columnOf(plan.map, target), found.values) });
  }
  const day = plan.day(cells, plan);
  if (typeof day !== 'string') return { row: null, problems: [...taken.problems, day] };
  const library = libraryOf(plan, cells, taken);
  for (const { words, variable, code } of plan.otherWords) {
    if (taken.texts[words] !== undefined && taken.answers[variable] !== code) {
      taken.problems.push(problem('wordsWithoutChoice', columnOf(plan.map, words), { variable, code }));
    }
  }
  const shown = shownOf(plan, cells, day, library, taken, filled);
  if (taken.problems.length > 0) return { row: null, problems: taken.problems };
  return { row: { answers: taken.answers, texts: taken.texts, shown, library, day }, problems: null };
}

/** Gives the options nobody said anything of their code; which these were. */
function fillIn(fills: readonly Fill[], { answers }: Taken): ReadonlySet<string> {
  const filled = new Set<string>();
  for (const { variables, code } of fills) {
    if (!variables.some((name) => answers[name] !== undefined)) continue;
    for (const name of variables) {
      if (answers[name] !== undefined) continue;
      answers[name] = code;
      filled.add(name);
    }
  }
  return filled;
}

/** The variables the row was asked; an answer to any other is a problem, for one of the two must be wrong. */
function shownOf(
  plan: Plan,
  cells: readonly string[],
  day: string,
  library: string | null,
  taken: Taken,
  filled: ReadonlySet<string>,
): ReadonlySet<string> {
  const own = plan.register === null || library === null ? {} : { [plan.register]: library };
  const answersWithLibrary = { ...taken.answers, ...own };
  const shown = new Set(shownNames(plan.questionnaire, answersWithLibrary, plan.libraries));
  // A file of our own says itself what was not shown: an older version may not have asked it.
  for (const { column, name } of plan.guarded)
    if (plan.cell(cells, column) === notShownCell) shown.delete(name);
  // An option that was not offered says nothing of its own.
  for (const name of filled) if (!shown.has(name)) delete taken.answers[name];
  const hidden = Object.keys(taken.answers).filter((name) => !shown.has(name));
  const notAsked = plan.notAsked
    .filter(({ holds }) => holds(plan, cells, day))
    .flatMap(({ variables }) => variables);
  for (const name of notAsked) {
    shown.delete(name);
    if (taken.answers[name] !== undefined) hidden.push(name);
  }
  for (const name of new Set(hidden)) {
    const values = { variable: name, value: shortened(taken.answers[name] ?? '') };
    taken.problems.push(problem('answeredNotAsked', columnOf(plan.map, name), values));
  }
  return shown;
}

function fillsOf(codebook: Codebook): readonly Fill[] {
  const questions = new Map<string, Variable[]>();
  for (const variable of codebook.variables) {
    if (variable.measure === 'text' || !['multiple', 'pick', 'rank', 'points'].includes(variable.type))
      continue;
    questions.set(variable.question, [...(questions.get(variable.question) ?? []), variable]);
  }
  return [...questions.values()].map((variables) => ({
    variables: variables.map(({ name }) => name),
    code: variables[0]?.type === 'rank' ? unranked : notTicked,
  }));
}

/** `A2.other.text` goes with the answer `other` on A2, or with the tick A2.other. */
function otherWordsOf(codebook: Codebook): Plan['otherWords'] {
  return codebook.variables.flatMap(({ name, measure, type, question }) => {
    if (measure !== 'text' || type === 'text') return [];
    const option = name.slice(question.length + 1, -'.text'.length);
    return type === 'multiple' || type === 'pick'
      ? [{ words: name, variable: `${question}.${option}`, code: ticked }]
      : [{ words: name, variable: question, code: option }];
  });
}

function dayOf(map: ColumnMap): Plan['day'] {
  const { day } = map;
  if ('fixed' in day) return () => day.fixed;
  const read = dayReader(day.format);
  return (cells, plan) => {
    const content = plan.cell(cells, day.column);
    const values = { value: shortened(content), format: day.format };
    return read(content) ?? problem(content === '' ? 'dayMissing' : 'badDay', day.column, values);
  };
}

function variableColumns({ columns, library }: ColumnMap, { registerVariable }: Codebook): Plan['guarded'] {
  const own = columns.flatMap(({ column, variable, words, ticks }) => {
    const name = variable ?? words ?? ticks;
    return name === undefined ? [] : [{ column, name }];
  });
  return library && registerVariable ? [...own, { column: library.column, name: registerVariable }] : own;
}

function declinedOf(codebook: Codebook): string | null {
  if (codebook.registerVariable === null) return null;
  const { categories } = variableNamed(codebook, codebook.registerVariable);
  return categories.find(({ missing }) => missing !== null)?.code ?? null;
}

function libraryOf(plan: Plan, cells: readonly string[], taken: Taken): string | null {
  const { library } = plan.map;
  if (!library) return null;
  const given = plan.cell(cells, library.column);
  if (given === '' || (plan.map.guarded && given === notShownCell)) return null;
  if (given === plan.declined && plan.register) {
    taken.answers[plan.register] = given;
    return null;
  }
  const code = library.by === 'name' ? (plan.libraryNames.get(given.toLowerCase()) ?? given) : given;
  if (!plan.libraries.has(code)) {
    if (library.unknown === 'open') return null;
    taken.problems.push(problem('unknownLibrary', library.column, { value: shortened(given) }));
    return null;
  }
  if (plan.register) taken.answers[plan.register] = code;
  return code;
}

function notAskedOf(codebook: Codebook, map: ColumnMap): Plan['notAsked'] {
  return map.notAsked.map((entry) => {
    const group = map.groups[entry.in ?? entry.notIn ?? ''];
    const inside: RowTest = (plan, cells, day) => group !== undefined && rowHolds(group, plan, cells, day);
    return {
      variables: variablesMeant(codebook, entry.variables).map(({ name }) => name),
      holds: entry.in === undefined ? (plan, cells, day) => !inside(plan, cells, day) : inside,
    };
  });
}

function rowHolds(condition: RowCondition, plan: Plan, cells: readonly string[], day: string): boolean {
  const part = (inner: RowCondition) => rowHolds(inner, plan, cells, day);
  if ('all' in condition) return condition.all.every(part);
  if ('any' in condition) return condition.any.some(part);
  if ('not' in condition) return !part(condition.not);
  if ('fromDay' in condition) return day >= condition.fromDay;
  if ('anyGiven' in condition) return condition.anyGiven.some((column) => plan.cell(cells, column) !== '');
  return condition.is.map(plain).includes(plan.cell(cells, condition.column));
}

function columnOf(map: ColumnMap, variable: string): string | null {
  const found = map.columns.find((column) =>
    [column.variable, column.ticks, column.words, column.reason].includes(variable),
  );
  return found?.column ?? null;
}
