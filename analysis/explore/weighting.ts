// Weighted figures beside the unweighted: libraries that answered are raked to the provinces and size classes of the
// register, or post-stratified to the cells of both (docs/rules.md, Weights), and a person carries the weight of the library. Refused
// with a reason where it cannot be done.
import { variableNamed } from '../../surveys/codebook.ts';
import type { Question } from '../../surveys/questionnaire.ts';
import { isNumeric, type Variable } from '../../surveys/variable.ts';
import type { RegisterLibrary } from '../coverage.ts';
import type { Dataset } from '../dataset.ts';
import type { Mask } from '../library-counts.ts';
import { kishDesignEffect } from '../statistics/kish-design-effect.ts';
import { type Margin, type RakedWeights, type RakeRefusal, rake } from '../statistics/raking.ts';
import { wilsonInterval } from '../statistics/wilson-interval.ts';
import { type CrossCounts, countCross } from './cross-counts.ts';
import { hasOptionsApart, isChosen } from './cross-tables.ts';
import type { Said, WeightedGroup, WeightedVariable, WeightingResult } from './explored.ts';
import { type RegisterFact, registerFacts, type Split } from './splits.ts';
import type { ExploreUnit, Weighting } from './view.ts';

/** Weights above this many medians are cut, and raked once more. */
const trimAtMedians = 5;

export interface Weights {
  readonly weighting: WeightingResult;
  /** Per library of the dataset, mean 1 over those that answered; 0 outside the register. Null when refused. */
  readonly perLibrary: Float64Array | null;
}

/**
 * Weights of the libraries that answered.
 * @param way by the margins of the register, or by its cells of province and size class together
 */
export function weighLibraries(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  way: Exclude<Weighting, 'none'>,
): Weights {
  if (register.length === 0) return refused({ key: 'explore.said.weighting.noRegister', values: {} });
  const margins = (way === 'cells' ? [registerFacts] : registerFacts.map((fact) => [fact])).map((facts) =>
    marginOf(dataset, register, facts),
  );
  // One margin gives all of a cell the same weight: cut, they would only be raised again.
  const raked = rake(margins, way === 'cells' ? {} : { trimAtMedians });
  if (raked.kind !== 'weights') return refused(whyRefused(raked, margins));
  const answered = raked.weights.filter((weight) => weight > 0);
  const mean = answered.reduce((sum, weight) => sum + weight, 0) / answered.length;
  const { rounds, largestResidual, designEffect, effectiveBase, ratio, trimmed } = raked;
  return {
    weighting: {
      done: true,
      way,
      groups: registerFacts.flatMap((fact) =>
        groupsOf(marginOf(dataset, register, [fact]), fact, raked.weights),
      ),
      libraries: answered.length,
      rounds,
      largestResidual,
      designEffect,
      effectiveBase,
      ratio,
      trimmed,
      warnings: warningsOf(raked, margins),
    },
    perLibrary: raked.weights.map((weight) => weight / mean),
  };
}

/** A margin with what its categories are: a group of one fact, or of several together. */
interface FactMargin extends Margin {
  readonly facts: readonly RegisterFact[];
  readonly groups: readonly (readonly string[])[];
}

/** Only groups and cells that the register has: a cell no library could be in is not empty. */
function marginOf(
  dataset: Dataset,
  register: readonly RegisterLibrary[],
  facts: readonly RegisterFact[],
): FactMargin {
  const nameOf = (library: RegisterLibrary) => JSON.stringify(facts.map((fact) => library[fact]));
  const counts = new Map<string, number>();
  for (const library of register) counts.set(nameOf(library), (counts.get(nameOf(library)) ?? 0) + 1);
  const place = new Map([...counts.keys()].map((name, index) => [name, index]));
  const groups = [...place.keys()].map((name) => {
    const library = register.find((one) => nameOf(one) === name);
    return library ? facts.map((fact) => library[fact]) : [];
  });
  const known = new Map(register.map((library) => [library.code, place.get(nameOf(library)) ?? -1]));
  return {
    facts,
    groups,
    categories: Int32Array.from(dataset.libraries, (code) => known.get(code) ?? -1),
    targets: [...counts.values()],
  };
}

