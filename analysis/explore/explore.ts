// One view worked out in full: the question, its tables, the tests on them corrected together, weights, and sentences.
// What a reader may see of it is decided by disclosure.
import { type Questionnaire, questionsOf } from '../../surveys/questionnaire.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import { questionResults } from '../question-results.ts';
import type { QuestionResult } from '../results/questions.ts';
import { correctTogether } from './association.ts';
import { type CrossDraft, crossDrafts, crossedVariables } from './cross-tables.ts';
import type { CrossTable, Explored, Said } from './explored.ts';
import { gapOf } from './gap.ts';
import { libraryDrafts } from './library-tables.ts';
import { saidOfTable } from './said.ts';
import { maskOf, splitBy } from './splits.ts';
import type { Correction, ExploreView } from './view.ts';
import { weighLibraries, weightedVariables } from './weighting.ts';

export interface ExploreInput {
  readonly survey: string;
  readonly questionnaire: Questionnaire;
  readonly dataset: Dataset;
  /** Empty for a survey that is not about the register's libraries. */
  readonly register: readonly RegisterLibrary[];
  /** The background variables the project declares. */
  readonly background: readonly string[];
}

/**
 * Everything a view shows, in full.
 * @param view from `readView` with this survey's offer.
 * @throws RangeError when the view names what the survey does not have.
 */
export function explore(input: ExploreInput, view: ExploreView): Explored {
  const { dataset, register } = input;
  const mask = maskOf(dataset, register, view.filters);
  const question = questionsOf(input.questionnaire).find(({ code }) => code === view.question);
  if (!question) throw new RangeError(`the survey has no question "${view.question}"`);
  const variables = crossedVariables(input.questionnaire, question).filter(
    ({ name }) => view.variable === null || name === view.variable,
  );
  const split = view.by === null ? null : splitBy(dataset, register, view.by);
  const drafts =
    view.unit === 'libraries'
      ? libraryDrafts(dataset, register, question, variables, split, mask)
      : split && crossDrafts(dataset, question, variables, split, mask);
  const crosses = drafts && tested(drafts, view.correction);
  const comparisons = crosses ? comparisonsIn(crosses) : 0;
  const single = view.variable ?? (variables.length === 1 ? variables[0]?.name : undefined);
  const gap = view.gapWith !== null && single ? gapOf(dataset, single, view.gapWith, mask) : null;
  const weights = view.weighting === 'none' ? null : weighLibraries(dataset, register, view.weighting);
  return {
    view,
    responses: mask === null ? dataset.size : mask.reduce((sum, taken) => sum + taken, 0),
    libraries: librariesIn(dataset, mask),
    question: resultOf(input, question.code, mask),
    crosses,
    gap,
    weighting: weights?.weighting ?? null,
    weighted: weights ? weightedVariables(dataset, question, variables, weights, mask, view.unit, split) : [],
    tested: comparisons === 0 ? null : { comparisons, method: view.correction },
    refusals: [],
    said: saidTogether(crosses ?? [], gap?.said ?? null),
  };
}

/** How many tests the tables hold. */
export function comparisonsIn(crosses: readonly CrossTable[]): number {
  return crosses.reduce(
    (sum, { association, rows }) =>
      sum + Number(association !== null) + rows.filter((row) => row.association !== null).length,
    0,
  );
}

/** The tables with their tests corrected over all of them together. */
function tested(drafts: readonly CrossDraft[], correction: Correction): readonly CrossTable[] {
  const corrected = correctTogether(
    drafts.flatMap((draft) => draft.tested),
    correction,
  );
  let next = 0;
  return drafts.map(({ table, tested: own, perRow }) => {
    const associations = corrected.slice(next, next + own.length);
    next += own.length;
    const unsaid = perRow
      ? {
          ...table,
          association: null,
          rows: table.rows.map((row, place) => ({ ...row, association: associations[place] ?? null })),
        }
      : { ...table, association: associations[0] ?? null };
    return { ...unsaid, said: saidOfTable(unsaid) };
  });
}

/** The sentences of a view: tables with the strongest association first. */
export function saidTogether(crosses: readonly CrossTable[], gap: Said | null): readonly Said[] {
  // Epsilon squared is a share of variance: its root compares with the others.
  const size = ({ said: { values } }: CrossTable) =>
    values.effect === 'epsilonSquared'
      ? Math.sqrt(Number(values.size ?? 0))
      : Math.abs(Number(values.size ?? 0));
  const tables = crosses.toSorted((one, other) => size(other) - size(one)).map(({ said }) => said);
  return gap ? [gap, ...tables] : tables;
}

/** The question as on the results pages. */
function resultOf({ questionnaire, dataset }: ExploreInput, code: string, mask: Mask): QuestionResult {
  const alone = {
    ...questionnaire,
    pages: questionnaire.pages.map((page) => ({
      ...page,
      questions: page.questions.filter((question) => question.code === code),
    })),
  };
  const [result] = questionResults(alone, dataset, mask);
  if (!result) throw new RangeError(`the question "${code}" has no result`);
  return result;
}

function librariesIn({ library, libraries, size }: Dataset, mask: Mask): number {
  const answered = new Uint8Array(libraries.length);
  for (let row = 0; row < size; row += 1) {
    const index = library[row] as number;
    if (index >= 0 && (mask === null || mask[row] === 1)) answered[index] = 1;
  }
  return answered.reduce((sum, one) => sum + one, 0);
}
