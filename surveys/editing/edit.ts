// One change of a definition being edited, as a value; what it gives is always valid by the schema, or refused with
// what is wrong and where.
import type { DefinitionProblem } from '../check.ts';
import type { OptionList, Page, Question, Questionnaire, Scale } from '../questionnaire.ts';

/** What a questionnaire says around its pages. */
export type Front = Pick<
  Questionnaire,
  'title' | 'languages' | 'welcome' | 'notice' | 'thanks' | 'contact' | 'hiddenAnswers'
>;

/** New words for one text, by its place in the JSON; empty words take the language away. */
export interface TextEdit {
  readonly path: string;
  readonly language: string;
  readonly words: string;
}

/** `after`: the code it comes behind, null for the first place. `to`: the place it has afterwards, from 0. */
export type Edit =
  | { readonly kind: 'addPage'; readonly after: string | null; readonly page: Page }
  | { readonly kind: 'replacePage'; readonly code: string; readonly page: Omit<Page, 'questions'> }
  | { readonly kind: 'removePage'; readonly code: string }
  | { readonly kind: 'movePage'; readonly code: string; readonly to: number }
  | {
      readonly kind: 'addQuestion';
      readonly page: string;
      readonly after: string | null;
      readonly question: Question;
    }
  | { readonly kind: 'replaceQuestion'; readonly code: string; readonly question: Question }
  | { readonly kind: 'removeQuestion'; readonly code: string }
  | { readonly kind: 'moveQuestion'; readonly code: string; readonly page: string; readonly to: number }
  | { readonly kind: 'replaceList'; readonly code: string; readonly list: OptionList }
  | { readonly kind: 'removeList'; readonly code: string }
  | { readonly kind: 'replaceScale'; readonly code: string; readonly scale: Scale }
  | { readonly kind: 'removeScale'; readonly code: string }
  | { readonly kind: 'replaceFront'; readonly front: Front }
  | { readonly kind: 'setTexts'; readonly texts: readonly TextEdit[] }
  | { readonly kind: 'replaceAll'; readonly questionnaire: Questionnaire };

export type Edited =
  | { readonly questionnaire: Questionnaire }
  | { readonly problems: readonly DefinitionProblem[] };

/** The questionnaire after an edit, or why it cannot be made. The one given is never changed. */
export function applyEdit(_questionnaire: Questionnaire, _edit: Edit): Edited {
  throw new RangeError('not there yet');
}
