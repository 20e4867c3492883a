// The pictures of a view with everything that stands beside them: table, tests, files and how it was computed.
import type { Message, WordedChart } from '../../../analysis/chart.ts';
import { titleOf } from '../../../analysis/charts/cross-charts.ts';
import { fileTableOfCross } from '../../../analysis/charts/cross-file.ts';
import { groupName, type PercentOf } from '../../../analysis/charts/cross-words.ts';
import { type Drawing, drawingOf } from '../../../analysis/charts/drawing.ts';
import { type Picture, picturesOf } from '../../../analysis/charts/explored-pictures.ts';
import { heatDrawing } from '../../../analysis/charts/heat-drawing.ts';
import { type HeatTable, inWords } from '../../../analysis/charts/heat-table.ts';
import { looksOf } from '../../../analysis/charts/looks.ts';
import type { Association, CrossTable, Explored } from '../../../analysis/explore/explored.ts';
import { cellsShown } from '../../../analysis/explore/said.ts';
import { methodsOfCross, methodsOfQuestion } from '../../../analysis/methods.ts';
import type { Questionnaire } from '../../../surveys/questionnaire.ts';
import { baseOfChart, type ComputedPanel, type Computing, computedPanel } from '../../computed.ts';
import { formatNumber } from '../../format-values.ts';
import { inTurns } from '../../turns.ts';
import type { Seeing } from './explore-form.ts';
import { wordedIn } from './page-parts.ts';
import { type ChartFiles, chartFiles } from './shown-chart.ts';
import type { Words } from './workspace.ts';

export interface ShadesView {
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly label: string;
    readonly cells: readonly { readonly words: string; readonly look: string }[];
  }[];
}
export interface AssociationView {
  /** "een klein verschil" */
  readonly strength: string;
  readonly facts: readonly { readonly name: string; readonly value: string }[];
  readonly careful: string;
}
export interface ExploreFigure {
  readonly chart: WordedChart;
  readonly shades: ShadesView | null;
  readonly drawing: Drawing | null;
  readonly label: string;
  /** The table is too wide to stand beside the picture. */
  readonly under: boolean;
  /** Its sentence is the finding above already. */
  readonly told: boolean;
  /** Where most of its cells are hidden: a sentence, before the picture or instead of one that shows next to nothing. */
  readonly sparse: { readonly sentence: string; readonly left: 'picture' | 'table' | 'nothing' } | null;
  /** No picture stands beside the table; and the table is folded away, or left out. */
  readonly bare: boolean;
  readonly folded: boolean;
  readonly association: AssociationView | null;
  /** Where each row is an option of its own: how strongly it goes together with the groups. */
  readonly options: readonly {
    readonly label: string;
    readonly strength: string;
    readonly test: string;
    readonly p: string;
  }[];
  readonly files: ChartFiles;
  readonly computed: ComputedPanel;
}

/** A picture that is only named: the chart is not made. */
export interface OtherFigure {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
}

/**
 * The pictures of a view, in turns: a question of many rows has many.
 * @param most so many are shown; of the others only what they are and say.
 */
export async function exploreFigures(
  explored: Explored,
  questionnaire: Questionnaire,
  seeing: Seeing,
  computing: Omit<Computing, 'methods'>,
  words: Words,
  most: number,
): Promise<{ readonly drawn: readonly ExploreFigure[]; readonly others: readonly OtherFigure[] }> {
  const pictures = picturesOf(explored, seeing.chart, {
    percent: seeing.percent,
    language: words.language,
    lookOf: looksOf(questionnaire),
  });
  return {
    drawn: await inTurns(pictures.slice(0, most), (picture) =>
      figureOf(picture, explored, seeing.percent, { ...computing, methods: [] }, words),
    ),
    others: pictures
      .slice(most)
      .flatMap(({ cross, chart }) =>
        cross ? [{ id: chart.id, ...headingOf(cross, chart.sentence, words) }] : [],
      ),
  };
}

/** A table by groups says what its test found, a table of everybody what its chart does. */
function headingOf(cross: CrossTable, ofChart: Message, words: Words) {
  const said = cross.groups.length > 0 ? cross.said : ofChart;
  return { title: titleOf(cross, words.language), sentence: words.say(said) };
}