function groupsOf(
  { categories, targets, groups }: FactMargin,
  fact: RegisterFact,
  weights: Float64Array,
): readonly WeightedGroup[] {
  return targets.map((register, category) => {
    let [answered, weighted] = [0, 0];
    for (const [library, weight] of weights.entries()) {
      if (categories[library] !== category) continue;
      answered += 1;
      weighted += weight;
    }
    return { fact, group: groups[category]?.[0] ?? '', register, answered, weighted };
  });
}

function refused(reason: Said): Weights {
  return { weighting: { done: false, reason }, perLibrary: null };
}

function whyRefused(refusal: RakeRefusal, margins: readonly FactMargin[]): Said {
  const key = `explore.said.weighting.${refusal.kind}`;
  if (refusal.kind === 'notConverged') return { key, values: { rounds: refusal.rounds } };
  const { facts = [], groups = [] } = margins[refusal.margin] ?? {};
  if (refusal.kind === 'totalsDiffer') return { key, values: { fact: facts[0] ?? '' } };
  const [group = '', other] = groups[refusal.category] ?? [];
  return other === undefined
    ? { key, values: { fact: facts[0] ?? '', group } }
    : { key: 'explore.said.weighting.emptyCell', values: { province: group, sizeClass: other } };
}

function warningsOf({ warnings }: RakedWeights, margins: readonly FactMargin[]): readonly Said[] {
  const said = (kind: string, values: Said['values']): Said => ({
    key: `explore.said.weighting.warning.${kind}`,
    values,
  });
  const [first] = margins;
  const few = warnings.filter(({ kind }) => kind === 'fewUnits').length;
  const cells = first && first.facts.length > 1 ? first.groups.length : null;
  return [
    ...warnings.flatMap((warning): readonly Said[] => {
      if (warning.kind === 'designEffect')
        return [said(warning.kind, { designEffect: warning.designEffect })];
      if (warning.kind === 'ratio') return [said(warning.kind, { ratio: warning.ratio })];
      if (cells !== null) return [];
      const { facts = [], groups = [] } = margins[warning.margin] ?? {};
      const group = groups[warning.category]?.[0] ?? '';
      return [said(warning.kind, { fact: facts[0] ?? '', group, libraries: warning.units })];
    }),
    // Cells are many: one sentence tells of all of them.
    ...(cells !== null && few > 0 ? [said('fewInCells', { few, cells })] : []),
  ];
}

/** A library's answers to one variable: how many gave each answer, and how many any. */
interface LibraryAnswers {
  readonly rows: readonly {
    readonly code: string;
    readonly label: Variable['label'];
    readonly counts: Float64Array;
  }[];
  readonly bases: Float64Array;
}

/**
 * Each answer's share of the base, unweighted and weighted, with linearised errors: the library is what was drawn.
 * Only answers from libraries of the register take part in either, so that both are about the same people. With a split
 * the weighted share of each of its groups too.
 */
export function weightedVariables(
  dataset: Dataset,
  question: Question,
  variables: readonly Variable[],
  { perLibrary }: Weights,
  mask: Mask,
  unit: ExploreUnit,
  split: Split | null,
): readonly WeightedVariable[] {
  if (perLibrary === null) return [];
  const groups = split?.groups ?? [];
  const apart = hasOptionsApart(question);
  // The same libraries take part in both.
  const alike = perLibrary.map((weight) => Number(weight > 0));
  return variables
    .map(({ name }) => variableNamed(dataset.codebook, name))
    .filter((variable) => !isNumeric(variable))
    .map((variable) => {
      const counted = countCross(dataset, variable, split, mask);
      const { rows, bases } = answersPerLibrary(
        counted,
        [...groups.keys(), groups.length],
        variable,
        unit,
        apart,
      );
      const inGroups = groups.map((_, group) => answersPerLibrary(counted, [group], variable, unit, apart));
      const weighed = rows.map(({ code, label, counts }, place) => {
        const { estimate, standardError, designEffect, interval } = ratioOf(counts, bases, perLibrary);
        return {
          code,
          label,
          unweighted: shareOfSums(sumsOf(counts, bases, alike)),
          weighted: estimate,
          standardError,
          interval,
          designEffect,
          groups: inGroups.map((own) => {
            const cell = ratioOf(own.rows[place]?.counts ?? new Float64Array(0), own.bases, perLibrary);
            return { weighted: cell.estimate, interval: cell.interval };
          }),
        };
      });
      const differences = weighed.map(
        ({ unweighted, weighted }) => 100 * Math.abs((weighted ?? 0) - (unweighted ?? 0)),
      );
      return {
        variable: variable.name,
        label: variable.label,
        item: variable.item,
        openness: 'full' as const,
        rows: weighed,
        by: groups,
        largestDifference: differences.length === 0 ? null : Math.max(...differences),
      };
    });
}

