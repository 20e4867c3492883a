// A frozen report as its page shows it, in one language. Page, preview and file are drawn from this alone.
import type { ReportModel } from '../../analysis/report/model.ts';
import type { CoverageGroup, ServiceResult } from '../../analysis/results/survey.ts';
import { type ComputedPanel, methodLine } from '../computed.ts';
import type { Message } from '../texts.ts';
import { type CostsView, costsView } from './means-view.ts';
import { type SectionView, sectionViews } from './report-blocks.ts';
import {
  type ActionView,
  actionViews,
  type Link,
  type NeedView,
  needLinks,
  needViews,
} from './report-need.ts';
import type { ReportWords, ShareWords } from './report-words.ts';

export interface ReportView {
  readonly report: string;
  readonly version: number;
  readonly published: string;
  readonly demonstration: boolean;
  /** Drawn without scripts and addresses, for a file of its own. */
  readonly standalone: boolean;
  readonly projectTitle: string;
  /** Who commissioned the project, in a sentence; empty where nobody is named. */
  readonly commissioned: string;
  readonly title: string;
  readonly contact: string;
  readonly contents: readonly (Link & { readonly mark: string })[];
  /** What stands where: sections in their order, each with its blocks. Figures and tables of the whole are beside them. */
  readonly blocks: readonly SectionView[];
  /** `code` is what the number links to among the origins of its block; empty in reports that kept none. */
  readonly facts: readonly { readonly code: string; readonly figure: string; readonly text: string }[];
  readonly shares: readonly (ShareWords & {
    readonly code: string;
    readonly label: string;
    readonly word: string;
  })[];
  readonly orderedBy: 'panel' | 'evidence';
  readonly sourceKinds: readonly { readonly letter: string; readonly name: string }[];
  readonly needs: readonly NeedView[];
  readonly unanswered: readonly Link[];
  readonly partly: readonly Link[];
  readonly actions: readonly ActionView[];
  /** What the actions cost by year, as far as it is told; null where nothing is. */
  readonly costs: CostsView | null;
  readonly serviceGroups: readonly { readonly name: string; readonly services: readonly ServiceView[] }[];
  readonly method: {
    readonly sample: readonly string[];
    readonly figures: readonly string[];
    readonly own: readonly string[];
    readonly tables: readonly {
      readonly caption: string;
      readonly head: string;
      readonly rows: readonly (ShareWords & { readonly name: string })[];
    }[];
    readonly rules: readonly { readonly label: string; readonly conditions: readonly string[] }[];
    readonly verbal: readonly string[];
    /** Null in versions that kept no methods. */
    readonly computed: ComputedPanel | null;
  };
  readonly sources: readonly string[];
  readonly timeline: readonly { readonly date: string; readonly title: string; readonly mode: string }[];
}

interface ServiceView {
  readonly label: string;
  readonly note: string;
  readonly frequent: ShareWords;
  readonly notIndependent: string;
  readonly base: string;
  readonly advice: readonly { readonly label: string; readonly reason: string }[];
  readonly none: string;
}

/** The report in the words of one language. */
export function reportView(
  report: ReportModel,
  words: ReportWords,
  options: { readonly standalone: boolean },
): ReportView {
  const needs = needViews(report, words);
  const actions = actionViews(report, words);
  const blocks = sectionViews(report, needs, words);
  const named = (gap: 'none' | 'partly') =>
    needLinks(
      report,
      needs.filter((need) => need.gap === gap).map(({ code }) => code),
      '',
      words,
    );
  return {
    report: report.report,
    version: report.version,
    published: words.date(report.publishedOn),
    demonstration: report.demonstration,
    standalone: options.standalone,
    projectTitle: words.text(report.projectTitle),
    commissioned: commissionedOf(report, words),
    title: words.text(report.title),
    contact: words.text(report.contact),
    contents: contentsOf(blocks),
    blocks,
    facts: factsOf(report, words),
    shares: report.facts.shares.map(({ code, share, label, word }) => ({
      code: code ?? '',
      ...words.share(share),
      label: words.text(label),
      word: words.text(word),
    })),
    orderedBy: report.orderedBy,
    sourceKinds: report.facts.sources.map((kind) => ({
      letter: words.t(`report.letter.${kind}`),
      name: words.t(`report.kind.${kind}`),
    })),
    needs,
    unanswered: named('none'),
    partly: named('partly'),
    actions,
    costs: costsView(
      report.actions.map(({ means }) => means?.costs ?? []),
      words,
    ),
    serviceGroups: serviceGroupsOf(report.services, words),
    method: methodOf(report, words),
    sources: report.sources.map(words.say),
    timeline: report.timeline.map(({ date, title, mode }) => ({
      date: words.text(date),
      title: words.text(title),
      mode: mode ? words.t(`report.mode.${mode}`) : '',
    })),
  };
}

