// How the numbers of a column are written: the sign before decimals, signs between thousands, a unit beside them.
import { type NumberForm, numberReader } from '../number-cells.ts';
import { type ColumnProfile, type Counted, totalOf } from './profile.ts';

export interface NumberFacts {
  readonly decimal: '.' | ',';
  readonly form: NonNullable<NumberForm> | null;
  /** The unit that stands beside most numbers. */
  readonly unit: string | null;
  /** Most decimals, at most 6. */
  readonly decimals: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Cells that are no number. */
  readonly odd: readonly Counted[];
}

/** Decimals a question may ask. */
const mostDecimals = 6;
/** Digits that come back the same from the numbers a response keeps. */
const mostDigits = 15;

const ways = [
  { decimal: '.', thousands: undefined },
  { decimal: '.', thousands: ',' },
  { decimal: ',', thousands: undefined },
  { decimal: ',', thousands: '.' },
  { decimal: '.', thousands: ' ' },
  { decimal: ',', thousands: ' ' },
  { decimal: '.', thousands: "'" },
] as const;

/** How this column's numbers are written; null when less than nine in ten of these cells are numbers. */
export function numberFactsOf(column: ColumnProfile, cells: readonly Counted[]): NumberFacts | null {
  const all = totalOf(cells);
  if (all === 0 || !cells.slice(0, 20).some(([cell]) => /\d/.test(cell))) return null;
  // The first cells tell which way is likely; only that one is tried on all of them.
  const some = cells.slice(0, mostTried);
  const around = aroundOf(some, totalOf(some));
  const grouped = groupedBy(some.map(([cell]) => cell));
  const likely = ways
    .filter(({ thousands }) => grouped === null || thousands === grouped)
    .map((way) => readAs(way, around, some))
    .reduce((most, next) => (next.lost < most.lost ? next : most));
  if (likely.lost > totalOf(some) * 0.2) return null;
  const best = readAs(likely, around, cells);
  if (best.lost > all * 0.1 || !fitsRest(column, best, around)) return null;
  const values = best.numbers.filter((number) => number !== null);
  const decimals = Math.max(0, ...values.map((value) => value.split('.')[1]?.length ?? 0));
  const places = values.map(Number);
  return {
    decimal: best.decimal,
    form: formOf(around, best.thousands, decimals),
    unit: around.find((sign) => !'$€£'.includes(sign)) ?? null,
    decimals: Math.min(decimals, mostDecimals),
    minimum: places.reduce((least, place) => Math.min(least, place), Number.POSITIVE_INFINITY),
    maximum: places.reduce((most, place) => Math.max(most, place), Number.NEGATIVE_INFINITY),
    odd: best.odd,
  };
}

/** The sign that only ever stands before three digits, in numbers of which others have none: "1.250", "800". */
function groupedBy(cells: readonly string[]): '.' | ',' | null {
  const bare = cells.map((cell) => cell.replace(/^[^\d-]+|[^\d]+$/g, ''));
  const found = (['.', ','] as const).find((sign) => {
    const signed = bare.filter((cell) => cell.includes(sign));
    const groups = new RegExp(`^-?[1-9]\\d{0,2}(\\${sign}\\d{3})+$`);
    return signed.length > 0 && signed.length < bare.length && signed.every((cell) => groups.test(cell));
  });
  return found ?? null;
}

/** Cells by which the way numbers are written is judged. */
const mostTried = 400;

function readAs(
  { decimal, thousands }: Pick<(typeof ways)[number], 'decimal' | 'thousands'>,
  around: readonly string[],
  cells: readonly Counted[],
) {
  const reader = numberReader(decimal, { around: [...around], thousands });
  const numbers = cells.map(([cell]) => stored(reader(cell)));
  const odd = cells.filter((_, index) => numbers[index] === null);
  return { decimal, thousands, numbers, odd, lost: totalOf(odd) };
}

function formOf(
  around: readonly string[],
  thousands: NonNullable<NumberForm>['thousands'],
  decimals: number,
): NonNullable<NumberForm> | null {
  if (around.length === 0 && thousands === undefined && decimals <= mostDecimals) return null;
  return {
    around: [...around],
    ...(thousands === undefined ? {} : { thousands }),
    ...(decimals > mostDecimals ? { round: mostDecimals } : {}),
  };
}

/** A number that a response can keep, or null. */
function stored(number: string | null): string | null {
  return number !== null && /^-?\d+(\.\d+)?$/.test(number) && number.replace(/\D/g, '').length <= mostDigits
    ? number
    : null;
}

/** Cells that were only counted must all be plain numbers, or what they would be read as is not known. */
function fitsRest(
  { rest }: ColumnProfile,
  { decimal, thousands }: { readonly decimal: '.' | ','; readonly thousands: string | undefined },
  around: readonly string[],
): boolean {
  if (rest === null) return true;
  const plainOnes = decimal === '.' ? rest.point : rest.comma;
  return thousands === undefined && around.length === 0 && plainOnes === rest.count;
}

/** Units and signs of money that stand beside at least one in twenty of the numbers: at most three. */
function aroundOf(cells: readonly Counted[], all: number): readonly string[] {
  const found = new Map<string, number>();
  for (const [cell, count] of cells) {
    const parts = /^([^\d.,-]*)-?\d[\d.,' ]*?([^\d.,' ][^\d]*)?$/.exec(cell);
    for (const part of [parts?.[1]?.trim(), parts?.[2]?.trim()]) {
      if (part && part.length <= 20) found.set(part, (found.get(part) ?? 0) + count);
    }
  }
  return [...found]
    .filter(([, count]) => count >= all / 20)
    .sort(([, first], [, second]) => second - first)
    .slice(0, 3)
    .map(([part]) => part);
}
