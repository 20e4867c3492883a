// Every page, question, option and row can come up: its condition, with those around it and those of the questions it
// reads, holds for some answers. All answers that make a difference are tried, as long as there are not too many.
import { holds } from '../condition.ts';
import type { Condition, Questionnaire } from '../questionnaire.ts';
import { someAnswers, triedVariables } from './possible-answers.ts';
import { type DefinitionProblem, error, type PlacedCondition, placedConditions } from './problem.ts';

/** More combinations than this are not tried for one condition: it is taken to hold somewhere. */
const mostCombinations = 20_000;
/** And no more than this for the whole questionnaire, so that an editor never waits. */
const mostInAll = 200_000;

/** The parts that nobody can ever see. One of a shared list must be out of reach in every question that uses it. */
export function checkReachable(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const byPath = new Map<string, { readonly shows: PlacedCondition['shows']; reached: boolean }>();
  const budget = { left: mostInAll };
  const unreachablePages = new Set<PlacedCondition['questions'][number]>();
  const unreachableQuestions = new Set<PlacedCondition['questions'][number]>();
  for (const placed of placedConditions(questionnaire)) {
    const { path, shows, questions } = placed;
    // What stands inside something out of reach is out of reach for that reason, which is told once.
    const inside =
      shows !== 'page' &&
      questions.some(
        (question) =>
          unreachablePages.has(question) || (shows !== 'question' && unreachableQuestions.has(question)),
      );
    if (inside || byPath.get(path)?.reached) continue;
    const reached = canHold(questionnaire, [...placed.within, placed.condition], budget);
    if (!reached && shows === 'page') for (const question of questions) unreachablePages.add(question);
    if (!reached && shows === 'question')
      unreachableQuestions.add(questions[0] as (typeof questions)[number]);
    byPath.set(path, { shows, reached });
  }
  return [...byPath].flatMap(([path, { shows, reached }]) =>
    reached ? [] : [error(path, `unreachable.${shows}`)],
  );
}

/** Whether some answers make all of these conditions hold; true when there are too many to try. */
function canHold(
  questionnaire: Questionnaire,
  conditions: readonly Condition[],
  budget: { left: number },
): boolean {
  const tried = triedVariables(questionnaire, conditions);
  const own = { left: Math.min(mostCombinations, budget.left) };
  const before = own.left;
  const found = someAnswers(questionnaire, tried, own, (situation) =>
    conditions.every((condition) => holds(condition, situation)),
  );
  budget.left -= before - own.left;
  return found !== false;
}
