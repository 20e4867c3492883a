// Everything one sample design is asked at once, and weights raked to known totals.
import { kishDesignEffect } from '../../../analysis/statistics/kish-design-effect.ts';
import {
  type Linearised,
  weightedMean,
  weightedRatio,
  weightedTotal,
} from '../../../analysis/statistics/linearised.ts';
import { degreesOfFreedom } from '../../../analysis/statistics/sample-design.ts';
import { type Case, mappedResult, NotMapped } from '../case.ts';
import { findColumn } from '../columns.ts';
import { type Family, hasKeys, listWithKeys, wordsUnder } from '../family.ts';
import { numeric, type Residuals, rakedTo, type Sample, sampleOf, type Targets } from '../sample.ts';
import { pair } from './in-words.ts';
import { raoScottOf, testLines, weightedLines } from './weighted.ts';

/** What a key of a design asks, by how it begins. */
const questions: readonly (readonly [
  RegExp,
  (sample: Sample, names: readonly string[], value: unknown) => unknown,
])[] = [
  [
    /^mean_diff_(.+)_minus_(.+)$/,
    (sample, [first = '', second = '']) => {
      const [one, other] = [numeric(sample.one, first), numeric(sample.one, second)];
      return errorInWords(
        weightedMean(
          sample.design,
          one.map((value, row) => value - (other[row] ?? 0)),
        ),
      );
    },
  ],
  [/^mean_(.+)$/, (sample, [name = ''], value) => meanInWords(sample, name, value)],
  [
    /^total_(.+)$/,
    (sample, [name = '']) => errorInWords(weightedTotal(sample.design, numeric(sample.one, name))),
  ],
  [
    /^ratio_(.+)_(.+)$/,
    (sample, [above = '', below = '']) =>
      errorInWords(weightedRatio(sample.design, numeric(sample.one, above), numeric(sample.one, below))),
  ],
  [
    /^prop_(.+)$/,
    (sample, [name = ''], value) => {
      const levels = wordsUnder(value, 'levels');
      const lines = weightedLines(sample, name, levels);
      return { levels, p: lines.map(({ p }) => p), se: lines.map(({ se }) => se) };
    },
  ],
  [
    /^svyciprop_(.+)_(.+)$/,
    (sample, [name = '', level = ''], value) => {
      const words = findColumn(sample.one, name);
      const word = words.find((one) => one.toLowerCase() === level) ?? level;
      const [line] = weightedLines(sample, name, [word]);
      return (listWithKeys(value, 'method') ? value : []).map(({ method }) =>
        method === 'mean' ? { method, p: line?.p, ci: line?.ci_mean_t } : { method, p: line?.p },
      );
    },
  ],
  [
    /^domain_mean_(.+)_by_(.+)$/,
    (sample, [name = '', by = ''], value) => {
      const [values, groups] = [numeric(sample.one, name), findColumn(sample.one, by)];
      const levels = wordsUnder(value, 'levels');
      const means = levels.map((level) =>
        weightedMean(
          sample.design,
          values.map((given, row) => (groups[row] === level ? given : Number.NaN)),
        ),
      );
      return {
        levels,
        mean: means.map((mean) => mean?.estimate),
        se: means.map((mean) => mean?.standardError),
      };
    },
  ],
  [
    /^svychisq_(.+)_(.+)$/,
    (sample, [across = '', down = ''], value) => {
      const [rows, columns] = [across, down].map((name) => [...new Set(findColumn(sample.one, name))].sort());
      const test = raoScottOf(sample, [across, down], rows ?? [], columns ?? []);
      return testLines(
        value,
        test,
        ((rows?.length ?? 0) - 1) * ((columns?.length ?? 0) - 1),
        sample.one.rows,
      );
    },
  ],
];

function errorInWords(found: Linearised | null) {
  return { est: found?.estimate, se: found?.standardError };
}

function meanInWords({ one, design }: Sample, name: string, value: unknown) {
  const mean = weightedMean(design, numeric(one, name));
  const weight = Array.from(design.weights).reduce((sum, own) => sum + own, 0);
  const asked = hasKeys(value, 'deff') && typeof value.deff === 'number';
  return {
    ...errorInWords(mean),
    ci_z: pair(mean?.normalInterval),
    ci_t: pair(mean?.interval),
    // R measures against a draw without replacement from as many as the weights add up to.
    deff: asked && mean?.designEffect ? mean.designEffect / (1 - mean.base / weight) : null,
  };
}

function answered(sample: Sample, value: unknown): Readonly<Record<string, unknown>> {
  const entries = Object.entries(hasKeys(value) ? value : {}).flatMap(([key, part]) => {
    const [pattern, answer] = questions.find(([one]) => one.test(key)) ?? [];
    const names = pattern?.exec(key)?.slice(1) ?? [];
    return answer ? [[key, answer(sample, names, part)] as const] : [];
  });
  return Object.fromEntries(entries);
}

export const design: Family = {
  name: 'design',
  recognises: (value) => hasKeys(value, 'degf', 'sum_weights'),
  compute: ({ id, value }, one) => {
    if (!one.mapping.designs?.[id]) throw new NotMapped(`the mapping has no design "${id}"`);
    const sample = sampleOf(one, id);
    const weights = Array.from(sample.design.weights);
    return {
      n: weights.length,
      sum_weights: weights.reduce((sum, weight) => sum + weight, 0),
      degf: degreesOfFreedom(sample.design),
      n_eff_kish: kishDesignEffect(weights)?.effectiveBase,
      ...answered(sample, value),
    };
  },
  leftOut: { ci: 'a weighted share has Wilson at its effective base, or the t interval' },
};

