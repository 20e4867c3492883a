// Two waves beside each other: differences worked by hand, breaks in the series, and what a reader may see.
import { describe, expect, it } from 'vitest';
import { analyseSurvey } from '../../analysis/analyse-survey.ts';
import { discloseWaves } from '../../analysis/disclosure/waves.ts';
import { discloseWhole, type Reader } from '../../analysis/disclosure.ts';
import type { WaveComparison, WaveLine } from '../../analysis/results/waves.ts';
import { benjaminiHochberg } from '../../analysis/statistics/adjusted-p-values.ts';
import { differenceWith } from '../../analysis/statistics/newcombe-interval.ts';
import { compareWaves, type Wave } from '../../analysis/waves/compare-waves.ts';
import { withCorrectedChances } from '../../analysis/waves/corrected-chances.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { catalogue, datasetOf, questionnaire, times } from './small-survey.ts';

type Row = Parameters<typeof datasetOf>[0][number];
const ticks = (time: '0' | '1', travel: '0' | '1' = '0') => ({
  'stop.time': time,
  'stop.travel': travel,
  'stop.none': time === '0' && travel === '0' ? ('1' as const) : ('0' as const),
});
/** Libraries a0, a1 … with one answer each. */
const from = (name: string, rows: readonly Row[]): readonly Row[] =>
  rows.map((row, index) => ({ ...row, library: `${name}${index}` }));

function waveOf(
  survey: string,
  rows: readonly Row[],
  reader: Reader,
  asked: Questionnaire = questionnaire,
): Wave {
  const dataset = datasetOf(rows);
  const input = { survey, main: true, version: 1, questionnaire: asked, dataset, remarks: [] };
  const { questions } = discloseWhole(analyseSurvey(input, catalogue, []), reader);
  return { survey, title: asked.title, questionnaire: asked, dataset, questions };
}
function compared(
  first: readonly Row[],
  second: readonly Row[],
  reader: Reader = 'operator',
): WaveComparison {
  const comparison = compareWaves(waveOf('een', first, reader), waveOf('twee', second, reader));
  return reader === 'operator' ? comparison : discloseWaves(comparison);
}
function line({ questions }: WaveComparison, variable: string): WaveLine | undefined {
  return questions.flatMap(({ lines }) => lines).find((one) => one.variable === variable);
}

