import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Criterion, criteriaOf, whatIf } from '../../../analysis/panel/what-if.ts';
import type { NeedResult, NeedSource } from '../../../analysis/results/needs.ts';
import type { PanelList, PanelPlace } from '../../../analysis/results/panel.ts';

function need(
  code: string,
  scores: Readonly<Partial<Record<NeedSource['kind'], number | null>>>,
): NeedResult {
  // The keys come from the parameter's own type.
  const kinds = Object.keys(scores) as NeedSource['kind'][];
  return {
    code,
    parent: null,
    published: null,
    label: {},
    explanation: null,
    score: null,
    interval: null,
    rank: null,
    sources: kinds.map((kind) => ({ kind, score: scores[kind] ?? null, indicators: [] })),
    discrepancy: null,
    evidence: [],
    strength: 'none',
    level: 0,
    contested: false,
    panelRank: null,
    flag: null,
    action: 'none',
  };
}

function list(scores: Readonly<Record<string, number | null>>): PanelList {
  const place = ([code, score]: [string, number | null], index: number): PanelPlace => ({
    need: code,
    rank: index + 1,
    counted: index + 1,
    ballotPlace: index + 1,
    evidencePlace: null,
    flag: null,
    meanPlace: null,
    score,
    lowest: null,
    highest: null,
    disagreement: null,
    divided: false,
    withoutOne: null,
    equalToNext: false,
  });
  return { parent: null, ballots: 5, order: Object.entries(scores).map(place), agreement: null };
}

const weights = (given: Readonly<Partial<Record<Criterion, number>>>) =>
  // As above.
  new Map(Object.entries(given) as [Criterion, number][]);

describe('what if the sources were weighed otherwise', () => {
  // By hand: half the ballots and half the survey give A (90+10)/2 = 50, B (60+80)/2 = 70, C (30+60)/2 = 45.
  const lists = [list({ A: 90, B: 60, C: 30 })];
  const needs = [need('A', { survey: 10 }), need('B', { survey: 80 }), need('C', { survey: 60 })];

  it('orders by the weighted mean and keeps the place of the group beside it', () => {
    const [found] = whatIf(lists, needs, weights({ ballots: 1, survey: 1 }));
    expect(found?.lines.map((line) => [line.need, line.score, line.place, line.panelPlace])).toEqual([
      ['B', 70, 1, 2],
      ['A', 50, 2, 1],
      ['C', 45, 3, 3],
    ]);
  });

  // Of the eleven ways in tenths, A is above C from four tenths for the ballots on (4: 42 against 48; 5: 50 against 45,
  // so from five), and above B from eight on (7: 66 against 66, level). B is never third.
  it('counts over all weightings how often a need is among the first', () => {
    const [found] = whatIf(lists, needs, weights({ ballots: 1 }));
    expect(found).toMatchObject({ top: 2, weightings: 11, criteria: ['ballots', 'survey'] });
    expect(Object.fromEntries(found?.lines.map(({ need: code, inTop }) => [code, inTop]) ?? [])).toEqual({
      A: 6 / 11,
      B: 1,
      C: 5 / 11,
    });
  });

  it('gives the group alone the order of the group, with equal needs on one place', () => {
    const [found] = whatIf([list({ A: 50, B: 50, C: 10 })], needs, weights({ ballots: 30 }));
    expect(found?.lines.map(({ place }) => place)).toEqual([1, 1, 3]);
  });

  it('names the sources a need lacks, and lets the others take their weight', () => {
    const some = [need('A', { survey: null }), need('B', { survey: 80 }), need('C', { survey: 60 })];
    const [found] = whatIf(lists, some, weights({ ballots: 20, survey: 80 }));
    expect(found?.lines.find((line) => line.need === 'A')).toMatchObject({ score: 90, missing: ['survey'] });
  });

  it('weighs no source that no need of the list has a score on', () => {
    const hidden = [need('A', { interview: null }), need('Z', { survey: 3 })];
    expect(criteriaOf(lists, hidden)).toEqual(['ballots']);
    const [found] = whatIf(lists, hidden, weights({ survey: 100 }));
    expect(found?.lines.every(({ score, place }) => score === null && place === null)).toBe(true);
  });

  it('weighs no ballots of a list of which only the order is told, and calls none of its needs without them', () => {
    const alone = { ...list({ A: null, B: null }), orderOnly: true as const };
    const [found] = whatIf([alone], needs, weights({ ballots: 50, survey: 50 }));
    expect(found).toMatchObject({ orderOnly: true, criteria: ['survey'], weightings: 1 });
    expect(found?.lines.map((line) => [line.need, line.score, line.panelPlace, line.missing])).toEqual([
      ['B', 80, 2, []],
      ['A', 10, 1, []],
    ]);
    // Beside a list that has scores the ballots weigh there alone.
    expect(criteriaOf([alone], needs)).toEqual(['survey']);
    expect(criteriaOf([alone, ...lists], needs)).toEqual(['ballots', 'survey']);
  });

  it('has no places where only an order is told and there is no evidence', () => {
    const [found] = whatIf([{ ...list({ A: null, B: null }), orderOnly: true }], [], weights({ ballots: 9 }));
    expect(found).toMatchObject({ criteria: [], weightings: 0 });
    expect(found?.lines.map(({ place, panelPlace, inTop }) => [place, panelPlace, inTop])).toEqual([
      [null, 1, 0],
      [null, 2, 0],
    ]);
  });

  it('only looks at the proportion of the weights, and keeps every need', () => {
    const score = fc.integer({ min: 0, max: 100 });
    const rows = fc.array(fc.tuple(score, score), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(rows, fc.integer({ min: 1, max: 9 }), (scores, weight) => {
        const panel = [list(Object.fromEntries(scores.map(([own], index) => [`N${index}`, own])))];
        const all = scores.map(([, survey], index) => need(`N${index}`, { survey }));
        const [one] = whatIf(panel, all, weights({ ballots: weight, survey: 10 }));
        const [ten] = whatIf(panel, all, weights({ ballots: 10 * weight, survey: 100 }));
        expect(one?.lines.map((line) => [line.need, line.place])).toEqual(
          ten?.lines.map((line) => [line.need, line.place]),
        );
        expect(one?.lines).toHaveLength(scores.length);
      }),
    );
  });
});
