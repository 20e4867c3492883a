// What can be chosen of a survey for a file that leaves: per question its answers, and apart from them people's words, the
// background and which library, because those are what somebody can be known by.
import type { Codebook } from '../../codebook.ts';
import { type Questionnaire, questionsOf, type Text } from '../../questionnaire.ts';

export const fieldGroups = ['answers', 'background', 'words', 'library'] as const;
export type FieldGroup = (typeof fieldGroups)[number];

/** One box to tick. */
export interface FieldChoice {
  readonly group: FieldGroup;
  readonly question: string;
  readonly label: Text;
  /** Names of the variables that leave with it. */
  readonly variables: readonly string[];
}

/** Whether these variables say of somebody both which library and the background: they never leave together. */
export function libraryWithBackground(choices: readonly FieldChoice[], names: ReadonlySet<string>): boolean {
  const chosen = choices.filter(({ variables }) => variables.some((name) => names.has(name)));
  return (['library', 'background'] as const).every((group) => chosen.some((each) => each.group === group));
}

/** The choices in the order of the questions. @param background codes of the questions the project declares as such. */
export function fieldChoices(
  questionnaire: Questionnaire,
  codebook: Codebook,
  background: readonly string[],
): readonly FieldChoice[] {
  const groupOf = (question: string, measure: string): FieldGroup => {
    if (measure === 'register') return 'library';
    if (measure === 'text') return 'words';
    return background.includes(question) ? 'background' : 'answers';
  };
  return questionsOf(questionnaire).flatMap(({ code, label }) => {
    const own = codebook.variables.filter(({ question }) => question === code);
    return fieldGroups.flatMap((group) => {
      const variables = own.filter(({ measure }) => groupOf(code, measure) === group).map(({ name }) => name);
      return variables.length === 0 ? [] : [{ group, question: code, label, variables }];
    });
  });
}
