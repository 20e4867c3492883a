// The result of each question, by its type: distributions, tick-all shares, rankings, numbers or open text.

import { variablesOf } from '../surveys/question-types/index.ts';
import { ticked } from '../surveys/question-types/multiple.ts';
import { unranked } from '../surveys/question-types/rank.ts';
import {
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionOf,
  scaleOf,
} from '../surveys/questionnaire.ts';
import { withoutReferences } from '../surveys/references.ts';
import type { Dataset } from './dataset.ts';
import { distributionOf } from './distribution.ts';
import type { Share } from './figure.ts';
import type { Mask } from './library-counts.ts';
import { numbersOf, unitOf } from './numbers.ts';
import type { MissingCategory, QuestionResult, RankShare, ScaleLook } from './results/questions.ts';
import {
  type Counts,
  countTogether,
  countVariable,
  figuresIn,
  shareAmong,
  shareOfAsked,
  shareOfCounts,
} from './tabulate.ts';

/** Every question's result, in the order of the questionnaire; words between questions have none. */
export function questionResults(
  questionnaire: Questionnaire,
  dataset: Dataset,
  mask: Mask,
): readonly QuestionResult[] {
  return questionnaire.pages.flatMap((page) =>
    page.questions
      .filter(({ type }) => type !== 'section')
      .map((question) => resultOf(questionnaire, question, page.code, dataset, mask)),
  );
}

function resultOf(
  questionnaire: Questionnaire,
  question: Question,
  page: string,
  dataset: Dataset,
  mask: Mask,
): QuestionResult {
  const head = { code: question.code, type: question.type, label: withoutReferences(question.label), page };
  const count = (name: string) => countVariable(dataset, name, mask);
  const together = (counted: readonly Counts[]) => countTogether(dataset, counted, mask);
  if (question.type === 'text') return { ...head, kind: 'text', given: givenShare(count(question.code)) };
  if (question.type === 'multiple' || question.type === 'pick')
    return { ...head, ...choicesOf(questionnaire, question, count, together) };
  if (question.type === 'rank') return { ...head, ...rankingOf(questionnaire, question, count, together) };
  if (
    question.type === 'number' ||
    question.type === 'slider' ||
    question.type === 'date' ||
    question.type === 'points'
  ) {
    return {
      ...head,
      kind: 'numbers',
      unit: unitOf(question),
      total: question.type === 'points' ? question.total : null,
      numbers: variablesOf(questionnaire, question).map(({ name }) =>
        numbersOf(dataset, name, question, mask),
      ),
    };
  }
  const distributions = variablesOf(questionnaire, question)
    .filter((variable) => variable.measure !== 'text')
    .map((variable) => distributionOf(count(variable.name)));
  return { ...head, kind: 'distributions', look: lookOf(questionnaire, question), distributions };
}

type Count = (variable: string) => Counts;
type CountTogether = (counted: readonly Counts[]) => Pick<Counts, 'base' | 'missing'>;

/** The reasons that were given instead of an answer: every variable of the question has them alike. */
function reasonsIn(counted: readonly Counts[]): readonly MissingCategory[] {
  const [first] = counted;
  return (first?.variable.categories ?? []).flatMap(({ code, label, missing: reason }, index) =>
    reason === null ? [] : [{ code, label, reason, count: first?.categories[index] ?? 0 }],
  );
}

/** Who wrote something, of those who were asked. */
export function givenShare(counts: Counts): Share {
  const { variable, missing } = counts;
  return shareAmong(counts, figuresIn(variable), [...figuresIn(variable), counts.perLibrary.width - 2], {
    ...missing,
    skipped: 0,
  });
}

function choicesOf(
  questionnaire: Questionnaire,
  question: QuestionOf<'multiple' | 'pick'>,
  count: Count,
  together: CountTogether,
) {
  const options = optionsOf(questionnaire, question);
  const counted = options.map((option) => ({ option, counts: count(`${question.code}.${option.code}`) }));
  const { base, missing } = together(counted.map(({ counts }) => counts));
  const tick = ({ variable }: Counts) => variable.categories.findIndex(({ code }) => code === ticked);
  const ticks = (counts: Counts) => counts.categories[tick(counts)] ?? 0;
  const mentions = counted.reduce((sum, { counts }) => sum + ticks(counts), 0);
  return {
    kind: 'choices' as const,
    base,
    mentions,
    missing,
    missingCategories: reasonsIn(counted.map(({ counts }) => counts)),
    openness: 'full' as const,
    // An option that is offered to some has a base of its own.
    choices: counted.map(({ option, counts }) => ({
      variable: counts.variable.name,
      code: option.code,
      label: withoutReferences(option.label),
      share: shareOfCounts(counts, [tick(counts)]),
      ofAsked: shareOfAsked(counts, [tick(counts)]),
      ofMentions: mentions === 0 ? null : ticks(counts) / mentions,
    })),
  };
}

function rankingOf(
  questionnaire: Questionnaire,
  question: QuestionOf<'rank'>,
  count: Count,
  together: CountTogether,
) {
  const counted = optionsOf(questionnaire, question).map((option) => ({
    option,
    counts: count(`${question.code}.${option.code}`),
  }));
  const { base, missing } = together(counted.map(({ counts }) => counts));
  return {
    kind: 'ranking' as const,
    top: question.top,
    base,
    missing,
    missingCategories: reasonsIn(counted.map(({ counts }) => counts)),
    openness: 'full' as const,
    options: counted.map(({ option, counts }): RankShare => {
      const placed = counts.variable.categories
        .map((category, index) => ({ category, index, n: counts.categories[index] ?? 0 }))
        .filter(({ category }) => category.code !== unranked && category.missing === null);
      const inTop = placed.reduce((sum, { n }) => sum + n, 0);
      const placeSum = placed.reduce((sum, { category, n }) => sum + (category.value ?? 0) * n, 0);
      return {
        variable: counts.variable.name,
        code: option.code,
        label: withoutReferences(option.label),
        inTop: shareOfCounts(
          counts,
          placed.map(({ index }) => index),
        ),
        first: shareOfCounts(
          counts,
          placed.slice(0, 1).map(({ index }) => index),
        ),
        meanPlace: inTop === 0 ? null : placeSum / inTop,
      };
    }),
  };
}

/** Which colours a question's bars take: its scale's, or nominal. A grid takes its first scale's. */
function lookOf(questionnaire: Questionnaire, question: Question): ScaleLook {
  if (question.type === 'grid' && question.scales[0])
    return scaleOf(questionnaire, question.scales[0].scale).look;
  if (question.type === 'scale') return 'sequential';
  if (question.type !== 'single') return 'nominal';
  if (!Array.isArray(question.options) && 'scale' in question.options) {
    return scaleOf(questionnaire, question.options.scale).look;
  }
  const ordered = optionsOf(questionnaire, question).some(({ value }) => value !== undefined);
  return ordered ? 'sequential' : 'nominal';
}
