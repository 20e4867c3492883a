// Every published figure of the OOO survey, read from `analyse --json` of a demonstration project made in a fresh
// database. Then one answer, one code, one interview and one action change, and exactly the right figures move.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import published from '../fixtures/ooo-published.json' with { type: 'json' };
import { demonstrationMeasure } from './ooo-measures.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'nodenkaart-ooo-'));
  folders.push(folder);
  return folder;
};

describe('the published figures', () => {
  let measured: Readonly<Record<string, unknown>>;
  beforeAll(async () => {
    measured = await demonstrationMeasure(newFolder());
  }, 60_000);

  it('are all 22 measured', () => {
    expect(Object.keys(measured).sort()).toEqual(published.figures.map(({ id }) => id).sort());
  });

  const whole = (id: string) => Math.floor(Number(measured[id]) + 0.5);
  it('FIG-01: 28 % of the libraries took part', () => expect(whole('FIG-01')).toBe(28));
  it('FIG-02: 108 answers', () => expect(measured['FIG-02']).toBe(108));
  it('FIG-03 and FIG-04: a third under five years, half under ten', () => {
    expect(measured['FIG-03']).toBeCloseTo(100 / 3, 9);
    expect(measured['FIG-04']).toBe(50);
  });
  it('FIG-05: a majority works at least four fifths', () => expect(measured['FIG-05']).toBeGreaterThan(50));
  it('FIG-06 and FIG-07: by far most use platform and desk monthly', () => {
    expect(measured['FIG-06']).toBeGreaterThanOrEqual(75);
    expect(measured['FIG-07']).toBeGreaterThanOrEqual(75);
  });
  it('FIG-08 and FIG-09: 41 and 31 % name platform and desk as strongest, first and second', () => {
    expect(measured['FIG-08']).toEqual({ percent: 41, rank: 1 });
    expect(measured['FIG-09']).toEqual({ percent: 31, rank: 2 });
  });
  it('FIG-10 to 12: 28, 12 and 22 % of the remarks on change', () => {
    expect([whole('FIG-10'), whole('FIG-11'), whole('FIG-12')]).toEqual([28, 12, 22]);
  });
  it('FIG-13: every remark has a service and a theme', () => expect(measured['FIG-13']).toBe(0));
  it('FIG-14: never is the largest answer in every digital collection, and all are to be explored', () => {
    expect(measured['FIG-14']).toEqual(
      Object.fromEntries(
        ['e_boeken', 'fundels', 'krantenarchief', 'online_cursussen', 'cinebib'].map((code) => [
          code,
          { largest: '1', verdicts: ['explore'] },
        ]),
      ),
    );
  });
  it('FIG-15: a small minority understands nothing of the experience services', () => {
    for (const { percent, verdicts } of Object.values(
      measured['FIG-15'] as Record<string, { percent: number; verdicts: string[] }>,
    )) {
      expect(percent).toBeGreaterThan(0);
      expect(percent).toBeLessThanOrEqual(15);
      expect(verdicts).toEqual(['explain']);
    }
  });
  it('FIG-16: the basics are there for the library system and the websites', () => {
    for (const { percent, verdicts } of Object.values(
      measured['FIG-16'] as Record<string, { percent: number; verdicts: string[] }>,
    )) {
      expect(percent).toBeGreaterThanOrEqual(50);
      expect(verdicts).toEqual(['deepen_repeat']);
    }
  });
  it('FIG-17 to 22: interviews, members, meetings, actions, sources and needs', () => {
    expect(['FIG-17', 'FIG-18', 'FIG-19', 'FIG-20', 'FIG-21', 'FIG-22'].map((id) => measured[id])).toEqual([
      6, 5, 3, 5, 6, 11,
    ]);
  });

  it('move only where something changed: one answer, one code, one interview and one action', async () => {
    const changed = await demonstrationMeasure(newFolder(), (demonstration) => {
      const main = demonstration.surveys.ooo;
      const newcomer = main?.responses.find(({ answers }) => answers.A3 === 'y5_9');
      const remark = main?.remarks.find(
        ({ question, services }) => question === 'D2' && services.join() === 'opleiding',
      );
      const action = demonstration.records.action.find(({ kind }) => kind === 'public');
      if (!newcomer || !remark || !action) throw new Error('the demonstration lacks what this test changes');
      newcomer.answers.A3 = 'y1_4';
      remark.services = ['servicedesk'];
      demonstration.records.interview.pop();
      action.kind = 'internal';
    });
    const moved = Object.keys(changed).filter(
      (id) => JSON.stringify(changed[id]) !== JSON.stringify(measured[id]),
    );
    // The share under ten years stays: five to nine became one to four.
    expect(moved.sort()).toEqual(['FIG-03', 'FIG-11', 'FIG-12', 'FIG-17', 'FIG-20']);
    expect(changed['FIG-03']).toBeCloseTo(3700 / 108, 9);
    expect(
      [changed['FIG-11'], changed['FIG-12']].map((percent) => Math.round(Number(percent) * 1e9) / 1e9),
    ).toEqual([14, 20]);
    expect([changed['FIG-17'], changed['FIG-20']]).toEqual([5, 4]);
  }, 60_000);
});
