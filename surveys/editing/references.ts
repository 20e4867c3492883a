// Where a definition names something of its own: variables in conditions and in words, lists and scales in questions.
// So that a rename reaches every place, and nothing is removed that is still referred to.
import { variablesRead } from '../condition.ts';
import { variableNames } from '../question-types/index.ts';
import type { Condition, Question, Questionnaire } from '../questionnaire.ts';
import { referencesIn } from '../references.ts';
import { eachPart, isText } from './texts.ts';

export interface Use {
  /** Where it stands, as in `DefinitionProblem.path`. */
  readonly path: string;
  readonly name: string;
}

/** Every place in a part of the definition that reads a variable: conditions, and words such as `{A2}`. */
export function variableUses(value: unknown, path = ''): readonly Use[] {
  const uses: Use[] = [];
  const visit = (part: unknown, place: string, key: string): void => {
    if (key === 'showIf' && part !== undefined) {
      // Only a valid definition is looked through, and there a `showIf` is a condition.
      const names = variablesRead(part as Condition);
      uses.push(...[...new Set(names)].map((name) => ({ path: place, name })));
    } else if (isText(part)) {
      const names = Object.values(part).flatMap((words) => referencesIn(words).map(({ name }) => name));
      uses.push(...[...new Set(names)].map((name) => ({ path: place, name })));
    } else eachPart(part, place, visit);
  };
  visit(value, path, '');
  return uses;
}

/** Every name by which the answers to a question are read: its code and its variables. */
export function namesOf(questionnaire: Questionnaire, question: Question): ReadonlySet<string> {
  return new Set([question.code, ...variableNames(questionnaire, question)]);
}

/** The lists a question uses, each with its place inside the question. */
export function listsUsed(question: Question): readonly Use[] {
  const uses: Use[] = [];
  if ('options' in question && !Array.isArray(question.options) && 'list' in question.options) {
    uses.push({ path: 'options', name: question.options.list });
  }
  if (question.type === 'grid' && !Array.isArray(question.rows) && 'list' in question.rows) {
    uses.push({ path: 'rows', name: question.rows.list });
  }
  return uses;
}

/** The scales a question uses, each with its place inside the question. */
export function scalesUsed(question: Question): readonly Use[] {
  const uses: Use[] = [];
  if ('options' in question && !Array.isArray(question.options) && 'scale' in question.options) {
    uses.push({ path: 'options', name: question.options.scale });
  }
  if (question.type === 'grid') {
    uses.push(
      ...question.scales.map(({ scale }, index) => ({ path: `scales[${index}].scale`, name: scale })),
    );
  }
  return uses;
}

/** Every question with its place. */
export function placedQuestions(
  questionnaire: Questionnaire,
): readonly { readonly path: string; readonly question: Question }[] {
  return questionnaire.pages.flatMap((page, p) =>
    page.questions.map((question, q) => ({ path: `pages[${p}].questions[${q}]`, question })),
  );
}
