// Numbers, dates, points and reasons in the results: against R's figures and figures worked out by hand.
import { describe, expect, it } from 'vitest';
import { chartsOfQuestion } from '../../analysis/charts/question-charts.ts';
import { binsOf } from '../../analysis/number-bins.ts';
import { questionResults } from '../../analysis/question-results.ts';
import type { Answers } from '../../surveys/answers.ts';
import { placeOf } from '../../surveys/number-line.ts';
import { said, tableLines } from './charts/sample-figures.ts';
import { datasetOf, questionnaire, resultOf } from './number-survey.ts';

/** `cars$dist` of R's own data sets. */
const distances = [
  2, 10, 4, 22, 16, 10, 18, 26, 34, 17, 28, 14, 20, 24, 28, 26, 34, 34, 46, 26, 36, 60, 80, 20, 26, 54, 32,
  40, 32, 40, 50, 42, 56, 76, 84, 36, 46, 68, 32, 48, 52, 56, 64, 66, 54, 70, 92, 93, 120, 85,
];
const results = (rows: readonly Answers[]) => questionResults(questionnaire, datasetOf(rows), null);
const numbersIn = (rows: readonly Answers[], code: string) =>
  resultOf(results(rows), code, 'numbers').numbers;

describe('a number', () => {
  const answered = distances.map((hours) => ({ hours: String(hours) }));
  const reasons = [{ hours: 'weetniet' }, { hours: 'weetniet' }, { hours: 'liever' }, { role: 'desk' }];
  const [hours] = numbersIn([...answered, ...reasons], 'hours');

  it('has the mean, spread, interval and quartiles that R gives', () => {
    expect(hours?.mean).toBeCloseTo(42.98, 10);
    expect(hours?.standardDeviation).toBeCloseTo(25.769377492025892, 10);
    expect(hours?.interval?.lower).toBeCloseTo(35.6564239486838, 9);
    expect(hours?.interval?.upper).toBeCloseTo(50.30357605131619, 9);
    expect([hours?.lowerQuartile, hours?.median, hours?.upperQuartile]).toEqual([26, 36, 56]);
    expect([hours?.minimum, hours?.maximum]).toEqual([2, 120]);
  });

  it('counts reasons apart and keeps them out of the base', () => {
    expect(hours?.base).toBe(50);
    expect(hours?.missing).toMatchObject({ dontKnow: 2, preferNotToSay: 1, skipped: 1 });
    expect(hours?.missingCategories.map(({ code, count }) => [code, count])).toEqual([
      ['weetniet', 2],
      ['liever', 1],
    ]);
  });

  it('is drawn in equal steps, every answer in one of them', () => {
    expect(hours?.bins.map(({ from, to, share }) => [from, to, share.count])).toEqual([
      [0, 9, 2],
      [10, 19, 6],
      [20, 29, 10],
      [30, 39, 8],
      [40, 49, 6],
      [50, 59, 6],
      [60, 69, 4],
      [70, 79, 2],
      [80, 89, 3],
      [90, 99, 2],
      [100, 109, 0],
      [110, 120, 1],
    ]);
  });

  it('is told as sentence, bars in order and table', () => {
    const [chart] = chartsOfQuestion(
      resultOf(results([...answered, ...reasons]), 'hours', 'numbers'),
      'nl',
    ).map((view) => said(view));
    expect(chart?.sentence).toBe('Gemiddeld 43 uur (95%-interval 35,7–50,3); de middelste waarde is 36 uur.');
    expect(chart?.config?.data.labels.slice(0, 2)).toEqual(['0–9', '10–19']);
    expect(chart?.config?.data.labels.at(-1)).toBe('110–120');
    expect(chart?.caption).toContain('de middelste helft ligt tussen 26 en 56');
    expect(chart && tableLines(chart).at(-1)).toContain('Zeg ik liever niet');
  });

  it('keeps its decimals where they are asked for', () => {
    const [exact] = numbersIn(
      ['0.5', '1.2', '2', '3.7'].map((given) => ({ exact: given })),
      'exact',
    );
    expect(exact?.mean).toBeCloseTo(1.85, 12);
    expect(exact?.median).toBeCloseTo(1.6, 12);
    expect(exact?.bins.reduce((sum, { share }) => sum + (share.count ?? 0), 0)).toBe(4);
    expect(exact?.bins[0]?.from).toBe(0);
  });

  it('without any answer has no figure at all', () => {
    const [none] = numbersIn([{ role: 'desk' }], 'hours');
    expect(none).toMatchObject({ base: 0, mean: null, median: null, minimum: null, bins: [] });
  });
});

