// A definition is sound: every name it uses exists, nothing is named twice, nothing hangs on what comes later, every
// part can be reached, every text is there in every language. One subject a file in checks/.
import { checkBounds } from './checks/bounds.ts';
import { checkConditions, checkGrids } from './checks/conditions.ts';
import { checkRespondent } from './checks/consent.ts';
import { checkNames, checkOptions, checkVariables } from './checks/names.ts';
import { checkPiping } from './checks/piping.ts';
import type { DefinitionProblem } from './checks/problem.ts';
import { checkReachable } from './checks/reachable.ts';
import { checkTexts } from './checks/texts.ts';
import type { Questionnaire } from './questionnaire.ts';

export type { DefinitionProblem } from './checks/problem.ts';
export { estimateOf } from './estimate.ts';

/**
 * Everything wrong with a questionnaire that the schema cannot see: errors, with which it cannot be fielded, and
 * warnings; an empty list when there is nothing to say.
 */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const names = checkNames(questionnaire);
  const parts = [...names, ...checkTexts(questionnaire), ...checkOptions(questionnaire)];
  // Variables can only be counted out once every list and scale is there.
  if (names.some(({ key }) => key === 'check.unknownList' || key === 'check.unknownScale')) return parts;
  const order = [...checkVariables(questionnaire), ...checkConditions(questionnaire)];
  return [
    ...parts,
    ...order,
    ...checkGrids(questionnaire),
    ...checkBounds(questionnaire),
    // What can be reached is only asked where every condition reads answers that come before it.
    ...(errorsAmong(order).length === 0 ? checkReachable(questionnaire) : []),
    ...checkPiping(questionnaire),
    ...checkRespondent(questionnaire),
  ];
}

/** Those problems with which nobody can be asked anything. */
export function errorsAmong(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  return problems.filter(({ severity }) => severity === 'error');
}
