// The result of each question, by its type: distributions, tick-all shares, rankings or open text.

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
import type { Dataset } from './dataset.ts';
import { distributionOf } from './distribution.ts';
import type { QuestionResult, RankShare, ScaleLook } from './results.ts';
import { shareOf } from './share.ts';
import { type Counts, countVariable, type Mask } from './tabulate.ts';

/** Every question's result, in the order of the questionnaire. */
export function questionResults(
  questionnaire: Questionnaire,
  dataset: Dataset,
  mask: Mask,
): readonly QuestionResult[] {
  return questionnaire.pages.flatMap((page) =>
    page.questions.map((question) => resultOf(questionnaire, question, page.code, dataset, mask)),
  );
}

function resultOf(
  questionnaire: Questionnaire,
  question: Question,
  page: string,
  dataset: Dataset,
  mask: Mask,
): QuestionResult {
  const head = { code: question.code, type: question.type, label: question.label, page };
  const count = (name: string) => countVariable(dataset, name, mask);
  if (question.type === 'text') return { ...head, kind: 'text', given: givenShare(count(question.code)) };
  if (question.type === 'multiple' || question.type === 'pick')
    return { ...head, ...choicesOf(questionnaire, question, count) };
  if (question.type === 'rank') return { ...head, ...rankingOf(questionnaire, question, count) };
  const distributions = variablesOf(questionnaire, question)
    .filter((variable) => variable.measure !== 'text')
    .map((variable) => distributionOf(count(variable.name)));
  return { ...head, kind: 'distributions', look: lookOf(questionnaire, question), distributions };
}

type Count = (variable: string) => Counts;

/** Who wrote something, of those who were asked. */
export function givenShare(counts: Counts): ReturnType<typeof shareOf> {
  const asked = counts.base + counts.missing.skipped;
  return shareOf(counts.base, asked, { missing: { ...counts.missing, skipped: 0 } });
}

function choicesOf(questionnaire: Questionnaire, question: QuestionOf<'multiple' | 'pick'>, count: Count) {
  const options = optionsOf(questionnaire, question);
  const counted = options.map((option) => ({ option, counts: count(`${question.code}.${option.code}`) }));
  const first = counted[0]?.counts;
  const base = first?.base ?? 0;
  const missing = first?.missing ?? null;
  const asked = base + (missing?.skipped ?? 0);
  const ticks = ({ variable, categories }: Counts) =>
    categories[variable.categories.findIndex(({ code }) => code === ticked)] ?? 0;
  const mentions = counted.reduce((sum, { counts }) => sum + ticks(counts), 0);
  return {
    kind: 'choices' as const,
    base,
    mentions,
    missing,
    openness: 'full' as const,
    choices: counted.map(({ option, counts }) => ({
      variable: counts.variable.name,
      code: option.code,
      label: option.label,
      share: shareOf(ticks(counts), base, { missing: counts.missing }),
      ofAsked: shareOf(ticks(counts), asked),
      ofMentions: mentions === 0 ? null : ticks(counts) / mentions,
    })),
  };
}

function rankingOf(questionnaire: Questionnaire, question: QuestionOf<'rank'>, count: Count) {
  const options = optionsOf(questionnaire, question).map(
    (option): RankShare & { readonly counts: Counts } => {
      const counts = count(`${question.code}.${option.code}`);
      const places = counts.variable.categories.map((category, index) => ({
        category,
        n: counts.categories[index] ?? 0,
      }));
      const placed = places.filter(({ category }) => category.code !== unranked);
      const inTop = placed.reduce((sum, { n }) => sum + n, 0);
      const placeSum = placed.reduce((sum, { category, n }) => sum + (category.value ?? 0) * n, 0);
      return {
        variable: counts.variable.name,
        code: option.code,
        label: option.label,
        inTop: shareOf(inTop, counts.base, { missing: counts.missing }),
        first: shareOf(placed[0]?.n ?? 0, counts.base, { missing: counts.missing }),
        meanPlace: inTop === 0 ? null : placeSum / inTop,
        counts,
      };
    },
  );
  const first = options[0]?.counts;
  return {
    kind: 'ranking' as const,
    top: question.top,
    base: first?.base ?? 0,
    missing: first?.missing ?? null,
    openness: 'full' as const,
    options: options.map(({ counts: _counts, ...option }) => option),
  };
}

/** Which colours a question's bars take: its scale's, or nominal. A grid takes its first scale's. */
function lookOf(questionnaire: Questionnaire, question: Question): ScaleLook {
  if (question.type === 'grid' && question.scales[0])
    return scaleOf(questionnaire, question.scales[0].scale).look;
  if (question.type !== 'single') return 'nominal';
  if (!Array.isArray(question.options) && 'scale' in question.options) {
    return scaleOf(questionnaire, question.options.scale).look;
  }
  const ordered = optionsOf(questionnaire, question).some(({ value }) => value !== undefined);
  return ordered ? 'sequential' : 'nominal';
}
