// How a report was made: who was asked, what the figures rest on, the uncertainty said once, the rules and their limits.
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { ReportTemplate } from '../../surveys/report-template.ts';
import { minimums } from '../disclosure/minimums.ts';
import type { ProjectAnalysis } from '../results/project.ts';
import type { SurveyAnalysis } from '../results/survey.ts';
import { literalMinimum } from './chain.ts';
import type { ReportMethod, ReportMoment, Sentence } from './model.ts';
import { releaseStep } from './release-step.ts';

/** The method section; `registerDate` is the day the register of libraries was taken, null without one. */
export function methodOf(
  analysis: ProjectAnalysis,
  catalogue: NeedsCatalogue,
  template: ReportTemplate,
  registerDate: string | null,
  orderedBy: 'panel' | 'evidence',
): ReportMethod {
  const [main] = analysis.surveys;
  const hasServices = analysis.surveys.some(({ services }) => services.length > 0);
  return {
    sample: sampleSentences(analysis, registerDate),
    figures: [
      { key: 'report.method.interval', values: {} },
      { key: 'report.method.missing', values: {} },
      {
        key: 'report.method.minimum',
        values: {
          nothing: minimums.anything,
          counts: minimums.distribution,
          cross: minimums.cross,
          small: minimums.verdict,
          literal: literalMinimum,
        },
      },
      { key: `report.method.order.${orderedBy}`, values: {} },
      { key: 'report.method.score', values: {} },
      { key: 'report.method.ladder', values: {} },
    ],
    own: template.method,
    byProvince: main?.coverage?.byProvince ?? [],
    bySizeClass: main?.coverage?.bySizeClass ?? [],
    rules: hasServices
      ? (catalogue.services?.verdicts.map(({ label, conditions }) => ({ label, conditions })) ?? [])
      : [],
    verbal: catalogue.verbal,
  };
}

function sampleSentences(analysis: ProjectAnalysis, registerDate: string | null): readonly Sentence[] {
  return analysis.surveys.flatMap((survey): readonly Sentence[] => {
    const days = survey.coverage?.perDay.map(({ day }) => day) ?? [];
    const [first] = days;
    const last = days.at(-1);
    const answers = { survey: survey.title, answers: survey.responses };
    const libraries = survey.coverage?.libraries;
    return [
      first && last
        ? {
            key: 'report.method.answersBetween',
            values: { ...answers, first: { day: first }, last: { day: last } },
          }
        : { key: 'report.method.answers', values: answers },
      ...(survey.keptOn === undefined
        ? []
        : [
            {
              key: 'report.method.answersGone',
              values: { survey: survey.title, date: { day: survey.keptOn } },
            },
          ]),
      ...groupSentences(survey),
      ...(libraries && libraries.base !== null && libraries.count !== null && libraries.estimate !== null
        ? [
            {
              key: registerDate === null ? 'report.method.libraries' : 'report.method.librariesOn',
              values: {
                libraries: libraries.count,
                register: libraries.base,
                share: libraries.estimate,
                without: survey.coverage?.withoutLibrary ?? 0,
                ...(registerDate === null ? {} : { date: { day: registerDate } }),
              },
            },
          ]
        : []),
    ];
  });
}

/** That figures about groups rest on fewer answers than the others, or are not shown for now (docs/rules.md, Subtraction). */
function groupSentences({ title: survey, groups }: SurveyAnalysis): readonly Sentence[] {
  if (groups === undefined) return [];
  return [
    groups === 0
      ? { key: 'report.method.noGroups', values: { survey, least: minimums.cross } }
      : { key: 'report.method.groupsBehind', values: { survey, answers: groups, step: releaseStep } },
  ];
}

/** The sources a report rests on, a sentence for each kind the project has. */
export function sourceSentences(analysis: ProjectAnalysis, records: ProjectRecords): readonly Sentence[] {
  const [main, ...others] = analysis.surveys;
  const tickets = records.desk_figure.reduce((sum, figure) => sum + figure.tickets, 0);
  const studies = (kind: string) => records.study.filter((study) => study.kind === kind);
  return analysis.counts.sources.flatMap((kind): readonly Sentence[] => {
    const key = `report.sources.${kind}`;
    if (kind === 'survey')
      return main ? [{ key, values: { survey: main.title, answers: main.responses } }] : [];
    if (kind === 'panel') {
      const { panelMembers: members, meetings } = analysis.counts;
      return [{ key, values: { members, meetings } }];
    }
    if (kind === 'interview') return [{ key, values: { interviews: analysis.counts.interviews } }];
    if (kind === 'desk_figures')
      return [{ key, values: { tickets, categories: records.desk_figure.length } }];
    if (kind === 'colleague_survey' && others.length > 0)
      return others.map((survey) => ({ key, values: { survey: survey.title, answers: survey.responses } }));
    return studies(kind).map(({ title, date }) => ({
      key: 'report.sources.study',
      values: { title, date: date.label },
    }));
  });
}

/** Meetings and milestones of the project, oldest first. */
export function timelineOf(records: ProjectRecords): readonly ReportMoment[] {
  const meetings = records.meeting.map(({ date, title, mode }) => ({ date, title, mode }));
  const milestones = records.milestone.map(({ date, title }) => ({ date, title, mode: null }));
  return [...meetings, ...milestones]
    .sort((a, b) => (a.date.sort < b.date.sort ? -1 : a.date.sort > b.date.sort ? 1 : 0))
    .map(({ date, title, mode }) => ({ date: date.label, title, mode }));
}
