// What the explorer offers of a survey: questions, what they can be split by, and the background groups to filter on.
import { codebookOf } from '../../surveys/codebook.ts';
import { type Question, questionsOf } from '../../surveys/questionnaire.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import { crossedVariables } from './cross-tables.ts';
import type { ExploreInput } from './explore.ts';
import { onSameScale } from './gap.ts';
import { registerFacts } from './splits.ts';
import type { ExploreOffer } from './view.ts';

/** A table with more columns than this is no table anybody reads. */
const mostGroups = 12;

/** Everything a view of this survey can be made of. */
export function offerOf(input: ExploreInput): ExploreOffer {
  const { questionnaire, register } = input;
  const questions = questionsOf(questionnaire).filter(isExplored);
  const scales = codebookOf(questionnaire).variables.filter(isCategorical);
  const hasRegister = register.length > 0;
  const background = backgroundOf(input);
  return {
    survey: input.survey,
    questions: questions.map((question) => ({
      code: question.code,
      variables: crossedVariables(questionnaire, question).map((variable) => ({
        name: variable.name,
        gapWith: scales
          .filter((other) => other.name !== variable.name && onSameScale(variable, other))
          .map(({ name }) => name),
      })),
    })),
    by: [
      ...(hasRegister ? registerFacts : [])
        .filter((fact) => new Set(register.map((library) => library[fact])).size <= mostGroups)
        .map((name) => ({ name, background: true })),
      ...background.map(({ name }) => ({ name, background: true })),
      ...scales
        .filter((variable) => !background.includes(variable) && figuresOf(variable).length <= mostGroups)
        .map(({ name }) => ({ name, background: false })),
    ],
    filters: [
      ...(hasRegister ? registerFacts : []).map((fact) => ({
        variable: fact,
        codes: [...new Set(register.map((library) => library[fact]))],
      })),
      ...background.map((variable) => ({
        variable: variable.name,
        codes: figuresOf(variable).map(({ code }) => code),
      })),
    ],
    register: hasRegister,
  };
}

/** The background variables a project declares and this survey asks. */
export function backgroundOf({ questionnaire, background }: ExploreInput): readonly Variable[] {
  const { variables } = codebookOf(questionnaire);
  return background.flatMap((name) =>
    variables.filter((variable) => variable.name === name && isCategorical(variable)),
  );
}

/** Words between questions, the choice of a library and consent tell nothing to compare. */
function isExplored({ type }: Question): boolean {
  return type !== 'section' && type !== 'register' && type !== 'consent';
}

function isCategorical(variable: Variable): boolean {
  const { measure, type } = variable;
  // Places in a ranking are many small groups of what its own table says in two.
  const unfit = measure === 'text' || measure === 'register' || type === 'consent' || type === 'rank';
  return !unfit && !isNumeric(variable) && figuresOf(variable).length > 1;
}

function figuresOf({ categories }: Variable) {
  return categories.filter(({ missing }) => missing === null);
}
