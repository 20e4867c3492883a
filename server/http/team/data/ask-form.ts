// The forms by which full answers are asked for and approved: reads what was typed and says what is wrong with it.
import { dayOf, isDay } from '../../../../surveys/day.ts';
import { answerKinds } from '../../../../surveys/formats/data-files/data-file-kinds.ts';
import {
  type FieldChoice,
  type FieldGroup,
  fieldGroups,
  libraryWithBackground,
} from '../../../../surveys/formats/data-files/field-choices.ts';
import { inLanguage } from '../../../../surveys/questionnaire.ts';
import type { Wanted } from '../../../db/data-log.ts';
import type { FormMistake } from '../round-form.ts';

/** The longest purpose or reason, and the days an approval may last at most. */
const longest = 1000;
const mostDays = 366;

export interface AskTyped {
  readonly purpose: string;
  readonly kind: string;
  readonly separator: string;
  readonly decimal: string;
  readonly until: string;
  /** Ids of the boxes that are ticked. */
  readonly ticked: ReadonlySet<string>;
}

/** The id of a box, and the name of its field. */
export function boxOf({ group, question }: Pick<FieldChoice, 'group' | 'question'>): string {
  return `field.${group}.${question}`;
}

/** What a request starts from: answers to the questions alone, for a month. */
export function suggestedAsk(choices: readonly FieldChoice[], today: string): AskTyped {
  const ordinary = choices.filter(({ group }) => group === 'answers');
  return {
    purpose: '',
    kind: 'csv',
    separator: 'semicolon',
    decimal: 'comma',
    until: dayAfter(today, 30),
    ticked: new Set(ordinary.map(boxOf)),
  };
}

export function readAsk(field: (name: string) => string, choices: readonly FieldChoice[]): AskTyped {
  return {
    purpose: field('purpose').replaceAll('\r\n', '\n').trim(),
    kind: field('kind'),
    separator: field('separator'),
    decimal: field('decimal'),
    until: field('until').trim().slice(0, 40),
    ticked: new Set(choices.map(boxOf).filter((box) => field(box) === '1')),
  };
}

interface Judged<T> {
  readonly sound: T | null;
  readonly mistakes: readonly FormMistake[];
}

/** What a sound form asks for, or what is wrong with it. */
export function judgeAsk(
  survey: string,
  typed: AskTyped,
  choices: readonly FieldChoice[],
  today: string,
): Judged<Wanted> {
  const mistakes: FormMistake[] = [
    ...wordsMistakes('purpose', typed.purpose),
    ...fieldMistakes(typed.ticked, choices),
    ...untilMistakes(typed.until, today, dayAfter(today, mostDays)),
  ];
  const kind = answerKinds.find((each) => each === typed.kind);
  const separator = (['comma', 'semicolon', 'tab'] as const).find((each) => each === typed.separator);
  const decimal = (['point', 'comma'] as const).find((each) => each === typed.decimal);
  if (!kind) mistakes.push(mistake('kind', 'kindWrong'));
  if (!separator) mistakes.push(mistake('separator', 'signWrong'));
  if (!decimal) mistakes.push(mistake('decimal', 'signWrong'));
  if (mistakes.length > 0 || !kind || !separator || !decimal) return { sound: null, mistakes };
  const fields = fieldsTicked(typed.ticked, choices);
  return { sound: { survey, kind, separator, decimal, fields, until: typed.until }, mistakes };
}

export interface DecisionTyped {
  readonly reason: string;
  readonly until: string;
  readonly ticked: ReadonlySet<string>;
  /** What the officer states to know: that people can be recognised, and that the words were read. */
  readonly known: boolean;
  readonly read: boolean;
}

export function readDecision(
  field: (name: string) => string,
  choices: readonly FieldChoice[],
): DecisionTyped {
  return {
    reason: field('reason').replaceAll('\r\n', '\n').trim(),
    until: field('until').trim().slice(0, 40),
    ticked: new Set(choices.map(boxOf).filter((box) => field(box) === '1')),
    known: field('known') === '1',
    read: field('read') === '1',
  };
}

