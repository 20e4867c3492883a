// The form of a talk: reads what was typed, says what is wrong with it, and makes the interview of it.

import { isDay } from '../../../surveys/day.ts';
import { type Guide, talkModes } from '../../../surveys/guides/guide.ts';
import { type ProjectRecord, projectRecordsSchema } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { certaintySchema, directionSchema } from '../../../surveys/records/parts.ts';
import { formatDate } from '../../format-values.ts';
import type { FormMistake } from './round-form.ts';
import {
  judgeNeeds,
  type NeedsTyped,
  recognisedIn,
  solutionsOf,
  typedFromNeeds,
  typedNeeds,
} from './talk-needs.ts';

export interface ExcerptTyped {
  readonly text: string;
  readonly role: string;
  readonly need: string;
  readonly direction: string;
  readonly block: string;
  readonly certainty: string;
}
export interface TalkTyped extends NeedsTyped {
  readonly day: string;
  readonly participant: string;
  readonly mode: string;
  readonly participants: string;
  readonly people: string;
  readonly selection: string;
  readonly followUp: string;
  readonly consentNotes: boolean;
  readonly consentAudio: boolean;
  readonly consentName: boolean;
  /** Block → what was noted. */
  readonly notes: ReadonlyMap<string, string>;
  readonly excerpts: readonly ExcerptTyped[];
}

const mostExcerpts = 40;
const mostPeople = 100;
/** Most characters of each field. */
const longest = { participant: 120, selection: 600, followUp: 600 } as const;
const longestNote = 4000;
const longestExcerpt = { text: 1000, role: 80 } as const;

export const noExcerpt: ExcerptTyped = {
  text: '',
  role: '',
  need: '',
  direction: 'supports',
  block: '',
  certainty: 'certain',
};

/** The excerpts with room for three more. */
export function withRoom(excerpts: readonly ExcerptTyped[]): readonly ExcerptTyped[] {
  const room = Math.min(3, mostExcerpts - excerpts.length);
  return [...excerpts, ...Array.from({ length: Math.max(0, room) }, () => noExcerpt)];
}

/** The form before anything was typed. */
export function emptyTalk(guide: Guide, needs: readonly string[]): TalkTyped {
  return typedTalk(() => '', guide, needs);
}

/** Reads the form by the names of its fields; an excerpt without words is none. */
export function typedTalk(
  field: (name: string) => string,
  guide: Guide,
  needs: readonly string[],
): TalkTyped {
  const words = (name: string) => field(name).replaceAll('\r\n', '\n').trim();
  const code = (name: string) => words(name).slice(0, 40);
  const excerpts = Array.from({ length: mostExcerpts }, (_, place) => {
    const own = `excerpt.${place + 1}`;
    return {
      text: words(`${own}.text`),
      role: words(`${own}.role`),
      need: code(`${own}.need`),
      direction: code(`${own}.direction`),
      block: guide.blocks.find((block) => block.code === code(`${own}.block`))?.code ?? '',
      certainty: code(`${own}.certainty`),
    };
  });
  return {
    day: code('day'),
    participant: words('participant'),
    mode: code('mode'),
    participants: code('participants'),
    people: code('people'),
    selection: words('selection'),
    followUp: words('followUp'),
    consentNotes: field('consentNotes') === '1',
    consentAudio: field('consentAudio') === '1',
    consentName: field('consentName') === '1',
    notes: new Map(guide.blocks.map((block) => [block.code, words(`note.${block.code}`)])),
    excerpts: excerpts.filter(({ text }) => text !== ''),
    ...typedNeeds(field, needs),
  };
}

/** What is wrong with the form. Without consent for notes nothing of a talk is kept; without a reason for the choice neither. */
export function judgeTalk(typed: TalkTyped, guide: Guide, needs: readonly string[]): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `guide.talk.${key}`, values });
  if (!isDay(typed.day)) wrong('day', 'dayWrong');
  if (typed.participant === '') wrong('participant', 'participantMissing');
  if (!talkModes.some((mode) => mode === typed.mode)) wrong(`mode-${talkModes[0]}`, 'modeMissing');
  if (!guide.participants.some(({ code }) => code === typed.participants)) {
    wrong(`participants-${guide.participants[0]?.code ?? ''}`, 'participantsMissing');
  }
  const people = /^\d{1,3}$/.test(typed.people) ? Number(typed.people) : 0;
  if (typed.people !== '' && (people < 1 || people > mostPeople)) {
    wrong('people', 'peopleWrong', { most: mostPeople });
  }
  if (typed.selection === '') wrong('selection', 'selectionMissing');
  if (!typed.consentNotes) wrong('consentNotes', 'consentMissing');
  const tooLong = (field: string, words: string, most: number) => {
    if (words.length > most) wrong(field, 'tooLong', { most });
  };
  tooLong('participant', typed.participant, longest.participant);
  tooLong('selection', typed.selection, longest.selection);
  tooLong('followUp', typed.followUp, longest.followUp);
  for (const [block, words] of typed.notes) tooLong(`note.${block}`, words, longestNote);
  typed.excerpts.forEach(({ text, role, need }, place) => {
    const own = `excerpt.${place + 1}`;
    tooLong(`${own}.text`, text, longestExcerpt.text);
    tooLong(`${own}.role`, role, longestExcerpt.role);
    if (need !== '' && !needs.includes(need)) wrong(`${own}.need`, 'needGone');
  });
  return [...mistakes, ...judgeNeeds(typed, needs)];
}

