// The order of the answers of a closed question, where their words or numbers have one.
import { answerWords } from './answer-words.ts';
import {
  educationLevels,
  numberWords,
  phrases,
  type ScaleWord,
  scaleWords,
  timesAYear,
} from './scale-words.ts';

/** How an order was found. Only places on a `scale` and `numbers` are worth a mean. */
export type OrderKind = 'scale' | 'numbers' | 'bands' | 'rates' | 'levels';
export interface AnswerOrder {
  readonly kind: OrderKind;
  /** A number per answer that puts them in order; for `numbers` what the answers say themselves. */
  readonly places: readonly number[];
}

/** The order of these answers; null when they have none that words or numbers tell. */
export function orderOf(answers: readonly string[]): AnswerOrder | null {
  if (answers.length < 2) return null;
  const words = answers.map(answerWords);
  const ways: readonly [OrderKind, (words: readonly string[]) => readonly (number | null)[]][] = [
    ['numbers', anchors],
    ['rates', (each) => each.map(rateOf)],
    ['scale', scalePlaces],
    ['levels', (each) => each.map(levelOf)],
    ['bands', bandPlaces],
  ];
  for (const [kind, place] of ways) {
    const places = place(words);
    const known = places.filter((each) => each !== null);
    if (known.length === answers.length && new Set(known).size === answers.length) {
      return { kind, places: known };
    }
  }
  return null;
}

/** "1 - Not at all", "2", "5 (very)": the number in front, where it counts points of one scale. */
function anchors(words: readonly string[]): readonly (number | null)[] {
  const places = words.map((answer) => {
    const found = /^(\d{1,2})(?:$|\s*[-:.=)]\s*(?=\D)(?!.*\d)|\s+\()/.exec(answer);
    return found ? Number(found[1]) : null;
  });
  const known = places.filter((place) => place !== null);
  const span = Math.max(...known) - Math.min(...known);
  return known.length > 0 && span <= 10 ? places : words.map(() => null);
}

/** How many times a year an answer means: "A few times per month" is 36. */
function rateOf(answer: string): number | null {
  if (/^(never|nooit|jamais|nie|aldrig)$/.test(answer)) return 0;
  const times = /^\D*(\d+)\D*\b(keer|maal|times?|x|fois|mal|gange?)\b/.exec(answer)?.[1];
  if (/\d/.test(answer) && times === undefined) return null;
  const unit = timesAYear.find(([word]) => word.test(answer));
  if (!unit) return null;
  const isAdverb =
    /^(hourly|daily|weekly|monthly|yearly|annually|dagelijks|wekelijks|maandelijks|jaarlijks|quotidien|täglich|wöchentlich|monatlich|jährlich|dagligt?|ugentligt?|månedligt?|årligt?)$/;
  const inWords = isAdverb.test(answer) ? 1 : numberWords.findLast(([word]) => word.test(answer))?.[1];
  const count = times === undefined ? inWords : Number(times);
  if (count === undefined) return null;
  const less = /\b(less|minder|moins|weniger|mindre|fewer)\b/.test(answer);
  const more = /\b(more|meer|plus|mehr|mere)\b/.test(answer);
  return count * unit[1] * (less ? 0.9 : more ? 1.1 : 1);
}

function levelOf(answer: string): number | null {
  const level = educationLevels.findIndex((words) => words.test(answer));
  if (level < 0) return null;
  return level;
}

/** Places of answers whose every word is of a scale, or is what all of them are about ("masculine", "rude"). */
function scalePlaces(words: readonly string[]): readonly (number | null)[] {
  const read = words.map(asPhrases);
  const all = new Set(read.flat());
  const split = read.map((answer) => answer.flatMap((word) => opposite(word, all)));
  const about = subjectOf(split);
  const heads = words.map((answer) => answer.split(',')[0] ?? '');
  const middle = split.some((answer) => answer.includes('against')) || split.some(isBareNot) ? 0 : 0.75;
  return split.map((answer, index) => {
    const head = asPhrases(heads[index] ?? '');
    const isPoint = head.length === 1 && scaleWords.get(head[0] ?? '')?.kind === 'point';
    if (!isPoint || heads[index] === words[index]) return placeOf(answer, about, middle);
    // "Never, but open to it": what stands before the comma; a refusal behind it stands a little lower.
    const tail = (words[index] ?? '').slice((heads[index] ?? '').length);
    const place = placeOf(head, about, middle);
    return place === null ? null : place - (/\b(not|niet|pas|nicht|ikke)\b/.test(tail) ? 0.25 : 0);
  });
}

