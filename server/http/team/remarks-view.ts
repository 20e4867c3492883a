// What people wrote, as coded: per service and per theme, of the remarks and of the people who wrote one.
import { chartWords, shareCells, shareHeads, wholePercent } from '../../../analysis/chart.ts';
import { chartOfPairs } from '../../../analysis/charts/paired-bars.ts';
import { barsOf } from '../../../analysis/charts/sorted-bars.ts';
import type { CodeShare, RemarksResult, SurveyAnalysis } from '../../../analysis/results/survey.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ResultsPlace, resultTabs } from './results-view.ts';
import { type ShownChart, shownChart } from './shown-chart.ts';
import type { Words } from './workspace.ts';

interface CrossTable {
  readonly themes: readonly string[];
  readonly rows: readonly { readonly name: string; readonly cells: readonly (number | string)[] }[];
}
interface RemarksQuestion {
  readonly code: string;
  readonly title: string;
  readonly bases: string;
  readonly services: ShownChart;
  readonly themes: ShownChart;
  readonly cross: CrossTable | null;
}
export interface RemarksPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly empty: boolean;
  /** Where somebody else codes a part of them again. */
  readonly second: string;
  /** The first question beside the second: what is strongest against what people would change. */
  readonly pairs: ShownChart | null;
  readonly questions: readonly RemarksQuestion[];
}

/** At most this many rows of a picture: the table below it has them all. */
const mostShown = 12;

export function remarksPage(survey: SurveyAnalysis, place: ResultsPlace, words: Words): RemarksPage {
  const written = survey.remarks.filter(({ remarks }) => remarks > 0);
  const [first, second] = written;
  return {
    finding: findingOf(written, words),
    lead: words.say({ key: 'team.remarks.lead' }),
    action: null,
    tabs: resultTabs(place, survey, words),
    empty: written.length === 0,
    second: `/team/${place.project}/results/remarks/second`,
    pairs: first && second ? pairsOf(first, second, words) : null,
    questions: written.map((question) => ({
      code: question.question,
      title: inLanguage(question.label, words.language),
      bases: words.say({
        key: 'team.remarks.bases',
        values: { remarks: question.remarks, respondents: question.respondents },
      }),
      services: codeChart(question, 'services', words),
      themes: codeChart(question, 'themes', words),
      cross: crossTable(question, words),
    })),
  };
}

function findingOf(written: readonly RemarksResult[], words: Words): string {
  // What people would change says more than what they praise; it is asked second.
  const told = written[1] ?? written[0];
  const [top] = told ? mostNamed(told.services) : [];
  if (!told || !top?.ofRemarks.estimate) return words.say({ key: 'team.remarks.findingNone' });
  return words.say({
    key: 'team.remarks.finding',
    values: { label: top.label, percent: wholePercent(top.ofRemarks.estimate), question: told.label },
  });
}

function mostNamed(codes: readonly CodeShare[]): readonly CodeShare[] {
  return codes
    .filter(({ ofRemarks }) => (ofRemarks.count ?? 0) > 0)
    .sort((one, other) => (other.ofRemarks.count ?? 0) - (one.ofRemarks.count ?? 0));
}

function pairsOf(first: RemarksResult, second: RemarksResult, words: Words): ShownChart {
  const share = (of: RemarksResult, code: string) =>
    of.services.find((service) => service.code === code)?.ofRemarks ?? null;
  const codes = [
    ...new Map([...mostNamed(first.services), ...mostNamed(second.services)].map((one) => [one.code, one])),
  ];
  return shownChart(
    chartOfPairs(
      codes
        .map(([code, { label }]) => ({ label, first: share(first, code), second: share(second, code) }))
        .slice(0, mostShown),
      {
        id: 'remarks-pairs',
        title: { [words.language]: words.say({ key: 'team.remarks.pairs' }) },
        first: first.label,
        second: second.label,
        language: words.language,
      },
    ),
    { methods: ['remarks'] },
    words,
  );
}

/** Bars of the share of remarks; the table adds the share of the people who wrote one. */
function codeChart(question: RemarksResult, dimension: 'services' | 'themes', words: Words): ShownChart {
  const named = mostNamed(question[dimension]);
  const title = words.say({ key: `team.remarks.${dimension}` });
  const [top] = named;
  const text = (code: CodeShare) => inLanguage(code.label, words.language);
  return shownChart(
    {
      ...barsOf(
        named.slice(0, mostShown).map(({ label, ofRemarks }) => ({ label, share: ofRemarks })),
        { id: `${question.question}-${dimension}`, title, language: words.language },
      ),
      table: {
        caption: title,
        head: [
          chartWords('head.group'),
          ...shareHeads.slice(0, 3),
          { key: 'analysis.chart.head.respondents' },
          { key: 'analysis.chart.head.ofRespondents' },
          { key: 'analysis.chart.head.ofEverybody' },
        ],
        groups: [
          {
            name: null,
            rows: named.map((code) => ({
              head: text(code),
              cells: [
                ...shareCells(code.ofRemarks).slice(0, 3),
                ...shareCells(code.ofRespondents).slice(0, 1),
                shareCells(code.ofRespondents)[2] ?? '',
                shareCells(code.ofEverybody)[2] ?? '',
              ],
            })),
          },
        ],
      },
      sentence: top
        ? {
            key: 'analysis.chart.remarks',
            values: {
              label: text(top),
              count: top.ofRemarks.count ?? 0,
              base: top.ofRemarks.base ?? 0,
              percent: wholePercent(top.ofRemarks.estimate ?? 0),
              respondents: top.ofRespondents.count ?? 0,
              writers: top.ofRespondents.base ?? 0,
            },
          }
        : chartWords('nobody'),
      caption: [
        {
          key: 'analysis.chart.remarksBase',
          values: { remarks: question.remarks, respondents: question.respondents },
        },
      ],
      smallGroup: false,
    },
    { methods: ['remarks'] },
    words,
  );
}

/** Services against themes, the number in each cell; only what occurs. */
function crossTable(question: RemarksResult, words: Words): CrossTable | null {
  const services = mostNamed(question.services).slice(0, mostShown);
  const themes = mostNamed(question.themes).slice(0, 8);
  if (services.length === 0 || question.cross.length === 0) return null;
  const at = (service: string, theme: string) =>
    question.cross.find((cell) => cell.service === service && cell.theme === theme)?.count ?? '';
  return {
    themes: themes.map(({ label }) => inLanguage(label, words.language)),
    rows: services.map(({ code, label }) => ({
      name: inLanguage(label, words.language),
      cells: themes.map((theme) => at(code, theme.code)),
    })),
  };
}
