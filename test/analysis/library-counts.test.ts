// Shares of persons where libraries sent several answers: counted as persons, as sure as their libraries.
import { describe, expect, it } from 'vitest';
import { analyseSurvey } from '../../analysis/analyse-survey.ts';
import type { Share } from '../../analysis/figure.ts';
import { wilsonInterval } from '../../analysis/statistics/wilson-interval.ts';
import { countShare, countVariable, shareOfCounts } from '../../analysis/tabulate.ts';
import { packAnswers } from '../../surveys/response-document.ts';
import { catalogue, codebook, datasetOf, questionnaire, times } from './small-survey.ts';

/** The six libraries of the reference: 12 persons, of whom 6 say yes; the effective base is 10. */
const answers = [
  ['A', 'desk'],
  ['A', 'desk'],
  ['A', 'lead'],
  ['B', 'lead'],
  ['C', 'desk'],
  ['C', 'desk'],
  ['D', 'lead'],
  ['D', 'lead'],
  ['D', 'desk'],
  ['E', 'desk'],
  ['F', 'lead'],
  ['F', 'lead'],
].map(([library = '', role = '']) => ({ library, role }));

describe('a share of persons from libraries that sent several answers', () => {
  const dataset = datasetOf(answers);

  it('has Wilson at the effective base of svymean', () => {
    const share = shareOfCounts(countVariable(dataset, 'role'), [0]);
    expect(share).toMatchObject({ count: 6, base: 12, estimate: 0.5, method: 'clusteredWilson' });
    expect(share.interval?.lower).toBeCloseTo(wilsonInterval(5, 10)?.lower ?? 0, 9);
    expect(share.interval?.upper).toBeCloseTo(wilsonInterval(5, 10)?.upper ?? 0, 9);
  });

  it('has the same interval as a declared share over the rows', () => {
    const any = [{ variables: ['role'], except: [], codes: ['desk'] }];
    expect(countShare(dataset, { any, where: [] }).share.interval).toEqual(
      shareOfCounts(countVariable(dataset, 'role'), [0]).interval,
    );
  });

  it('speaks for persons where nobody named a library', () => {
    const share = shareOfCounts(
      countVariable(datasetOf(answers.map(({ role }) => ({ role, library: '' }))), 'role'),
      [0],
    );
    expect(share).toMatchObject({ method: 'wilson', interval: wilsonInterval(6, 12) });
  });

  it('does so where every library sent one answer', () => {
    const apart = answers.map(({ role }) => ({ role }));
    expect(shareOfCounts(countVariable(datasetOf(apart), 'role'), [0]).method).toBe('wilson');
  });

  it('counts who named no library as one alone', () => {
    const mixed = datasetOf([...answers, ...times(8, { role: 'desk', library: '' })]);
    const { interval, estimate } = shareOfCounts(countVariable(mixed, 'role'), [0]);
    const [lower = 0, upper = 0] = [interval?.lower, interval?.upper];
    expect(estimate).toBeCloseTo(0.7, 12);
    // Wider than 20 persons one by one, narrower than 14 (six libraries and eight persons).
    expect(upper - lower).toBeGreaterThan(widthOf(14, 20));
    expect(upper - lower).toBeLessThan(widthOf(9.8, 14));
  });

  it('counts what is new on top of what was counted, for views of earlier answers too', () => {
    const growing = datasetOf(answers.slice(0, 5));
    const desks = (of: typeof growing) => countVariable(of, 'role').categories[0];
    expect(desks(growing)).toBe(3);
    const more = answers.slice(5).map(({ library, role }, index) => ({
      sequence: 6 + index,
      version: 1,
      library,
      day: '2024-01-08',
      document: packAnswers(codebook, { role }, () => true),
    }));
    growing.append(more);
    expect(countVariable(growing, 'role').perLibrary).toEqual(countVariable(dataset, 'role').perLibrary);
    expect(desks(growing.upTo(5))).toBe(3);
    expect(desks(growing)).toBe(6);
  });

  it('is so in every result of a survey: of a group of people too', () => {
    const register = [...new Set(answers.map(({ library }) => library))].map((code) => ({
      code,
      province: code === 'A' || code === 'D' ? 'here' : 'there',
      sizeClass: '1',
    }));
    const input = { survey: 'small', main: true, version: 1, questionnaire, dataset, remarks: [] };
    const filters = [{ variable: 'province', code: 'here' }];
    const whole = sharesIn(analyseSurvey(input, catalogue, []));
    const group = sharesIn(analyseSurvey(input, catalogue, register, filters));
    expect(whole.map(({ method }) => method)).toEqual(['clusteredWilson', 'clusteredWilson']);
    expect(group.map(({ base, method }) => [base, method])).toEqual([
      [6, 'clusteredWilson'],
      [6, 'clusteredWilson'],
    ]);
  });
});

function widthOf(count: number, base: number): number {
  const interval = wilsonInterval(count, base);
  return (interval?.upper ?? 0) - (interval?.lower ?? 0);
}

function sharesIn({ questions }: ReturnType<typeof analyseSurvey>): readonly Share[] {
  const role = questions.find(({ code }) => code === 'role');
  return role?.kind === 'distributions'
    ? role.distributions.flatMap(({ categories }) => categories.map(({ share }) => share))
    : [];
}