describe('two waves', () => {
  // 12 of 30 libraries named time, then 24 of 40. The first twenty are the same: 8 yes, then those and 6 more.
  const first = from('a', [
    ...times(8, ticks('1')),
    ...times(12, ticks('0')),
    ...times(4, ticks('1')),
    ...times(6, ticks('0')),
  ]);
  const again = from('a', [...times(14, ticks('1')), ...times(6, ticks('0'))]);
  const others = from('b', [...times(10, ticks('1')), ...times(10, ticks('0'))]);
  const second = [...again, ...others];

  it('give the change of a share with Newcombe’s interval', () => {
    const time = line(compared(first, second), 'stop.time');
    expect(time?.first).toMatchObject({ count: 12, base: 30 });
    expect(time?.second).toMatchObject({ count: 24, base: 40 });
    expect(time?.difference?.estimate).toBeCloseTo(0.2, 12);
    // Worked by hand from the Wilson limits
    // 0.2459-0.5768 and 0.4460-0.7365: 0.2 - sqrt(0.1540^2 + 0.1768^2), 0.2 + sqrt(0.1365^2 + 0.1541^2).
    expect(time?.difference?.interval.lower).toBeCloseTo(-0.0345, 3);
    expect(time?.difference?.interval.upper).toBeCloseTo(0.4059, 3);
  });

  it('correct every exact test for all of them, and say how many there are', () => {
    const comparison = compared(first, second);
    const panels = comparison.questions.flatMap(({ lines }) => lines.flatMap(({ panel }) => panel ?? []));
    const tested = panels.filter(({ up, down }) => (up ?? 0) + (down ?? 0) > 0);
    expect(comparison.tested).toBe(tested.length);
    expect(tested.length).toBeGreaterThan(1);
    const expected = benjaminiHochberg(tested.map(({ p }) => p));
    expect(tested.map(({ corrected }) => corrected)).toEqual(expected);
    // With one of two half as large, both end at the larger one: p x 2 / 1 and p x 2 / 2.
    const [rare] = tested;
    const changed = withCorrectedChances({
      ...comparison,
      questions: comparison.questions.map((question) => ({
        ...question,
        lines: question.lines.map((own) => ({
          ...own,
          panel: own.panel && { ...own.panel, p: own.panel === rare ? 0.001 : own.panel.p },
        })),
      })),
    });
    const seen = changed.questions.flatMap(({ lines }) => lines.flatMap(({ panel }) => panel ?? []));
    expect(seen.find(({ p }) => p === 0.001)?.corrected).toBeCloseTo(0.001 * tested.length, 12);
  });

  it('give the same libraries before and after, and McNemar’s exact test of those that changed', () => {
    const comparison = compared(first, second);
    expect(comparison.libraries).toBe(20);
    // 8 of 20, then 14 of 20; six rose, none fell: 2 x 0.5^6.
    expect(line(comparison, 'stop.time')?.panel).toEqual({
      libraries: 20,
      firstAnswers: 20,
      secondAnswers: 20,
      first: 0.4,
      second: 0.7,
      up: 6,
      down: 0,
      same: 14,
      p: expect.closeTo(0.03125, 12),
      corrected: expect.any(Number),
    });
  });

  it('count how many differences there were, and how many are more than chance', () => {
    const { compared: all, moved } = compared(first, second);
    expect(all).toBeGreaterThan(2);
    expect(moved).toBe(0);
    const far = compared(from('a', times(40, ticks('0'))), from('b', times(40, ticks('1'))));
    expect(far.moved).toBe(2);
  });

  it('turned around give the opposite change', () => {
    const there = line(compared(first, second), 'stop.time')?.difference;
    const back = line(compared(second, first), 'stop.time')?.difference;
    expect(back?.estimate).toBeCloseTo(-(there?.estimate ?? 0), 12);
    expect(back?.interval.lower).toBeCloseTo(-(there?.interval.upper ?? 0), 12);
  });

  it('are not compared where the question changed, and say why', () => {
    const changed = structuredClone(questionnaire);
    const stop = changed.pages[0]?.questions.find(({ code }) => code === 'stop');
    if (!stop) throw new Error('the sample asks what stops people');
    stop.label = { nl: 'Wat is het grootste probleem' };
    const other = questionnaireSchema.parse({ ...changed, code: 'twee' });
    const { questions } = compareWaves(waveOf('een', first, 'team'), waveOf('twee', second, 'team', other));
    const broken = questions.find(({ code }) => code === 'stop');
    expect(broken?.lines).toEqual([]);
    expect(broken?.breaks.map(({ key }) => key)).toEqual(['changes.questionWords']);
    expect(questions.find(({ code }) => code === 'role')?.breaks).toEqual([]);
  });

  it('name the questions that only one of them asks', () => {
    const fewer = structuredClone(questionnaire);
    const [page] = fewer.pages;
    if (page) page.questions = page.questions.filter(({ code }) => code !== 'role');
    const { onlyFirst, onlySecond } = compareWaves(
      waveOf('een', first, 'team'),
      waveOf('twee', second, 'team', questionnaireSchema.parse(fewer)),
    );
    expect([onlyFirst, onlySecond]).toEqual([['role'], []]);
  });
});

describe('what a reader sees of two waves', () => {
  const yes = (count: number) => times(count, ticks('1'));
  const no = (count: number) => times(count, ticks('0'));

  it('has no difference under twenty answers', () => {
    const few = line(
      compared(from('a', [...yes(9), ...no(9)]), from('a', [...yes(20), ...no(10)]), 'team'),
      'stop.time',
    );
    expect([few?.difference, few?.panel]).toEqual([null, null]);
  });

  it('has no panel where fewer than five answers stand outside it', () => {
    const same = [...yes(10), ...no(14)];
    const plus = (more: number) => [...from('a', same), ...from('c', yes(more))];
    const panelWith = (more: number) =>
      line(compared(from('a', same), plus(more), 'team'), 'stop.time')?.panel;
    expect(panelWith(0)).not.toBeNull();
    expect(panelWith(3)).toBeNull();
    expect(panelWith(5)).not.toBeNull();
  });

  it('does not tell of one to four libraries that moved', () => {
    const before = from('a', [...yes(10), ...no(20)]);
    const panelOf = (moved: number) =>
      line(compared(before, from('a', [...yes(10 + moved), ...no(20 - moved)]), 'team'), 'stop.time')?.panel;
    expect(panelOf(3)).toMatchObject({ up: null, down: null, same: null, p: null });
    expect(panelOf(6)).toMatchObject({ up: 6, down: 0, same: 24 });
  });
});

describe('the difference of two estimates', () => {
  it('is the plain one where both are symmetric', () => {
    const { interval } = differenceWith(
      { estimate: 10, interval: { lower: 7, upper: 13 } },
      { estimate: 15, interval: { lower: 11, upper: 19 } },
    );
    expect(interval).toEqual({ lower: 0, upper: 10 });
  });
});
