// What a talk asks about the project's needs: which were recognised, which is missing, and what would help.
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { directionSchema } from '../../../surveys/records/parts.ts';
import { talkRecords } from '../../../surveys/records/talks.ts';
import type { FormMistake } from './round-form.ts';

type Interview = ProjectRecord<'interview'>;

export interface SolutionTyped {
  readonly text: string;
  readonly need: string;
  readonly works: string;
  readonly note: string;
}
export interface NeedsTyped {
  /** Need → what the interviewer says of it outright. */
  readonly recognised: ReadonlyMap<string, string>;
  readonly missing: string;
  readonly solutions: readonly SolutionTyped[];
}

/** What can be said of a need, and of a solution. */
export const recognitions = talkRecords.interview.shape.needs.valueType.options;
export const workings = talkRecords.interview.shape.solutions.unwrap().element.shape.works.options;

const mostSolutions = 20;
/** Most characters of each field. */
const longest = { missing: 300, text: 200, note: 300 } as const;

export const noSolution: SolutionTyped = { text: '', need: '', works: '', note: '' };

/** The solutions with room for two more. */
export function withRoomForSolutions(solutions: readonly SolutionTyped[]): readonly SolutionTyped[] {
  const room = Math.max(0, Math.min(2, mostSolutions - solutions.length));
  return [...solutions, ...Array.from({ length: room }, () => noSolution)];
}

/** Reads the fields by their names; a solution without words and without a note is none. */
export function typedNeeds(field: (name: string) => string, needs: readonly string[]): NeedsTyped {
  const words = (name: string) => field(name).replaceAll('\r\n', '\n').trim();
  const solutions = Array.from({ length: mostSolutions }, (_, place) => {
    const own = `solution.${place + 1}`;
    return {
      text: words(`${own}.text`),
      need: words(`${own}.need`).slice(0, 40),
      works: words(`${own}.works`).slice(0, 40),
      note: words(`${own}.note`),
    };
  });
  return {
    recognised: new Map(needs.map((need) => [need, field(`recognised.${need}`)])),
    missing: words('missing'),
    solutions: solutions.filter(({ text, note }) => text !== '' || note !== ''),
  };
}

/** What is wrong with these fields. */
export function judgeNeeds({ missing, solutions }: NeedsTyped, needs: readonly string[]) {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `guide.talk.${key}`, values });
  const tooLong = (field: string, said: string, most: number) => {
    if (said.length > most) wrong(field, 'tooLong', { most });
  };
  tooLong('missing', missing, longest.missing);
  solutions.forEach(({ text, need, works, note }, place) => {
    const own = `solution.${place + 1}`;
    if (text === '') wrong(`${own}.text`, 'solutionMissing');
    tooLong(`${own}.text`, text, longest.text);
    if (need === '') wrong(`${own}.need`, 'solutionNeedMissing');
    else if (!needs.includes(need)) wrong(`${own}.need`, 'needGone');
    if (!workings.some((each) => each === works)) wrong(`${own}.works`, 'worksMissing');
    tooLong(`${own}.note`, note, longest.note);
  });
  return mistakes;
}

/** These fields of a talk that is kept. */
export function typedFromNeeds(
  { needs: kept, talk, solutions }: Interview,
  needs: readonly string[],
  language: string,
): NeedsTyped {
  const text = (value: Text | undefined) => (value ? inLanguage(value, language) : '');
  return {
    recognised: new Map(needs.map((need) => [need, kept[need] ?? 'notAsked'])),
    missing: text(talk?.missing),
    solutions: solutions.map(({ solution, need, works, note }) => ({
      text: text(solution),
      need,
      works,
      note: text(note),
    })),
  };
}

/** The solutions of sound fields. */
export function solutionsOf({ solutions }: NeedsTyped, said: (words: string) => Text) {
  return solutions.map(({ text, need, works, note }) => ({
    need,
    solution: said(text),
    works,
    ...(note === '' ? {} : { note: said(note) }),
  }));
}

interface Spoken {
  readonly need?: string | undefined;
  readonly direction?: string | undefined;
}

/**
 * Per need what the talk says of it. What the interviewer says outright wins; where nothing was changed, what is
 * newly said in the excerpts does. A need that was not asked about is left out.
 */
export function recognisedIn(
  { recognised }: NeedsTyped,
  excerpts: readonly Spoken[],
  before: Interview | null,
): Readonly<Record<string, string>> {
  const heard = recognition(excerpts);
  const heardBefore = recognition(before?.excerpts ?? []);
  const kept = before?.needs ?? {};
  const needs = new Set([...Object.keys(kept), ...recognised.keys(), ...Object.keys(heard)]);
  return Object.fromEntries(
    [...needs].flatMap((need) => {
      const outright = recognitions.find((each) => each === recognised.get(need));
      const stood = kept[need] ?? 'notAsked';
      const anew = heard[need] !== heardBefore[need] ? heard[need] : undefined;
      // A form without a row for it says nothing outright: what was heard before goes with its excerpts.
      const without = heard[need] ?? (heardBefore[need] ? 'notAsked' : stood);
      const says = outright === undefined ? without : outright === stood ? (anew ?? outright) : outright;
      return says === 'notAsked' ? [] : [[need, says]];
    }),
  );
}

/** Per need somebody spoke of: recognised when anything said supports it, not when all that takes a side speaks against it. */
function recognition(excerpts: readonly Spoken[]): Readonly<Record<string, string>> {
  const directions = new Map<string, string[]>();
  for (const { need, direction } of excerpts) {
    const known = directionSchema.safeParse(direction).data;
    if (need && known) directions.set(need, [...(directions.get(need) ?? []), known]);
  }
  return Object.fromEntries(
    [...directions].flatMap(([need, all]) => {
      if (all.includes('supports')) return [[need, 'recognised']];
      return all.includes('contradicts') ? [[need, 'notRecognised']] : [];
    }),
  );
}

/** Where a need that a talk found missing is put on the list, with its words filled in. */
export function newNeedAddress(project: string, language: string, words: string): string {
  return `/team/${project}/needs/edit?label.${language}=${encodeURIComponent(words)}#label.${language}`;
}
