// What actions take: sums by year in which a missing amount is never a zero.
import { describe, expect, it } from 'vitest';
import { costsPerYear, isWithoutMeans, toldMeans } from '../../analysis/action-means.ts';
import { recordSchemas } from '../../surveys/project-records.ts';

const action = (more: object) =>
  recordSchemas.action.parse({
    code: 'A1',
    title: { nl: 'Kalender' },
    needs: [],
    recommendations: [],
    kind: 'public',
    owner: { nl: 'dienst' },
    state: 'planned',
    ...more,
  });

describe('costs by year (LIB-24)', () => {
  it('add up per year over actions, and say how many have no amount', () => {
    const sums = costsPerYear([
      [
        { year: 2027, amount: 300 },
        { year: 2026, amount: 1000 },
        { year: 2026, amount: 500 },
      ],
      [{ year: 2026, amount: 0 }],
      [],
    ]);
    expect(sums).toEqual({
      years: [
        { year: 2026, amount: 1500, actions: 2 },
        { year: 2027, amount: 300, actions: 1 },
      ],
      total: 1800,
      without: 1,
    });
  });

  it('are empty where nobody estimated anything', () => {
    expect(costsPerYear([[], []])).toEqual({ years: [], total: 0, without: 2 });
  });
});

describe('an action without means (LIB-20)', () => {
  it('is one of which nobody said what it takes, unless it was stopped', () => {
    expect(isWithoutMeans(action({}))).toBe(true);
    expect(isWithoutMeans(action({ costs: [] }))).toBe(true);
    expect(isWithoutMeans(action({ people: { nl: 'een lesgever' } }))).toBe(true);
    expect(isWithoutMeans(action({ means: { nl: 'een zaal' } }))).toBe(false);
    expect(isWithoutMeans(action({ costs: [{ year: 2026, amount: 0 }] }))).toBe(false);
    expect(isWithoutMeans(action({ state: 'stopped' }))).toBe(false);
  });

  it('tells outside the team only what the team tells', () => {
    const means = { nl: 'een zaal' };
    expect(toldMeans(action({ means }))).toBeNull();
    expect(toldMeans(action({ tellMeans: true }))).toBeNull();
    expect(toldMeans(action({ means, tellMeans: true }))).toEqual({ means, people: null, costs: [] });
  });
});
