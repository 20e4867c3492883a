// The results of a survey: an overview, and per page of the questionnaire every question as chart, table and sentence.

import { wholePercent } from '../../../analysis/chart.ts';
import { looksOf } from '../../../analysis/charts/looks.ts';
import { meanWords, middleWords } from '../../../analysis/charts/number-charts.ts';
import { chartOfComparisons } from '../../../analysis/charts/paired-means.ts';
import { chartsOfQuestion } from '../../../analysis/charts/question-charts.ts';
import { minimums } from '../../../analysis/disclosure/minimums.ts';
import { methodsOfQuestion } from '../../../analysis/methods.ts';
import type { QuestionResult } from '../../../analysis/results/questions.ts';
import type { SurveyAnalysis } from '../../../analysis/results/survey.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import type { Survey } from '../../db/surveys.ts';
import { inTurns } from '../../turns.ts';
import { openQuestions } from './coding/begin.ts';
import type { FilterForm } from './filters.ts';
import { type Lead, type ShareView, shareView, type Tab } from './page-parts.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

export interface ResultsPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly filters: FilterForm | null;
  readonly empty: boolean;
  readonly highlights: readonly (ShareView & { readonly label: string })[];
  readonly charts: readonly ShownChart[];
  readonly comparisons: ShownChart | null;
  /** How the shares on top were computed; null without them. */
  readonly computed: ComputedPanel | null;
  readonly recommend: string;
}

/** What the tabs of the results lead to. */
export interface ResultsPlace {
  readonly project: string;
  readonly surveys: readonly Survey[];
  readonly shown: Survey;
  /** Code of a questionnaire page, `services`, `remarks`, or null for the overview. */
  readonly page: string | null;
  /** The catalogue says who can do what. */
  readonly skills?: boolean;
  /** The catalogue puts figures side by side. */
  readonly beside?: boolean;
  /** The filters as they stand in the address, to keep them from tab to tab: `filter=A3%3Alt1`. */
  readonly query: string;
}

/** The overview of a survey: the shares the catalogue leads with, changes before and after, recommendation. */
export function overviewPage(
  survey: SurveyAnalysis,
  place: ResultsPlace,
  filters: FilterForm | null,
  words: Words,
): ResultsPage {
  const [first] = survey.highlights.filter(({ share }) => share.estimate !== null);
  return {
    finding: first
      ? words.say({
          key: 'team.results.findingHighlight',
          values: { count: first.share.count ?? 0, base: first.share.base ?? 0, label: first.label },
        })
      : words.say({ key: 'team.results.findingAnswers', values: { count: survey.responses } }),
    lead: leadOf(survey, 'lead', words),
    action: null,
    tabs: resultTabs(place, survey, words),
    filters,
    empty: survey.filters.length === 0 && survey.responses === 0,
    highlights: survey.highlights.map(({ label, share }) => ({
      label: inLanguage(label, words.language),
      ...shareView(share, words),
    })),
    charts: [],
    computed:
      survey.highlights.length > 0 || survey.recommend
        ? computedPanel(
            words.say({ key: 'team.results.overview' }),
            {
              methods: [
                ...(survey.highlights.length > 0 ? (['highlight', 'wilson', 'clusterShare'] as const) : []),
                ...(survey.recommend ? (['recommend'] as const) : []),
              ],
              filter: filters?.chosen,
            },
            noBase,
            words,
          )
        : null,
    comparisons:
      survey.comparisons.length > 0
        ? shownChart(
            chartOfComparisons(survey.comparisons, {
              id: 'comparisons',
              title: { [words.language]: words.say({ key: 'team.results.comparisons' }) },
              language: words.language,
            }),
            { methods: ['paired'], filter: filters?.chosen },
            words,
          )
        : null,
    recommend: recommendWords(survey, words),
  };
}

