// The report as a value: its order, its chain of links, and what can never be in it.
import { describe, expect, test } from 'vitest';
import { wordedChart } from '../../analysis/chart.ts';
import { drawingOf } from '../../analysis/charts/drawing.ts';
import { chartsOfQuestion } from '../../analysis/charts/question-charts.ts';
import { UnreleasedQuote } from '../../analysis/report/chain.ts';
import { tooSmallStep } from '../../analysis/report/release-step.ts';
import { buildReport } from '../../analysis/report.ts';
import { analysisOf, input, need, place, records, template, words } from './report-values.ts';

const order = (needs: Parameters<typeof analysisOf>[0], lists: Parameters<typeof analysisOf>[1]) =>
  buildReport({
    ...input,
    template: { ...template, charts: {} },
    analysis: analysisOf(needs, lists),
  }).needs.map(({ code, mark }) => `${mark ?? '-'} ${code}`);

/** Places by evidence on the day the round closed. */
const evidencePlaces: Readonly<Record<string, number>> = { A: 1, B: 2, C: 3, D: 4 };

describe('the order of needs', () => {
  test('the panel leads, and children stand under their parent in evidence order where the panel has no list', () => {
    const report = buildReport(input);
    expect(report.orderedBy).toBe('panel');
    expect(report.needs.map(({ code, mark }) => `${mark} ${code}`)).toEqual(['1 B', '1a B2', '1b B1', '2 A']);
  });

  test('without a panel the evidence orders, and the report says so', () => {
    const report = buildReport({ ...input, analysis: analysisOf([need('A', 10), need('B', 40)], {}) });
    expect(report.orderedBy).toBe('evidence');
    expect(report.needs.map(({ code }) => code)).toEqual(['B', 'A']);
    expect(report.summary[0]?.key).toBe('report.summary.evidence');
    expect(report.panel).toEqual([]);
  });

  test('an exact tie of the panel stays as the round decided it, whatever the evidence says since', () => {
    const decided = { top: [place('B', 1, 50), place('A', 2, 50), place('C', 3, 10)] };
    expect(order([need('A', 60), need('B', 40), need('C', 90)], decided)).toEqual(['1 B', '2 A', '3 C']);
    const level = { top: [place('A', 1, 50), place('B', 1, 50), place('C', 3, 10)] };
    expect(order([need('B', 40), need('A', 60), need('C', 90)], level)).toEqual(['1 A', '1 B', '3 C']);
  });

  test('three places apart raises a flag and moves nothing', () => {
    const needs = [need('A', 90), need('B', 80), need('C', 70), need('D', 60), need('E', null)];
    const lists = {
      top: ['D', 'B', 'C', 'A', 'E'].map((code, index) => ({
        ...place(code, index + 1, 90 - index * 10),
        evidencePlace: evidencePlaces[code] ?? null,
      })),
    };
    const report = buildReport({
      ...input,
      template: { ...template, charts: {} },
      analysis: analysisOf(needs, lists),
    });
    expect(report.needs.map(({ code, flag }) => [code, flag])).toEqual([
      ['D', 'panelHigher'],
      ['B', null],
      ['C', null],
      ['A', 'evidenceHigher'],
      ['E', 'noEvidence'],
    ]);
  });

  test('a need moved by hand is told with both places and the reason, and keeps the flag of the ballots', () => {
    const needs = [need('A', 90), need('B', 80), need('C', 70), need('D', 60)];
    const [d, b, c, a] = ['D', 'B', 'C', 'A'].map((code, index) => ({
      ...place(code, index + 1, 90 - index * 10),
      evidencePlace: evidencePlaces[code] ?? null,
    }));
    if (!a || !b || !c || !d) throw new Error('four places');
    const moved = { from: 4, reason: 'wettelijk verplicht' };
    const left = [
      { ...a, rank: 1, moved },
      { ...d, rank: 2 },
      { ...b, rank: 3 },
      { ...c, rank: 4 },
    ];
    const analysis = analysisOf(needs, { top: left });
    const { panel } = analysis;
    if (!panel) throw new Error('a panel');
    const decision = { day: '2024-03-20', rationale: 'zo besproken' };
    const report = buildReport({
      ...input,
      template: { ...template, charts: {} },
      analysis: {
        ...analysis,
        panel: { ...panel, decision, lists: panel.lists.map((list) => ({ ...list, byHand: true as const })) },
      },
    });
    const told = report.needs.map(({ code, place: at, panelPlace, flag, moved: how }) => {
      return [code, at, panelPlace, flag, how ?? null];
    });
    expect(told).toEqual([
      ['A', 1, 4, 'evidenceHigher', moved],
      ['D', 2, 1, 'panelHigher', { from: 1, reason: null }],
      ['B', 3, 2, null, { from: 2, reason: null }],
      ['C', 4, 3, null, { from: 3, reason: null }],
    ]);
    expect(report.panel.map(({ key }) => key)).toContain('report.panel.moved');
    expect(report.panel.at(-1)).toEqual({
      key: 'report.panel.decided',
      values: { decided: { day: '2024-03-20' }, rationale: 'zo besproken' },
    });
  });

  test('a need the panel did not place comes last, without a number', () => {
    expect(order([need('A', 90), need('B', 10)], { top: [place('B', 1, 90)] })).toEqual(['1 B', '- A']);
  });
});