export interface ApprovalLimits {
  readonly today: string;
  readonly most: string;
  /** How many people are in small groups. */
  readonly below: number;
  /** Numbers of the requests whose file points at people when it lies beside this one. */
  readonly against: readonly number[];
}

/** What a sound approval gives, or what is wrong with it. */
export function judgeApproval(
  typed: DecisionTyped,
  choices: readonly FieldChoice[],
  { today, most, below, against }: ApprovalLimits,
): Judged<Pick<Wanted, 'fields' | 'until'>> {
  const words = choices.some((choice) => choice.group === 'words' && typed.ticked.has(boxOf(choice)));
  const mistakes: readonly FormMistake[] = [
    ...wordsMistakes('reason', typed.reason),
    ...fieldMistakes(typed.ticked, choices),
    ...besideMistakes(typed.ticked, choices, against),
    ...untilMistakes(typed.until, today, most),
    ...(below > 0 && !typed.known ? [mistake('known', 'knownMissing', { below })] : []),
    ...(words && !typed.read ? [mistake('read', 'readMissing')] : []),
  ];
  if (mistakes.length > 0) return { sound: null, mistakes };
  return { sound: { fields: fieldsTicked(typed.ticked, choices), until: typed.until }, mistakes };
}

/** What is wrong with a reason that must be given. */
export function wordsMistakes(field: 'purpose' | 'reason', words: string): readonly FormMistake[] {
  if (words === '') return [mistake(field, `${field}Missing`)];
  return words.length > longest ? [mistake(field, 'tooLong', { most: longest })] : [];
}

/** Which library somebody is of never leaves together with their background (docs/rules.md, Data that leave). */
function fieldMistakes(ticked: ReadonlySet<string>, choices: readonly FieldChoice[]): readonly FormMistake[] {
  const chosen = choices.filter((choice) => ticked.has(boxOf(choice)));
  const first = choices[0];
  if (chosen.length === 0) return [mistake(first ? boxOf(first) : 'purpose', 'fieldsMissing')];
  const library = chosen.find(({ group }) => group === 'library');
  const together = libraryWithBackground(choices, new Set(fieldsTicked(ticked, choices)));
  return library && together ? [mistake(boxOf(library), 'libraryWithBackground')] : [];
}

/** Nor in two files, which can be laid side by side. */
function besideMistakes(
  ticked: ReadonlySet<string>,
  choices: readonly FieldChoice[],
  against: readonly number[],
): readonly FormMistake[] {
  const first = choices.find(
    (choice) => ticked.has(boxOf(choice)) && (choice.group === 'library' || choice.group === 'background'),
  );
  if (!first || against.length === 0) return [];
  const values = { count: against.length, requests: against.join(', ') };
  return [mistake(boxOf(first), 'libraryBeside', values)];
}

function untilMistakes(until: string, today: string, most: string): readonly FormMistake[] {
  if (!isDay(until)) return [mistake('until', 'dayWrong')];
  if (until < today) return [mistake('until', 'dayPast')];
  return until > most ? [mistake('until', 'dayLate')] : [];
}

function fieldsTicked(ticked: ReadonlySet<string>, choices: readonly FieldChoice[]): readonly string[] {
  return choices.filter((choice) => ticked.has(boxOf(choice))).flatMap(({ variables }) => variables);
}

function mistake(field: string, key: string, values: FormMistake['values'] = {}): FormMistake {
  return { field, key: `data.mistake.${key}`, values };
}

function dayAfter(day: string, days: number): string {
  return dayOf(new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000));
}

/** A group of boxes as the form shows it. */
export interface BoxGroup {
  readonly group: FieldGroup;
  readonly boxes: readonly { readonly id: string; readonly label: string; readonly checked: boolean }[];
}

export function boxGroups(
  choices: readonly FieldChoice[],
  ticked: ReadonlySet<string>,
  language: string,
): readonly BoxGroup[] {
  return fieldGroups
    .map((group) => ({
      group,
      boxes: choices
        .filter((choice) => choice.group === group)
        .map((choice) => ({
          id: boxOf(choice),
          label: inLanguage(choice.label, language),
          checked: ticked.has(boxOf(choice)),
        })),
    }))
    .filter(({ boxes }) => boxes.length > 0);
}
