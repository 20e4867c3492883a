// Parts that several paper outputs share: charts with the tables of their figures, and the tables of a report.
import type { PaperBlock, PaperTable, Stretches } from './document.ts';
import type { DrawnChart } from './report-charts.ts';
import type { ActionView, NeedView } from './report-need.ts';
import type { ReportView } from './report-view.ts';
import type { ReportWords } from './report-words.ts';
import { heading, note, plain } from './said-blocks.ts';

/** A chart with its sentence and base; its figures stand in a table at the end of the document. */
export function chartBlocks({ chart, drawing, label }: DrawnChart): PaperBlock {
  const { title, sentence, legend, caption, id } = chart;
  return {
    kind: 'chart',
    chart: {
      title,
      sentence,
      drawing,
      legend: chart.config ? legend : [],
      alternative: label,
      captions: caption,
      anchor: `chart-${id}`,
    },
  };
}

/** The figures behind the charts, each as a table with a link back to its picture. */
export function figuresOfCharts(charts: readonly DrawnChart[], words: ReportWords): readonly PaperBlock[] {
  if (charts.length === 0) return [];
  const { t } = words;
  return [
    heading(2, t('report.paper.figures'), 'figures-of-charts'),
    note(t('report.paper.figuresIntro')),
    ...charts.flatMap(({ chart }): readonly PaperBlock[] => [
      heading(3, chart.title),
      note([{ text: t('report.paper.toPicture'), to: `chart-${chart.id}` }]),
      { kind: 'table', table: tableOfChart(chart) },
    ]),
  ];
}

function tableOfChart({ table }: DrawnChart['chart']): PaperTable {
  const { head, groups } = table;
  return {
    caption: '',
    columns: head.map((name, place) => ({ head: name, numeric: place > 0 })),
    rows: groups.flatMap(({ name, rows }) => [
      ...(name === null ? [] : [{ kind: 'group', name } as const]),
      ...rows.map(({ head: first, cells }) => row(null, first, ...cells)),
    ]),
  };
}

/** A score opened: every sign with its base and interval, by source. */
export function scoreTable(need: NeedView, { t }: ReportWords): PaperTable {
  return {
    caption: need.score === '' ? t('report.need.sign') : t('report.need.score', { score: need.score }),
    columns: [
      { head: t('report.need.sign'), numeric: false },
      { head: t('report.need.share'), numeric: true },
      { head: t('report.need.base'), numeric: true },
      { head: t('report.need.interval'), numeric: true },
    ],
    rows: need.sources.flatMap(({ name, score, indicators }) => [
      { kind: 'group', name: score === '' ? name : `${name}: ${score}` } as const,
      ...indicators.map(({ label, figure, of, interval }) => row(null, label, figure, of, interval)),
    ]),
  };
}

/** Services in their groups, with use, mastery and advice. */
export function servicesTable({ serviceGroups }: ReportView, { t }: ReportWords): readonly PaperBlock[] {
  const reason = (figure: string, of: string) => (of === '' ? figure : `${figure} (${of})`);
  return [
    note(t('report.services.intro')),
    {
      kind: 'table',
      table: {
        caption: '',
        columns: [
          { head: t('report.services.service'), numeric: false },
          { head: t('report.services.frequent'), numeric: true },
          { head: t('report.services.notIndependent'), numeric: true },
          { head: t('report.services.advice'), numeric: false },
        ],
        rows: serviceGroups.flatMap(({ name, services }) => [
          ...(name === '' ? [] : [{ kind: 'group', name } as const]),
          ...services.map((service) =>
            row(
              null,
              service.label,
              reason(service.frequent.figure, service.frequent.of),
              reason(service.notIndependent, service.base === '' ? '' : `n ${service.base}`),
              service.advice.length === 0
                ? service.none
                : service.advice.flatMap(({ label, reason: why }) => [
                    { text: `${label}. `, strong: true },
                    { text: `${why} ` },
                  ]),
            ),
          ),
        ]),
      },
    },
    note(
      `${t('report.services.frequent')}: ${t('report.services.frequentNote')}. ${t('report.services.notIndependent')}: ${t('report.services.notIndependentNote')}.`,
    ),
  ];
}

/** Actions with who, when and how far; in the table of all of them people can sign. */
export function actionsTable(
  actions: readonly ActionView[],
  { t }: ReportWords,
  { all }: { readonly all: boolean },
): PaperTable {
  const column = (name: string) => ({ head: t(`report.actions.${name}`), numeric: false });
  return {
    caption: '',
    columns: [
      column('action'),
      column('who'),
      column('start'),
      column('state'),
      ...(all ? [column('sign')] : []),
    ],
    rows: actions.map((action) => {
      const { anchor, title, format, owner, start, stateWord, partly } = action;
      const name: Stretches = [
        { text: title, strong: true, ...(all ? {} : { to: anchor }) },
        ...(all && format !== '' ? [{ text: ` ${format}` }] : []),
        ...(!all && partly ? [{ text: ` (${t('report.actions.partly')})` }] : []),
        ...(all ? forNeeds(action, t) : []),
        ...(all ? action.means.map((words) => ({ text: ` ${words}` })) : []),
      ];
      return row(all ? anchor : null, name, owner, start, stateWord, ...(all ? [''] : []));
    }),
  };
}

function forNeeds({ needs }: ActionView, t: ReportWords['t']): Stretches {
  if (needs.length === 0) return [{ text: ` ${t('report.actions.noNeed')}` }];
  return [
    { text: ` ${t('report.actions.needs')}: ` },
    ...needs.flatMap(({ label, address, partly }, place) => [
      { text: place > 0 ? '; ' : '' },
      { text: label, to: address.replace(/^#/, '') },
      ...(partly ? [{ text: ` (${t('report.actions.partly')})` }] : []),
    ]),
  ];
}

/** A row of a table; its first cell names it. */
export function row(anchor: string | null, ...cells: readonly (string | Stretches)[]) {
  return { kind: 'row', anchor, cells: cells.map(plain) } as const;
}
