// The bars of the own summary: one answer each, with its share and whether it is one's own.
import { wholePercent } from '../../../analysis/chart.ts';
import type { Openness, Share } from '../../../analysis/figure.ts';
import type { Distribution } from '../../../analysis/results/questions.ts';
import type { SurveyAnalysis } from '../../../analysis/results/survey.ts';
import type { Answers } from '../../../surveys/answers.ts';
import type { AnsweredPage } from '../../../surveys/answers-view.ts';
import { inLanguage, type Questionnaire, type Text } from '../../../surveys/questionnaire.ts';
import { formatPercent } from '../../format-values.ts';

export interface SummaryInput {
  readonly questionnaire: Questionnaire;
  readonly analysis: SurveyAnalysis;
  readonly answers: Answers;
  /** The same answers in words. */
  readonly pages: readonly AnsweredPage[];
  readonly language: string;
  /** Words under `answers.summary`. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

/** One answer that could be given: how many gave it, and whether it is this person's. */
export interface SummaryBar {
  readonly label: string;
  /** "23%"; '' where it may not be seen. */
  readonly figure: string;
  /** 0 to 100. */
  readonly width: number;
  readonly mine: boolean;
  /** What is said beside a bar of one's own; '' says just whose it is. */
  readonly own: string;
}

export const isOpen = (openness: Openness | undefined) => openness === 'full' || openness === 'smallGroup';

export function distributionBars(input: SummaryInput, distribution: Distribution): readonly SummaryBar[] {
  if (!isOpen(distribution.openness)) return [];
  const mine = input.answers[distribution.variable];
  return distribution.categories.map(({ code, label, share }) => bar(input, label, share, code === mine));
}

export function bar({ language }: SummaryInput, label: Text, share: Share, mine: boolean): SummaryBar {
  const { estimate } = share;
  return {
    label: inLanguage(label, language),
    figure: estimate === null ? '' : percent(language, estimate),
    width: estimate === null ? 0 : Math.round(1000 * estimate) / 10,
    mine,
    own: '',
  };
}

function percent(language: string, share: number): string {
  return formatPercent(language, wholePercent(share) / 100);
}
