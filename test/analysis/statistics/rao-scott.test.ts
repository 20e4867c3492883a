import { describe, expect, it } from 'vitest';
import { chiSquare } from '../../../analysis/statistics/chi-square.ts';
import { raoScott, raoScottOfClusters } from '../../../analysis/statistics/rao-scott.ts';

const counts = [
  [12, 8, 5],
  [6, 14, 10],
  [3, 9, 21],
];
const rows = counts.flatMap((row, i) => row.flatMap((count) => Array<number>(count).fill(i)));
const columns = counts.flatMap((row) => row.flatMap((count, j) => Array<number>(count).fill(j)));
const size = { rows: 3, columns: 3 };

describe('the Rao-Scott test', () => {
  it('starts from the chi-square of the table, which equal weights leave as it is', () => {
    const test = raoScott({ weights: rows.map(() => 2.5) }, rows, columns, size);
    expect(test?.chiSquare).toBeCloseTo(chiSquare(counts)?.estimate ?? 0, 10);
    expect(test?.weighted[0]).toEqual([30, 20, 12.5]);
    expect(test?.degreesOfFreedom[0]).toBeCloseTo(4, 10);
  });

  it('is no surer when every answer is there five times from the same cluster', () => {
    const five = (labels: readonly number[]) => labels.flatMap((label) => Array<number>(5).fill(label));
    const clusters = five([...rows.keys()]);
    const once = raoScott({ weights: rows.map(() => 1) }, rows, columns, size);
    const repeated = raoScott(
      { weights: clusters.map(() => 1), stages: [{ clusters }] },
      five(rows),
      five(columns),
      size,
    );
    expect(repeated?.chiSquare).toBeCloseTo(5 * (once?.chiSquare ?? 0), 9);
    expect(repeated?.estimate).toBeCloseTo(once?.estimate ?? 0, 9);
    expect(repeated?.p).toBeCloseTo(once?.p ?? 0, 12);
  });

  it('leaves out who lacks an answer, and rows nobody is in', () => {
    const wide = raoScott({ weights: rows.map(() => 1) }, rows, columns, { rows: 4, columns: 3 });
    const narrow = raoScott({ weights: rows.map(() => 1) }, rows, columns, size);
    expect(wide?.estimate).toBeCloseTo(narrow?.estimate ?? 0, 12);
    const some = raoScott({ weights: [...rows.map(() => 1), 1] }, [...rows, -1], [...columns, 0], size);
    expect(some?.base).toBe(88);
    expect(raoScott({ weights: [1, 1, 1] }, [0, 0, 0], [0, 1, 0], { rows: 2, columns: 2 })).toBeNull();
  });
});

