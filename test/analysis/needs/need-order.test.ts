// How sure the order of needs is: figures counted by hand, and what must not change them.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { discloseOrders } from '../../../analysis/disclosure.ts';
import { needOrders } from '../../../analysis/needs/need-order.ts';
import { needResults, scoreNeeds } from '../../../analysis/needs/need-results.ts';
import { drawGroups, estimatesWith, mostGroups, sumSurveys } from '../../../analysis/needs/resampling.ts';
import { planScores, scoreOf } from '../../../analysis/needs/score-plan.ts';
import { seededRandom } from '../../../analysis/statistics/seeded-random.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { projectRecordsSchema } from '../../../surveys/project-records.ts';
import { datasetOf, noRecords, times } from '../small-survey.ts';

const words = (nl: string) => ({ nl });
const sign = (variable: string) => ({
  source: 'survey',
  label: words(variable),
  share: { any: [{ variables: [variable], codes: ['1'] }] },
});
const catalogue = needsCatalogueSchema.parse({
  format: 'nodenkaart/needs/1',
  needs: [
    {
      code: 'time',
      label: words('Tijd'),
      indicators: [sign('stop.time'), { source: 'interview', label: words('Herkend') }],
    },
    {
      code: 'travel',
      label: words('Verplaatsing'),
      indicators: [sign('stop.travel'), { source: 'interview', label: words('Herkend') }],
    },
    { code: 'none', label: words('Niets'), indicators: [sign('stop.none')] },
    { code: 'child', parent: 'none', label: words('Kind'), indicators: [sign('stop.none')] },
  ],
});
const records = projectRecordsSchema.parse({
  interview: ['recognised', 'notRecognised'].map((said, index) => ({
    code: `i${index}`,
    participant: { nl: 'bib' },
    date: { sort: '2024-02-01', label: { nl: 'februari' } },
    needs: { time: 'notRecognised', travel: said },
  })),
});
const time = { 'stop.time': '1', 'stop.travel': '0', 'stop.none': '0' };
const travel = { 'stop.time': '0', 'stop.travel': '1', 'stop.none': '0' };
const both = { 'stop.time': '1', 'stop.travel': '1', 'stop.none': '0' };

type Row = Parameters<typeof datasetOf>[0][number];
const inputOf = (rows: readonly Row[], kept = noRecords) => ({
  surveys: new Map([['small', { dataset: datasetOf(rows), remarks: [] }]]),
  records: kept,
  register: [],
});
const options = { resamples: 400, seed: 7 };

describe('the certainty of an order', () => {
  it('is sure where every library says the same', () => {
    const [top] = needOrders(catalogue, inputOf(times(30, time)), options);
    expect(top?.needs).toEqual(['time', 'travel', 'none']);
    expect(top?.top).toBe(2);
    expect(top?.stability).toMatchObject({ resamples: 400, seed: 7, clusters: 30 });
    expect(top?.stability?.needs[0]).toEqual({
      need: 'time',
      places: [1, 0, 0],
      inTop: 1,
      best: 1,
      worst: 1,
    });
  });

  it('is a coin where two needs are equally strong', () => {
    const [top] = needOrders(catalogue, inputOf([...times(20, time), ...times(20, travel)]), options);
    const [first, second] = top?.stability?.needs ?? [];
    // Of two shares that add up to one, over an odd number of draws, exactly one is first.
    expect((first?.places[0] ?? 0) + (second?.places[0] ?? 0)).toBeCloseTo(1, 9);
    expect(first?.places[0]).toBeGreaterThan(0.4);
    expect(first?.places[0]).toBeLessThan(0.7);
    expect([first?.best, first?.worst]).toEqual([1, 2]);
  });

  it('takes a library with twelve answers as one that was sampled', () => {
    const many = times(12, { ...time, library: 'een' });
    const alone = needOrders(catalogue, inputOf([...times(12, time), ...times(8, travel)]), options);
    const together = needOrders(catalogue, inputOf([...many, ...times(8, travel)]), options);
    expect(alone[0]?.stability?.clusters).toBe(20);
    expect(together[0]?.stability?.clusters).toBe(9);
    // Left out of a resample, the one library takes all of "time" with it: (1 - 1/9)^8 of them.
    const firstAlone = alone[0]?.stability?.needs[0]?.places[0] ?? 0;
    const firstTogether = together[0]?.stability?.needs[0]?.places[0] ?? 0;
    expect(firstAlone).toBeGreaterThan(0.7);
    expect(firstTogether).toBeGreaterThan(0.5);
    expect(firstTogether).toBeLessThan(0.75);
  });

  it('says which sources were drawn anew and which stayed', () => {
    const [top] = needOrders(catalogue, inputOf(times(10, both), records), options);
    expect([top?.sampled, top?.fixed]).toEqual([['survey'], ['interview']]);
  });

  it('has no resamples of one library, nor of no answers', () => {
    const one = needOrders(catalogue, inputOf(times(9, { ...both, library: 'een' })), options);
    expect(one[0]?.stability).toBeNull();
    expect(needOrders(catalogue, inputOf([]), options)).toEqual([]);
  });

  it('places the needs under each source alone and under every weighting', () => {
    const rows = [...times(12, time), ...times(8, travel)];
    const [top] = needOrders(catalogue, inputOf(rows, records), options);
    // Survey: time 60, travel 40, none 0. Interviews: time 0 of 2, travel 1 of 2. Together: 30, 45, 0.
    expect(top?.needs).toEqual(['travel', 'time', 'none']);
    const places = Object.fromEntries((top?.ways ?? []).map((way) => [way.code, way.places]));
    expect(places).toEqual({
      evidence: [1, 2, 3],
      'only:survey': [2, 1, 3],
      'only:interview': [1, 2, null],
    });
    // Eleven weightings, w tenths to the survey: time 60w, travel 40w + 50(10 - w); time leads from w = 8 on.
    expect(top?.weightings?.weightings).toBe(11);
    expect(top?.weightings?.needs.map(({ first }) => Math.round(first * 11))).toEqual([8, 3, 0]);
  });
});