/** The form of a talk that is kept; null for an interview that was not held with the guide. */
export function typedFromTalk(
  interview: ProjectRecord<'interview'>,
  guide: Guide,
  needs: readonly string[],
  language: string,
): TalkTyped | null {
  const { participant, date, talk, excerpts } = interview;
  if (!talk) return null;
  const text = (value: Text | undefined) => (value ? inLanguage(value, language) : '');
  const noted = new Map(talk.notes.map((note) => [note.block, text(note.text)]));
  return {
    day: date.sort,
    participant: text(participant),
    mode: talk.mode,
    participants: talk.participants,
    people: talk.people === null ? '' : String(talk.people),
    selection: text(talk.selection),
    followUp: text(talk.followUp),
    consentNotes: talk.consent.notes,
    consentAudio: talk.consent.audio,
    consentName: talk.consent.name,
    notes: new Map(guide.blocks.map(({ code }) => [code, noted.get(code) ?? ''])),
    excerpts: excerpts.map((excerpt) => ({
      text: text(excerpt.text),
      role: text(excerpt.role),
      need: excerpt.need ?? '',
      direction: excerpt.direction ?? noExcerpt.direction,
      block: excerpt.block ?? '',
      certainty: excerpt.certainty ?? noExcerpt.certainty,
    })),
    ...typedFromNeeds(interview, needs, language),
  };
}

export interface TalkKept {
  readonly code: string;
  /** As it was kept before; null for a new one. */
  readonly before: ProjectRecord<'interview'> | null;
  readonly language: string;
  readonly languages: readonly string[];
}

/** The interview of a sound form. Words that were left as they are keep their other languages. */
export function talkOf(
  typed: TalkTyped,
  { code, before, language, languages }: TalkKept,
): ProjectRecord<'interview'> {
  const earlier = before ? textsIn(before) : [];
  const said = (words: string): Text =>
    earlier.find((text) => inLanguage(text, language) === words) ?? { [language]: words };
  const excerpts = typed.excerpts.map((excerpt) => ({
    text: said(excerpt.text),
    ...(excerpt.need === '' ? {} : { need: excerpt.need, direction: directionOf(excerpt) }),
    ...(excerpt.role === '' ? {} : { role: said(excerpt.role) }),
    ...(excerpt.block === '' ? {} : { block: excerpt.block }),
    certainty: certaintySchema.safeParse(excerpt.certainty).data ?? noExcerpt.certainty,
  }));
  const record = {
    code,
    participant: said(typed.participant),
    date: {
      sort: typed.day,
      label: Object.fromEntries(languages.map((each) => [each, formatDate(each, typed.day)])),
    },
    needs: recognisedIn(typed, excerpts, before),
    solutions: solutionsOf(typed, said),
    excerpts,
    talk: {
      mode: typed.mode,
      participants: typed.participants,
      people: typed.people === '' ? null : Number(typed.people),
      selection: said(typed.selection),
      consent: { notes: typed.consentNotes, audio: typed.consentAudio, name: typed.consentName },
      notes: [...typed.notes].flatMap(([block, words]) =>
        words === '' ? [] : [{ block, text: said(words) }],
      ),
      ...(typed.missing === '' ? {} : { missing: said(typed.missing) }),
      ...(typed.followUp === '' ? {} : { followUp: said(typed.followUp) }),
    },
  };
  const [interview] = projectRecordsSchema.parse({ interview: [record] }).interview;
  if (!interview) throw new RangeError('a list of one interview holds one');
  return interview;
}

function directionOf({ direction }: ExcerptTyped): string {
  return directionSchema.safeParse(direction).data ?? noExcerpt.direction;
}

/** All words of a kept talk. */
function textsIn({ participant, talk, excerpts, solutions }: ProjectRecord<'interview'>): readonly Text[] {
  return [
    participant,
    ...(talk ? [talk.selection, ...talk.notes.map(({ text }) => text)] : []),
    ...[talk?.followUp, talk?.missing].filter((text) => text !== undefined),
    ...solutions.flatMap(({ solution, note }) => (note ? [solution, note] : [solution])),
    ...excerpts.flatMap(({ text, role }) => (role ? [text, role] : [text])),
  ];
}
