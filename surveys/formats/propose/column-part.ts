// One column of the file as a part of the plan: what it is most likely, or what the team says it is.

import { longestWords } from '../cells.ts';
import { spelledAnswers } from './answer-words.ts';
import { answersOf, looksClosed } from './answers-of.ts';
import { type ColumnFacts, headingKind } from './column-facts.ts';
import { absenceIn } from './missing-words.ts';
import { type Part, type PartKind, type PlannedAnswer, type Remark, remark } from './plan.ts';
import type { Counted } from './profile.ts';
import { safeCodes } from './safe-codes.ts';

/** What the project knows: the codes and names of its libraries, in lower case. */
export interface Known {
  readonly rows: number;
  readonly libraryCodes: ReadonlySet<string>;
  readonly libraryNames: ReadonlySet<string>;
}

type Guess = Pick<Part, 'kind' | 'why' | 'sure'>;

/** The most likely part of one column. */
export function columnPart(facts: ColumnFacts, known: Known): Part {
  const guess = guessOf(facts, known);
  return { ...partAs(facts, guess.kind, known), ...guess };
}

function guess(kind: PartKind, key: string, sure: Part['sure'], values: Remark['values'] = {}): Guess {
  return { kind, sure, why: remark(key, values) };
}

function guessOf(facts: ColumnFacts, known: Known): Guess {
  const { heading, filled, different, number, date, day, list } = facts;
  const named = headingKind(heading);
  if (filled === 0) return guess('leaveOut', 'empty', 'sure');
  if (named === 'personal' || facts.personal !== null) return guess('leaveOut', 'personal', 'sure');
  const library = libraryBy(facts, known);
  if (library) return guess('library', library === 'code' ? 'libraryCode' : 'libraryName', 'sure');
  if (isIdentifier(facts, known.rows))
    return guess('leaveOut', 'identifier', named === 'identifier' ? 'sure' : 'likely');
  if (named === 'moment' && day) return guess('day', 'day', day.ambiguous ? 'unsure' : 'likely');
  if (named === 'metadata') return guess('leaveOut', 'metadata', 'likely');
  if (named === 'weight' && number) return guess('leaveOut', 'weight', 'likely');
  if (date) return guess('date', 'date', date.ambiguous ? 'unsure' : 'likely', { format: date.format });
  if (day) return guess('leaveOut', 'moment', 'likely');
  if (number) return numberGuess(facts);
  if (list) return guess('list', 'list', 'likely', { separator: list.separator, count: list.options.length });
  if (looksClosed(facts)) return closedGuess(facts);
  return guess('text', 'text', facts.averageLength > 25 ? 'sure' : 'likely', { count: different });
}

/** Different in every row, and no words: a number or a mark of whoever answered. */
function isIdentifier(
  { heading, filled, different, averageLength, examples, number }: ColumnFacts,
  rows: number,
): boolean {
  if (different < filled * 0.98) return false;
  if (headingKind(heading) === 'identifier') return true;
  const marks = examples.every((example) => !/\s/.test(example)) && averageLength <= 40 && averageLength >= 3;
  const whole = number !== null && number.decimals === 0 && number.odd.length === 0;
  return filled === rows && rows >= 20 && marks && (whole || examples.every((example) => /\d/.test(example)));
}

/** Words by which a heading asks for a number and not for a point on a scale. */
const asksCount =
  /\b(how many|number of|hoeveel|aantal|combien|nombre|wie viele|anzahl|hvor mange|antal|age|leeftijd|âge|alter|alder|hours|uren|heures|stunden|timer)\b/i;

function numberGuess(facts: ColumnFacts): Guess {
  const { number, cells, heading, different } = facts;
  const whole = number !== null && number.decimals === 0 && number.form === null;
  const { minimum = 0, maximum = 0 } = number ?? {};
  if (cells !== null && whole && number.odd.length > 0 && different <= 30) return closedGuess(facts);
  if (cells !== null && whole && minimum >= 0 && maximum <= 10 && !asksCount.test(heading))
    return closedGuess(facts);
  const years = whole && minimum >= 1900 && maximum <= 2100;
  if (cells !== null && years && different <= 30) return guess('single', 'years', 'likely');
  const range = { minimum, maximum };
  return guess(
    'number',
    number?.unit ? 'numberUnit' : 'number',
    'likely',
    number?.unit ? { ...range, unit: number.unit } : range,
  );
}

function closedGuess(facts: ColumnFacts): Guess {
  const { answers, found } = answersOf(facts.cells ?? []);
  const count = answers.filter(({ meaning }) => meaning === 'answer').length;
  if (count <= 1) return guess('leaveOut', 'constant', 'likely', { cell: answers[0]?.label ?? '' });
  if (found === null) return guess('single', 'choice', count <= 12 ? 'likely' : 'unsure', { count });
  return guess(
    'single',
    found,
    found === 'scale' || found === 'yesNo' || found === 'numbers' ? 'sure' : 'likely',
    { count },
  );
}

