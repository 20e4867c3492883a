// Whether readers may see who stays below what their level requires. One question against levels is a sum of cells of its
// table by level, and stands where that table gives it. The mean of several answers stands in no table: then who is below,
// and who is not, must not be few among those of whom the same is required.
import { variableNamed } from '../../surveys/codebook.ts';
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import type { Dataset } from '../dataset.ts';
import { noGroup, splitBy } from '../explore/splits.ts';
import { valuePerByte } from '../needs/ratings.ts';
import type { Filter } from '../results/survey.ts';
import type { RowCodes } from '../row-codes.ts';
import { isMissing } from '../selected-rows.ts';
import { followsFromShown, type SumInput, tellsOfNoFew } from './added-up.ts';
import { mergedGroups } from './merged-groups.ts';

type Levels = Pick<SideBySideOf<'required'>, 'level' | 'required'>;

/** One row: the variables its mean is of, and who is below as `belowRequired` says it. */
interface RequiredRow {
  readonly variables: readonly string[];
  readonly codes: RowCodes;
}

/**
 * Whether the row may be told, of everybody or of one group of a background.
 * @param within the group; none for everybody. Whether its groups are large enough by themselves is for `openGroups`.
 */
export function tellsRequired(
  { variables, codes }: RequiredRow,
  { level, required }: Levels,
  within: readonly Filter[],
  input: SumInput,
): boolean {
  const { dataset, background } = input;
  // By any other question figures are not split either.
  if (!background.includes(level)) return false;
  const [name = '', several] = variables;
  if (several !== undefined) return tellsEachThreshold(codes, { level, required }, within, input);
  const { categories } = variableNamed(dataset.codebook, name);
  const values = valuePerByte(variableNamed(dataset.codebook, name), 'asIs');
  const valueByCode = new Map(categories.map(({ code }, byte) => [code, values[byte] ?? null]));
  // An answer without a value is in no base, which then is a cell by itself.
  if (categories.some(({ code, missing }) => missing === null && valueByCode.get(code) === null))
    return false;
  const [own] = within;
  const alone = own?.variable === level ? own.code : null;
  const counts = (group: string, answer: string) =>
    (alone === null || group === alone) &&
    (valueByCode.get(answer) ?? Number.POSITIVE_INFINITY) < (required[group] ?? Number.NEGATIVE_INFINITY);
  const filters = alone === null ? within : [];
  const sum = { variable: name, background: level, within: filters, counts };
  if (own) return followsFromShown(sum, input);
  return tellsOfNoFew(sum, input);
}

/**
 * Whether below and not below are nobody or enough, among everybody of whom the same is required; by a background in each
 * of its groups, as the whole would give the one that is left.
 */
function tellsEachThreshold(
  codes: RowCodes,
  { level, required }: Levels,
  within: readonly Filter[],
  { dataset, register }: SumInput,
): boolean {
  const split = splitBy(dataset, [], level);
  const thresholds = [...new Set(Object.values(required))];
  const placeOf = split.groups.map(({ code }) => thresholds.indexOf(required[code] ?? Number.NaN));
  const of = split.of.map((group) => {
    const place = placeOf[group] ?? -1;
    return place < 0 ? noGroup : place;
  });
  const groups = thresholds.map((threshold) => ({ code: `${threshold}`, label: null }));
  const [own] = within;
  const parts = own
    ? splitBy(dataset, register, own.variable).groups.map(({ code }) => ({ variable: own.variable, code }))
    : [null];
  return parts.every((part) => {
    const inside = part ? onlyWithin(codes, part, dataset, register) : codes;
    const alone = mergedGroups({ ...split, groups, of }, inside).filter((block) => block.length === 1);
    return alone.length === thresholds.length;
  });
}

/** The same codes, of who is in the group alone. */
function onlyWithin(
  codes: RowCodes,
  filter: Filter,
  dataset: Dataset,
  register: SumInput['register'],
): RowCodes {
  const { groups, of } = splitBy(dataset, register, filter.variable);
  const group = groups.findIndex(({ code }) => code === filter.code);
  return {
    ...codes,
    key: null,
    fill: (own, from) => {
      codes.fill(own, from);
      for (let row = 0; row < own.length; row += 1) if (of[from + row] !== group) own[row] = isMissing;
    },
  };
}