describe('the bars of a histogram', () => {
  const bars = (places: readonly number[], resolution = 1) =>
    binsOf('number', Float64Array.from(places).sort(), resolution).bars.map(({ from, to }) => [from, to]);

  it('are one per value where there are at most twelve', () => {
    expect(bars([3, 1, 4, 1])).toEqual([
      [1, 1],
      [2, 2],
      [3, 3],
      [4, 4],
    ]);
  });

  it('are multiples of the step of a line, and its end joins the last', () => {
    const line = Array.from({ length: 21 }, (_, index) => index * 5);
    expect(bars(line, 5).at(-1)?.[1]).toBe(100);
    expect(bars(line, 5).every(([from]) => (from ?? 0) % 5 === 0)).toBe(true);
    expect(bars(line, 5).length).toBeLessThanOrEqual(12);
  });

  it('are as wide as Freedman and Diaconis say, rounded down', () => {
    // 60 answers from 0 to 100 in steps of five, quartiles 15 and 65: 2 * 50 / 60^(1/3) is 25.5.
    const line = Array.from({ length: 60 }, (_, index) =>
      index < 15 ? 0 : index < 45 ? 15 + 50 * (index % 2) : 100,
    );
    expect(bars(line, 5).every(([from, to]) => (to ?? 0) - (from ?? 0) >= 20)).toBe(true);
    expect(bars(line, 5).length).toBe(4);
  });

  it('are at most twelve, without gaps, and hold every place, whatever the numbers', () => {
    const samples = [
      [1, 1_000_000],
      [-250, -3, 0, 8, 977],
      Array.from({ length: 300 }, (_, index) => (index * 7919) % 4001),
      [...Array.from({ length: 50 }, () => 4), 400],
    ];
    for (const places of samples) {
      const bins = binsOf('number', Float64Array.from(places).sort(), 1);
      expect(bins.bars.length).toBeLessThanOrEqual(12);
      for (const place of places) {
        const bar = bins.bars[bins.indexOf(place)];
        expect(bar && bar.from <= place && place <= bar.to, `${place}`).toBe(true);
      }
      bins.bars.forEach((bar, index) => {
        if (index > 0) expect(bar.from).toBe((bins.bars[index - 1]?.to ?? 0) + 1);
      });
    }
  });

  it('of dates are the finest part of the calendar that needs at most twelve', () => {
    const days = (...dates: string[]) => dates.map((date) => placeOf('day', date) ?? 0);
    expect(binsOf('day', days('2024-03-01', '2024-03-12'), 1)).toMatchObject({ kind: 'day' });
    expect(binsOf('day', days('2024-03-01', '2024-03-31'), 1)).toMatchObject({ kind: 'week' });
    expect(binsOf('day', days('2024-01-31', '2024-12-01'), 1)).toMatchObject({ kind: 'month' });
    expect(binsOf('day', days('2022-01-31', '2024-12-01'), 1)).toMatchObject({ kind: 'quarter' });
    expect(binsOf('month', [2015 * 12, 2024 * 12], 1)).toMatchObject({ kind: 'year' });
    expect(binsOf('year', [1955, 2024], 1)).toMatchObject({ kind: 'years' });
    // 2024-03-01 is a Friday; its week began on Monday 26 February.
    const weeks = binsOf('day', days('2024-03-01', '2024-03-31'), 1);
    expect(weeks.bars[0]).toEqual({ from: placeOf('day', '2024-02-26'), to: placeOf('day', '2024-03-03') });
  });
});

