// The same rows of one scale in two surveys of a project, such as what people say of themselves beside what others guess.
import { variableNamed } from '../../surveys/codebook.ts';
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import type { Dataset } from '../dataset.ts';
import { distributionOf } from '../distribution.ts';
import { countShare, countVariable } from '../tabulate.ts';
import { endsOf } from './gap-scores.ts';
import { headOf } from './grouped-rows.ts';
import type { SideBySideResultOf, SurveySide } from './results.ts';
import { sharedRows } from './row-sets.ts';

/**
 * Row by row who gave one of the answers, and the median, in each survey on its own base; with the difference of the shares.
 * Two surveys are two groups of people: whoever is in the one is not counted in the other, so nothing about either follows
 * from subtracting them. A row is left out where the scale is not the same.
 * @returns null where the two have no such row.
 */
export function twoSurveysResult(
  declared: SideBySideOf<'twoSurveys'>,
  own: Dataset,
  other: Dataset,
): SideBySideResultOf<'twoSurveys'> | null {
  const { codes, counted, first, second } = declared;
  const rows = sharedRows(own, [first.variables]).flatMap(({ code, label, variables: [one = ''] }) => {
    const two = `${second.variables}.${code}`;
    if (!other.codebook.position.has(two) || !isSameScale(scaleOf(own, one), scaleOf(other, two))) return [];
    return [
      { code, label, variable: one, first: sideOf(own, one, codes), second: sideOf(other, two, codes) },
    ];
  });
  const [any] = rows;
  if (!any) return null;
  return {
    kind: 'twoSurveys',
    ...headOf(declared),
    first: first.label,
    second: second.label,
    counted,
    ends: endsOf(own, any.variable),
    rows: rows.map(({ code, label, first: one, second: two }) => ({
      code,
      label,
      first: one,
      second: two,
      difference: differenceOf(one, two),
    })),
  };
}

/** The answers of a variable that are no reason to have none, with the place of each. */
function scaleOf({ codebook }: Dataset, name: string) {
  return variableNamed(codebook, name)
    .categories.filter(({ missing }) => missing === null)
    .map(({ code, value }) => ({ code, value }));
}

function isSameScale(
  one: readonly { readonly code: string; readonly value: number | null }[],
  other: typeof one,
): boolean {
  return (
    one.length > 0 &&
    one.length === other.length &&
    one.every(({ code, value }, place) => {
      const beside = other[place];
      return value !== null && beside?.code === code && beside.value === value;
    })
  );
}

function sideOf(dataset: Dataset, variable: string, codes: readonly string[]): SurveySide {
  const any = [{ variables: [variable], codes: [...codes], except: [] }];
  return {
    share: countShare(dataset, { any, where: [] }).share,
    median: distributionOf(countVariable(dataset, variable)).summary?.median ?? null,
  };
}

function differenceOf({ share: one }: SurveySide, { share: other }: SurveySide): number | null {
  return one.estimate === null || other.estimate === null ? null : other.estimate - one.estimate;
}
