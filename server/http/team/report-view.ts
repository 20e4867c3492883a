// The report station: what is published, what the next version would say, and what still hangs loose.
import { blocksOf } from '../../../analysis/report/blocks.ts';
import { UnreleasedQuote } from '../../../analysis/report/chain.ts';
import { errorsOf } from '../../../analysis/report/checks.ts';
import type { ReportModel, ReportTemplateMistake } from '../../../analysis/report/model.ts';
import { releaseStep, type TooSmallStep } from '../../../analysis/report/release-step.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { PublishedReport } from '../../db/reports.ts';
import type { SavedView } from '../../db/saved-views.ts';
import { formatDate } from '../../format-values.ts';
import { type SaidText, saidText } from '../../report/report-text.ts';
import type { ReportWords } from '../../report/report-words.ts';
import type { Message } from '../../texts.ts';
import { exploreAddress } from './explore-view.ts';
import type { Words } from './workspace.ts';

export interface ReportStationPage {
  readonly finding: string;
  readonly csrf: string;
  /** Address of the published report; null before the first version. */
  readonly published: string | null;
  /** Where the team keeps what became of it. */
  readonly followUp: string;
  /** The pages of the libraries. */
  readonly libraries: string;
  readonly preview: string;
  /** Where the contact in the report is changed. */
  readonly contact: string;
  /** The slides of the draft, for a meeting. */
  readonly slides: string;
  /** Where the report is built. */
  readonly builder: string;
  readonly next: {
    readonly version: number;
    readonly summary: SaidText;
    /** Why it may not go out yet. */
    readonly blocked: string | null;
  } | null;
  /** Views of the explorer that stand in the next version, in order. */
  readonly saved: readonly {
    readonly title: string;
    readonly note: string;
    readonly address: string;
    readonly action: string;
    readonly first: boolean;
    readonly last: boolean;
  }[];
  readonly explore: string;
  /** Why the report cannot be made. */
  readonly problem: string | null;
  readonly loose: readonly { readonly name: string; readonly items: readonly string[] }[];
  readonly versions: readonly {
    readonly version: number;
    readonly date: string;
    readonly hash: string;
    readonly address: string;
  }[];
}

export interface ReportStationInput {
  readonly project: string;
  readonly csrf: string;
  readonly analysis: ProjectAnalysis;
  readonly records: ProjectRecords;
  readonly versions: readonly Omit<PublishedReport, 'snapshot'>[];
  /** The next version, or why it cannot be made. */
  readonly next: ReportModel | UnreleasedQuote | ReportTemplateMistake;
  readonly step: TooSmallStep | null;
  /** Answers of a survey were erased before their figures were kept for a report: no version can follow. */
  readonly answersGone: boolean;
  readonly saved: readonly SavedView[];
  /** The survey whose views need not name it. */
  readonly mainSurvey: string;
}

export function reportStationPage(
  input: ReportStationInput,
  words: Words,
  reportWords: ReportWords,
): ReportStationPage {
  const { project, versions, next } = input;
  const [latest] = versions;
  const date = (moment: string) => formatDate(words.language, moment);
  return {
    finding: latest
      ? words.say({
          key: 'report.team.latest',
          values: { version: latest.version, date: date(latest.publishedAt) },
        })
      : words.say({ key: 'report.team.none' }),
    csrf: input.csrf,
    published: latest ? `/r/${latest.code}` : null,
    followUp: `/team/${project}/follow-up`,
    libraries: `/team/${project}/libraries`,
    contact: `/team/${project}/report/contact`,
    preview: `/team/${project}/report/preview`,
    slides: `/team/${project}/report/present`,
    builder: `/team/${project}/report/blocks`,
    next:
      next instanceof Error
        ? null
        : {
            version: next.version,
            summary: summaryText(next, reportWords),
            blocked: blockedBy(next, input, words),
          },
    saved: input.saved.map(({ id, title, note, view, seeing }, place) => ({
      title,
      note,
      address: exploreAddress({ project, main: view.survey === input.mainSurvey }, view, seeing),
      action: `/team/${project}/report/saved/${id}`,
      first: place === 0,
      last: place === input.saved.length - 1,
    })),
    explore: `/team/${project}/explore`,
    problem: next instanceof Error ? words.say(problemOf(next)) : null,
    loose: looseEnds(input, words),
    versions: versions.map(({ code, version, publishedAt, hash }) => ({
      version,
      date: date(publishedAt),
      hash: hash.slice(0, 12),
      address: `/r/${code}/${version}`,
    })),
  };
}

/** Why the next version may not go out yet; null when it may. */
function blockedBy(
  next: ReportModel,
  { records, step, answersGone }: Pick<ReportStationInput, 'records' | 'step' | 'answersGone'>,
  words: Words,
): string | null {
  if (answersGone) return words.say({ key: 'report.team.answersGone' });
  const count = errorsOf(next, records);
  if (count > 0) return words.say({ key: 'builder.errors', values: { count } });
  return step && words.say({ key: 'report.team.blocked', values: { moved: step.moved, step: releaseStep } });
}

/** The first sentences as the report would say them. */
function summaryText(report: ReportModel, words: ReportWords): SaidText {
  const summary = blocksOf(report).find(({ id }) => id === 'summary');
  return summary?.kind === 'text'
    ? saidText(report, summary, words)
    : { lang: '', otherLanguage: '', paragraphs: [] };
}

function problemOf(error: UnreleasedQuote | ReportTemplateMistake): Message {
  return error instanceof UnreleasedQuote
    ? { key: 'report.team.unreleased', values: { quote: error.quote } }
    : { key: `report.team.template.${error.kind}`, values: { code: error.code } };
}

/** What the check page lists (docs/rules.md, Report), each by its name. */
function looseEnds({ analysis, records }: ReportStationInput, words: Words): ReportStationPage['loose'] {
  const names = new Map<string, Text>([
    ...analysis.needs.map(({ code, label }) => [code, label] as const),
    ...records.finding.map(({ code, text }) => [code, text] as const),
    ...records.action.map(({ code, title }) => [code, title] as const),
  ]);
  return Object.entries(analysis.orphans)
    .filter(([, codes]) => codes.length > 0)
    .map(([kind, codes]: [string, readonly string[]]) => ({
      name: words.say({ key: `report.team.orphans.${kind}` }),
      items: codes.map((code) => inLanguage(names.get(code) ?? { nl: code }, words.language)),
    }));
}
