// Everything the catalogue declares to be read beside something else, worked out for one survey. Full figures, but in
// groups: which of those may be told hangs on all of them, so it is decided where they are counted.
import { variableNamed } from '../../surveys/codebook.ts';
import type { SideBySide, SideBySideOf } from '../../surveys/side-by-side.ts';
import { followsFromShown } from '../disclosure/added-up.ts';
import { openGroups } from '../disclosure/open-groups.ts';
import { tellsRequired } from '../disclosure/required.ts';
import type { Split } from '../explore/splits.ts';
import type { Filter } from '../results/survey.ts';
import { countShare } from '../tabulate.ts';
import { balanceOf, type Side, sideCodes } from './balance.ts';
import { derivedResult, gapResult } from './gap.ts';
import {
  groupedRows,
  groupShare,
  groupsOf,
  headOf,
  maskOfGroup,
  type SideBySideInput,
  setsNoBackground,
  type Tells,
} from './grouped-rows.ts';
import { partShare } from './part.ts';
import { belowRequired, requiredRows } from './required.ts';
import type { SideBySideResult, SideBySideResultOf } from './results.ts';
import { sharedRows } from './row-sets.ts';
import { twoSurveysResult } from './two-surveys.ts';

/**
 * The results of what is declared, in that order; what the survey does not ask gives none.
 * @param declared of this survey.
 */
export function sideBySideResults(
  declared: readonly SideBySide[],
  input: SideBySideInput,
): readonly SideBySideResult[] {
  return declared.flatMap((one) => resultOf(one, input) ?? []);
}

function resultOf(declared: SideBySide, input: SideBySideInput): SideBySideResult | null {
  switch (declared.kind) {
    case 'balance':
      return balanceResult(declared, input);
    case 'steps':
      return stepsResult(declared, input);
    case 'gap':
      return gapResult(declared, input);
    case 'derived':
      return derivedResult(declared, input);
    case 'required':
      return requiredResult(declared, input);
    case 'reference':
      return referenceResult(declared, input);
    case 'part': {
      const part = partShare(input.dataset, declared);
      return part && { kind: 'part', ...headOf(declared), part, published: declared.published };
    }
    case 'twoSurveys':
      return input.other ? twoSurveysResult(declared, input.dataset, input.other) : null;
  }
}

function balanceResult(
  declared: SideBySideOf<'balance'>,
  input: SideBySideInput,
): SideBySideResultOf<'balance'> | null {
  const { first, second, except, by } = declared;
  const { dataset } = input;
  const rows = sharedRows(dataset, [first.variables, second.variables], except).filter((row) =>
    setsNoBackground(row, input),
  );
  if (rows.length === 0) return null;
  const sides = (names: readonly (readonly string[])[]) =>
    [
      { variables: names.map(([one = '']) => one), codes: first.codes },
      { variables: names.map(([, other = '']) => other), codes: second.codes },
    ] as const;
  const [anyFirst, anySecond] = sides(rows.map(({ variables }) => variables));
  return {
    kind: 'balance',
    ...headOf(declared),
    first: first.label,
    second: second.label,
    rows: rows.map(({ code, label, variables }) => ({
      code,
      label,
      ...balanceOf(dataset, ...sides([variables])),
    })),
    groups: groupsOf(by, input).flatMap((split) => balanceGroups(split, anyFirst, anySecond, input)),
  };
}

/** Both sides in each group; which groups are told is decided for each side by itself, of one row from its table. */
function balanceGroups(split: Split, first: Side, second: Side, input: SideBySideInput) {
  const { dataset, everything } = input;
  const openTo = (side: 'first' | 'second') =>
    everything ? null : openGroups(dataset, split, sideCodes(dataset, first, second, side));
  const open = { first: openTo('first'), second: openTo('second') };
  return split.groups.map(({ code, label }, group) => {
    const counted = balanceOf(dataset, first, second, maskOfGroup(split, group));
    const told = (side: 'first' | 'second') =>
      (open[side]?.has(group) ?? true) &&
      (everything || tellsSide(side === 'first' ? first : second, { variable: split.variable, code }, input));
    const shown = (side: 'first' | 'second') => groupShare(counted[side], told(side), input);
    return { code, label, first: shown('first'), second: shown('second') };
  });
}

/** Answers to several rows together stand in no table; those to one row do, with what is hidden there. */
function tellsSide(
  { variables, codes }: Side,
  { variable: background, code }: Filter,
  input: SideBySideInput,
) {
  const [variable = '', several] = variables;
  if (several !== undefined) return true;
  const missing = variableNamed(input.dataset.codebook, variable).categories.filter(
    (category) => category.missing !== null,
  );
  if (missing.some((category) => codes.includes(category.code))) return false;
  const counts = (group: string, answer: string) => group === code && codes.includes(answer);
  return followsFromShown({ variable, background, within: [], counts }, input);
}

function stepsResult(
  declared: SideBySideOf<'steps'>,
  { dataset }: SideBySideInput,
): SideBySideResultOf<'steps'> | null {
  const rows = sharedRows(dataset, [declared.variables]);
  if (rows.length === 0) return null;
  const reached = (variable: string) =>
    declared.steps.map(({ codes }) => countShare(dataset, shareOfAnswers(variable, codes)).share);
  return {
    kind: 'steps',
    ...headOf(declared),
    steps: declared.steps.map(({ label }) => label),
    rows: rows.map(({ code, label, variables: [variable = ''] }) => ({
      code,
      label,
      reached: reached(variable),
    })),
  };
}

function requiredResult(
  declared: SideBySideOf<'required'>,
  input: SideBySideInput,
): SideBySideResultOf<'required'> | null {
  const { dataset } = input;
  const { level, required, by } = declared;
  const rows = requiredRows(dataset, declared).map((row) => ({
    ...row,
    codes: belowRequired(dataset, row.variables, level, required),
  }));
  if (rows.length === 0) return null;
  const before = input.declared.slice(0, Math.max(0, input.declared.indexOf(declared)));
  const toldBefore = before
    .flatMap((one) => (one.kind === 'required' ? requiredRows(dataset, one) : []))
    .flatMap((row) => (row.variables.length === 1 ? row.variables : []));
  const tells: Tells<(typeof rows)[number]> = (row, within) =>
    !(row.variables.length === 1 && toldBefore.includes(row.variables[0] ?? '')) &&
    tellsRequired(row, declared, within, input);
  return { kind: 'required', ...headOf(declared), required, rows: groupedRows(rows, by, input, tells) };
}

function referenceResult(
  declared: SideBySideOf<'reference'>,
  { dataset }: SideBySideInput,
): SideBySideResultOf<'reference'> | null {
  const { variable, codes, published } = declared;
  if (!dataset.codebook.position.has(variable)) return null;
  const { share } = countShare(dataset, shareOfAnswers(variable, codes));
  return { kind: 'reference', ...headOf(declared), share, published };
}

function shareOfAnswers(variable: string, codes: readonly string[]) {
  return { any: [{ variables: [variable], codes: [...codes], except: [] }], where: [] };
}
