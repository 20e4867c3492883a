// A condition in signs instead of words: the same in every language, for codebooks that leave.
import type { Condition } from './questionnaire.ts';

/** Such as `role in (desk, lead) and not (years answered)`. */
export function conditionCode(condition: Condition): string {
  if ('all' in condition) return condition.all.map(part).join(' and ');
  if ('any' in condition) return condition.any.map(part).join(' or ');
  if ('not' in condition) return `not (${conditionCode(condition.not)})`;
  if ('answered' in condition) return `${condition.answered} answered`;
  if ('register' in condition) return `register.${condition.register} in (${condition.is.join(', ')})`;
  if ('is' in condition) return `${condition.variable} in (${condition.is.join(', ')})`;
  const { variable, atLeast, atMost } = condition;
  const bounds = [
    ...(atLeast === undefined ? [] : [`${variable} >= ${atLeast}`]),
    ...(atMost === undefined ? [] : [`${variable} <= ${atMost}`]),
  ];
  return bounds.join(' and ');
}

function part(condition: Condition): string {
  const several = 'any' in condition || 'all' in condition;
  return several ? `(${conditionCode(condition)})` : conditionCode(condition);
}
