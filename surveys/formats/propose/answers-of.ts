// The cells of a closed question as answers in order: spellings of one answer together, words that are no answer given
// their meaning.
import { answerWords, type SpelledAnswer, spelledAnswers } from './answer-words.ts';
import type { ColumnFacts } from './column-facts.ts';
import { absenceIn, absentNumbers, isCodeAmong } from './missing-words.ts';
import { type AnswerOrder, orderOf } from './order-answers.ts';
import { type Meaning, type Part, type PlannedAnswer, type Remark, remark } from './plan.ts';
import type { Counted } from './profile.ts';
import { safeCodes } from './safe-codes.ts';

export interface Answers {
  readonly answers: readonly PlannedAnswer[];
  readonly order: Part['order'];
  /** How the order was found; null without one. */
  readonly found: AnswerOrder['kind'] | 'yesNo' | null;
  readonly warnings: readonly Remark[];
}

/** Cells with the meaning their words say. */
function withMeaning(spelled: readonly SpelledAnswer[]) {
  const all = spelled.map(({ spellings }) => spellings[0] ?? '');
  const absentNumber = absentNumbers(all);
  // Where a word for "no answer" stands beside it, "NA" is another thing: not asked.
  const saysSkipped = all.some((cell) => absenceIn(cell)?.reason === 'skipped' && cell !== 'NA');
  return spelled.map((answer, index) => {
    const cell = all[index] ?? '';
    const found = absenceIn(cell) ?? absentNumber(cell);
    const isCode = found !== null && isCodeAmong(cell, all);
    const reason = cell === 'NA' && saysSkipped ? 'notShown' : found?.reason;
    const meaning: Meaning = reason === undefined || isCode ? 'answer' : reason;
    return { ...answer, meaning, unsure: found?.unsure ?? false };
  });
}

/** The answers of these cells, in their order where they have one, else the most frequent first. */
export function answersOf(cells: readonly Counted[]): Answers {
  const read = withMeaning(spelledAnswers([...cells, ...pointsBetween(cells)]));
  const genuine = read.filter(({ meaning }) => meaning === 'answer');
  const labels = genuine.map(({ spellings }) => spellings[0] ?? '');
  const yesNo = yesNoOrder(labels);
  const order = yesNo ? null : orderOf(labels);
  const places = yesNo ?? order?.places ?? labels.map((_, index) => index);
  const sorted = genuine
    .map((answer, index) => ({ answer, place: places[index] ?? index }))
    .sort((first, second) => first.place - second.place);
  const absent = read.filter(({ meaning }) => meaning !== 'answer');
  const inOrder = [...sorted.map(({ answer }) => answer), ...absent];
  const isNumbers = order?.kind === 'numbers';
  const codes = safeCodes(inOrder.map(({ spellings }) => spellings[0] ?? ''));
  return {
    answers: inOrder.map(({ spellings, count, meaning }, index) => ({
      code: isNumbers && meaning === 'answer' ? String(sorted[index]?.place ?? index) : (codes[index] ?? ''),
      label: spellings[0] ?? '',
      spellings: [...spellings],
      count,
      meaning,
    })),
    order: orderWorth(order),
    found: yesNo ? 'yesNo' : (order?.kind ?? null),
    warnings: [...spellingWarnings(read), ...absenceWarnings(read)],
  };
}

/** Points of a scale of numbers that nobody gave: 1 where there are 0, 2 and up to 10. */
function pointsBetween(cells: readonly Counted[]): readonly Counted[] {
  const given = cells.filter(([cell]) => /^\d{1,2}$/.test(cell)).map(([cell]) => Number(cell));
  const words = cells.filter(([cell]) => !/^\d{1,2}$/.test(cell) && absenceIn(cell) === null);
  const [least, most] = [Math.min(...given), Math.max(...given)];
  if (given.length < 3 || words.length > 0 || most > 10) return [];
  return Array.from({ length: most - least + 1 }, (_, index) => least + index)
    .filter((point) => !given.includes(point))
    .map((point) => [String(point), 0] as const);
}

/** Only places on a scale are worth a mean: bands and levels have an order and no distances. */
function orderWorth(order: AnswerOrder | null): Part['order'] {
  if (order === null) return 'none';
  if (order.kind === 'numbers') return 'numbers';
  return order.kind === 'scale' ? 'scale' : 'order';
}

const yes = /^(yes|ja|oui|si|true|waar|vrai|wahr|sand|y|j|1)$/;
const no = /^(no|nee|neen|non|nein|nej|false|onwaar|faux|falsch|falsk|n|0)$/;

/** Yes first, then anything between, then no; null where it is no such question. */
function yesNoOrder(labels: readonly string[]): readonly number[] | null {
  const words = labels.map(answerWords);
  const isYesNo =
    labels.length <= 3 && words.some((word) => yes.test(word)) && words.some((word) => no.test(word));
  return isYesNo ? words.map((word) => (yes.test(word) ? 0 : no.test(word) ? 2 : 1)) : null;
}

function spellingWarnings(read: readonly SpelledAnswer[]): readonly Remark[] {
  return read
    .filter(({ spellings }) => spellings.length > 1)
    .map(({ spellings }) =>
      remark('spellings', {
        kept: spellings[0] ?? '',
        others: spellings.slice(1).join(', '),
        count: spellings.length - 1,
      }),
    );
}

function absenceWarnings(
  read: readonly (SpelledAnswer & { readonly meaning: Meaning; readonly unsure: boolean })[],
): readonly Remark[] {
  return read.flatMap(({ spellings, count, meaning, unsure }) => {
    const values = { cell: spellings[0] ?? '', count };
    if (unsure && meaning === 'answer') return [remark('genuine', values)];
    return unsure ? [remark('maybeAbsent', values)] : [];
  });
}

/** Whether the cells of a column look like answers to choose from: few different ones, each given again and again. */
export function looksClosed({ cells, longest, averageLength }: ColumnFacts): boolean {
  if (cells === null || longest > 400 || averageLength > 120) return false;
  const { answers, found } = answersOf(cells);
  const genuine = answers.filter(({ meaning }) => meaning === 'answer');
  const given = genuine.reduce((sum, { count }) => sum + count, 0);
  if (genuine.length === 0) return true;
  if (found !== null && genuine.length <= 12) return true;
  return genuine.length <= 12 ? given > genuine.length * 1.25 : given >= genuine.length * 3;
}