function commissionedOf({ commissionedBy = [] }: ReportModel, words: ReportWords): string {
  const parties = words.list(commissionedBy.map(words.text));
  return parties === '' ? '' : words.t('report.commissioned', { parties });
}

/** The table of contents: needs within needs are left to their parent. */
function contentsOf(sections: readonly SectionView[]): ReportView['contents'] {
  return sections
    .filter(({ child }) => !child)
    .map(({ anchor, title, mark }) => ({ address: `#${anchor}`, label: title, mark }));
}

function factsOf({ facts }: ReportModel, words: ReportWords): ReportView['facts'] {
  const { coverage, answers, sources, publicActions, firstStart } = facts;
  const told: { code: string; figure: string; text: string }[] = [];
  if (coverage && coverage.estimate !== null) {
    const values = { count: coverage.count ?? 0, base: coverage.base ?? 0 };
    told.push({
      code: 'coverage',
      figure: words.percent(coverage.estimate),
      text: words.t('report.facts.coverage', values),
    });
  }
  told.push({
    code: 'answers',
    figure: words.number(answers),
    text: words.t('report.facts.answers', { count: answers }),
  });
  if (sources.length > 1)
    told.push({
      code: 'sources',
      figure: words.number(sources.length),
      text: words.t('report.facts.sources', { count: sources.length }),
    });
  if (publicActions > 0) {
    const values = { count: publicActions, start: firstStart ? words.text(firstStart) : '' };
    const key = firstStart ? 'report.facts.actionsFrom' : 'report.facts.actions';
    told.push({ code: 'actions', figure: words.number(publicActions), text: words.t(key, values) });
  }
  return told;
}

/** Services in their groups, the one with most to gain first. */
function serviceGroupsOf(
  services: readonly ServiceResult[],
  words: ReportWords,
): ReportView['serviceGroups'] {
  const groups = new Map<string, ServiceResult[]>();
  for (const service of services) {
    const name = words.text(service.groupLabel);
    groups.set(name, [...(groups.get(name) ?? []), service]);
  }
  return [...groups].map(([name, members]) => ({
    name,
    services: [...members]
      .sort((a, b) => (b.priority.score ?? -1) - (a.priority.score ?? -1))
      .map((service) => serviceView(service, words)),
  }));
}

function serviceView(service: ServiceResult, words: ReportWords): ServiceView {
  const { notIndependent } = service.priority;
  const name = words.text(service.label);
  return {
    label: name,
    note: words.text(service.note),
    frequent: words.share(service.frequent),
    notIndependent:
      notIndependent === null ? words.t('report.share.withheld') : words.percent(notIndependent),
    base: service.mastery.base === null ? '' : words.number(service.mastery.base),
    advice: service.verdicts.map(({ label, reason }) => ({
      label: words.text(label),
      reason: words.fill(reason.text, { ...reason.values, name }),
    })),
    none: service.noVerdict ? words.t(`report.services.${service.noVerdict}`) : '',
  };
}

/** Size classes such as `1-3` and `26+`, the smallest first. */
function bySize(groups: readonly CoverageGroup[]): readonly CoverageGroup[] {
  return [...groups].sort((a, b) => a.group.localeCompare(b.group, 'nl', { numeric: true }));
}

function methodOf({ method }: ReportModel, words: ReportWords): ReportView['method'] {
  const table = (name: string, groups: readonly CoverageGroup[]) => {
    const rows = groups.map(({ group, share }) => ({ name: group, ...words.share(share) }));
    const caption = words.t(`report.method.${name}`);
    return rows.length > 0 ? [{ caption, head: words.t(`report.method.${name}Head`), rows }] : [];
  };
  const say = ({ key, values }: Message) => words.t(key, values);
  return {
    computed: method.computed
      ? {
          of: words.t('report.contents.method'),
          methods: method.computed.map((one) => methodLine(one, { say })),
          facts: [],
        }
      : null,
    sample: method.sample.map(words.say),
    figures: method.figures.map(words.say),
    own: method.own.map(words.text),
    tables: [...table('byProvince', method.byProvince), ...table('bySizeClass', bySize(method.bySizeClass))],
    rules: method.rules.map(({ label, conditions }) => ({
      label: words.text(label),
      conditions: conditions.map((condition) => {
        const { atLeast, atMost, above } = condition;
        const values = {
          label: words.text(condition.label),
          low: atLeast ?? above ?? 0,
          high: atMost ?? 100,
        };
        if (above !== undefined) return words.t('report.method.rule.above', values);
        return words.t(`report.method.rule.${atMost === undefined ? 'atLeast' : 'between'}`, values);
      }),
    })),
    verbal: method.verbal.map(({ label, from, to, above }) =>
      words.t(`report.method.verbal.${above ? 'above' : 'from'}`, { label: words.text(label), from, to }),
    ),
  };
}
