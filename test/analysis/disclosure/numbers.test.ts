// Numbers at the edges of docs/rules.md, Few people, and means in crosses that subtraction may not give back.
import { describe, expect, it } from 'vitest';
import {
  analyseGroup,
  analyseProject,
  familyOf,
  type ProjectInput,
} from '../../../analysis/analyse-project.ts';
import { disclose, discloseGroup, type Reader } from '../../../analysis/disclosure.ts';
import type { Numbers } from '../../../analysis/results/questions.ts';
import type { SurveyAnalysis } from '../../../analysis/results/survey.ts';
import type { Answers } from '../../../surveys/answers.ts';
import { project, resultOf } from '../number-survey.ts';

/** So many people of a role, with 1, 2, 3 … hours. */
function people(
  count: number,
  role: string,
  hours: (place: number) => number = (place) => place + 1,
): Answers[] {
  return Array.from({ length: count }, (_, place) => ({ role, hours: String(hours(place)) }));
}
function hoursOf(survey: SurveyAnalysis | undefined): Numbers | undefined {
  return survey && resultOf(survey.questions, 'hours', 'numbers').numbers[0];
}
function whole(rows: readonly Answers[], reader: Reader): Numbers | undefined {
  return hoursOf(disclose(analyseProject(project(rows)), reader).surveys[0]);
}
/** The figures a group is shown: desk, lead, and who said neither. */
function groups(rows: readonly Answers[], reader: Reader = 'team'): readonly (Numbers | undefined)[] {
  return ['desk', 'lead', null].map((code) => hoursOf(groupOf(project(rows), code, reader)));
}
function groupOf(input: ProjectInput, code: string | null, reader: Reader): SurveyAnalysis {
  const [group, family] = [analyseGroup(input, [{ variable: 'role', code }]), familyOf(input)];
  if (!group || !family) throw new Error('the project has a survey');
  return discloseGroup(group, family, reader);
}
const nothing = {
  mean: null,
  interval: null,
  standardDeviation: null,
  median: null,
  lowerQuartile: null,
  upperQuartile: null,
  minimum: null,
  maximum: null,
  bins: [],
};

describe('numbers of everybody', () => {
  it('under five are not even counted', () => {
    expect(whole(people(4, 'desk'), 'team')).toMatchObject({ openness: 'withheld', base: null, ...nothing });
  });

  it('of five to seven are counted and nothing else', () => {
    for (const n of [5, 7])
      expect(whole(people(n, 'desk'), 'team')).toMatchObject({ openness: 'countOnly', base: n, ...nothing });
  });

  it('of eight to nineteen are marked: a mean without interval, quartiles and bars, no ends', () => {
    for (const n of [8, 19]) {
      const few = whole(people(n, 'desk'), 'team');
      expect(few).toMatchObject({
        openness: 'smallGroup',
        base: n,
        mean: (n + 1) / 2,
        median: (n + 1) / 2,
        interval: null,
        minimum: null,
        maximum: null,
      });
      expect(few?.bins.length).toBeGreaterThan(0);
      expect(few?.bins.every(({ share }) => share.interval === null)).toBe(true);
    }
  });

  it('from twenty on have everything, but only the team sees the lowest and highest answer', () => {
    const rows = people(20, 'desk');
    expect(whole(rows, 'team')).toMatchObject({ openness: 'full', minimum: 1, maximum: 20 });
    expect(whole(rows, 'team')?.interval).not.toBeNull();
    for (const reader of ['panel', 'public', 'library'] as const)
      expect(whole(rows, reader)).toMatchObject({
        openness: 'full',
        mean: 10.5,
        minimum: null,
        maximum: null,
      });
  });

  it('are whole to the operator', () => {
    expect(whole(people(3, 'desk'), 'operator')).toMatchObject({ base: 3, mean: 2, maximum: 3 });
  });
});

describe('numbers of a group', () => {
  it('are a mean and never a histogram, quartile or end', () => {
    const [desk, lead] = groups([...people(20, 'desk'), ...people(15, 'lead')]);
    expect(desk).toMatchObject({ ...nothing, base: 20, mean: 10.5, interval: { lower: expect.anything() } });
    expect(lead).toMatchObject({ ...nothing, base: 15, mean: 8, interval: null });
  });

  it('of fewer than ten stay hidden, and so does the group that would give them back', () => {
    const [desk, lead] = groups([...people(30, 'desk'), ...people(9, 'lead')]);
    expect([desk?.mean, lead?.mean]).toEqual([null, null]);
  });

  it('leave the largest open where two others hide each other', () => {
    const rows = [...people(30, 'desk'), ...people(12, 'lead'), ...people(6, '')];
    const [desk, lead, neither] = groups(rows.map(({ role, ...rest }) => (role ? { role, ...rest } : rest)));
    expect([desk?.mean, lead?.mean, neither?.mean]).toEqual([15.5, null, null]);
  });

  it('who all said the same are not told', () => {
    const [desk] = groups([...people(15, 'desk', () => 7), ...people(30, 'lead')]);
    expect(desk?.mean).toBeNull();
  });

  it('with two answers only are counts in disguise: three people with a nought stay hidden', () => {
    const twos = (count: number, noughts: number, role: string) =>
      people(count, role, (place) => (place < noughts ? 0 : 1));
    const [desk, lead] = groups([...twos(30, 3, 'desk'), ...twos(30, 12, 'lead')]);
    expect([desk?.mean, lead?.mean]).toEqual([null, null]);
    const threes = (count: number, role: string) => people(count, role, (place) => place % 3);
    const [open] = groups([...threes(30, 'desk'), ...threes(30, 'lead')]);
    expect(open?.mean).toBeCloseTo(1, 12);
  });

  it('tell no reasons', () => {
    const rows = [...people(20, 'desk'), ...people(20, 'lead'), { role: 'desk', hours: 'weetniet' }];
    expect(groups(rows)[0]).toMatchObject({
      missing: null,
      missingCategories: [{ count: null }, { count: null }],
    });
  });
});

it('points of a group are told for all options or for none', () => {
  const given = (role: string, count: number, books: (place: number) => number): Answers[] =>
    Array.from({ length: count }, (_, place) => ({
      role,
      'money.books': String(books(place)),
      'money.films': String(10 - books(place)),
      'money.games': '0',
    }));
  const all = project([
    ...given('desk', 20, (place) => place % 7),
    ...given('lead', 20, (place) => place % 5),
  ]);
  const money = resultOf(groupOf(all, 'desk', 'team').questions, 'money', 'numbers');
  const operator = resultOf(groupOf(all, 'desk', 'operator').questions, 'money', 'numbers');
  expect(operator.numbers.every(({ mean }) => mean !== null)).toBe(true);
  expect(new Set(money.numbers.map(({ mean }) => mean === null)).size).toBe(1);
});
