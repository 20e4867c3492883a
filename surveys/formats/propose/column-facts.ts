// What is known of one column once the file was read: enough to propose a question of any kind, small enough to keep.
import { answerWords } from './answer-words.ts';
import { type DateForm, dateFormatOf, dayFormatOf } from './date-cells.ts';
import { type ListFacts, listFactsOf } from './list-options.ts';
import { absenceIn, absentNumbers } from './missing-words.ts';
import { type NumberFacts, numberFactsOf } from './number-forms.ts';
import type { ColumnProfile, Counted } from './profile.ts';

export interface ColumnFacts {
  readonly place: number;
  readonly heading: string;
  readonly filled: number;
  readonly different: number;
  /** The three most frequent cells. */
  readonly examples: readonly string[];
  readonly longest: number;
  readonly averageLength: number;
  /** Every different cell, the most frequent first; null when there are too many to be codes. */
  readonly cells: readonly Counted[] | null;
  /** Cells that say why there is no answer, of numbers and dates, whose other cells are not kept. */
  readonly absent: readonly Counted[];
  readonly number: NumberFacts | null;
  readonly date: DateForm | null;
  /** The form of days with anything behind them, where every row has one. */
  readonly day: DateForm | null;
  readonly list: ListFacts | null;
  readonly personal: 'email' | 'address' | 'phone' | null;
}

/** Signs of the longest words that say there is no answer. */
const longestAbsence = 60;

/** Different cells that can be codes of one question. */
export const mostAnswers = 240;

export interface FileFacts {
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  readonly longRows: number;
  readonly shortRows: number;
}

/** What is known of a column of a file with so many rows. */
export function columnFactsOf(column: ColumnProfile, rows: number): ColumnFacts {
  const { place, heading, filled, cells, rest, longest, signs } = column;
  const absentNumber = absentNumbers(cells.map(([cell]) => cell));
  const isAbsent = ([cell]: Counted) =>
    cell.length <= longestAbsence && (absenceIn(cell) !== null || absentNumber(cell) !== null);
  const absent = cells.filter(isAbsent).slice(0, mostAnswers);
  const gone = new Set(absent);
  const present = absent.length === 0 ? cells : cells.filter((each) => !gone.has(each));
  const day = dayFormatOf(present);
  const wholeDay = day && day.odd.length === 0 && absent.length === 0 && filled === rows;
  const date = rest === null ? dateFormatOf(present) : null;
  return {
    place,
    heading,
    filled,
    different: cells.length + (rest?.count ?? 0),
    examples: cells.slice(0, 3).map(([cell]) => (cell.length > 80 ? `${cell.slice(0, 79)}…` : cell)),
    longest,
    averageLength: filled === 0 ? 0 : signs / filled,
    cells: rest === null && cells.length <= mostAnswers ? cells : null,
    absent,
    number: keptNumbers(numberFactsOf(column, present)),
    date: date && date.odd.length <= mostAnswers ? date : null,
    day: wholeDay && (rest === null || rest.days === rest.count) ? day : null,
    list: rest === null ? listFactsOf(present) : null,
    personal: personalOf(cells.slice(0, 200)),
  };
}

/** Numbers whose odd cells are too many to name are no numbers. */
function keptNumbers(facts: NumberFacts | null): NumberFacts | null {
  return facts !== null && facts.odd.length <= mostAnswers ? facts : null;
}

/** What most of these cells look like, where that says who somebody is. */
function personalOf(cells: readonly Counted[]): ColumnFacts['personal'] {
  const share = (pattern: RegExp) =>
    cells.filter(([cell]) => pattern.test(cell)).length / Math.max(1, cells.length);
  if (share(/^[^\s@]+@[^\s@]+\.[^\s@]+$/) > 0.5) return 'email';
  if (share(/^(\d{1,3}\.){3}\d{1,3}$|^([0-9a-f]{0,4}:){3,7}[0-9a-f]{0,4}$/i) > 0.5) return 'address';
  if (share(/^(\+|00)\d[\d ()/.-]{7,}$|^0\d{1,3}[ /.-]\d[\d /.-]{4,}$/) > 0.5) return 'phone';
  return null;
}

/** What a heading says its column is, where tools and forms agree on the words. */
export function headingKind(
  heading: string,
): 'personal' | 'identifier' | 'moment' | 'metadata' | 'weight' | null {
  const words = answerWords(heading).replace(/[_ -]+/g, ' ');
  for (const [kind, pattern] of headingKinds) if (pattern.test(words)) return kind;
  return null;
}

const headingKinds = [
  [
    'personal',
    /^(your |je |uw |jouw )?(e ?mail( ?address| ?adres)?|email ?address|mail|naam|name|full name|voornaam|first name|achternaam|last name|surname|familienaam|nom|prénom|telefoon(nummer)?|phone( number)?|gsm|adres|address|ip ?address|ip adres|username|user name|gebruikersnaam|recipient (email|first ?name|last ?name)|recipient(email|firstname|lastname)|adresse|vorname|nachname|navn|geboortedatum|date of birth|location latitude|location longitude|locationlatitude|locationlongitude)$/,
  ],
  [
    'identifier',
    /^(id|respondent ?id|response ?id|respondent|collector ?id|user ?id|case ?id|token|seed|record|record ?id|nr|nummer|#|unique ?id|external ?reference|externalreference|externaldatareference|antwoord ?id|volgnummer)$/,
  ],
  [
    'moment',
    /^(start ?date|end ?date|start ?time|starttijd|begintijd|voltooiingstijd|tijdstip van voltooien|completion time|timestamp|tijdstempel|horodateur|zeitstempel|tidsstempel|submit ?date|submitted( at)?|date ?stamp|date submitted|recorded ?date|date|datum|invuldatum|last ?action|last modified time|created|ingevuld op|start|end)$/,
  ],
  [
    'metadata',
    /^(status|progress|finished|duration.*|distribution ?channel|user ?language|start ?language|last ?page|ref ?url|lastpage|startlanguage|custom data \d*|collector|interview ?time|total time|seconds|tijdsduur|browser|user ?agent|device)$/,
  ],
  ['weight', /^(weight|wt|gewicht|weging|weegfactor|poids|vægt|design ?weight)$/],
] as const;
