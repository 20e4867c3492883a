// What is suggested to one person, by what that person answered: shown to nobody else.
import type { Answers } from '../../surveys/answers.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import { ticked } from '../../surveys/question-types/multiple.ts';
import { type Product, type ProductKind, publicProducts } from './products.ts';
import { namedAnswer } from './suggested-group.ts';

/** Products everybody may see that name an answer of this survey this person gave, in their own order. */
export function suggestedTo(
  survey: string,
  answers: Answers,
  records: Pick<ProjectRecords, ProductKind>,
): readonly Product[] {
  return publicProducts(records).filter(({ offeredTo }) =>
    offeredTo.map(namedAnswer).some(
      (named) =>
        named.survey === survey &&
        // One choice is stored as its code; things to tick each have a variable of their own.
        (answers[named.variable] === named.option || answers[`${named.variable}.${named.option}`] === ticked),
    ),
  );
}