describe('dates', () => {
  it('have a middle and quartiles as dates, and no mean', () => {
    const given = ['2010-03', '2015-06', '2018-01', '2020-11', '2023-09'];
    const [start] = numbersIn(
      given.map((month) => ({ start: month })),
      'start',
    );
    expect(start).toMatchObject({ median: '2018-01', lowerQuartile: '2015-06', mean: null, interval: null });
    expect([start?.minimum, start?.maximum]).toEqual(['2010-03', '2023-09']);
    expect(start?.bins[0]).toMatchObject({ from: '2010-01', to: '2011-12', share: { count: 1 } });
  });

  it('of a period are two results, its begin and its end', () => {
    const away = numbersIn([{ 'away.begin': '2024-07-01', 'away.end': '2024-07-21' }], 'away');
    expect(away.map(({ part, median }) => [part, median])).toEqual([
      ['begin', '2024-07-01'],
      ['end', '2024-07-21'],
    ]);
    const titles = chartsOfQuestion(
      resultOf(results([{ 'away.begin': '2024-07-01', 'away.end': '2024-07-21' }]), 'away', 'numbers'),
      'nl',
    ).map((view) => said(view).title);
    expect(titles).toEqual(['Wanneer weg? Begin', 'Wanneer weg? Einde']);
  });
});

it('points have a mean per option, the most first', () => {
  const given = (books: number, films: number) => ({
    'money.books': String(books),
    'money.films': String(films),
    'money.games': String(10 - books - films),
  });
  const rows = [given(2, 8), given(4, 6), given(3, 4)];
  expect(numbersIn(rows, 'money').map(({ mean, base }) => [mean, base])).toEqual([
    [3, 3],
    [6, 3],
    [1, 3],
  ]);
  const [chart] = chartsOfQuestion(resultOf(results(rows), 'money', 'numbers'), 'nl').map((view) =>
    said(view),
  );
  expect(chart?.config?.data.labels).toEqual(['films', 'books', 'games']);
  expect(chart?.sentence).toBe('“films” krijgt de meeste punten: gemiddeld 6 van de 10.');
});

describe('kinds with reasons beside their answers', () => {
  const reason = { 'best.sea': 'weetniet', 'best.wood': 'weetniet' };
  const order = { 'order.one': 'weetniet', 'order.two': 'weetniet', 'order.three': 'weetniet' };
  const rows = [
    {
      'best.sea': '1',
      'best.wood': '0',
      fun: '5',
      'order.one': '2',
      'order.two': '1',
      'order.three': 'unranked',
    },
    {
      'best.sea': '0',
      'best.wood': '1',
      fun: '3',
      'order.one': '1',
      'order.two': 'unranked',
      'order.three': '2',
    },
    { ...reason, ...order, fun: 'weetniet' },
    {},
  ];
  const all = results(rows);

  it('count nobody who gave a reason among those who picked or were not picked', () => {
    const best = resultOf(all, 'best', 'choices');
    expect(best).toMatchObject({ base: 2, missing: { dontKnow: 1, skipped: 1 } });
    expect(best.choices[0]).toMatchObject({ share: { count: 1, base: 2 }, ofAsked: { count: 1, base: 4 } });
    expect(best.missingCategories?.[0]).toMatchObject({ code: 'weetniet', count: 1 });
  });

  it('take a reason for no place in a ranking', () => {
    const ranking = resultOf(all, 'order', 'ranking');
    expect(
      ranking.options.map(({ inTop, first, meanPlace }) => [inTop.count, first.count, meanPlace]),
    ).toEqual([
      [2, 1, 1.5],
      [1, 1, 1],
      [1, 0, 2],
    ]);
    expect(ranking).toMatchObject({ base: 2, missing: { dontKnow: 1 } });
  });

  it('give a scale the summary of a single choice on a number line', () => {
    const [fun] = resultOf(all, 'fun', 'distributions').distributions;
    expect(fun).toMatchObject({ base: 2, summary: { mean: 4, median: 4, topTwo: { count: 1, base: 2 } } });
    expect(resultOf(all, 'fun', 'distributions').look).toBe('sequential');
  });
});

it('options that are offered to some have a base of their own, the question one of all who saw any', () => {
  const tools = resultOf(
    results([
      { role: 'desk', 'tools.till': '1', 'tools.phone': '0' },
      { role: 'lead', 'tools.phone': '1' },
      { role: 'lead', 'tools.phone': '1' },
      { role: 'lead' },
    ]),
    'tools',
    'choices',
  );
  expect(tools).toMatchObject({ base: 3, missing: { skipped: 1, notShown: 0 } });
  expect(tools.choices.map(({ share }) => [share.count, share.base])).toEqual([
    [1, 1],
    [2, 3],
  ]);
});

it('words between questions have no result', () => {
  expect(results([]).map(({ code }) => code)).not.toContain('kop');
});