/** Answers of the people in these groups. */
function answersPerLibrary(
  { perLibrary, places }: CrossCounts,
  groups: readonly number[],
  variable: Variable,
  unit: ExploreUnit,
  apart: boolean,
): LibraryAnswers {
  const figures = variable.categories.flatMap((category, byte) =>
    category.missing === null ? [{ ...category, byte }] : [],
  );
  // An option that stands alone has one row: who chose it.
  const chosen = isChosen(variable);
  const heads = apart
    ? [{ code: variable.name, label: variable.item ?? variable.label }]
    : figures.map(({ code, label }) => ({ code, label }));
  const { lines, width, table } = perLibrary;
  // The first line is who named no library: they have no weight.
  const bases = new Float64Array(lines - 1);
  const counts = heads.map(() => new Float64Array(lines - 1));
  for (const [place, { byte, code }] of figures.entries()) {
    const own = apart ? counts[Number(!chosen(code))] : counts[place];
    for (const group of groups) {
      const at = group * places + byte;
      for (let library = 0; library < bases.length; library += 1) {
        const people = table[(library + 1) * width + at] as number;
        bases[library] = (bases[library] as number) + people;
        if (own) own[library] = (own[library] as number) + people;
      }
    }
  }
  if (unit === 'persons')
    return { rows: heads.map((head, place) => ({ ...head, counts: counts[place] as Float64Array })), bases };
  const means = (own: Float64Array) =>
    own.map((count, library) => ((bases[library] as number) > 0 ? count / (bases[library] as number) : 0));
  return {
    rows: heads.map((head, place) => ({ ...head, counts: means(counts[place] as Float64Array) })),
    bases: bases.map((base) => Math.min(1, base)),
  };
}

/** Weighted sums over libraries: of who counts and of who is in the base, and how many people and libraries those are. */
function sumsOf(counts: Float64Array, bases: Float64Array, weights: Float64Array) {
  const sums = { count: 0, base: 0, persons: 0, clusters: 0 };
  for (let library = 0; library < bases.length; library += 1) {
    const weight = weights[library] as number;
    const people = bases[library] as number;
    if (weight === 0 || people === 0) continue;
    sums.count += weight * (counts[library] as number);
    sums.base += weight * people;
    sums.persons += people;
    sums.clusters += 1;
  }
  return sums;
}

function shareOfSums({ count, base }: { readonly count: number; readonly base: number }): number | null {
  return base === 0 ? null : Math.min(1, count / base);
}

/**
 * Ratio of weighted sums with its linearised error over libraries (Cochran 1977, chapter 9; weights taken as given).
 * @param weights libraries with a weight of 0 take no part.
 */
function ratioOf(counts: Float64Array, bases: Float64Array, weights: Float64Array) {
  const sums = sumsOf(counts, bases, weights);
  const { base, persons, clusters } = sums;
  const estimate = shareOfSums(sums);
  if (estimate === null) return { estimate, standardError: null, designEffect: null, interval: null };
  let squares = 0;
  for (let library = 0; library < bases.length; library += 1) {
    const own =
      (weights[library] as number) * ((counts[library] as number) - estimate * (bases[library] as number));
    squares += own * own;
  }
  const variance = clusters < 2 ? null : ((clusters / (clusters - 1)) * squares) / base ** 2;
  const binomial = estimate * (1 - estimate);
  const usable = variance !== null && variance > 0 && binomial > 0;
  // Where every answer is the same, as many libraries of equal weight as these say as much (docs/rules.md, Weights).
  const alike = () =>
    kishDesignEffect(
      Float64Array.from(bases, (own, library) => (own > 0 ? (weights[library] as number) : 0)),
    );
  const effectiveBase = usable
    ? Math.min(persons, binomial / variance)
    : (alike()?.effectiveBase ?? clusters);
  return {
    estimate,
    standardError: variance === null ? null : Math.sqrt(variance),
    designEffect: usable && persons > 1 ? variance / (binomial / (persons - 1)) : null,
    interval: wilsonInterval(Math.min(persons, estimate * persons), persons, { effectiveBase }),
  };
}