/** One page of the questionnaire: every question of it. */
export async function questionnaireResults(
  survey: SurveyAnalysis,
  place: ResultsPlace,
  filters: FilterForm | null,
  words: Words,
): Promise<ResultsPage> {
  const { questionnaire } = place.shown;
  const page = questionnaire.pages.find(({ code }) => code === place.page);
  const questions = survey.questions.filter((question) => question.page === place.page && isFigure(question));
  const title = page ? inLanguage(page.title, words.language) : '';
  const lookOf = looksOf(questionnaire);
  const charts = await inTurns(survey.responses === 0 ? [] : questions, (question) => {
    const computing = { methods: methodsOfQuestion(question), filter: filters?.chosen };
    const explore = exploreAddress(place, question);
    return chartsOfQuestion(question, words.language, lookOf).map((chart) =>
      shownChart(chart, computing, words, explore),
    );
  });
  return {
    finding: words.say({
      key: 'team.results.findingPage',
      values: { page: headed(title), headline: headlineOf(questions, words) },
    }),
    lead: leadOf(survey, 'leadPage', words),
    action: null,
    tabs: resultTabs(place, survey, words),
    filters,
    empty: survey.filters.length === 0 && survey.responses === 0,
    highlights: [],
    charts: charts.flat(),
    comparisons: null,
    computed: null,
    recommend: '',
  };
}

/** The same question in the explorer, limited to the same group; open text is read as remarks. */
function exploreAddress({ project, shown, query }: ResultsPlace, question: QuestionResult): string | null {
  if (question.kind === 'text') return null;
  const survey = shown.position === 0 ? [] : [`survey=${encodeURIComponent(shown.code)}`];
  const own = [...survey, `question=${encodeURIComponent(question.code)}`, ...(query ? [query] : [])];
  return `/team/${project}/explore?${own.join('&')}`;
}

/** How many answers the figures rest on; of a group too small to show not even that. And how many could not be read. */
function leadOf(survey: SurveyAnalysis, key: 'lead' | 'leadPage', words: Words): string {
  const small = survey.filters.length > 0 && survey.responses < minimums.cross;
  const lead = words.say({
    key: `team.results.${small ? 'leadSmall' : key}`,
    values: { count: small ? 0 : survey.responses },
  });
  const { unreadable = 0 } = survey;
  if (unreadable === 0) return lead;
  return `${lead} ${words.say({ key: 'team.results.unreadable', values: { count: unreadable } })}`;
}

/** Consent and the register question are no figures of the survey. */
function isFigure({ type }: QuestionResult): boolean {
  return type !== 'consent' && type !== 'register';
}

/** The tabs: overview, the pages that have figures, services and remarks; for other surveys a tab each. */
export function resultTabs(place: ResultsPlace, survey: SurveyAnalysis, words: Words): readonly Tab[] {
  const { project, shown, surveys, query } = place;
  const root = `/team/${project}/results`;
  const main = shown.position === 0;
  const tab = (name: string, path: string, parameters: readonly string[], here: boolean): Tab => {
    const search = [...parameters, ...(query && main ? [query] : [])].filter(Boolean).join('&');
    return { name, address: `${path}${search ? `?${search}` : ''}`, here };
  };
  const own = main ? [] : [`survey=${shown.code}`];
  const pages = shown.questionnaire.pages.filter(({ code }) =>
    survey.questions.some((question) => question.page === code && isFigure(question)),
  );
  const say = (key: string) => words.say({ key: `team.results.${key}` });
  return [
    tab(say('overview'), root, own, place.page === null),
    ...pages.map(({ code, title }) =>
      tab(shortTitle(title, words), root, [...own, `page=${code}`], place.page === code),
    ),
    ...(main && survey.services.length > 0
      ? [tab(say('services'), `${root}/services`, [], place.page === 'services')]
      : []),
    ...(main && place.skills
      ? [{ name: say('skills'), address: `/team/${project}/skills`, here: place.page === 'skills' }]
      : []),
    ...(main && place.beside
      ? [
          {
            name: words.say({ key: 'side-by-side.tab' }),
            address: `/team/${project}/side-by-side`,
            here: place.page === 'side-by-side',
          },
        ]
      : []),
    ...(main && survey.remarks.length > 0
      ? [{ name: say('remarks'), address: `${root}/remarks`, here: place.page === 'remarks' }]
      : []),
    ...(main && openQuestions(shown).length > 0
      ? [
          {
            name: words.say({ key: 'coding-desk.tab' }),
            address: `/team/${project}/coding`,
            here: place.page === 'coding',
          },
        ]
      : []),
    tab(words.say({ key: 'explorer.tab' }), `/team/${project}/explore`, own, place.page === 'explore'),
    { name: words.say({ key: 'data.tab' }), address: `/team/${project}/data`, here: false },
    ...surveys
      .filter(({ code }) => code !== shown.code)
      .map(({ code, questionnaire, position }) => ({
        name: inLanguage(questionnaire.title, words.language),
        address: position === 0 ? root : `${root}?survey=${code}`,
        here: false,
      })),
    ...(surveys.length > 1
      ? [{ name: say('waves'), address: `/team/${project}/waves`, here: place.page === 'waves' }]
      : []),
  ];
}

