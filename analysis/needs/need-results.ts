// All needs of a project: scored, ranked among their siblings, set beside the panel's order and the actions.
import type { Need, NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import { finalOrder } from '../panel/final-order.ts';
import { hasPlace, parentsInRound } from '../panel/round-tree.ts';
import type { NeedResult } from '../results/needs.ts';
import type { PanelResult } from '../results/panel.ts';
import type { Discrepancy } from '../results/survey.ts';
import { compareDiscrepancies, discrepancyOf } from './discrepancy.ts';
import { evidenceOf } from './evidence.ts';
import type { IndicatorInput } from './indicators.ts';
import { type NeedScore, scoreNeed } from './score.ts';

/** A need of the catalogue with its score and gap, before it is placed among the others. */
export interface ScoredNeed extends NeedScore {
  readonly need: Need;
  readonly discrepancy: Discrepancy | null;
}

/** Every need of the catalogue scored on its evidence, in catalogue order. */
export function scoreNeeds(catalogue: NeedsCatalogue, input: IndicatorInput): readonly ScoredNeed[] {
  const [main] = input.surveys.values();
  const discrepancies = compareDiscrepancies(
    catalogue.needs.map((need) => (main ? discrepancyOf(need, main.dataset, null) : null)),
  );
  return catalogue.needs.map((need, index) => ({
    need,
    ...scoreNeed(need, input, catalogue.background),
    discrepancy: discrepancies[index] ?? null,
  }));
}

/** Needs with their evidence, strongest evidence first within each parent, children right after their parent. */
export function needResults(
  measured: readonly ScoredNeed[],
  records: ProjectRecords,
  panel: PanelResult | null,
): readonly NeedResult[] {
  const panelPlaces = new Map(panel?.lists.flatMap(({ order }) => order.map((place) => [place.need, place])));
  const parentOf = parentsInRound(panel);
  const evidenceOnly = measured.map(({ need, score }) => ({
    id: need.code,
    parent: need.parent,
    panel: null,
    evidence: score,
  }));
  // A flag compares the evidence of now with the ballots, in the lists the panel ordered.
  const besideBallots = measured.map(({ need, score }) => {
    const ballotPlace = panelPlaces.get(need.code)?.ballotPlace ?? null;
    return {
      id: need.code,
      parent: parentOf(need),
      panel: ballotPlace === null ? null : -ballotPlace,
      evidence: score,
    };
  });
  const flags = new Map(finalOrder(besideBallots).map(({ id, flag }) => [id, flag]));
  const byEvidence = finalOrder(evidenceOnly);
  return byEvidence.flatMap(({ id, evidenceRank }) => {
    const found = measured.find(({ need }) => need.code === id);
    if (!found) return [];
    const place = panelPlaces.get(id);
    const { need, score, interval, sources, discrepancy } = found;
    const evidence = evidenceOf(id, sources, records);
    return {
      code: id,
      parent: need.parent,
      published: need.published ?? null,
      label: need.label,
      explanation: need.explanation ?? null,
      score,
      interval,
      rank: evidenceRank,
      sources,
      discrepancy,
      evidence: evidence.cells,
      strength: evidence.level.strength,
      level: evidence.level.level,
      contested: evidence.level.contested,
      // The place in the final list, where evidence decided exact ties: the same wherever the panel's order is told.
      panelRank: place && hasPlace(place) ? place.rank : null,
      flag: flags.get(id) ?? null,
      action: actionFor(id, records),
    } satisfies NeedResult;
  });
}

/** Whether a public action answers the need wholly, in part, or not at all. */
export function actionFor(need: string, records: ProjectRecords): NeedResult['action'] {
  const actions = records.action.filter(({ kind, needs }) => kind === 'public' && needs.includes(need));
  if (actions.some(({ partly }) => !partly.includes(need))) return 'public';
  return actions.length > 0 ? 'partly' : 'none';
}
