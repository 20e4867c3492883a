// Words somebody pasted → a questionnaire, or everything that is wrong with them; and problems as lines to read.

import type { DefinitionProblem } from '../../../surveys/check.ts';
import { placeOf } from '../../../surveys/editing/places.ts';
import { refusal } from '../../../surveys/editing/refusal.ts';
import { readDefinition } from '../../../surveys/editing/schema-problems.ts';
import { inLanguage, type Questionnaire } from '../../../surveys/questionnaire.ts';
import type { Words } from './workspace.ts';

export type ReadText =
  | { readonly questionnaire: Questionnaire }
  | { readonly problems: readonly DefinitionProblem[] };

/** The questionnaire in a JSON text. */
export function readDefinitionText(text: string): ReadText {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return { problems: [notJson(text, error instanceof Error ? error.message : '')] };
  }
  return readDefinition(value);
}

function notJson(text: string, reason: string): DefinitionProblem {
  const position = /at position (\d+)/.exec(reason)?.[1];
  if (position === undefined) return refusal('', 'notJson');
  const before = text.slice(0, Number(position)).split('\n');
  // Lines are told as in an editor, without points between thousands.
  const place = { line: String(before.length), column: String((before.at(-1)?.length ?? 0) + 1) };
  return refusal('', 'notJsonAt', place);
}

export interface ProblemLine {
  /** `pages[2].questions[0].label` */
  readonly path: string;
  /** "Vraag B2"; '' where the file is what somebody looks at. */
  readonly place: string;
  readonly words: string;
  /** The form where it can be put right; null when there is none. */
  readonly address: string | null;
}

/** Most problems told at once. */
const mostLines = 50;

export interface ProblemLines {
  readonly lines: readonly ProblemLine[];
  /** How many more there are. */
  readonly more: number;
}

/** The first problems as lines. @param at says where a path is for who does not look at the file. */
export function problemLines(
  problems: readonly DefinitionProblem[],
  { say }: Words,
  at: (path: string) => Pick<ProblemLine, 'place' | 'address'> = () => ({ place: '', address: null }),
): ProblemLines {
  const lines = problems.slice(0, mostLines).map(({ path, key, values }) => ({
    path: path === '' ? say({ key: 'project.file.whole' }) : path,
    words: say({ key, values }),
    ...at(path),
  }));
  return { lines, more: problems.length - lines.length };
}

/** Where a path is in words, and the form of the editor it belongs to. */
export function placesIn(project: string, survey: string, questionnaire: Questionnaire, words: Words) {
  return (path: string): Pick<ProblemLine, 'place' | 'address'> => {
    const { kind, code } = placeOf(questionnaire, path).place;
    const query = new URLSearchParams({ survey, ...(kind === 'front' ? {} : { [kind]: code }) });
    const page = kind === 'page' ? questionnaire.pages.find((each) => each.code === code) : undefined;
    const name = page ? inLanguage(page.title, words.language) : code;
    return {
      place: words.say({ key: `project.place.${kind}`, values: { name } }),
      address: `/team/${encodeURIComponent(project)}/edit?${query.toString()}`,
    };
  };
}
