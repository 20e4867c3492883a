// What is read beside something else as a picture, a table and a sentence: bars to both sides of a middle, bars by how far
// people come, groups beside each other, and a share beside a published one.
import {
  axisPercent,
  type ChartView,
  chartWords,
  heightOfRows,
  type Marks,
  oneGroup,
  say,
  shareCells,
  shareHeads,
  wholePercent,
} from '../chart.ts';
import type { Share } from '../figure.ts';
import type { SideBySideResult, SideBySideResultOf } from '../side-by-side/results.ts';
import { chartOfBalance, chartOfBalanceGroups, hiddenRows } from './balance-charts.ts';
import { chartOfPairs, type PairedShares } from './paired-bars.ts';
import { coloursOf } from './palette.ts';
import { chartOfPart } from './part-chart.ts';
import { chartOfTwoSurveys } from './two-surveys-chart.ts';

const thickness = 26;

/** The charts of one result, in the order they are read. */
export function chartsOfSideBySide(result: SideBySideResult, language: string): readonly ChartView[] {
  switch (result.kind) {
    case 'balance':
      return [
        chartOfBalance(result, language),
        ...(result.groups.length > 0 ? [chartOfBalanceGroups(result, language)] : []),
      ];
    case 'steps':
      return [stepsChart(result, language)];
    case 'gap':
    case 'required':
      return [gapChart(result, language)];
    case 'reference':
      return [referenceChart(result, language)];
    case 'part':
      return [chartOfPart(result, language)];
    case 'twoSurveys':
      return [chartOfTwoSurveys(result, language)];
  }
}

/** A bar per row: the last step darkest, each step before it lighter; what is left is who reached none. */
function stepsChart(result: SideBySideResultOf<'steps'>, language: string): ChartView {
  const title = say(result.label, language);
  const last = result.steps.length - 1;
  const at = (reached: readonly Share[], step: number) => reached[step]?.estimate ?? 0;
  const shown = result.rows
    .filter(({ reached }) => reached.every(({ estimate }) => estimate !== null))
    .toSorted((one, other) => at(other.reached, 0) - at(one.reached, 0));
  const labels = shown.map(({ label }) => say(label, language));
  const colours = coloursOf('sequential', result.steps.length);
  const order = [...result.steps.keys()].reverse();
  const lost = shown.toSorted((one, other) => comesOn(one.reached) - comesOn(other.reached))[0];
  return {
    id: result.code,
    title,
    config:
      shown.length === 0
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: order.map((step) => ({
                label: say(result.steps[step] ?? null, language),
                backgroundColor: colours[step]?.fill ?? '',
                data: shown.map(({ reached }) => {
                  const [from, to] = [step === last ? 0 : at(reached, step + 1), at(reached, step)];
                  return to > from ? ([axisPercent(from), axisPercent(to)] as const) : null;
                }),
              })),
            },
            options: {
              indexAxis: 'y',
              scales: { x: { min: 0, max: 100, display: false }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'stacked',
                  rowLabels: labels,
                  thickness,
                  inBar: order.map((step) =>
                    shown.map(({ reached }) => {
                      const own = at(reached, step) - (step === last ? 0 : at(reached, step + 1));
                      return own > 0 ? wholePercent(own) : null;
                    }),
                  ),
                  onDark: order.map((step) => colours[step]?.dark ?? false),
                } satisfies Marks,
              },
            },
          },
    height: heightOfRows(labels, { thickness, below: 0, axis: 4 }),
    legend: order.map((step) => ({
      label: say(result.steps[step] ?? null, language),
      fill: colours[step]?.fill ?? '',
      hatch: null,
    })),
    table: {
      caption: title,
      head: [chartWords('head.reached'), ...shareHeads],
      groups: result.rows.map(({ label, reached }) => ({
        name: say(label, language),
        rows: reached.map((share, step) => ({
          head: say(result.steps[step] ?? null, language),
          cells: shareCells(share),
        })),
      })),
    },
    sentence: lost
      ? chartWords('stepsLost', {
          label: say(lost.label, language),
          known: lost.reached[0]?.count ?? 0,
          on: lost.reached[1]?.count ?? 0,
          first: say(result.steps[0] ?? null, language),
          second: say(result.steps[1] ?? null, language),
        })
      : chartWords('tooFew'),
    caption: [chartWords('stepsHow'), ...hiddenRows(result.rows.length - shown.length)],
    smallGroup: shown.some(({ reached }) => reached.some(({ openness }) => openness === 'smallGroup')),
  };
}

/** Of who reached the first step, the share that reached the second. */
function comesOn(reached: readonly Share[]): number {
  return (reached[1]?.count ?? 0) / Math.max(1, reached[0]?.count ?? 0);
}