/** Whether most of the different cells are codes, or names, of the register. */
function libraryBy(
  { cells, filled }: ColumnFacts,
  { libraryCodes, libraryNames }: Known,
): 'code' | 'name' | null {
  if (cells === null || filled === 0 || libraryCodes.size === 0) return null;
  const share = (among: ReadonlySet<string>) =>
    cells.filter(([cell]) => among.has(cell.toLowerCase())).length / cells.length;
  if (share(libraryCodes) >= 0.8) return 'code';
  return share(libraryNames) >= 0.8 ? 'name' : null;
}

/** The kinds one column can be made into. */
export function kindsOf(facts: ColumnFacts, known: Known): readonly PartKind[] {
  return [
    ...(facts.cells !== null && facts.filled > 0 ? (['single'] as const) : []),
    ...(facts.list ? (['list'] as const) : []),
    ...(facts.number ? (['number'] as const) : []),
    ...(facts.date ? (['date'] as const) : []),
    ...(facts.day ? (['day'] as const) : []),
    ...(libraryBy(facts, known) ? (['library'] as const) : []),
    ...(facts.filled > 0 ? (['text'] as const) : []),
    'leaveOut',
  ];
}

/** A column as a part of this kind; one it cannot be becomes text. The code is given where all parts are known. */
export function partAs(facts: ColumnFacts, wanted: PartKind, known: Known): Part {
  const kind = kindsOf(facts, known).includes(wanted) ? wanted : facts.filled > 0 ? 'text' : 'leaveOut';
  const { place, heading, filled, number, date, list } = facts;
  const closed = kind === 'single' ? answersOf(facts.cells ?? []) : null;
  const own: Part = {
    id: `c${place}`,
    kind,
    code: '',
    label: heading,
    columns: [
      {
        place,
        heading,
        label: heading,
        code: '',
        ticks: [],
        words: false,
        shorten: facts.longest > longestWords,
        count: filled,
      },
    ],
    answers: closed ? [...closed.answers] : [...besideAnswers(facts, kind)],
    order: closed ? closed.order : 'none',
    separator: kind === 'list' ? (list?.separator ?? null) : null,
    number:
      kind === 'number' && number
        ? { decimal: number.decimal, form: number.form, unit: number.unit, decimals: number.decimals }
        : null,
    date: dateOf(facts, kind),
    by: kind === 'library' ? libraryBy(facts, known) : null,
    why: remark('chosen'),
    warnings: [...(closed?.warnings ?? []), ...otherWarnings(facts, kind)],
    sure: 'sure',
  };
  return kind === 'single' &&
    closed?.found === null &&
    date === null &&
    headingKind(heading) === null &&
    isYears(facts)
    ? {
        ...own,
        order: 'order',
        answers: own.answers.toSorted((first, second) => Number(first.label) - Number(second.label)),
      }
    : own;
}

function isYears({ number }: ColumnFacts): boolean {
  return number !== null && number.decimals === 0 && number.odd.length === 0;
}

function dateOf({ date, day }: ColumnFacts, kind: PartKind): Part['date'] {
  if (kind === 'date' && date) return { format: date.format, precision: date.precision };
  return kind === 'day' && day ? { format: day.format, precision: 'day' } : null;
}

/** What the plan names beside the answers themselves: options of a list, cells of numbers and dates that are none. */
function besideAnswers(facts: ColumnFacts, kind: PartKind): readonly PlannedAnswer[] {
  if (kind === 'list') {
    const whole = facts.absent.map(([cell, count]) => [cell, count] as const);
    return named([...spelled(facts.list?.options ?? []), ...spelled(whole, true)]);
  }
  if (kind !== 'number' && kind !== 'date') return [];
  const odd = (kind === 'number' ? facts.number?.odd : facts.date?.odd) ?? [];
  return named(spelled([...facts.absent, ...odd], true));
}

function spelled(cells: readonly Counted[], absent = false) {
  return spelledAnswers(cells).map(({ spellings, count }) => {
    const meaning = absent
      ? (absenceIn(spellings[0] ?? '')?.reason ?? ('skipped' as const))
      : ('answer' as const);
    return { spellings: [...spellings], count, meaning };
  });
}

function named(answers: readonly Omit<PlannedAnswer, 'code' | 'label'>[]): readonly PlannedAnswer[] {
  const codes = safeCodes(
    answers.map(({ spellings }) => `r-${spellings[0] ?? ''}`.replace(/^r-(?=\p{L})/u, '')),
  );
  return answers.map((answer, index) => ({
    ...answer,
    code: codes[index] ?? '',
    label: answer.spellings[0] ?? '',
  }));
}

function otherWarnings(facts: ColumnFacts, kind: PartKind): readonly Remark[] {
  const { list, date, day } = facts;
  const spellings =
    kind === 'list' && list ? spelledAnswers(list.options).filter((each) => each.spellings.length > 1) : [];
  const form = kind === 'date' ? date : kind === 'day' ? day : null;
  return [
    ...spellings.map(({ spellings: all }) =>
      remark('spellings', { kept: all[0] ?? '', others: all.slice(1).join(', '), count: all.length - 1 }),
    ),
    ...(form?.ambiguous ? [remark('ambiguousDate', { format: form.format.replace('*', '') })] : []),
    ...(kind !== 'leaveOut' && facts.personal ? [remark('personal')] : []),
    ...(kind === 'text' ? [remark('openWords')] : []),
  ];
}
