// The form that brings an action up to date: reads what was typed, says what is wrong with it, and makes the change.
import { refuseUnreleasedWords, UnreleasedQuote } from '../../../analysis/report/chain.ts';
import type { ActionUpdate } from '../../../analysis/report/follow-up.ts';
import { isDay } from '../../../surveys/day.ts';
import type { ProjectRecord, ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { type ActionState, actionStates } from '../../../surveys/records/decisions.ts';
import { formatDate } from '../../format-values.ts';
import type { FormMistake } from './round-form.ts';

export interface ActionTyped {
  readonly state: string;
  readonly owner: string;
  readonly day: string;
  /** The start as it is told, where the day is not known: "najaar 2024". */
  readonly about: string;
  readonly reason: string;
  /** How many changes the action had when the form was drawn. */
  readonly seen: string;
}

/** Most characters of each field. */
const longest = { owner: 120, about: 60, reason: 600 } as const;

export function typedOf(field: (name: keyof ActionTyped) => string): ActionTyped {
  const typed = (name: keyof ActionTyped) => field(name).replaceAll('\r\n', '\n').trim();
  return {
    state: typed('state').slice(0, 40),
    owner: typed('owner'),
    day: typed('day').slice(0, 40),
    about: typed('about'),
    reason: typed('reason'),
    seen: typed('seen').slice(0, 10),
  };
}

/** The form as it stands before anything was typed. */
export function typedFrom(action: ProjectRecord<'action'>, language: string): ActionTyped {
  return {
    state: action.state,
    owner: inLanguage(action.owner, language),
    day: action.start?.sort ?? '',
    about: action.start ? inLanguage(action.start.label, language) : '',
    reason: action.reason ? inLanguage(action.reason, language) : '',
    seen: String(action.history?.length ?? 0),
  };
}

export function judgeAction(
  typed: ActionTyped,
  action: ProjectRecord<'action'>,
  records: ProjectRecords,
): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `follow-up.edit.${key}`, values });
  if (typed.seen !== String(action.history?.length ?? 0)) wrong('state-idea', 'changedMeanwhile');
  if (!isState(typed.state)) wrong('state-idea', 'stateMissing');
  if (typed.owner === '') wrong('owner', 'ownerMissing');
  if (typed.day !== '' && !isDay(typed.day)) wrong('day', 'dayWrong');
  if (typed.day === '' && typed.about !== '') wrong('day', 'dayMissing');
  if (typed.state === 'stopped' && typed.reason === '') wrong('reason', 'reasonMissing');
  for (const [field, most] of Object.entries(longest)) {
    // The keys of `longest` are fields of what was typed.
    if (typed[field as keyof typeof longest].length > most) wrong(field, 'tooLong', { most });
  }
  if (tellsUnreleased([typed.owner, typed.about, typed.reason], records)) wrong('reason', 'unreleased');
  return mistakes;
}

/** Whether words that become public hold a quote nobody released (docs/rules.md, Few people). */
export function tellsUnreleased(words: readonly string[], records: ProjectRecords): boolean {
  try {
    refuseUnreleasedWords(words, records);
    return false;
  } catch (error) {
    if (error instanceof UnreleasedQuote) return true;
    throw error;
  }
}

/** What a sound form asks for. Words that were left as they are keep their other languages. */
export function updateOf(
  typed: ActionTyped,
  action: ProjectRecord<'action'>,
  language: string,
  languages: readonly string[],
): ActionUpdate {
  const before = typedFrom(action, language);
  const said = (words: string, was: Text | undefined, wasWords: string): Text =>
    was && words === wasWords ? was : { [language]: words };
  const start = () => {
    if (typed.day === '') return undefined;
    if (typed.day === before.day && typed.about === before.about && action.start) return action.start;
    // Another day with the old words beside it would tell the old day.
    const own = typed.about !== '' && (typed.about !== before.about || typed.day === before.day);
    const label = own
      ? { [language]: typed.about }
      : Object.fromEntries(languages.map((each) => [each, formatDate(each, typed.day)]));
    return { sort: typed.day, label };
  };
  return {
    state: isState(typed.state) ? typed.state : action.state,
    owner: said(typed.owner, action.owner, before.owner),
    start: start(),
    reason: typed.reason === '' ? undefined : said(typed.reason, action.reason, before.reason),
  };
}

function isState(state: string): state is ActionState {
  return actionStates.some((known) => known === state);
}
