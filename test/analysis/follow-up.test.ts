// What became of a report's actions, and the line each change leaves behind.
import { describe, expect, it } from 'vitest';
import { followUpOf, updateAction } from '../../analysis/report/follow-up.ts';
import type { ReportModel } from '../../analysis/report/model.ts';
import { projectRecordsSchema } from '../../surveys/project-records.ts';

const text = (words: string) => ({ nl: words });
const records = projectRecordsSchema.parse({
  action: [
    {
      code: 'A1',
      title: text('Een loket'),
      needs: ['N2', 'N1'],
      partly: ['N2'],
      recommendations: [],
      kind: 'public',
      owner: text('Dienst'),
      state: 'planned',
    },
    {
      code: 'A2',
      title: text('Binnenskamers'),
      needs: ['N3'],
      recommendations: [],
      kind: 'internal',
      owner: text('Dienst'),
      state: 'busy',
    },
  ],
  no_action: [{ code: 'N3', reason: text('Geen geld'), at: '2024-05-01T10:00:00.000Z' }],
});
const need = (code: string, parent: string | null = null) => ({
  code,
  parent,
  mark: code,
  label: text(code),
});
// Only what a follow-up reads of a report.
const report = {
  needs: [need('N1'), need('N2', 'N1'), need('N3')],
  actions: [{ code: 'A1', state: 'planned' }],
  blocks: ['N1', 'N2', 'N3'].map((code) => ({ id: `need-${code}`, kind: 'need', need: code })),
} as unknown as ReportModel;
const published = '2024-04-01T00:00:00.000Z';

function actionA1() {
  const [action] = records.action;
  if (!action) throw new Error('the records have no action');
  return action;
}

describe('the follow-up of a report', () => {
  it('names no need whose card the team left out, and keeps the public action that answers it', () => {
    const blocks = (report.blocks ?? []).map((block) =>
      block.kind === 'need' && block.need !== 'N3' ? { ...block, hidden: true } : block,
    );
    for (const without of [
      { ...report, blocks },
      { ...report, blocks: blocks.filter(({ hidden }) => !hidden) },
    ]) {
      const { needs, actions } = followUpOf(without, published, records);
      expect(needs.map(({ code }) => code)).toEqual(['N3']);
      expect(actions.map(({ code, needs: answered }) => [code, answered])).toEqual([['A1', []]]);
    }
  });

  it('stands in the order of the needs, with public actions alone and the reason where there is none', () => {
    const { needs, actions } = followUpOf(report, published, records);
    expect(actions.map(({ code, told }) => [code, told])).toEqual([['A1', 'planned']]);
    expect(actions[0]?.needs).toEqual([
      { need: 'N1', partly: false },
      { need: 'N2', partly: true },
    ]);
    expect(needs.map(({ code, child, actions: own, reason }) => [code, child, own, reason])).toEqual([
      ['N1', false, ['A1'], null],
      ['N2', true, ['A1'], null],
      ['N3', false, [], text('Geen geld')],
    ]);
    expect(JSON.stringify({ needs, actions })).not.toContain('Binnenskamers');
  });

  it('tells of each change once, the newest first, and which of them the report knew', () => {
    const early = updateAction(
      actionA1(),
      { state: 'busy', owner: text('Dienst') },
      '2024-03-01T00:00:00.000Z',
    );
    const late = updateAction(
      early,
      { state: 'stopped', owner: text('Anderen'), reason: text('Geen tijd') },
      '2024-05-01T00:00:00.000Z',
    );
    const { changes } = followUpOf(report, published, { ...records, action: [late] });
    expect(changes).toEqual([
      {
        at: '2024-05-01T00:00:00.000Z',
        was: 'busy',
        state: 'stopped',
        also: ['owner', 'reason'],
        reason: text('Geen tijd'),
        action: 'A1',
        place: 2,
        inReport: false,
      },
      {
        at: '2024-03-01T00:00:00.000Z',
        was: 'planned',
        state: 'busy',
        also: [],
        action: 'A1',
        place: 1,
        inReport: true,
      },
    ]);
  });
});

describe('an action brought up to date', () => {
  it('leaves no line where nothing differs, and lets go of a start and a reason that were taken out', () => {
    const action = actionA1();
    expect(updateAction(action, { state: action.state, owner: action.owner }, published)).toBe(action);
    const start = { sort: '2024-09-01', label: text('najaar') };
    const planned = updateAction(
      action,
      { state: 'planned', owner: action.owner, start, reason: text('Later') },
      published,
    );
    expect(planned.history?.[0]?.also).toEqual(['start', 'reason']);
    const bare = updateAction(planned, { state: 'planned', owner: action.owner }, published);
    expect([bare.start, bare.reason, bare.history?.length]).toEqual([undefined, undefined, 2]);
  });
});