/** The title before its headline: a question keeps its mark, anything else gets a colon. */
function headed(title: string): string {
  const short = title.split(':')[0] ?? '';
  return /[?!.]$/.test(short) ? short : `${short}:`;
}

/** "Diensten: hoe vaak en hoe vlot?" is "Diensten" on a tab. */
function shortTitle(title: Text, words: Words): string {
  return inLanguage(title, words.language).split(':')[0] ?? '';
}

/** A few words on the first question that may be told. */
function headlineOf(questions: readonly QuestionResult[], words: Words): string {
  for (const question of questions) {
    const headline = headlineOfQuestion(question, words);
    if (headline) return headline;
  }
  return words.say({ key: 'team.results.noHeadline' });
}

function headlineOfQuestion(question: QuestionResult, words: Words): string | null {
  if (question.kind === 'text') return null;
  if (question.kind === 'distributions' && question.distributions.length > 1) {
    const variable = question.distributions[0]?.variable.split('.')[0];
    const rows = question.distributions
      .filter((row) => row.variable.split('.')[0] === variable && row.summary?.topTwo.estimate != null)
      .sort((one, other) => (other.summary?.topTwo.estimate ?? 0) - (one.summary?.topTwo.estimate ?? 0));
    const [first, last] = [rows[0]?.item, rows.at(-1)?.item];
    return first && last ? words.say({ key: 'team.results.headlineRows', values: { first, last } }) : null;
  }
  if (question.kind === 'numbers') return headlineOfNumbers(question, words);
  const shares =
    question.kind === 'distributions'
      ? (question.distributions[0]?.categories ?? [])
      : question.kind === 'choices'
        ? question.choices
        : question.options.map(({ label, inTop }) => ({ label, share: inTop }));
  const [top] = [...shares].sort((one, other) => (other.share.estimate ?? -1) - (one.share.estimate ?? -1));
  // A hidden answer may be the largest.
  if (!top?.share.estimate || shares.some(({ share }) => share.estimate === null)) return null;
  return words.say({
    key: 'team.results.headlineShare',
    values: { label: top.label, percent: wholePercent(top.share.estimate) },
  });
}

/** The mean, the middle of dates, or the option that got most points. */
function headlineOfNumbers(
  { numbers, unit, total }: Extract<QuestionResult, { kind: 'numbers' }>,
  words: Words,
): string | null {
  const [most] = [...numbers].sort((one, other) => (other.mean ?? -1) - (one.mean ?? -1));
  const mean = most ? meanWords(most, unit, words.language) : null;
  const middle = most ? middleWords(most, unit, words.language) : '';
  if (mean === null && middle !== '')
    return words.say({ key: 'team.results.headlineMiddle', values: { middle } });
  if (!most || mean === null) return null;
  return total === null
    ? words.say({ key: 'team.results.headlineMean', values: { mean } })
    : words.say({ key: 'team.results.headlinePoints', values: { mean, label: most.item ?? most.label } });
}

function recommendWords({ recommend }: SurveyAnalysis, words: Words): string {
  if (!recommend || recommend.score === null || recommend.n === null) return '';
  return words.say({
    key: 'team.results.recommend',
    values: {
      score: recommend.score,
      n: recommend.n,
      promoters: recommend.promoters ?? 0,
      passives: recommend.passives ?? 0,
      detractors: recommend.detractors ?? 0,
    },
  });
}
