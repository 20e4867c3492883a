// Weighted frequencies, tick-all questions, domains and cross-tables, with errors that know the design.
import { kishDesignEffect } from '../../../analysis/statistics/kish-design-effect.ts';
import { weightedMean, weightedTotal } from '../../../analysis/statistics/linearised.ts';
import { raoScott } from '../../../analysis/statistics/rao-scott.ts';
import { NotMapped } from '../case.ts';
import { codesOf, findColumn, hasAll } from '../columns.ts';
import { type Family, hasKeys, listWithKeys, subject, twoNames, wordsUnder } from '../family.ts';
import { numeric, type Sample, sampleOf } from '../sample.ts';
import { pair } from './in-words.ts';

export const weightSpread: Family = {
  name: 'weights',
  recognises: (value) => hasKeys(value, 'n', 'n_eff', 'deff_kish'),
  compute: (_, one) => {
    const weights = Array.from(sampleOf(one).design.weights);
    const kish = kishDesignEffect(weights);
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return {
      n: weights.length,
      sum,
      mean: sum / weights.length,
      min: Math.min(...weights),
      max: Math.max(...weights),
      n_eff: kish?.effectiveBase,
      deff_kish: kish?.designEffect,
    };
  },
  leftOut: { cv: 'the design effect says the same' },
};

/** One line per word: its count, its weighted count and its share. */
export function weightedLines({ one, design }: Sample, name: string, levels: readonly string[]) {
  const words = findColumn(one, name, hasAll(levels));
  return levels.map((level) => {
    const values = Float64Array.from(words, (word) => (word === level ? 1 : 0));
    const mean = weightedMean(design, values);
    return {
      level,
      unweighted_count: words.filter((word) => word === level).length,
      weighted_count: weightedTotal(design, values)?.estimate,
      p: mean?.estimate,
      se: mean?.standardError,
      ci_mean_t: pair(mean?.interval),
    };
  });
}

export const weightedFrequencies: Family = {
  name: 'weighted frequencies',
  recognises: (value) => listWithKeys(value, 'level', 'weighted_count', 'p'),
  compute: ({ id, value }, one) => {
    const levels = listWithKeys(value, 'level') ? value.map(({ level }) => String(level)) : [];
    return weightedLines(sampleOf(one), subject(id), levels);
  },
};

export const weightedTicks: Family = {
  name: 'weighted tick-all',
  recognises: (value) => listWithKeys(value, 'column', 'option', 'p'),
  compute: ({ value }, one) => {
    const sample = sampleOf(one);
    return (listWithKeys(value, 'column', 'option') ? value : []).map(({ column, option }) => {
      const [line] = weightedLines(sample, String(column), [String(option)]);
      return { column, option, unweighted_count: line?.unweighted_count, p: line?.p, se: line?.se };
    });
  },
};

/** The same id without the name of a function before it. */
function plain(id: string): string {
  return subject(id.replace(/^svy\w+(\/svy\w+)? /, ''));
}

export function raoScottOf(
  { one, design }: Sample,
  [across, down]: readonly [string, string],
  rows: readonly string[],
  columns: readonly string[],
) {
  return raoScott(
    design,
    codesOf(findColumn(one, across, hasAll(rows)), rows),
    codesOf(findColumn(one, down, hasAll(columns)), columns),
    { rows: rows.length, columns: columns.length },
  );
}

export const weightedCross: Family = {
  name: 'weighted cross-table',
  recognises: (value) => hasKeys(value, 'rows', 'cols', 'weighted', 'col_pct'),
  compute: ({ id, value }, one) => {
    const [rows, cols] = [wordsUnder(value, 'rows'), wordsUnder(value, 'cols')];
    const test = raoScottOf(sampleOf(one), twoNames(plain(id), ' x '), rows, cols);
    const weighted = test?.weighted ?? [];
    const totals = cols.map((_, column) => weighted.reduce((sum, row) => sum + (row[column] ?? 0), 0));
    return {
      rows,
      cols,
      weighted,
      col_pct: weighted.map((row) => row.map((count, column) => (100 * count) / (totals[column] ?? 0))),
      svychisq: {
        F: { statistic: test?.estimate, parameter: test?.degreesOfFreedom, p: test?.p },
        Chisq: {
          statistic: test?.chiSquare,
          parameter: (rows.length - 1) * (cols.length - 1),
          p: test?.firstOrderP,
        },
      },
    };
  },
  leftOut: { Wald: 'the Rao-Scott F is shown', adjWald: 'the Rao-Scott F is shown' },
};

