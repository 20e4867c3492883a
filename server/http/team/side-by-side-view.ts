// Figures beside another one, as the project declares them: each with its chart, its table and what it does not say.
import { chartsOfSideBySide } from '../../../analysis/charts/side-by-side-charts.ts';
import type { MethodName } from '../../../analysis/methods.ts';
import type { SideBySideResult } from '../../../analysis/side-by-side/results.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type GapScoresView, gapScoresView } from './gap-scores-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import type { LevelMistake, RequiredLevels } from './required-levels.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

export interface SideBySideFigures extends Lead {
  readonly tabs: readonly Tab[];
  /** So many that the page begins with links to each. */
  readonly many: boolean;
  readonly results: readonly {
    readonly how: string;
    readonly charts: readonly ShownChart[];
    /** Of what was rated twice. */
    readonly gap: GapScoresView | null;
  }[];
}

export interface SideBySidePage extends SideBySideFigures {
  /** What each level requires, where the project holds answers against that. */
  readonly required: readonly RequiredLevels[];
  readonly csrf: string;
  readonly mistakes: readonly LevelMistake[];
}

export function sideBySidePage(
  results: readonly SideBySideResult[],
  tabs: readonly Tab[],
  words: Words,
): SideBySideFigures {
  const shown = results.map((result) => ({
    how: result.how ? inLanguage(result.how, words.language) : '',
    gap: result.kind === 'gap' ? gapScoresView(result, words) : null,
    charts: chartsOfSideBySide(result, words.language).map((chart) =>
      shownChart(chart, { methods: methodsOf(result) }, words),
    ),
  }));
  const first = shown[0]?.charts[0];
  const say = (key: string) => words.say({ key: `side-by-side.${key}` });
  return {
    finding: first?.config ? first.sentence : say(first ? 'findingFew' : 'findingNone'),
    lead: say(first ? 'lead' : 'leadNone'),
    action: null,
    tabs,
    results: shown,
    many: shown.length > 3,
  };
}

function methodsOf({ kind }: SideBySideResult): readonly MethodName[] {
  if (kind === 'balance') return ['sideBySide', 'balance', 'wilson', 'clusterShare'];
  if (kind === 'twoSurveys') return ['twoSurveys', 'quantile', 'wilson', 'clusterShare'];
  if (kind === 'part') return ['sideBySide', 'part'];
  return kind === 'gap'
    ? ['sideBySide', 'rankedDiscrepancy', 'wilson', 'clusterShare']
    : ['sideBySide', 'wilson', 'clusterShare'];
}
