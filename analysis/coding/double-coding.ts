// Whether two people who code the same remarks do it alike: which remarks are read twice, and for each code how often both
// gave it. The unit is a remark, and a code is given or not: a remark may have several (docs/rules.md, Remarks).
import { type Valence, valences } from '../../surveys/coding/valence.ts';
import {
  type CodingFrame,
  type CodingDimension as Dimension,
  codingDimensions as dimensions,
} from '../../surveys/needs-catalogue.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import { cohenKappa } from '../statistics/cohen-kappa.ts';
import { kappaInterval } from '../statistics/kappa-interval.ts';
import { type AlphaReading, krippendorffAlpha } from '../statistics/krippendorff-alpha.ts';
import type { Interval } from '../statistics/wilson-interval.ts';

/** The codes that one person gave a remark. */
export type Codes = Readonly<Record<Dimension, readonly string[]>>;

/** What one person made of a remark. */
export interface CodedBy extends Codes {
  /** Null for what is older than that was kept. */
  readonly valence: Valence | null;
}

/** One remark as both coded it. */
interface Both<C extends Codes> {
  readonly first: C;
  readonly second: C;
}
export interface CodedTwice extends Both<CodedBy> {
  readonly id: string;
}

/** How alike both saw which way remarks point: one of three for each. */
export interface ValenceAgreement {
  /** Remarks of which both told it. */
  readonly remarks: number;
  /** Share on which both did the same, 0-1. */
  readonly agreement: number | null;
  /** Cohen's kappa; null where both gave one and the same everywhere. */
  readonly kappa: number | null;
  readonly interval: Interval | null;
}

export interface CodeAgreement {
  readonly code: string;
  readonly label: Text;
  /** Remarks to which both gave the code, only one of them, or neither. */
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
  /** Share of remarks on which both did the same, 0-1. */
  readonly agreement: number | null;
  /** Cohen's kappa; null where both gave the code always or never. */
  readonly kappa: number | null;
  readonly interval: Interval | null;
  /** Fewer remarks than five have the code: neither kappa nor its interval says anything yet. */
  readonly few: boolean;
}

export interface DimensionAgreement {
  readonly dimension: Dimension;
  /** Krippendorff's alpha over every code of every remark, and how it reads. */
  readonly alpha: number | null;
  readonly reading: AlphaReading | null;
  /** Codes that anybody gave, the least agreed on first; those too few to judge last. */
  readonly codes: readonly CodeAgreement[];
  /** Where one gave the first code and the other the second instead, the most frequent first. */
  readonly confusions: readonly { readonly one: Text; readonly other: Text; readonly count: number }[];
}

/** A fifth of the remarks, but thirty at least (docs/rules.md, Remarks). */
const share = 0.2;
const fewest = 30;
/** A code that fewer remarks have is not judged. */
const fewestWithCode = 5;

/** How many of so many remarks are coded twice. */
export function sampleSize(remarks: number): number {
  return Math.min(remarks, Math.max(fewest, Math.ceil(share * remarks)));
}

/**
 * The remarks that are coded twice, in the order in which they are: by chance from the seed and their own id, so that a
 * remark keeps its place when others come or go.
 */
export function sampleOf<R extends { readonly id: string }>(
  remarks: readonly R[],
  seed: string,
): readonly R[] {
  return remarks
    .map((remark) => ({ remark, place: hashOf(`${seed} ${remark.id}`) }))
    .sort((one, other) => one.place - other.place || (one.remark.id < other.remark.id ? -1 : 1))
    .slice(0, sampleSize(remarks.length))
    .map(({ remark }) => remark);
}

