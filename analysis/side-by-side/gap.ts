// What was rated twice: row by row, or several rows together as one skill that nobody was asked about apart.
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import { toldOfGroups } from '../disclosure/gap-groups.ts';
import { measureGap } from '../needs/ratings-indicators.ts';
import { derivedCodes, derivedScores } from './derived.ts';
import { endsOf, gapScores } from './gap-scores.ts';
import {
  groupedRows,
  groupsOf,
  headOf,
  maskOfGroup,
  type SideBySideInput,
  setsNoBackground,
} from './grouped-rows.ts';
import type { GapScores, SideBySideResultOf } from './results.ts';
import { type SharedRow, sharedRows } from './row-sets.ts';

type Gap = SideBySideResultOf<'gap'>;

/** Row by row who rates ability below importance; split, also the scores of each group. Null where nothing is asked. */
export function gapResult(declared: SideBySideOf<'gap'>, input: SideBySideInput): Gap | null {
  const { dataset } = input;
  const rows = sharedRows(dataset, [declared.importance, declared.ability]).flatMap((row) => {
    if (!setsNoBackground(row, input)) return [];
    const [importance = '', ability = ''] = row.variables;
    const codes = measureGap(dataset, { importance, ability, where: [] })?.sample?.codes;
    if (!codes) return [];
    return [{ ...row, codes, told: toldOf(row, declared.by, input) }];
  });
  const [first] = rows;
  if (!first) return null;
  const [importance = '', ability = ''] = first.variables;
  const grouped = groupedRows(
    rows,
    declared.by,
    input,
    (row, within) => within.length === 0 || row.told.shares,
  );
  return {
    kind: 'gap',
    ...headOf(declared),
    ends: { importance: endsOf(dataset, importance), ability: endsOf(dataset, ability) },
    rows: rows.map((row, place) => ({
      ...(grouped[place] as (typeof grouped)[number]),
      scores: gapScores(dataset, row.variables),
      groupScores: groupScores(row, declared.by, input),
    })),
  };
}

/** Skills that restate rows: who is below on the mean of those they rated. Null where none of the rows is asked. */
export function derivedResult(declared: SideBySideOf<'derived'>, input: SideBySideInput): Gap | null {
  const { dataset } = input;
  const skills = declared.skills
    .map(({ code, label, from }) => ({
      code,
      label,
      pairs: declared.rated
        .flatMap(({ importance, ability }) => sharedRows(dataset, [importance, ability]))
        .filter((row) => from.includes(row.code) && setsNoBackground(row, input))
        .map(({ variables: [importance = '', ability = ''] }) => ({ importance, ability })),
    }))
    .filter(({ pairs }) => pairs.length > 0)
    .map((skill) => ({ ...skill, codes: derivedCodes(dataset, skill.pairs) }));
  const [first] = skills[0]?.pairs ?? [];
  if (!first) return null;
  const grouped = groupedRows(skills, undefined, input);
  return {
    kind: 'gap',
    ...headOf(declared),
    ends: { importance: endsOf(dataset, first.importance), ability: endsOf(dataset, first.ability) },
    rows: skills.map(({ pairs }, place) => ({
      ...(grouped[place] as (typeof grouped)[number]),
      scores: derivedScores(dataset, pairs),
      groupScores: [],
    })),
  };
}

/** What of the groups of a row readers may be told. */
function toldOf({ variables }: SharedRow, by: string | undefined, input: SideBySideInput) {
  const [split] = groupsOf(by, input);
  if (!split || input.everything) return { shares: true, scores: true };
  const [importance = '', ability = ''] = variables;
  return toldOfGroups([importance, ability], split.variable, input);
}

/** The scores of each group, in the order of the groups; null where they may not be told. */
function groupScores(
  row: SharedRow & { readonly told: { readonly scores: boolean } },
  by: string | undefined,
  input: SideBySideInput,
): readonly (GapScores | null)[] {
  return groupsOf(by, input).flatMap((split) =>
    split.groups.map((_, group) =>
      row.told.scores ? gapScores(input.dataset, row.variables, maskOfGroup(split, group)) : null,
    ),
  );
}