describe('who sits on the board', () => {
  const board = [
    { library: 'bib Zee', name: 'An', namePublic: false },
    { library: 'bib Dal', name: 'Bo', namePublic: true },
    { library: 'bib Zee', name: '', namePublic: false },
    { library: 'bib Duin', name: '', namePublic: true },
  ];
  const told = (of: Partial<Parameters<typeof buildReport>[0]>) =>
    buildReport({ ...input, board, ...of }).sources.filter(({ key }) => key === 'report.sources.board');

  test('is told by library, with the name of who consented, and each library without a name once', () => {
    const seats = ['Bo (bib Dal)', 'bib Duin', 'bib Zee'].map((nl) => ({ nl }));
    expect(told({})).toEqual([{ key: 'report.sources.board', values: { seats } }]);
    expect(told({ board: [] })).toEqual([]);
  });

  test('is told once it was heard, by its order or as a source', () => {
    const silent = analysisOf([need('A', 10)], {});
    const counts = { ...silent.counts, sources: ['survey' as const] };
    expect(told({ analysis: { ...silent, counts } })).toEqual([]);
    expect(told({ analysis: { ...silent, counts: { ...counts, sources: ['panel'] } } })).toHaveLength(1);
  });
});

describe('the chain', () => {
  const report = buildReport(input);

  test('need, finding, recommendation and action know each other both ways', () => {
    const needB = report.needs.find(({ code }) => code === 'B');
    expect(needB).toMatchObject({ findings: ['V1'], recommendations: ['R1'], actions: ['ACT-1'] });
    expect(report.findings[0]).toMatchObject({
      code: 'V1',
      needs: ['B', 'A'],
      recommendations: ['R1'],
      home: 'B',
    });
    expect(report.recommendations[0]).toMatchObject({ findings: ['V1'], actions: ['ACT-1'] });
    expect(report.actions[0]).toMatchObject({
      needs: [
        { need: 'B', partly: false },
        { need: 'A', partly: true },
      ],
      recommendations: ['R1'],
      start: words('april 2024'),
    });
  });

  test('a recommendation without an action stays visible with none', () => {
    const alone = buildReport({ ...input, records: { ...records, action: [] } });
    expect(alone.recommendations[0]?.actions).toEqual([]);
  });

  test('internal actions are nowhere in it', () => {
    expect(JSON.stringify(report)).not.toContain('ACT-I');
    expect(JSON.stringify(report)).not.toContain('Geheime');
  });

  test('needs without a public action are named in the summary', () => {
    const sentence = report.summary.find(({ key }) => key === 'report.summary.unanswered');
    expect(sentence?.values.count).toBe(4);
  });
});