function asPhrases(answer: string): readonly string[] {
  let text = answer.replace(/[()"!]/g, ' ');
  for (const [phrase, word] of phrases) text = text.replace(phrase, word);
  return text.split(/[\s,;/]+/).filter((word) => word !== '');
}

/** "unfavourably" where others say "favourably": the same with a word against it. */
function opposite(word: string, all: ReadonlySet<string>): readonly string[] {
  if (scaleWords.get(word)?.kind === 'against') return ['against'];
  const found = /^(un|dis|in|im|on|des|mis|u)(.{3,})$/.exec(word);
  return found && all.has(found[2] ?? '') ? ['against', found[2] ?? ''] : [word];
}

/** Words of no scale that two in five of the answers share, and at least two. */
function subjectOf(answers: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const word of answers.flatMap((answer) => [...new Set(answer)])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  const least = Math.max(2, answers.length * 0.4);
  return new Set(
    [...counts]
      .filter(([word, count]) => count >= least && word !== 'against' && !scaleWords.has(word))
      .map(([word]) => word),
  );
}

function isBareNot(answer: readonly string[]): boolean {
  return answer.some((word) => scaleWords.get(word)?.kind === 'not');
}

/** Where the words of an answer put it; null when one of them is of no scale and not what all are about. */
function placeOf(answer: readonly string[], about: ReadonlySet<string>, middle: number): number | null {
  const read = answer
    .filter((word) => !about.has(word))
    .map((word): ScaleWord | undefined => (word === 'against' ? { kind: 'against' } : scaleWords.get(word)));
  const known = read.filter((word) => word !== undefined);
  if (known.some(({ kind }) => kind === 'middle')) return middle;
  if (known.length < read.length) return null;
  const has = (kind: ScaleWord['kind']) => known.some((word) => word.kind === kind);
  const point = known.find((word) => word.kind === 'point')?.place;
  const strength = known.find((word) => word.kind === 'strength')?.place;
  if (point !== undefined && has('not')) return point < 0 ? -point : -1;
  if (point !== undefined)
    return point + (strength === undefined || has('against') ? 0 : 0.4) * Math.sign(point);
  if (has('not')) return strength === undefined || has('against') ? -2 : -1;
  if (has('against')) return -(strength ?? 2);
  if (strength !== undefined) return strength;
  if (has('no')) return -2;
  return answer.length > 0 ? 2 : null;
}

/** Ages, incomes, sizes and times by their first numbers; "under" stands before its number, "over" behind it. */
function bandPlaces(words: readonly string[]): readonly (number | null)[] {
  const parts = words.map(numbersIn);
  if (parts.some((numbers) => numbers.length === 0)) return words.map(() => null);
  const isBand = words.some((answer, index) => (parts[index] ?? []).length > 1 || isOpen(answer) !== 0);
  if (!isBand) return words.map(() => null);
  const keys = words.map((answer, index) => {
    const [first = 0, ...rest] = parts[index] ?? [];
    return [first, isOpen(answer), ...rest];
  });
  const sorted = keys.toSorted(compareKeys);
  return keys.map((key) => sorted.findIndex((other) => compareKeys(key, other) === 0));
}

/** -1 for what lies below its number, 1 for what lies above. */
function isOpen(answer: string): number {
  if (
    /<|^(up to|tot|jusqu|bis|op til)\b|\b(less|fewer|under|below|lt|minder|jonger|moins|unter|weniger|mindre)\b/.test(
      answer,
    )
  )
    return -1;
  if (/>|\+|\b(more|over|above|up|older|plus|meer|ouder|boven|mehr|über|ab|mere)\b/.test(answer)) return 1;
  return 0;
}

function compareKeys(first: readonly number[], second: readonly number[]): number {
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const difference = (first[at] ?? -1) - (second[at] ?? -1);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** The numbers in an answer; spans of time in years. */
function numbersIn(answer: string): readonly number[] {
  const found = [...answer.matchAll(/(\d+(?:[.,]\d{3})+|\d+(?:[.,]\d+)?)\s*(k\b|[\p{L}]+)?/gu)];
  return found.map(([, digits = '', unit = '']) => {
    const thousands = /^\d+([.,]\d{3})+$/.test(digits);
    const number = Number(thousands ? digits.replaceAll(/[.,]/g, '') : digits.replace(',', '.'));
    const times = timesAYear.find(([word]) => word.test(unit))?.[1];
    if (times !== undefined) return number / times;
    return unit === 'k' ? number * 1000 : number;
  });
}
