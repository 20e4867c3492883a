// Which functions made the figures a report shows: kept with it, so that it still says so when the functions have changed.
import {
  type MethodName,
  methods,
  methodsOfCount,
  methodsOfCross,
  methodsOfQuestion,
  type NamedMethod,
} from '../methods.ts';
import type { PanelList } from '../results/panel.ts';
import type { ReportModel } from './model.ts';

type Shown = Pick<
  ReportModel,
  'needs' | 'orderedBy' | 'services' | 'remarks' | 'comparisons' | 'panel' | 'saved' | 'facts'
>;

/**
 * The methods behind everything a report shows, each once, in the order in which it is read.
 * @param lists those of the panel's result
 */
export function methodsOfReport(report: Shown, lists: readonly PanelList[]): readonly NamedMethod[] {
  return [...new Set(namesOf(report, lists))].map((name) => ({ name, ...methods[name] }));
}

function namesOf(report: Shown, lists: readonly PanelList[]): readonly MethodName[] {
  const { needs, services, remarks, comparisons, panel, saved = [] } = report;
  const explored = saved.flatMap((figure) => figure.explored ?? []);
  const has = (condition: boolean, ...names: readonly MethodName[]) => (condition ? names : []);
  return [
    'coverage',
    'highlight',
    ...has(needs.length > 0, 'needScore', 'indicator', 'clusterVariance', 'evidence', 'evidenceLevel'),
    ...has(panel.length > 0 || report.orderedBy === 'panel', ...methodsOfCount(lists), 'finalOrder'),
    ...has(panel.length > 0 && lists.every(({ votes }) => !votes), 'kendallsW'),
    ...has(
      needs.some(({ discrepancy }) => discrepancy !== null),
      'weightedDiscrepancy',
    ),
    ...has(services.length > 0, 'distribution', 'verdict', 'priority'),
    ...has(remarks.length > 0, 'remarks'),
    ...has(comparisons.length > 0, 'paired'),
    ...has(
      needs.some(({ charts }) => charts.some(({ kind }) => kind === 'beside')),
      'sideBySide',
      'balance',
    ),
    ...has(
      needs.some(({ charts }) =>
        charts.some((chart) => chart.kind === 'beside' && chart.beside.kind === 'twoSurveys'),
      ),
      'twoSurveys',
      'quantile',
    ),
    ...explored.flatMap(({ question, crosses, view }) =>
      crosses
        ? crosses.flatMap((cross) => methodsOfCross(cross, view.correction))
        : methodsOfQuestion(question),
    ),
    ...explored.flatMap(({ weighting }) =>
      weighting?.done
        ? ([weighting.way === 'cells' ? 'postStratification' : 'raking', 'weightedShare'] as const)
        : [],
    ),
    'wilson',
    'clusterShare',
    'disclosure',
  ];
}
