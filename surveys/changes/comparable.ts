// Which questions of two questionnaires can be compared from one measurement to the next: those where no change between
// them is breaking. Other surveys of the same project are judged as versions of one survey are.
import { type Change, changesBetween } from '../changes.ts';
import { type Questionnaire, questionsOf } from '../questionnaire.ts';

/** The breaking changes per question that is in both, none where answers can be compared; in the order of the newer. */
export function breaksPerQuestion(
  older: Questionnaire,
  newer: Questionnaire,
): ReadonlyMap<string, readonly Change[]> {
  const before = new Set(questionsOf(older).map(({ code }) => code));
  const breaking = changesBetween(older, newer).filter(({ verdict }) => verdict === 'breaking');
  return new Map(
    newer.pages.flatMap((page) =>
      page.questions
        .filter(({ code }) => before.has(code))
        .map(({ code }): [string, readonly Change[]] => [
          code,
          breaking.filter((change) => isAbout(change, code, page.code)),
        ]),
    ),
  );
}

/** A change is about a question, about all questions of a page, or (without a code) about all there are. */
function isAbout(change: Change, question: string, page: string): boolean {
  if (change.code === '') return true;
  if (change.key === 'changes.pageCondition') return change.code === page;
  return change.code.split(', ').includes(question);
}