/** Tests in the words of R's svychisq, one line per statistic that was asked. */
export function testLines(
  value: unknown,
  test: ReturnType<typeof raoScott>,
  cells: number,
  units: number,
): readonly unknown[] {
  // R multiplies by all units, also those that lack an answer; p does not change.
  const chiSquare = test && (test.chiSquare * units) / test.base;
  return (listWithKeys(value, 'statistic') ? value : []).map(({ statistic }) => {
    if (statistic === 'F') {
      return { statistic, value: test?.estimate, parameter: test?.degreesOfFreedom, p: test?.p };
    }
    if (statistic === 'Chisq') {
      return { statistic, value: chiSquare, parameter: cells, p: test?.firstOrderP };
    }
    return { statistic };
  });
}

export const weightedTest: Family = {
  name: 'Rao-Scott test',
  recognises: (value) => listWithKeys(value, 'statistic', 'value', 'p'),
  compute: ({ id, value }, one) => {
    const names = twoNames(plain(id), ' x ');
    const [rows, columns] = [levelsOf(findColumn(one, names[0])), levelsOf(findColumn(one, names[1]))];
    const test = raoScottOf(sampleOf(one), names, rows, columns);
    return testLines(value, test, (rows.length - 1) * (columns.length - 1), one.rows);
  },
  leftOut: {
    value: 'of Wald and linear combinations: the Rao-Scott F is shown',
    parameter: 'as value',
    p: 'as value',
  },
};

function levelsOf(words: readonly string[]): readonly string[] {
  return [...new Set(words)].filter((word) => word !== '').sort();
}

export const domains: Family = {
  name: 'domains',
  recognises: (value) => listWithKeys(value, 'level', 'p', 'se', 'n'),
  compute: ({ id, value }, one) => {
    const sample = sampleOf(one);
    const [of, by] = twoNames(plain(id), ' by ');
    const values = numeric(sample.one, of);
    const groups = findColumn(sample.one, by);
    return (listWithKeys(value, 'level') ? value : []).map(({ level }) => {
      const inside = values.map((given, row) => (groups[row] === level ? given : Number.NaN));
      const mean = weightedMean(sample.design, inside);
      return { level, p: mean?.estimate, se: mean?.standardError, n: mean?.base };
    });
  },
};

export const designShare: Family = {
  name: 'share in a design',
  recognises: (value) => hasKeys(value, 'p', 'se', 'degf', 'n_psu'),
  compute: ({ id }, one) => {
    const { one: there, design } = sampleOf(one);
    const values = numeric(there, plain(id).replace(/ overall$/, ''));
    const mean = weightedMean(design, values);
    if (!mean) throw new NotMapped('nobody answered');
    const { strata, clusters } = design.stages?.[0] ?? {};
    const weight = values.reduce(
      (sum, value, row) => (Number.isNaN(value) ? sum : sum + (design.weights[row] ?? 0)),
      0,
    );
    return {
      n: mean.base,
      missing: values.length - mean.base,
      n_psu: new Set(Array.from(clusters ?? values.keys())).size,
      n_strata: strata ? new Set(Array.from(strata)).size : 1,
      degf: mean.degreesOfFreedom,
      p: mean.estimate,
      se: mean.standardError,
      // R measures against a draw without replacement from as many as the weights add up to.
      deff: (mean.designEffect ?? Number.NaN) / (1 - mean.base / weight),
      ci_z: pair(mean.normalInterval),
      ci_t: pair(mean.interval),
    };
  },
  leftOut: { svyciprop: 'a weighted share has Wilson at its effective base, or the t interval' },
};

export const designLevels: Family = {
  name: 'shares and totals in a design',
  recognises: (value) => hasKeys(value, 'levels', 'p', 'total', 'total_se'),
  compute: ({ id, value }, one) => {
    const { one: there, design } = sampleOf(one);
    const levels = wordsUnder(value, 'levels');
    const words = findColumn(there, plain(id));
    const columns = levels.map((level) => Float64Array.from(words, (word) => (word === level ? 1 : 0)));
    const means = columns.map((values) => weightedMean(design, values));
    const totals = columns.map((values) => weightedTotal(design, values));
    return {
      levels,
      p: means.map((mean) => mean?.estimate),
      se: means.map((mean) => mean?.standardError),
      total: totals.map((total) => total?.estimate),
      total_se: totals.map((total) => total?.standardError),
    };
  },
};
