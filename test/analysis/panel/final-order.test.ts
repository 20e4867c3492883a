import { describe, expect, it } from 'vitest';
import { finalOrder } from '../../../analysis/panel/final-order.ts';

describe('the final order', () => {
  it('puts the panel first and lets evidence break exact ties only', () => {
    const order = finalOrder([
      { id: 'a', panel: 50, evidence: 1 },
      { id: 'b', panel: 50, evidence: 9 },
      { id: 'c', panel: 50.1, evidence: 0 },
    ]);
    expect(order.map(({ id, place }) => [id, place])).toEqual([
      ['c', 1],
      ['b', 2],
      ['a', 3],
    ]);
  });

  it('lets a tie be decided by something else than the evidence the flags are about', () => {
    const order = finalOrder([
      { id: 'a', panel: 50, evidence: 1, tieBreak: 9 },
      { id: 'b', panel: 50, evidence: 9, tieBreak: 1 },
    ]);
    expect(order.map(({ id, place, evidenceRank }) => [id, place, evidenceRank])).toEqual([
      ['a', 1, 2],
      ['b', 2, 1],
    ]);
  });

  it('keeps code order and one place for needs equal in everything', () => {
    const order = finalOrder([
      { id: 'a', panel: 50, evidence: 5 },
      { id: 'b', panel: 50, evidence: 5 },
      { id: 'c', panel: 10, evidence: 5 },
    ]);
    expect(order.map(({ id, place, position }) => [id, place, position])).toEqual([
      ['a', 1, 1],
      ['b', 1, 2],
      ['c', 3, 3],
    ]);
  });

  it('puts a parent before its children and compares children with each other only', () => {
    const order = finalOrder([
      { id: '3', panel: 20, evidence: 90 },
      { id: '3a', parent: '3', panel: 0, evidence: 10 },
      { id: '3b', parent: '3', panel: 100, evidence: 5 },
      { id: '5', panel: 80, evidence: 40 },
    ]);
    expect(order.map(({ id }) => id)).toEqual(['5', '3', '3b', '3a']);
    expect(order.map(({ depth }) => depth)).toEqual([0, 0, 1, 1]);
    expect(order[2]).toMatchObject({ panelRank: 1, evidenceRank: 2, parent: '3', flag: null });
  });

  it('follows the evidence until a panel has spoken', () => {
    const order = finalOrder([
      { id: 'a', panel: null, evidence: 20 },
      { id: 'b', panel: null, evidence: null },
      { id: 'c', panel: null, evidence: 60 },
    ]);
    expect(order.map(({ id, flag }) => [id, flag])).toEqual([
      ['c', null],
      ['a', null],
      ['b', 'noEvidence'],
    ]);
  });

  it('flags three places apart, and moves nothing for it', () => {
    const needs = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, panel: 90 - index, evidence: 10 + index }));
    expect(finalOrder(needs).map(({ id, flag }) => [id, flag])).toEqual([
      ['a', 'panelHigher'],
      ['b', null],
      ['c', null],
      ['d', 'evidenceHigher'],
    ]);
  });

  it('is empty without needs, and refuses a need put twice or in a circle', () => {
    expect(finalOrder([])).toEqual([]);
    const need = { panel: 1, evidence: 1 };
    expect(() =>
      finalOrder([
        { id: 'a', ...need },
        { id: 'a', ...need },
      ]),
    ).toThrow(RangeError);
    expect(() =>
      finalOrder([
        { id: 'a', parent: 'b', ...need },
        { id: 'b', parent: 'a', ...need },
      ]),
    ).toThrow(RangeError);
  });

  it('leaves a child whose parent is not in the list at the top', () => {
    expect(finalOrder([{ id: '5a', parent: '5', panel: 1, evidence: 1 }])[0]).toMatchObject({
      depth: 0,
      parent: null,
    });
  });
});