describe('quotes', () => {
  test('only released quotes stand in a report', () => {
    const report = buildReport(input);
    expect(report.quotes.map(({ code }) => code)).toEqual(['Q1']);
    expect(JSON.stringify(report)).not.toContain('niemand lezen');
  });

  test('naming an unreleased or unknown quote stops the building with its code and the reason', () => {
    expect(() => buildReport({ ...input, quotes: ['Q2'] })).toThrow(UnreleasedQuote);
    expect(() => buildReport({ ...input, quotes: ['Q2'] })).toThrow(/"Q2".*not released/);
    expect(() => buildReport({ ...input, quotes: ['Q9'] })).toThrow(/"Q9".*no quote/);
  });

  test("an unreleased quote's words inside a finding stop the building too", () => {
    const finding = { ...records.finding[0], text: words('Iemand zei: Dit mag niemand lezen.') };
    const leaking = { ...records, finding: [finding as (typeof records.finding)[number]] };
    expect(() => buildReport({ ...input, records: leaking })).toThrow(/"Q2"/);
  });

  test('literal words need ten answers', () => {
    const [survey] = input.analysis.surveys;
    if (!survey) throw new Error('no survey');
    const analysis = { ...input.analysis, surveys: [{ ...survey, responses: 9 }] };
    expect(buildReport({ ...input, analysis }).quotes).toEqual([]);
    expect(() => buildReport({ ...input, analysis, quotes: ['Q1'] })).toThrow(/fewer than 10/);
  });
});

describe('figures', () => {
  test('a share gets the catalogue’s word only beside its figure', () => {
    const report = buildReport(input);
    expect(report.facts.shares[0]).toMatchObject({
      label: words('zijn starters'),
      share: { count: 14, base: 40 },
      word: words('een derde'),
    });
    expect(report.needs.find(({ code }) => code === 'B')?.leading?.word).toBeNull();
  });

  test('what a need bundles stands with it', () => {
    const [first, ...others] = input.catalogue.needs;
    if (!first) throw new Error('no need');
    const facets = [words('niveau'), words('taal')];
    const catalogue = { ...input.catalogue, needs: [{ ...first, facets }, ...others] };
    const report = buildReport({ ...input, catalogue });
    expect(report.needs.map(({ code, facets: told }) => [code, told?.length])).toEqual(
      report.needs.map(({ code }) => [code, code === first.code ? 2 : 0]),
    );
  });

  test('a chart is the very result of the analysis', () => {
    const report = buildReport(input);
    expect(report.needs.find(({ code }) => code === 'B')?.charts).toEqual([
      { kind: 'question', code: 'C4', result: input.analysis.surveys[0]?.questions[0] },
    ]);
  });

  test('a template that names an unknown chart or fact says which', () => {
    const charts = { ...template, charts: { B: ['C99'] } };
    expect(() => buildReport({ ...input, template: charts })).toThrow(/chart "C99"/);
    expect(() => buildReport({ ...input, template: { ...template, facts: ['nope'] } })).toThrow(
      /fact "nope"/,
    );
  });

  test('it keeps how many persons its figures rest on', () => {
    expect(buildReport(input).released).toEqual([{ survey: 'proef', responses: 40 }]);
  });

  test('the same input gives the same report', () => {
    expect(JSON.stringify(buildReport(input))).toBe(JSON.stringify(buildReport(input)));
  });
});

describe('the step between releases', () => {
  const released = (responses: number) => [{ survey: 'proef', responses }];

  test.each([
    [0, true],
    [1, false],
    [4, false],
    [5, true],
    [-1, false],
    [-5, true],
  ])('%i persons more than the last version: may go out %s', (moved, may) => {
    const step = tooSmallStep(released(100), released(100 + moved));
    expect(step).toEqual(may ? null : { survey: 'proef', moved: Math.abs(moved) });
  });

  test('the first version may always go out, a second survey counts by itself', () => {
    expect(tooSmallStep(null, released(3))).toBeNull();
    const next = [...released(100), { survey: 'ander', responses: 2 }];
    expect(tooSmallStep(released(100), next)).toEqual({ survey: 'ander', moved: 2 });
  });
});

describe('a drawing', () => {
  const result = input.analysis.surveys[0]?.questions[0];
  const [view] = result ? chartsOfQuestion(result, 'nl') : [];
  if (!view) throw new Error('the question has no chart');
  const drawing = drawingOf(wordedChart(view, ({ key }) => key));

  test('has the bars of the chart inside its edges, with their percent', () => {
    expect(drawing?.bars.length).toBeGreaterThan(0);
    for (const { x, y, width, height } of drawing?.bars ?? []) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(x + width).toBeLessThanOrEqual(720);
      expect(y + height).toBeLessThanOrEqual(drawing?.height ?? 0);
    }
    expect(drawing?.words.map(({ text }) => text)).toContain('50%');
  });

  test('is absent where there is no picture', () => {
    expect(drawingOf({ ...wordedChart(view, ({ key }) => key), config: null })).toBeNull();
  });
});
