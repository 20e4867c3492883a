// The sample of a case as its mapping describes it: weights, stages of drawing, and raking to known totals.
import { join } from 'node:path';
import { type Margin, rake } from '../../analysis/statistics/raking.ts';
import type { SampleDesign, SampleStage } from '../../analysis/statistics/sample-design.ts';
import { type Case, type DesignMapping, NotMapped, readTable } from './case.ts';
import { codesOf, findColumn, type Words } from './columns.ts';

/** Totals of the population per word of a column. */
export type Targets = Readonly<Record<string, Readonly<Record<string, number>>>>;

export interface Sample {
  /** The case with the columns of the table the sample is in. */
  readonly one: Case;
  readonly design: SampleDesign;
}

/** Which residuals the errors take after raking; "naive" takes the weights for given. */
export type Residuals = 'unweighted' | 'weighted' | 'naive';

/** The sample of that name; without designs in the mapping, the case's column of weights. */
export function sampleOf(one: Case, name = 'default', residuals: Residuals = 'unweighted'): Sample {
  const mapped = one.mapping.designs?.[name];
  if (!mapped) return { one, design: { weights: weightColumn(one), stages: namedStages(one) } };
  const there = mapped.file ? inTable(one, mapped.file) : one;
  const stages = stagesOf(there, mapped);
  const weights =
    mapped.weight === 'population' ? inverseChances(stages, there.rows) : numeric(there, mapped.weight);
  const sample = { one: there, design: { weights, stages } };
  return mapped.rake ? rakedTo(sample, mapped.rake, residuals) : sample;
}

/** The same sample, its weights brought to these totals. */
export function rakedTo({ one, design }: Sample, targets: Targets, residuals: Residuals): Sample {
  const margins: readonly Margin[] = Object.entries(targets).map(([name, totals]) => ({
    categories: codesOf(findColumn(one, name), Object.keys(totals)),
    targets: Object.values(totals),
  }));
  const raked = rake(margins, { start: design.weights });
  if (raked.kind !== 'weights') throw new NotMapped(`raking is refused: ${raked.kind}`);
  const after = { ...design, weights: raked.weights };
  if (residuals === 'naive') return { one, design: after };
  const by =
    residuals === 'weighted' ? { residuals, margins, start: design.weights } : { residuals, margins };
  return { one, design: { ...after, raked: by } };
}

/** Numbers of a column, NaN for anything else. */
export function numeric(one: Case, name: string): Float64Array {
  return Float64Array.from(findColumn(one, name), (word) => (word.trim() === '' ? Number.NaN : Number(word)));
}

/** Without a design in the mapping: strata and clusters where columns are called so. */
function namedStages(one: Case): readonly SampleStage[] | undefined {
  const called = (pattern: RegExp) => [...one.columns.keys()].find((heading) => pattern.test(heading));
  const [strata, cluster] = [called(/stra(t|$)/i), called(/psu|cluster/i)];
  return cluster === undefined ? undefined : stagesOf(one, { weight: '', strata, clusters: [cluster] });
}

function weightColumn(one: Case): Float64Array {
  const name =
    one.mapping.weight ?? [...one.columns.keys()].find((heading) => /^(weight|wt|pw)/i.test(heading));
  if (name === undefined) throw new NotMapped('no column of weights');
  return numeric(one, name);
}

function inTable(one: Case, file: string): Case {
  const columns = readTable(join(one.folder, file));
  return { ...one, columns, rows: [...columns.values()][0]?.length ?? 0 };
}

function stagesOf(one: Case, mapped: DesignMapping): readonly SampleStage[] {
  const { strata, clusters = [], population = [] } = mapped;
  const names: Words[] = clusters.map((name) => findColumn(one, name));
  const stratum = strata ? findColumn(one, strata) : undefined;
  const count = Math.max(1, clusters.length, population.length);
  return Array.from({ length: count }, (_, stage) => {
    // The same number in two strata, or in two clusters, is two clusters.
    const within = [stratum, ...names.slice(0, stage + 1)].filter((words) => words !== undefined);
    const own = names[stage];
    const held = population[stage];
    return {
      strata: stage === 0 && stratum ? numberedWords([stratum]) : undefined,
      clusters: own ? numberedWords(within) : undefined,
      population: held === undefined ? undefined : numeric(one, held),
    };
  });
}

function numberedWords(columns: readonly Words[]): Int32Array {
  const numbers = new Map<string, number>();
  return Int32Array.from(columns[0] ?? [], (_, row) => {
    const label = columns.map((words) => words[row]).join('\u0000');
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return number;
  });
}

/** Over all stages, clusters there are over clusters drawn. */
function inverseChances(stages: readonly SampleStage[], rows: number): Float64Array {
  const weights = new Float64Array(rows).fill(1);
  let within: ArrayLike<number> = stages[0]?.strata ?? new Int32Array(rows);
  for (const { clusters, population } of stages) {
    const drawn = new Map<number, Set<number>>();
    for (let row = 0; row < rows; row += 1) {
      const group = within[row] ?? 0;
      drawn.set(group, (drawn.get(group) ?? new Set()).add(clusters?.[row] ?? row));
    }
    for (let row = 0; row < rows; row += 1) {
      const size = drawn.get(within[row] ?? 0)?.size ?? 1;
      weights[row] = (weights[row] ?? 0) * ((population?.[row] ?? size) / size);
    }
    within = clusters ?? within;
  }
  return weights;
}
