// The question who takes part in which working group, made of the register of groups of a project.
import type { ProjectRecord } from './project-records.ts';
import { inLanguage, type Question, type QuestionOf, type Text } from './questionnaire.ts';

/** The code of the question: one per questionnaire. */
export const participationQuestion = 'working_groups';
const none = 'none';

export interface ParticipationWords {
  readonly label: Text;
  readonly help: Text;
  /** "None of these". */
  readonly none: Text;
}

/**
 * A question with a box per group, in the order of the register. A group keeps its code when its name changes, so that waves
 * can be compared; words of a question that was there before stay.
 * @param languages of the questionnaire; a name that lacks one is told as it is.
 * @throws RangeError without groups: nobody can be asked about nothing.
 */
export function participationAsked(
  groups: readonly ProjectRecord<'working_group'>[],
  words: ParticipationWords,
  languages: readonly string[],
  before: Question | undefined,
): QuestionOf<'multiple'> {
  if (groups.length === 0) throw new RangeError('there are no groups to ask about');
  const inAll = (text: Text): Text =>
    Object.fromEntries(languages.map((language) => [language, inLanguage(text, language)]));
  const kept = before?.type === 'multiple' ? before : null;
  return {
    type: 'multiple',
    required: false,
    shuffle: false,
    instead: [],
    help: inAll(words.help),
    ...kept,
    code: participationQuestion,
    label: kept?.label ?? inAll(words.label),
    options: [
      ...groups.map(({ code, name }) => ({ code, label: inAll(name) })),
      { code: none, label: inAll(words.none), exclusive: true },
    ],
  };
}

/** The variable that says who takes part in a group. */
export function participationIn(group: string): string {
  return `${participationQuestion}.${group}`;
}
