// What a cell of a column gives: a code, a number, a tick, words or a reason, as the column map says.
import { codebookOf, variableNamed } from '../codebook.ts';
import { insteadOf } from '../question-types/instead.ts';
import { ticked } from '../question-types/multiple.ts';
import { cleanWords } from '../question-types/other-text.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';
import { isNumeric, type Variable } from '../variable.ts';
import { type ColumnMap, codesOf, type ImportProblem, type MappedColumn, problem } from './column-map.ts';
import { withoutGuard } from './data-files/csv-file.ts';
import { givenCell } from './data-files/data-record.ts';
import { plain } from './headings.ts';
import { listReader } from './list-cells.ts';
import { takeNumber } from './number-cells.ts';

/** Words longer than this are refused, whatever the questionnaire says. */
export const longestWords = 10_000;

/** What the cells of a row gave so far. */
export interface Taken {
  readonly answers: Record<string, string>;
  readonly texts: Record<string, string>;
  readonly problems: ImportProblem[];
}
export interface ColumnReader {
  /** Of the column in the file, from 0. */
  readonly place: number;
  readonly take: (raw: string, taken: Taken) => void;
}
/** What a cell that is not blank gives: its content tidied, and as it stands for words that keep their lines. */
type Taker = (content: string, taken: Taken, raw: string) => void;
/** The reader of one column. `place` is where it stands in the file, from 0. */
export function columnReader(
  questionnaire: Questionnaire,
  map: ColumnMap,
  column: MappedColumn,
  place: number,
): ColumnReader {
  const skipped = new Set(['', ...map.skipped.map(plain), ...column.skipped.map(plain)]);
  const take = takerOf(questionnaire, map, column);
  return {
    place,
    take: (raw, taken) => {
      if (raw === '') return;
      // In a file of our own: something was given whose words are not kept any more.
      if (map.guarded && column.words && raw === givenCell) {
        taken.answers[column.words] = givenCell;
        return;
      }
      const content = plain(raw);
      if (!skipped.has(content)) take(content, taken, raw);
    },
  };
}

function takerOf(questionnaire: Questionnaire, map: ColumnMap, column: MappedColumn): Taker {
  const codes = codesOf(map, column);
  if (column.list) return takeList(questionnaire, column.list, codes, column.column);
  if (column.reason) return takeReason(questionnaire, column.reason, codes, column.column);
  if (!column.variable) return takeWords(column, map.guarded ? withoutGuard : (words) => words);
  const variable = variableNamed(codebookOf(questionnaire), column.variable);
  return isNumeric(variable)
    ? takeNumber(variable, codes, column, map.decimal)
    : takeCode(variable, codes, column.column);
}

/** Spellings and the codes they stand for; without a map of them every code stands for itself. */
function spellings(
  codes: Readonly<Record<string, string>> | null,
  all: readonly { readonly code: string }[],
) {
  return new Map(
    codes
      ? Object.entries(codes).map(([spelling, given]) => [plain(spelling), given])
      : all.map(({ code }) => [code, code]),
  );
}

/** A cell that stands for a code of a variable. */
function takeCode(variable: Variable, codes: Readonly<Record<string, string>> | null, column: string) {
  const known = spellings(codes, variable.categories);
  return (content: string, taken: Taken) => {
    const given = known.get(content);
    if (given === undefined) {
      const values = { value: shortened(content), known: listed([...known.keys()]) };
      taken.problems.push(problem('unknownCode', column, values));
    } else taken.answers[variable.name] = given;
  };
}

/** A cell that ticks an option, keeps words, or both. */
function takeWords({ column, ticks, is, words, shorten }: MappedColumn, asGiven: (cell: string) => string) {
  const allowed = is && new Set(is.map(plain));
  return (content: string, taken: Taken, given: string) => {
    if (allowed && !allowed.has(content)) {
      const values = { value: shortened(content), known: listed([...allowed]) };
      taken.problems.push(problem('unknownCode', column, values));
      return;
    }
    if (ticks) taken.answers[ticks] = ticked;
    if (!words) return;
    const whole = cleanWords(asGiven(given));
    const cleaned = shorten ? whole.slice(0, longestWords) : whole;
    if (cleaned.length > longestWords) {
      taken.problems.push(problem('wordsTooLong', column, { length: cleaned.length, most: longestWords }));
    } else {
      taken.answers[words] = cleaned;
      taken.texts[words] = cleaned;
    }
  };
}

/** A cell that lists options of a question: each is ticked. */
function takeList(
  questionnaire: Questionnaire,
  { question, separator }: { readonly question: string; readonly separator: string },
  codes: Readonly<Record<string, string>> | null,
  column: string,
) {
  const ticks = codebookOf(questionnaire).variables.filter(
    (variable) => variable.question === question && variable.measure === 'nominal',
  );
  const own = ticks.map(({ name }) => ({ code: name.slice(question.length + 1) }));
  const asked = questionsOf(questionnaire).find((each) => each.code === question);
  const reasons = new Set((asked ? insteadOf(asked) : []).map(({ code }) => code));
  const known = spellings(codes, own);
  const options = new Map([...known].filter(([, code]) => !reasons.has(code)));
  const read = listReader(options, separator);
  return (content: string, taken: Taken) => {
    const reason = known.get(content);
    if (reason !== undefined && reasons.has(reason)) {
      taken.answers[`${question}.instead`] = reason;
      return;
    }
    const found = read(content);
    if ('unknown' in found) {
      const values = { value: shortened(found.unknown), known: listed(Object.keys(codes ?? {})) };
      taken.problems.push(problem('unknownCode', column, values));
      return;
    }
    for (const code of found.codes) taken.answers[`${question}.${code}`] = ticked;
  };
}

/** A cell that says why a question has no answer: every variable of it then has that reason. */
function takeReason(
  questionnaire: Questionnaire,
  code: string,
  codes: Readonly<Record<string, string>> | null,
  column: string,
) {
  const question = questionsOf(questionnaire).find((each) => each.code === code);
  const known = spellings(codes, question ? insteadOf(question) : []);
  return (content: string, taken: Taken) => {
    const given = known.get(content);
    if (given !== undefined) taken.answers[`${code}.instead`] = given;
    else {
      const values = { value: shortened(content), known: listed([...known.keys()]) };
      taken.problems.push(problem('unknownCode', column, values));
    }
  };
}

/** Content as a message may repeat it. */
export function shortened(content: string): string {
  return content.length > 60 ? `${content.slice(0, 59)}…` : content;
}

function listed(known: readonly string[]): string {
  const some = known.slice(0, 12).map((spelling) => `“${shortened(spelling)}”`);
  return known.length > 12 ? `${some.join(', ')}, …` : some.join(', ');
}