/** Two groups side by side where there are groups, else everybody; the table has all of them. */
function gapChart(result: SideBySideResultOf<'gap' | 'required'>, language: string): ChartView {
  const groups = result.rows[0]?.groups ?? [];
  const told = groups.filter(({ code }) =>
    result.rows.some((row) => row.groups.some((own) => own.code === code && own.share.estimate !== null)),
  );
  const [one, other] = told;
  const everybody = { [language]: '' };
  const shareOfGroup = (row: (typeof result.rows)[number], code: string | undefined) =>
    row.groups.find((own) => own.code === code)?.share ?? null;
  const open = (share: Share | null) => (share?.estimate == null ? null : share);
  const rows = result.rows.map(
    (row): PairedShares => ({
      label: row.label,
      first: open(one ? shareOfGroup(row, one.code) : row.everybody),
      second: open(shareOfGroup(row, other?.code)),
    }),
  );
  // A name without a bar would read as nobody: such a row stands in the table alone.
  const shown = rows.filter(({ first, second }) => first ?? second);
  const largest = result.rows
    .filter((row) => row.everybody.estimate !== null)
    .toSorted((a, b) => (b.everybody.estimate ?? 0) - (a.everybody.estimate ?? 0))[0];
  const pairs = chartOfPairs(shown, {
    id: result.code,
    title: result.label,
    first: one?.label ?? everybody,
    second: other?.label ?? everybody,
    language,
  });
  return {
    ...pairs,
    // Bars of everybody, or of one group alone, have no second colour to explain.
    legend: pairs.legend.filter((entry) => entry.label !== ''),
    table: {
      caption: say(result.label, language),
      head: [chartWords('head.group'), ...shareHeads],
      groups: result.rows.map((row) => ({
        name: say(row.label, language),
        rows: [
          { head: chartWords('everybody'), cells: shareCells(row.everybody) },
          ...row.groups.map(({ code, label, share }) => ({
            head: label ? say(label, language) : code,
            cells: shareCells(share),
          })),
        ],
      })),
    },
    sentence: largest
      ? chartWords(`${result.kind}Largest`, {
          label: say(largest.label, language),
          count: largest.everybody.count ?? 0,
          base: largest.everybody.base ?? 0,
          percent: wholePercent(largest.everybody.estimate ?? 0),
        })
      : chartWords('tooFew'),
    caption: [chartWords(`${result.kind}How`), ...whyHidden(result)],
  };
}

/** Rows of everybody that are not shown, and why. */
function whyHidden({ kind, rows }: SideBySideResultOf<'gap' | 'required'>) {
  const count = rows.filter(({ everybody }) => everybody.estimate === null).length;
  if (kind === 'gap' || count === 0) return hiddenRows(count);
  return [chartWords('requiredHidden', { count })];
}

function referenceChart(result: SideBySideResultOf<'reference'>, language: string): ChartView {
  const title = say(result.label, language);
  const { share, published } = result;
  const source = say(published.source, language);
  const here = share.estimate;
  const labels = [title];
  const [fill] = [coloursOf('sequential', 4)[3]];
  return {
    id: result.code,
    title,
    config:
      here === null
        ? null
        : {
            type: 'bar',
            data: {
              labels,
              datasets: [{ label: title, backgroundColor: fill?.fill ?? '', data: [axisPercent(here)] }],
            },
            options: {
              indexAxis: 'y',
              scales: { x: { min: 0, max: 100, display: false }, y: {} },
              plugins: {
                nodenkaart: {
                  kind: 'bars',
                  rowLabels: [''],
                  thickness,
                  ticks: [{ row: 0, at: axisPercent(published.share) }],
                  ends: [
                    {
                      strong: `${wholePercent(here)}%`,
                      rest: chartWords('countOf', { count: share.count ?? 0, base: share.base ?? 0 }),
                    },
                  ],
                } satisfies Marks,
              },
            },
          },
    height: heightOfRows([''], { thickness, below: 8, axis: 4 }),
    legend: [],
    table: {
      caption: title,
      head: [chartWords('head.measure'), ...shareHeads],
      groups: oneGroup([
        { head: chartWords('here'), cells: shareCells(share) },
        { head: source, cells: ['', '', `${wholePercent(published.share)}%`, ''] },
      ]),
    },
    sentence:
      here === null
        ? chartWords('tooFew')
        : chartWords('reference', {
            percent: wholePercent(here),
            count: share.count ?? 0,
            base: share.base ?? 0,
            published: wholePercent(published.share),
            inside:
              share.interval &&
              share.interval.lower <= published.share &&
              published.share <= share.interval.upper
                ? 'yes'
                : 'no',
          }),
    caption: [chartWords('referenceTick', { source })],
    smallGroup: share.openness === 'smallGroup',
  };
}
