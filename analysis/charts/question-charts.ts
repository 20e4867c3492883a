// Which picture a question's result takes: chosen by what was asked, never by the survey it comes from.

import type { Text } from '../../surveys/questionnaire.ts';
import { type ChartView, chartWords, oneGroup, say, shareCells, shareHeads } from '../chart.ts';
import type { Distribution, QuestionResult, ScaleLook } from '../results/questions.ts';
import { chartsOfNumbers } from './number-charts.ts';
import { barsOf, captionOf, chartOfChoices, chartOfNominal } from './sorted-bars.ts';
import { chartOfRanking } from './sorted-dots.ts';
import { chartOfScale, isWhole } from './stacked-bars.ts';

/** Colours per scale variable of a grid with two scales; without an entry the question's own. */
export type LookOfVariable = (variable: string) => ScaleLook | null;

/** The charts of one question: one, or one per scale of a grid. Consent and register questions have none of use. */
export function chartsOfQuestion(
  result: QuestionResult,
  language: string,
  lookOf: LookOfVariable = () => null,
): readonly ChartView[] {
  if (result.kind === 'choices') return [chartOfChoices(result, language)];
  if (result.kind === 'ranking') return [chartOfRanking(result, language)];
  if (result.kind === 'text') return [chartOfText(result, language)];
  if (result.kind === 'numbers') return chartsOfNumbers(result, language);
  return perScale(result.distributions).map(([variable, rows]) => {
    const [only] = rows;
    const look = lookOf(variable) ?? result.look;
    const alone = rows.length === 1 && only;
    if (alone && (look === 'nominal' || !isWhole(only))) return chartOfNominal(only, variable, language);
    return chartOfScale(rows, { id: variable, title: titleOf(result, rows), look, language });
  });
}

/** Open text: how many wrote something, of those who were asked. The words themselves are read as remarks. */
function chartOfText(result: Extract<QuestionResult, { kind: 'text' }>, language: string): ChartView {
  const title = say(result.label, language);
  const { given } = result;
  const shown = given.estimate !== null;
  return {
    ...barsOf(shown ? [{ label: { [language]: title }, share: given }] : [], {
      id: result.code,
      title,
      language,
    }),
    config: null,
    table: {
      caption: title,
      head: [chartWords('head.answer'), ...shareHeads],
      groups: oneGroup([{ head: chartWords('wrote'), cells: shareCells(given) }]),
    },
    sentence: shown
      ? chartWords('textGiven', {
          count: given.count ?? 0,
          base: given.base ?? 0,
          share: given.estimate ?? 0,
        })
      : chartWords('tooFew'),
    caption: captionOf(given.base, given.missing, given.openness).slice(1, -1),
    smallGroup: false,
  };
}

/** A grid's distributions by scale variable (the part of the name before the row), in order. */
function perScale(
  distributions: readonly Distribution[],
): readonly (readonly [string, readonly Distribution[]])[] {
  const groups = new Map<string, Distribution[]>();
  for (const distribution of distributions) {
    const name = distribution.variable.split('.')[0] ?? distribution.variable;
    groups.set(name, [...(groups.get(name) ?? []), distribution]);
  }
  return [...groups];
}

function titleOf(result: QuestionResult, rows: readonly Distribution[]): Text {
  return rows[0]?.item ? rows[0].label : result.label;
}
