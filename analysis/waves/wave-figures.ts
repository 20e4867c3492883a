// The figures of a question that are followed from one measurement to the next.

import { ticked } from '../../surveys/question-types/multiple.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { Share } from '../figure.ts';
import type { Distribution, Numbers, QuestionResult } from '../results/questions.ts';
import type { WaveFigure } from '../results/waves.ts';

/** One figure with what it counts. */
export interface Followed {
  readonly variable: string;
  readonly codes: readonly string[];
  readonly item: Text | null;
  readonly answers: readonly Text[];
  readonly unit: 'share' | 'mean';
  readonly figure: WaveFigure;
}

/**
 * What is followed: of scales with values the two highest answers together, of other choices each answer, of ticks and
 * rankings each option, of numbers the mean. Words and dates are not followed.
 */
export function followedIn(question: QuestionResult): readonly Followed[] {
  switch (question.kind) {
    case 'distributions':
      return question.distributions.flatMap(ofDistribution);
    case 'choices':
      return question.choices.map(({ variable, label, share }) => ofOption(variable, label, [ticked], share));
    case 'ranking':
      return question.options.map(({ variable, label, inTop }) =>
        ofOption(variable, label, placesTo(question.top), inTop),
      );
    case 'numbers':
      return question.numbers.filter(({ mean }) => mean !== null).map(ofNumbers);
    case 'text':
      return [];
  }
}

function ofDistribution(distribution: Distribution): readonly Followed[] {
  const { variable, item, categories, summary } = distribution;
  const head = { variable, item, unit: 'share' as const };
  const valued = categories
    .flatMap((category) => (category.value === null ? [] : [{ ...category, value: category.value }]))
    .sort((one, other) => one.value - other.value);
  if (summary && valued.length > 2) {
    const highest = valued.slice(-2);
    return [
      {
        ...head,
        codes: highest.map(({ code }) => code),
        answers: highest.map(({ label }) => label),
        figure: figureOf(summary.topTwo),
      },
    ];
  }
  return categories.map(({ code, label, share }) => ({
    ...head,
    codes: [code],
    answers: [label],
    figure: figureOf(share),
  }));
}

function ofOption(variable: string, label: Text, codes: readonly string[], share: Share): Followed {
  return { variable, codes, item: label, answers: [], unit: 'share', figure: figureOf(share) };
}

function placesTo(top: number): readonly string[] {
  return Array.from({ length: top }, (_, place) => String(place + 1));
}

function ofNumbers({ variable, item, base, mean, interval, openness }: Numbers): Followed {
  return {
    variable,
    codes: [],
    item,
    answers: [],
    unit: 'mean',
    figure: { count: null, base, estimate: mean, interval, openness },
  };
}

function figureOf({ count, base, estimate, interval, openness }: Share): WaveFigure {
  return { count, base, estimate, interval, openness };
}
