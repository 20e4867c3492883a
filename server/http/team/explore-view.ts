// The page of the explorer as data: what is chosen, what it shows, and what could not be done.

import type { PercentOf } from '../../../analysis/charts/cross-words.ts';
import type { PictureKind } from '../../../analysis/charts/explored-pictures.ts';
import { kindsOf } from '../../../analysis/charts/explored-pictures.ts';
import type { Explored, Gap, Said } from '../../../analysis/explore/explored.ts';
import { type ExploreView, viewParameters } from '../../../analysis/explore/view.ts';
import { codebookOf } from '../../../surveys/codebook.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel } from '../../computed.ts';
import { formatNumber } from '../../format-values.ts';
import type { ExploredSurvey } from '../../operations/explored-survey.ts';
import { type ExploreFigure, exploreFigures } from './explore-figures.ts';
import { codeName, type ExploreForm, exploreForm, type Seeing, variableName } from './explore-form.ts';
import type { Tab } from './page-parts.ts';
import { type WeightingView, weightingView } from './weighting-view.ts';
import type { Words } from './workspace.ts';

/** More pictures than this are not drawn at once: a grid of twenty rows is chosen from. */
const mostFigures = 4;

export interface ExplorePage {
  /** The question in words: the title of the page. */
  readonly title: string;
  readonly finding: string;
  readonly said: readonly string[];
  readonly tabs: readonly Tab[];
  readonly form: ExploreForm;
  readonly problems: readonly string[];
  readonly refusals: readonly string[];
  /** Whom the figures are about and how they are counted, in one sentence. */
  readonly about: string;
  readonly figures: readonly ExploreFigure[];
  /** How many comparisons were tested together, and how that was corrected; empty where none was. */
  readonly tested: string;
  /** Rows that are not drawn, each with its sentence and an address that draws it. */
  readonly others: readonly { readonly address: string; readonly title: string; readonly sentence: string }[];
  readonly gap: {
    readonly sentence: string;
    readonly facts: readonly { readonly name: string; readonly value: string }[];
    readonly computed: ComputedPanel;
  } | null;
  readonly weighting: WeightingView | null;
  /** How to save this view for the report. */
  readonly save: { readonly action: string; readonly csrf: string; readonly view: string } | null;
}

export interface ExplorePlace {
  readonly project: string;
  readonly main: boolean;
  readonly tabs: readonly Tab[];
  readonly csrf: string;
}

/** The reading of a table and the picture, from an address; what it gets wrong is left out and told. */
export function seeingOf(query: URLSearchParams): Seeing {
  const percents: readonly PercentOf[] = ['group', 'answer', 'all'];
  const charts: readonly PictureKind[] = ['stacked', 'bars', 'dots', 'pairs', 'means', 'shades'];
  return {
    percent: percents.find((one) => one === query.get('percent')) ?? 'group',
    chart: charts.find((one) => one === query.get('chart')) ?? null,
  };
}

export async function explorePage(
  asked: ExploredSurvey & { readonly view: ExploreView; readonly explored: Explored },
  wanted: Seeing,
  place: ExplorePlace,
  words: Words,
): Promise<ExplorePage> {
  const { view, explored, questionnaire } = asked;
  const percent = view.by === null || view.unit === 'libraries' ? 'group' : wanted.percent;
  const shown = limitedTo(explored, view);
  const kinds = kindsOf(shown, percent);
  const chart = kinds.find((kind) => kind === wanted.chart) ?? kinds[0] ?? null;
  const seeing: Seeing = { percent, chart };
  const filter = filterWords(asked, words);
  // What is drawn is never weighted: weighted figures stand beside it, of everybody together.
  const weights = view.unit === 'libraries' ? 'libraries' : 'unweighted';
  const most = view.variable === null && shown.crosses ? mostFigures : Number.POSITIVE_INFINITY;
  const computing = { filter, weights } as const;
  const { drawn, others } = await exploreFigures(shown, questionnaire, seeing, computing, words, most);
  // Without groups or a second question there is nothing to compare: the figure's own sentence leads.
  const compared = view.by !== null || view.gapWith !== null;
  const said = compared ? explored.said.map((one) => sayIn(one, words)) : [];
  const label = inLanguage(explored.question.label, words.language);
  const finding = said[0] ?? drawn[0]?.chart.sentence ?? words.say({ key: 'explorer.nothing' });
  return {
    title: label,
    finding,
    said: said.slice(1),
    tabs: place.tabs,
    form: exploreForm(place.project, asked, view, seeing, kinds, place.main, words),
    problems: asked.problems.map((problem) => words.say({ key: problem.key, values: problem.values })),
    refusals: explored.refusals.map((refusal) => sayIn(refusal, words)),
    about: aboutWords(explored, filter, weights, words),
    tested: explored.tested
      ? words.say({
          key: `explorer.tested.${explored.tested.method}`,
          values: { comparisons: explored.tested.comparisons },
        })
      : '',
    figures: drawn.map((figure) => ({ ...figure, told: figure.chart.sentence === finding })),
    others: others.map(({ id, title, sentence }) => ({
      address: exploreAddress(place, { ...view, variable: id }, seeing),
      title,
      sentence,
    })),
    gap: explored.gap && gapView(explored.gap, filter, words),
    weighting: explored.weighting && weightingView(explored.weighting, explored.weighted, filter, words),
    save:
      drawn.length > 0
        ? {
            action: `/team/${place.project}/explore/saved`,
            csrf: place.csrf,
            view: searchOf(place, view, seeing),
          }
        : null,
  };
}