/** 32 bits of words: FNV-1a through the finaliser of MurmurHash3. */
function hashOf(words: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/**
 * How alike two people coded, services and themes apart.
 * Sources: Cohen 1960; Fleiss, Cohen & Everitt 1969; Krippendorff 2011 for the reading.
 */
export function codingAgreement(
  frame: Pick<CodingFrame, Dimension>,
  remarks: readonly Both<Codes>[],
): readonly DimensionAgreement[] {
  return dimensions.map((dimension) => {
    const given = (of: 'first' | 'second', code: string) =>
      remarks.map((remark) => Number(remark[of][dimension].includes(code)));
    const used = frame[dimension].filter(
      ({ code }) => given('first', code).includes(1) || given('second', code).includes(1),
    );
    const units = (of: 'first' | 'second') => used.flatMap(({ code }) => given(of, code));
    const { estimate, reading } = krippendorffAlpha([units('first'), units('second')], 'nominal');
    return {
      dimension,
      alpha: estimate,
      reading,
      codes: used
        .map(({ code, label }) => ({
          code,
          label,
          ...agreementOn(given('first', code), given('second', code)),
        }))
        .sort((one, other) => Number(one.few) - Number(other.few) || (one.kappa ?? 1) - (other.kappa ?? 1)),
      confusions: confusionsOf(frame[dimension], dimension, remarks),
    };
  });
}

function agreementOn(first: readonly number[], second: readonly number[]) {
  const count = (one: number, other: number) =>
    first.filter((given, remark) => given === one && second[remark] === other).length;
  const [both, onlyFirst, onlySecond, neither] = [count(1, 1), count(1, 0), count(0, 1), count(0, 0)];
  const { agreement, kappa } = cohenKappa(first, second);
  return {
    both,
    onlyFirst,
    onlySecond,
    neither,
    agreement,
    kappa,
    interval: kappaInterval([
      [both, onlyFirst],
      [onlySecond, neither],
    ]),
    few: both + onlyFirst + onlySecond < fewestWithCode,
  };
}

/** What only one of both gave, beside what only the other gave the same remark instead. */
function confusionsOf(
  codes: CodingFrame[Dimension],
  dimension: Dimension,
  remarks: readonly Both<Codes>[],
): DimensionAgreement['confusions'] {
  const place = new Map(codes.map(({ code }, index) => [code, index]));
  const pairs = new Map<string, { one: string; other: string; count: number }>();
  for (const { first, second } of remarks) {
    const onlyFirst = first[dimension].filter((code) => !second[dimension].includes(code));
    const onlySecond = second[dimension].filter((code) => !first[dimension].includes(code));
    for (const a of onlyFirst) {
      for (const b of onlySecond) {
        const [one, other] = (place.get(a) ?? 0) < (place.get(b) ?? 0) ? [a, b] : [b, a];
        const key = `${one} ${other}`;
        const pair = pairs.get(key) ?? { one, other, count: 0 };
        pair.count += 1;
        pairs.set(key, pair);
      }
    }
  }
  const label = (code: string) => codes.find((each) => each.code === code)?.label;
  return [...pairs.values()]
    .sort((a, b) => b.count - a.count || (a.one + a.other < b.one + b.other ? -1 : 1))
    .flatMap(({ one, other, count }) => {
      const [from, to] = [label(one), label(other)];
      return from && to ? [{ one: from, other: to, count }] : [];
    });
}

/**
 * Cohen's kappa over the three directions, with its interval, of the remarks of which both told one; null without any.
 * Sources as in `codingAgreement`.
 */
export function valenceAgreement(remarks: readonly Both<CodedBy>[]): ValenceAgreement | null {
  const told = remarks.flatMap(({ first, second }) =>
    first.valence && second.valence ? [[first.valence, second.valence] as const] : [],
  );
  if (told.length === 0) return null;
  const count = (one: Valence, other: Valence) =>
    told.filter(([first, second]) => first === one && second === other).length;
  return {
    remarks: told.length,
    ...cohenKappa(
      told.map(([first]) => first),
      told.map(([, second]) => second),
    ),
    interval: kappaInterval(valences.map((one) => valences.map((other) => count(one, other)))),
  };
}

/** Whether two people gave a remark the same codes, and the same direction where both told it. */
export function codedAlike({ first, second }: Both<CodedBy>): boolean {
  const told = first.valence !== null && second.valence !== null;
  return (
    (!told || first.valence === second.valence) &&
    dimensions.every(
      (dimension) =>
        first[dimension].length === second[dimension].length &&
        first[dimension].every((code) => second[dimension].includes(code)),
    )
  );
}