describe('resampling', () => {
  const rowsOf = fc.array(
    fc.record({
      'stop.time': fc.constantFrom('0', '1'),
      'stop.travel': fc.constantFrom('0', '1'),
      'stop.none': fc.constantFrom('0', '1'),
      library: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
    }),
    { minLength: 8, maxLength: 40 },
  );
  const quick = { resamples: 60, seed: 3 };

  it('gives the same for the same seed, in whatever order the answers came in', () => {
    fc.assert(
      fc.property(rowsOf, fc.infiniteStream(fc.nat()), (rows, chance) => {
        const shuffled = rows
          .map((row) => ({ row, key: chance.next().value ?? 0 }))
          .toSorted((one, other) => one.key - other.key)
          .map(({ row }) => row);
        const [plain, moved] = [rows, shuffled].map((own) => needOrders(catalogue, inputOf(own), quick));
        expect(moved).toEqual(plain);
      }),
      { numRuns: 30 },
    );
  });

  it('does not hear of a column no need reads', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const more = rows.map((row, index) => ({ ...row, role: index % 3 === 0 ? 'desk' : 'lead' }));
        expect(needOrders(catalogue, inputOf(more), quick)).toEqual(
          needOrders(catalogue, inputOf(rows), quick),
        );
      }),
      { numRuns: 20 },
    );
  });

  it('with a weight of one for everybody gives the plain scores', () => {
    fc.assert(
      fc.property(rowsOf, (rows) => {
        const plan = planScores(catalogue, inputOf(rows));
        const estimates = plan.estimates.slice();
        const samples = plan.indicators.map(({ sample }) => sample);
        for (const sums of sumSurveys(samples, 1))
          estimatesWith(sums, new Float64Array(sums.groups).fill(1), estimates);
        for (const need of plan.needs)
          expect(scoreOf(need, estimates) ?? -1).toBeCloseTo(scoreOf(need, plan.estimates) ?? -1, 9);
      }),
      { numRuns: 30 },
    );
  });

  it('spreads scores as linearisation says, also where people are dealt into groups', () => {
    const people = mostGroups + 500;
    const rows = Array.from({ length: people }, (_, index) => ({
      ...(index % 5 < 2 ? time : travel),
      library: '',
    }));
    // No library: each person is a cluster alone, and more of them than there are groups.
    const dataset = datasetOf(rows);
    dataset.library.fill(-1);
    const input = {
      surveys: new Map([['small', { dataset, remarks: [] }]]),
      records: noRecords,
      register: [],
    };
    const plan = planScores(catalogue, input);
    const [sums] = sumSurveys(
      plan.indicators.map(({ sample }) => sample),
      1,
    );
    if (!sums) throw new Error('the survey is a sample');
    expect([sums.clusters, sums.groups]).toEqual([people, mostGroups]);
    const random = seededRandom(5);
    const scores = Array.from({ length: 800 }, () => {
      const estimates = estimatesWith(sums, drawGroups(sums.groups, random), plan.estimates.slice());
      return estimates[0] ?? 0;
    });
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    const deviation = Math.sqrt(
      scores.reduce((sum, score) => sum + (score - mean) ** 2, 0) / (scores.length - 1),
    );
    expect(mean).toBeCloseTo(0.4, 2);
    expect(deviation / Math.sqrt((0.4 * 0.6) / people)).toBeGreaterThan(0.9);
    expect(deviation / Math.sqrt((0.4 * 0.6) / people)).toBeLessThan(1.1);
  });

  it('draws one group fewer than there are', () => {
    const weights = drawGroups(7, seededRandom(1));
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(6);
  });
});

describe('what a reader sees of the certainty', () => {
  const ordersFor = (rows: readonly Row[]) => {
    const input = inputOf(rows, records);
    const orders = needOrders(catalogue, input, options);
    const needs = needResults(scoreNeeds(catalogue, input), records, null);
    return { orders, open: discloseOrders(orders, needs, 'team') };
  };

  it('is everything where every figure is open', () => {
    const { orders, open } = ordersFor([...times(12, time), ...times(12, travel)]);
    expect(open).toEqual(orders);
  });

  it('is no interval of places where the figures have none', () => {
    const { open } = ordersFor([...times(6, time), ...times(6, travel)]);
    expect(open[0]).toMatchObject({ stability: null, openness: 'withheld' });
    expect(open[0]?.ways.every(({ openness }) => openness === 'full')).toBe(true);
  });

  it('is nothing that reads a figure that is withheld', () => {
    const { open } = ordersFor([...times(2, time), ...times(2, travel)]);
    expect(open[0]).toMatchObject({ stability: null, weightings: null, openness: 'withheld' });
    const shown = (open[0]?.ways ?? []).filter(({ openness }) => openness === 'full');
    expect(shown.map(({ code }) => code)).toEqual(['only:interview']);
    expect(discloseOrders(ordersFor(times(4, time)).orders, [], 'operator')[0]?.stability).not.toBeNull();
  });
});
