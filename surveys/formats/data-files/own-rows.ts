// Our own files back in: a line of JSON Lines, or the lines of one response in a long CSV, becomes the row that the CSV with
// a line per response would have, so that all three are read and checked by the same rules.
import type { Codebook } from '../../codebook.ts';
import type { Variable } from '../../variable.ts';
import { type ImportProblem, problem } from '../column-map.ts';
import { guardedWords } from './csv-file.ts';
import { dayHeading, givenCell, notShownCell } from './data-record.ts';

/** A row of `headingsOfOwn`, or what is wrong with the line. */
export interface OwnRow {
  readonly cells: readonly string[];
  readonly problems: readonly ImportProblem[];
}

/** The headings of the CSV with a line per response. */
export function headingsOfOwn(codebook: Codebook): readonly string[] {
  return [dayHeading(codebook), ...codebook.variables.map(({ name }) => name)];
}

/** The headings of the CSV with a line per answer. */
export function headingsOfLong(codebook: Codebook): readonly string[] {
  return ['response', dayHeading(codebook), 'variable', 'answer', 'missing'];
}

interface Given {
  /** Code, number, date or words; null where something was given whose words are not kept. */
  readonly answer: string | null;
  readonly missing: string;
}

/** A reader of the lines `jsonLinesFile` writes. */
export function jsonRowReader(codebook: Codebook): (line: string) => OwnRow {
  const known = new Set(codebook.variables.map(({ name }) => name));
  return (line) => {
    const record = recordIn(line);
    if (record === null) return { cells: [], problems: [problem('noRecord', null)] };
    const { day, answers, missing } = record;
    const problems: ImportProblem[] = Object.keys({ ...answers, ...missing })
      // What an older version asked and nobody of this row was shown tells nothing.
      .filter((name) => !known.has(name) && (name in answers || missing[name] !== 'notShown'))
      .map((name) => problem('mapUnknownVariable', null, { variable: name }));
    const cells = codebook.variables.map((variable) => {
      const { name } = variable;
      if (!(name in answers) && !(name in missing)) {
        problems.push(problem('variableLeftOut', name));
        return '';
      }
      const answer = name in answers ? answers[name] : '';
      const words = variable.measure === 'text' && typeof answer === 'string';
      const given = words ? guardedWords(answer) : answer === null ? null : String(answer);
      return cellOf(variable, { answer: given, missing: missing[name] ?? '' }, problems);
    });
    return { cells: [day, ...cells], problems };
  };
}

interface JsonRecord {
  readonly day: string;
  readonly answers: Readonly<Record<string, string | number | null>>;
  readonly missing: Readonly<Record<string, string>>;
}

function recordIn(line: string): JsonRecord | null {
  let read: unknown;
  try {
    read = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isObject(read)) return null;
  const { day, answers, missing } = read;
  if (typeof day !== 'string' || !isObject(answers) || !isObject(missing)) return null;
  const sound = (value: unknown) => value === null || typeof value === 'string' || typeof value === 'number';
  if (!Object.values(answers).every(sound)) return null;
  if (!Object.values(missing).every((value) => typeof value === 'string')) return null;
  // Held against the shape just above.
  return { day, answers, missing } as JsonRecord;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A line of the long CSV with the place it stands. */
export interface LongLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The row of one response from its lines in a long CSV; every problem has the line it is about. */
export function longRow(
  codebook: Codebook,
  lines: readonly LongLine[],
): {
  readonly cells: readonly string[];
  readonly problems: readonly (ImportProblem & { readonly line: number })[];
} {
  const problems: (ImportProblem & { readonly line: number })[] = [];
  const [number, day = ''] = lines[0]?.cells ?? [];
  const given = new Map<string, { readonly line: number; readonly said: Given }>();
  for (const { line, cells } of lines) {
    const [, ownDay, name = '', answer = '', missing = ''] = cells;
    const tell = (key: string, values: ImportProblem['values']) =>
      problems.push({ ...problem(key, null, values), line });
    if (cells.length !== 5) tell('cellCount', { found: cells.length, expected: 5 });
    else if (ownDay !== day) tell('daysDiffer', { response: number ?? '', first: day, value: ownDay ?? '' });
    else if (given.has(name)) tell('mapVariableTwice', { variable: name });
    else if (!codebook.position.has(name) && missing !== 'notShown')
      tell('mapUnknownVariable', { variable: name });
    else given.set(name, { line, said: { answer: answer === givenCell ? null : answer, missing } });
  }
  const cells = codebook.variables.map((variable) => {
    const found = given.get(variable.name);
    const own: ImportProblem[] = found ? [] : [problem('variableLeftOut', variable.name)];
    const cell = found ? cellOf(variable, found.said, own) : '';
    problems.push(...own.map((each) => ({ ...each, line: found?.line ?? lines[0]?.line ?? 0 })));
    return cell;
  });
  return { cells: [day, ...cells], problems };
}

/** What the cell of this variable says in a CSV with a line per response. */
function cellOf(variable: Variable, { answer, missing }: Given, problems: ImportProblem[]): string {
  const reason = variable.categories.find(({ code }) => code === answer)?.missing ?? '';
  const bare = missing === 'notShown' || missing === 'skipped';
  // A reason and an answer that do not go together: one of the two must be wrong.
  if (bare ? answer !== '' : missing !== reason || answer === '') {
    problems.push(problem('reasonWrong', variable.name, { missing, value: answer ?? givenCell }));
    return '';
  }
  if (missing === 'notShown') return notShownCell;
  return answer ?? (variable.measure === 'text' ? givenCell : '');
}
