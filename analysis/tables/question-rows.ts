// The figures of one question as lines of an open table, from a result that its reader may see.
import type { MissingCounts, Openness } from '../figure.ts';
import type { Distribution, MissingCategory, Numbers, Place, QuestionResult } from '../results/questions.ts';
import {
  about,
  countRow,
  type FigureAbout,
  type FigureRow,
  opennessBy,
  shareRow,
  valueRow,
} from './figure-row.ts';

/** @param where the part of the analysis and the survey, where it is not a question of a survey alone. */
export function rowsOfQuestion(result: QuestionResult, where: Partial<FigureAbout>): readonly FigureRow[] {
  const own = about(where.part ?? 'question', { code: result.code, label: result.label, ...where });
  switch (result.kind) {
    case 'text':
      return [shareRow({ ...own, variable: result.code }, 'given', result.given)];
    case 'distributions':
      return result.distributions.flatMap((one) => rowsOfDistribution(one, own));
    case 'numbers':
      return result.numbers.flatMap((one) => rowsOfNumbers(one, own));
    case 'choices':
      return [
        baseRow(own, result),
        ...result.choices.flatMap(({ variable, code, label, share, ofAsked, ofMentions }) => {
          const option = { ...own, variable, answer: code, answerLabel: label };
          return [
            shareRow(option, 'share', share),
            shareRow(option, 'shareOfAsked', ofAsked),
            valueRow(option, 'shareOfTicks', ofMentions, opennessBy([share], ofMentions), {
              base: result.mentions,
              unit: 'ticks',
            }),
          ];
        }),
        ...reasonRows(own, result.missingCategories ?? [], result.openness),
      ];
    case 'ranking':
      return [
        baseRow(own, result),
        ...result.options.flatMap(({ variable, code, label, inTop, first, meanPlace }) => {
          const option = { ...own, variable, answer: code, answerLabel: label };
          return [
            shareRow(option, `inTop${result.top}`, inTop),
            shareRow(option, 'first', first),
            valueRow(option, 'meanPlace', meanPlace, inTop.openness),
          ];
        }),
        ...reasonRows(own, result.missingCategories ?? [], result.openness),
      ];
  }
}

interface Based {
  readonly base: number | null;
  readonly missing: MissingCounts | null;
  readonly openness: Openness;
}

/** How many answered, and why the others did not. */
function baseRow(of: FigureAbout, { base, missing, openness }: Based): FigureRow {
  return countRow(of, 'answered', { count: base, base, missing, openness, unit: 'respondents' });
}

function reasonRows(
  of: FigureAbout,
  reasons: readonly MissingCategory[],
  openness: Openness,
): readonly FigureRow[] {
  return reasons.map(({ code, label, reason, count }) =>
    countRow({ ...of, answer: code, answerLabel: label }, `missing.${reason}`, {
      count,
      unit: 'respondents',
      openness,
    }),
  );
}

/** The lines of how often each answer was given to one variable. */
export function rowsOfDistribution(one: Distribution, of: FigureAbout): readonly FigureRow[] {
  const own = { ...of, variable: one.variable, item: one.item };
  const { summary, openness } = one;
  const value = (statistic: string, estimate: number | null) =>
    valueRow(own, statistic, estimate, openness, { base: summary?.n ?? null });
  return [
    baseRow(own, one),
    ...one.categories.map(({ code, label, share }) =>
      shareRow({ ...own, answer: code, answerLabel: label }, 'share', share),
    ),
    ...reasonRows(own, one.missingCategories, openness),
    ...(summary
      ? [
          { ...value('mean', summary.mean), interval: summary.interval },
          value('standardDeviation', summary.standardDeviation),
          value('standardError', summary.standardError),
          value('median', summary.median),
          value('lowerQuartile', summary.lowerQuartile),
          value('upperQuartile', summary.upperQuartile),
          shareRow(own, 'topTwo', summary.topTwo),
          shareRow(own, 'bottomTwo', summary.bottomTwo),
        ]
      : []),
  ];
}

function rowsOfNumbers(one: Numbers, of: FigureAbout): readonly FigureRow[] {
  const own = { ...of, variable: one.variable, item: one.item };
  const { base, openness } = one;
  const value = (statistic: string, estimate: Place | null) =>
    valueRow(own, statistic, estimate, openness, { base });
  return [
    baseRow(own, one),
    { ...value('mean', one.mean), interval: one.interval },
    value('standardDeviation', one.standardDeviation),
    value('median', one.median),
    value('lowerQuartile', one.lowerQuartile),
    value('upperQuartile', one.upperQuartile),
    value('minimum', one.minimum),
    value('maximum', one.maximum),
    ...one.bins.map(({ from, to, share }) =>
      shareRow({ ...own, answer: from === to ? String(from) : `${from}/${to}` }, 'share', share),
    ),
    ...reasonRows(own, one.missingCategories, openness),
  ];
}