describe('the Rao-Scott test from counts', () => {
  // Cluster, group, answer and how many: 101 persons of 24 libraries, as R 4 drew them with
  //   set.seed(20241129); g <- rep(1:24, times = sample(2:6, 24, TRUE)); u <- rnorm(24)[g]; x <- 1L + (g %% 2L)
  //   y <- as.integer(cut(u + rnorm(length(g)), c(-Inf, -0.4, 0.6, Inf)))
  // and tested with the survey package:
  //   d <- data.frame(g, x = factor(x), y = factor(y)); design <- svydesign(~g, data = d, weights = ~1)
  //   svychisq(~y + x, design, statistic = "F"); svychisq(~y + x, design, statistic = "Chisq")
  const drawn = [
    [1, 2, 1, 2],
    [1, 2, 2, 3],
    [1, 2, 3, 1],
    [2, 1, 1, 1],
    [2, 1, 3, 2],
    [3, 2, 1, 2],
    [3, 2, 3, 1],
    [4, 1, 1, 3],
    [4, 1, 2, 2],
    [5, 2, 1, 2],
    [5, 2, 2, 2],
    [5, 2, 3, 1],
    [6, 1, 1, 6],
    [7, 2, 1, 2],
    [7, 2, 2, 1],
    [7, 2, 3, 1],
    [8, 1, 1, 2],
    [8, 1, 2, 1],
    [8, 1, 3, 1],
    [9, 2, 1, 1],
    [9, 2, 2, 2],
    [10, 1, 1, 3],
    [10, 1, 3, 1],
    [11, 2, 1, 1],
    [11, 2, 2, 2],
    [12, 1, 1, 1],
    [12, 1, 2, 1],
    [12, 1, 3, 3],
    [13, 2, 1, 2],
    [13, 2, 2, 1],
    [14, 1, 1, 5],
    [14, 1, 2, 1],
    [15, 2, 1, 2],
    [15, 2, 2, 2],
    [15, 2, 3, 1],
    [16, 1, 1, 3],
    [16, 1, 2, 1],
    [16, 1, 3, 1],
    [17, 2, 1, 3],
    [17, 2, 2, 1],
    [17, 2, 3, 1],
    [18, 1, 2, 1],
    [18, 1, 3, 1],
    [19, 2, 1, 2],
    [19, 2, 3, 1],
    [20, 1, 1, 4],
    [21, 2, 1, 5],
    [22, 1, 1, 1],
    [22, 1, 3, 5],
    [23, 2, 2, 2],
    [23, 2, 3, 1],
    [24, 1, 1, 1],
    [24, 1, 2, 2],
  ] as const;
  const clusters = new Float64Array(24 * 6);
  for (const [cluster, group, answer, count] of drawn) {
    clusters[(cluster - 1) * 6 + (answer - 1) * 2 + (group - 1)] = count;
  }
  const table = { rows: 3, columns: 2, clusters, alone: new Float64Array(6) };

  it('gives what R gives: libraries whose staff think alike make it less sure', () => {
    const test = raoScottOfClusters(table);
    expect(test?.chiSquare).toBeCloseTo(4.0253706880122, 11);
    expect(test?.estimate).toBeCloseTo(1.78413382593282, 11);
    expect(test?.degreesOfFreedom[0]).toBeCloseTo(1.953173414278, 10);
    expect(test?.degreesOfFreedom[1]).toBeCloseTo(44.9229885283939, 9);
    expect(test?.p).toBeCloseTo(0.180334895344507, 11);
    expect(test?.firstOrderP).toBeCloseTo(0.167942465426654, 11);
    // Pearson's own p takes all for independent: chisq.test gives 0.1336.
    expect(test?.p).toBeGreaterThan(0.1336);
  });

  it('is the test of the answers one by one, also with persons of no library', () => {
    const persons = drawn.flatMap(([cluster, group, answer, count]) =>
      Array.from({ length: count }, () => ({ cluster, group: group - 1, answer: answer - 1 })),
    );
    const loners = [0, 1, 1, 2, 0, 2, 1].map((answer, place) => ({
      cluster: 100 + place,
      group: place % 2,
      answer,
    }));
    const all = [...persons, ...loners];
    const alone = new Float64Array(6);
    for (const { answer, group } of loners) alone[answer * 2 + group] = (alone[answer * 2 + group] ?? 0) + 1;
    const design = { weights: all.map(() => 1), stages: [{ clusters: all.map(({ cluster }) => cluster) }] };
    const each = raoScott(
      design,
      all.map(({ answer }) => answer),
      all.map(({ group }) => group),
      { rows: 3, columns: 2 },
    );
    const counted = raoScottOfClusters({ ...table, alone });
    expect(counted?.estimate).toBeCloseTo(each?.estimate ?? 0, 11);
    expect(counted?.p).toBeCloseTo(each?.p ?? 0, 11);
    expect(counted?.degreesOfFreedom[1]).toBeCloseTo(each?.degreesOfFreedom[1] ?? 0, 9);
  });

  it('says nothing of one library', () => {
    expect(raoScottOfClusters({ ...table, clusters: [3, 2, 1, 4, 5, 6] })).toBeNull();
  });
});