const CALIBRATED = '_via_calibrate';

export const calibrated: Family = {
  name: 'design after calibrate()',
  recognises: (value, id) => id.endsWith(CALIBRATED) && hasKeys(value),
  compute: ({ id, value }, one) => {
    const name = id.slice(0, -CALIBRATED.length);
    if (one.mapping.designs?.[name]) return answered(sampleOf(one, name, 'weighted'), value);
    const before = one.references.find((reference) => reference.id === name);
    return columnsAfter(one, before?.id ?? name, before?.value, value, 'weighted');
  },
  leftOut: { se_from_rake: 'compared where that design is' },
};

export const raked: Family = {
  name: 'raking',
  recognises: (value) => hasKeys(value, 'cells', 'n_eff') && listWithKeys(value.cells, 'cell', 'weight'),
  compute: ({ id, value }, one) => {
    const targets = targetsOf(one, id, value);
    const { design: after } = rakedTo(equally(one), targets, 'unweighted');
    const kish = kishDesignEffect(after.weights);
    return {
      targets: Object.entries(targets).map(([variable, totals]) => ({
        variable,
        levels: Object.keys(totals),
        totals: Object.values(totals),
      })),
      cells: cellsInWords(
        one,
        Object.keys(targets),
        after.weights,
        hasKeys(value, 'cells') ? value.cells : [],
      ),
      n_eff: kish?.effectiveBase,
      deff_kish: kish?.designEffect,
      ...columnsAfter(one, id, value, value, 'unweighted'),
    };
  },
};

export const cellWeights: Family = {
  name: 'raked weights',
  recognises: (value) => listWithKeys(value, 'cell', 'weight'),
  compute: ({ id, value }, one) => {
    const name = id.replace(/\/weights$/, '');
    const sample = sampleOf(one, name);
    const targets = one.mapping.designs?.[name]?.rake;
    if (!targets) throw new NotMapped(`the mapping has no raked design "${name}"`);
    return cellsInWords(sample.one, Object.keys(targets), sample.design.weights, value);
  },
};

function equally(one: Case): Sample {
  return { one, design: { weights: new Float64Array(one.rows).fill(1) } };
}

function targetsOf(one: Case, id: string, value: unknown): Targets {
  if (hasKeys(value, 'targets') && listWithKeys(value.targets, 'variable', 'levels', 'totals')) {
    return Object.fromEntries(
      value.targets.map((target) => {
        const totals = [target.totals].flat().map(Number);
        return [
          String(target.variable),
          Object.fromEntries(wordsUnder(target, 'levels').map((level, place) => [level, totals[place] ?? 0])),
        ];
      }),
    );
  }
  const mapped = one.mapping.designs?.[id]?.rake;
  if (!mapped) throw new NotMapped('no totals to rake to');
  return mapped;
}

/** Frequencies of columns that are keys of the value, and single shares and means the mapping knows. */
function columnsAfter(one: Case, id: string, from: unknown, value: unknown, residuals: Residuals) {
  const targets = targetsOf(one, id, from);
  const sample = rakedTo(equally(one), targets, residuals);
  const entries = Object.entries(hasKeys(value) ? value : {}).flatMap(
    ([key, part]): (readonly [string, unknown])[] => {
      if (listWithKeys(part, 'level', 'p')) {
        const naive = key.includes('naive');
        const name = key.replace(/_naive.*$/, '');
        const levels = part.map(({ level }) => String(level));
        return [[key, weightedLines(naive ? rakedTo(equally(one), targets, 'naive') : sample, name, levels)]];
      }
      const mean = singleMean(sample, id, key);
      return mean ? [[key, key.startsWith('se_') ? mean.standardError : mean.estimate]] : [];
    },
  );
  return Object.fromEntries(entries);
}

/** "p_divorced" and "se_tvhours": the mapping says which column, and which word of it. */
function singleMean(sample: Sample, id: string, key: string): Linearised | null {
  const named = mappedResult(sample.one, id)[key.replace(/^(p|mean|se)_/, '')];
  if (!hasKeys(named, 'column')) return null;
  const words = findColumn(sample.one, String(named.column));
  const values =
    'word' in named
      ? Float64Array.from(words, (word) => (word === named.word ? 1 : 0))
      : numeric(sample.one, String(named.column));
  return weightedMean(sample.design, values);
}

function cellsInWords(one: Case, names: readonly string[], weights: ArrayLike<number>, wanted: unknown) {
  const columns = names.map((name) => findColumn(one, name));
  const byCell = new Map<string, number[]>();
  for (let row = 0; row < weights.length; row += 1) {
    const cell = columns.map((words) => words[row]).join(' | ');
    const own = byCell.get(cell) ?? [];
    own.push(weights[row] ?? 0);
    byCell.set(cell, own);
  }
  return (listWithKeys(wanted, 'cell') ? wanted : []).map(({ cell }) => {
    const own = byCell.get(String(cell)) ?? [];
    return {
      cell,
      n: own.length,
      weight: own[0],
      constant: own.every((weight) => Math.abs(weight - (own[0] ?? 0)) < 1e-6),
    };
  });
}