function figureOf(
  picture: Picture,
  explored: Explored,
  percent: PercentOf,
  computing: Computing,
  words: Words,
): ExploreFigure {
  const { cross, shades } = picture;
  const worded = wordedIn(picture.chart, words);
  const chart = cross ? { ...worded, ...headingOf(cross, picture.chart.sentence, words) } : worded;
  const sparse = cross && sparseView(cross, words);
  const bare = sparse !== null && sparse.left !== 'picture';
  const drawing = bare ? null : shades ? heatDrawing(shades) : drawingOf(chart);
  const methods = cross
    ? methodsOfCross(cross, explored.view.correction)
    : methodsOfQuestion(explored.question);
  const table = cross && fileTableOfCross(cross, percent, words.language);
  const fileTable = table ? wordedIn({ ...picture.chart, table }, words).table : chart.table;
  return {
    chart: bare ? { ...chart, config: null } : chart,
    bare,
    folded: sparse?.left === 'table',
    sparse,
    shades: shades && shadesView(shades),
    drawing,
    label: `${chart.title}. ${chart.sentence}`,
    under: chart.table.head.length > 6,
    told: false,
    association: cross?.association ? associationView(cross.association, explored, words) : null,
    options: cross ? optionViews(cross, words) : [],
    files: chartFiles(chart, drawing, fileTable),
    computed: computedPanel(chart.title, { ...computing, methods }, baseOfChart(picture.chart, words), words),
  };
}

/**
 * Where less than half of a table is shown, one sentence says so; of less than a quarter there is no picture, and the
 * table is folded away.
 */
function sparseView(cross: CrossTable, words: Words): ExploreFigure['sparse'] {
  const { cells, shown } = cellsShown(cross);
  if (2 * shown >= cells) return null;
  const left = shown === 0 ? 'nothing' : 4 * shown < cells ? 'table' : 'picture';
  return { sentence: words.say({ key: 'explorer.sparse', values: { cells, shown } }), left };
}

export function shadesView({ columns, rows }: HeatTable): ShadesView {
  return {
    columns: columns.map(({ label }) => label),
    rows: rows.map(({ label, cells }) => ({
      label,
      cells: cells.map(({ hue, percent, step }) => ({
        words: inWords(percent),
        look: percent === null ? 'heat-none' : `heat-${hue}-${step}`,
      })),
    })),
  };
}

function associationView(association: Association, explored: Explored, words: Words): AssociationView {
  const say = (key: string, values = {}) => words.say({ key: `explorer.test.${key}`, values });
  const number = (value: number, digits = 2) => formatNumber(words.language, value, digits);
  const { effects, test, statistic, degreesOfFreedom, p, adjustedP, trustworthy, stands } = association;
  const comparisons = explored.tested?.comparisons ?? 1;
  return {
    strength: stands ? say(`strength.${effects[0]?.words ?? 'none'}`) : say('alike'),
    facts: [
      ...effects.map(({ name, estimate, corrected }) => ({
        name: say(`effect.${name}`),
        value:
          corrected === null
            ? number(estimate)
            : say('corrected', { estimate: number(estimate), corrected: number(corrected) }),
      })),
      {
        name: say('test'),
        value: [
          say(`name.${test}`),
          ...(statistic === null ? [] : [number(statistic)]),
          ...(degreesOfFreedom === null ? [] : [freedomWords(degreesOfFreedom, words)]),
        ].join(' · '),
      },
      { name: say('whyName'), value: say(`why.${test}`) },
      ...(p === null ? [] : [{ name: say('p'), value: pWords(p, words) }]),
      ...(adjustedP === null || comparisons < 2
        ? []
        : [{ name: say('adjusted', { comparisons }), value: pWords(adjustedP, words) }]),
    ],
    careful: [
      ...(trustworthy ? [] : [say('careful')]),
      ...(association.clusters === 'ignored' ? [say('clustersIgnored')] : []),
    ].join(' '),
  };
}

/** Whole where they are: "4", "1,95 en 44,9". */
function freedomWords(freedom: readonly number[], words: Words): string {
  const digits = (value: number) => (Number.isInteger(value) ? 0 : 2);
  const all = freedom.map((value) => formatNumber(words.language, value, digits(value)));
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' });
  return words.say({ key: 'explorer.test.df', values: { df: list.format(all) } });
}

/** Never as 0. */
function pWords(p: number, words: Words): string {
  return p < 0.001 ? `< ${formatNumber(words.language, 0.001, 3)}` : formatNumber(words.language, p, 3);
}

function optionViews({ rows }: CrossTable, words: Words): ExploreFigure['options'] {
  return rows.flatMap(({ label, association }) => {
    if (!association) return [];
    const { effects, adjustedP, p, stands } = association;
    const shown = adjustedP ?? p;
    const key = stands ? `strength.${effects[0]?.words ?? 'none'}` : 'alike';
    return [
      {
        label: groupName({ code: '', label, base: null, openness: 'full', summary: null }, words.language),
        strength: words.say({ key: `explorer.test.${key}` }),
        test: words.say({ key: `explorer.test.name.${association.test}` }),
        p: shown === null ? '' : pWords(shown, words),
      },
    ];
  });
}