/** Where a view stands. */
export function exploreAddress(
  place: Pick<ExplorePlace, 'project' | 'main'>,
  view: ExploreView,
  seeing: Seeing,
): string {
  return `/team/${place.project}/explore?${searchOf(place, view, seeing)}`;
}

function searchOf(
  { main }: Pick<ExplorePlace, 'main'>,
  view: ExploreView,
  { percent, chart }: Seeing,
): string {
  const own = new URLSearchParams();
  if (!main) own.append('survey', view.survey);
  for (const [name, value] of viewParameters(view)) own.append(name, value);
  if (percent !== 'group') own.append('percent', percent);
  if (chart !== null) own.append('chart', chart);
  return own.toString();
}

/** Of a question with rows the one that was chosen. */
function limitedTo(explored: Explored, { variable }: ExploreView): Explored {
  const { question } = explored;
  if (variable === null || question.kind !== 'distributions') return explored;
  const distributions = question.distributions.filter((row) => row.variable === variable);
  return distributions.length === 0 ? explored : { ...explored, question: { ...question, distributions } };
}

function sayIn({ key, values }: Said, words: Words): string {
  return words.say({ key, values });
}

/** "Provincie: Limburg, Hoelang werk je al …: minder dan 1 jaar", or empty. */
function filterWords({ view, questionnaire }: ExploredSurvey, words: Words): string {
  const variables = new Map(codebookOf(questionnaire).variables.map((variable) => [variable.name, variable]));
  return (view?.filters ?? [])
    .map(({ variable, code }) => {
      const name = variableName(variable, variables, words);
      return `${name}: ${code === null ? '–' : codeName(variable, code, variables, words)}`;
    })
    .join(' · ');
}

function aboutWords(explored: Explored, filter: string, weights: string, words: Words): string {
  const { responses, libraries, view } = explored;
  return words.say({
    key: `explorer.about.${responses === null ? 'small' : view.unit}`,
    values: {
      responses: responses ?? 0,
      libraries: libraries ?? 0,
      filter: filter === '' ? words.say({ key: 'methods.everybody' }) : filter,
      weights: words.say({ key: `methods.${weights}` }),
    },
  });
}

function gapView(gap: Gap, filter: string, words: Words): ExplorePage['gap'] {
  const number = (value: number) => formatNumber(words.language, value, 2);
  const say = (key: string) => words.say({ key: `explorer.gap.${key}` });
  const { paired } = gap;
  return {
    sentence: sayIn(gap.said, words),
    computed: computedPanel(
      say('title'),
      { methods: ['paired', 'disclosure'], filter },
      { base: paired ? String(paired.base) : '', missing: paired ? String(paired.excluded) : '' },
      words,
    ),
    facts: paired
      ? [
          { name: inLanguage(gap.firstLabel, words.language), value: number(paired.firstMean) },
          { name: inLanguage(gap.secondLabel, words.language), value: number(paired.secondMean) },
          {
            name: say('difference'),
            value: paired.interval
              ? `${number(paired.estimate)} (${number(paired.interval.lower)} – ${number(paired.interval.upper)})`
              : number(paired.estimate),
          },
          { name: say('people'), value: String(paired.base) },
        ]
      : [],
  };
}
