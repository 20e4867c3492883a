// What the conditions of a questionnaire are held against: the answers so far, the values of their codes, and the
// register's facts about the library that was chosen.
import type { Answers } from './answers.ts';
import { type Codebook, codebookOf } from './codebook.ts';
import type { Situation } from './condition.ts';
import { placeOf } from './number-line.ts';
import type { Questionnaire } from './questionnaire.ts';
import type { Register } from './register.ts';
import { isNumeric } from './variable.ts';

/** The situation of a respondent with these answers. */
export function situationOf(questionnaire: Questionnaire, answers: Answers, register: Register): Situation {
  const codebook = codebookOf(questionnaire);
  return {
    answers,
    library:
      codebook.registerVariable === null
        ? null
        : (register.get(answers[codebook.registerVariable] ?? '') ?? null),
    valueOf: (variable, answer) => valueIn(codebook, variable, answer),
  };
}

function valueIn(codebook: Codebook, name: string, answer: string): number | null {
  const variable = codebook.variables[codebook.position.get(name) ?? -1];
  if (!variable) return null;
  if (isNumeric(variable)) return placeOf(variable.measure, answer);
  return variable.categories.find(({ code }) => code === answer)?.value ?? null;
}
