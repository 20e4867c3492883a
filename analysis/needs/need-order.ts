// How sure the order of needs is, per list of siblings: in other samples of libraries, and under other ways of counting.
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { NeedOrder } from '../results/needs.ts';
import type { Discrepancy } from '../results/survey.ts';
import { compareDiscrepancies, discrepancyOf } from './discrepancy.ts';
import type { IndicatorInput } from './indicators.ts';
import { sumSurveys } from './resampling.ts';
import { type PlannedNeed, planScores, scoreOf } from './score-plan.ts';
import { waysToOrder, weighEveryWay } from './sensitivity.ts';
import { kindsSampled, resamplePlaces, type StabilityOptions, stabilityOf, topOf } from './stability.ts';

/** A thousand resamples tell 94 % from 96 %; the seed only makes that the same question has the same answer. */
export const stabilityDefaults: StabilityOptions = { resamples: 1_000, seed: 20_240_601 };

/**
 * The certainty of the order of every list of needs: the top level, and the children of each need. Lists of one need have
 * no order and are left out.
 */
export function needOrders(
  catalogue: NeedsCatalogue,
  input: IndicatorInput,
  options: StabilityOptions = stabilityDefaults,
): readonly NeedOrder[] {
  const plan = planScores(catalogue, input);
  const lists = siblings(plan.needs, plan.estimates);
  const surveys = sumSurveys(
    plan.indicators.map(({ sample }) => sample),
    options.seed,
  );
  // Of a single library no other sample can be imagined.
  const resampled = surveys.length > 0 && surveys.every(({ clusters }) => clusters > 1);
  const times = resampled ? resamplePlaces(plan, surveys, lists, options) : [];
  const clusters = surveys.reduce((sum, survey) => sum + survey.clusters, 0);
  const gaps = gapsOf(catalogue, input);
  return lists.map((list, index) => ({
    parent: list[0]?.parent ?? null,
    needs: list.map(({ code }) => code),
    top: topOf(list.length),
    ...kindsSampled({ ...plan, needs: list }),
    stability: resampled
      ? stabilityOf(
          list.map(({ code }) => code),
          times[index] ?? [],
          clusters,
          options,
        )
      : null,
    ways: waysToOrder(
      list,
      plan.estimates,
      list.map(({ code }) => gaps.get(code) ?? null),
    ),
    weightings: weighEveryWay(list, plan.estimates),
    openness: 'full',
  }));
}

/** Needs with the same parent, strongest evidence first; those without a score stand behind, in catalogue order. */
function siblings(
  needs: readonly PlannedNeed[],
  estimates: Float64Array,
): readonly (readonly PlannedNeed[])[] {
  const codes = new Set(needs.map(({ code }) => code));
  const lists = new Map<string | null, PlannedNeed[]>();
  for (const need of needs) {
    const parent = need.parent !== null && codes.has(need.parent) ? need.parent : null;
    const list = lists.get(parent) ?? [];
    list.push({ ...need, parent });
    lists.set(parent, list);
  }
  return [...lists.values()]
    .filter((list) => list.filter((need) => scoreOf(need, estimates) !== null).length > 1)
    .map((list) =>
      list.toSorted((one, other) => (scoreOf(other, estimates) ?? -1) - (scoreOf(one, estimates) ?? -1)),
    );
}

function gapsOf(catalogue: NeedsCatalogue, input: IndicatorInput): ReadonlyMap<string, Discrepancy | null> {
  const [main] = input.surveys.values();
  const gaps = compareDiscrepancies(
    catalogue.needs.map((need) => (main ? discrepancyOf(need, main.dataset, null) : null)),
  );
  return new Map(catalogue.needs.map(({ code }, index) => [code, gaps[index] ?? null]));
}
