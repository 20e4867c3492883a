// What a project keeps beside answers: talks, meetings, figures from elsewhere, findings, actions, quotes, loose ends.
import type { MethodName } from '../../../analysis/methods.ts';
import { ticketsOf } from '../../../analysis/needs/indicators.ts';
import type { ProjectAnalysis } from '../../../analysis/results/project.ts';
import type { ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase } from '../../computed.ts';
import { conclusionPages } from './conclusions.ts';
import type { ContactSection } from './contact-view.ts';
import { interviewLines } from './interview-lines.ts';
import { needsTabs } from './needs-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ProcessView, processView } from './process-view.ts';
import type { Words } from './workspace.ts';

export interface RecordLine {
  readonly title: string;
  /** Short facts: date, place, state. */
  readonly facts: string;
  readonly text: string;
  /** Where it is changed; not there for what is written elsewhere. */
  readonly edit?: string | undefined;
  /** Where it is put on the list of needs. */
  readonly propose?: string | undefined;
}
interface RecordSection {
  readonly id: string;
  readonly title: string;
  readonly intro: string;
  readonly lines: readonly RecordLine[];
  /** A page of its own; null for none. */
  readonly link: { readonly address: string; readonly name: string } | null;
  /** How its numbers were made; null where it has none, or those of somebody else's study. */
  readonly computed: ComputedPanel | null;
}
export interface RecordsPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly sections: readonly RecordSection[];
  /** What the project makes, and what it read. */
  readonly materials: string;
  readonly literature: string;
  readonly contact: ContactSection | null;
  /** Pages on which other records are written. */
  readonly more: readonly { readonly name: string; readonly address: string }[];
  /** The timeline drawn; null where nothing lasts longer than a day. */
  readonly process: ProcessView | null;
}

export function recordsPage(
  analysis: ProjectAnalysis,
  records: ProjectRecords,
  contact: ContactSection | null,
  { hasGuide, quotes }: { readonly hasGuide: boolean; readonly quotes: boolean },
  words: Words,
): RecordsPage {
  const say = (key: string, values = {}) => words.say({ key: `team.records.${key}`, values });
  const text = (value: Text | undefined) => (value ? inLanguage(value, words.language) : '');
  const names = new Map(analysis.needs.map(({ code, label }) => [code, text(label)]));
  const needs = (codes: readonly string[]) => codes.map((code) => names.get(code) ?? code).join(', ');
  const section = (
    id: string,
    lines: readonly RecordLine[],
    method: MethodName | null = null,
  ): RecordSection => ({
    id,
    title: say(`${id}.title`, { count: lines.length }),
    intro: lines.length === 0 ? say(`${id}.empty`) : say(`${id}.intro`),
    lines,
    link: linkOf(id, analysis.project, words),
    computed:
      method === null || lines.length === 0
        ? null
        : computedPanel(
            say(`${id}.title`, { count: lines.length }),
            { methods: [method], weights: 'records' },
            noBase,
            words,
          ),
  });
  const editOf = (section: keyof typeof conclusionPages, code: string) =>
    `/team/${analysis.project}/records/${conclusionPages[section]}/${code}`;
  const tickets = ticketsOf(records.desk_figure);
  return {
    finding: say('finding', { ...analysis.counts, sources: analysis.counts.sources.length }),
    lead: say('lead'),
    action: hasGuide
      ? { address: `/team/${analysis.project}/guide`, name: words.say({ key: 'guide.title' }) }
      : null,
    tabs: needsTabs(analysis.project, 'records', words),
    materials: `/team/${analysis.project}/materials`,
    literature: `/team/${analysis.project}/literature`,
    contact,
    more: (['working-groups', 'calendar'] as const).map((page) => ({
      name: words.say({ key: `sharing.more.${page}` }),
      address: `/team/${analysis.project}/${page}`,
    })),
    process: processView(records, words),
    sections: [
      section('interviews', interviewLines(analysis, records, words), 'interviews'),
      section(
        'timeline',
        timeline(records, (code) => editOf('timeline', code), words),
      ),
      section(
        'desk',
        records.desk_figure.map((figure) => ({
          title: text(figure.label),
          facts: say('desk.facts', { tickets: figure.tickets, total: tickets, period: figure.period }),
          text: figure.hours === null ? '' : say('desk.hours', { hours: figure.hours }),
        })),
        'desk',
      ),
      section(
        'studies',
        records.study.flatMap((study) =>
          study.metrics.map(({ label, count, base, needs: about }) => ({
            title: text(label),
            facts: say(base === undefined ? 'studies.factsCount' : 'studies.facts', {
              count,
              base: base ?? 0,
              title: study.title,
              date: study.date.label,
            }),
            text: needs(about),
          })),
        ),
      ),
      section(
        'findings',
        records.finding.map((finding) => ({
          title: text(finding.text),
          edit: editOf('findings', finding.code),
          facts: say(`certainty.${finding.certainty}`),
          text: needs(finding.needs),
        })),
      ),
      section(
        'recommendations',
        records.recommendation.map((recommendation) => ({
          title: text(recommendation.text),
          edit: editOf('recommendations', recommendation.code),
          facts: '',
          text: needs(recommendation.needs),
        })),
      ),
      section(
        'actions',
        records.action.map((action) => ({
          title: text(action.title),
          facts: [
            say(`kind.${action.kind}`),
            say(`state.${action.state}`),
            text(action.owner),
            text(action.start?.label),
          ]
            .filter(Boolean)
            .join(' · '),
          text: needs(action.needs),
        })),
      ),
      section(
        'quotes',
        records.quote
          .filter(({ released }) => released || quotes)
          .map((quote) => ({
            title: text(quote.text),
            facts: [say(quote.released ? 'quotes.released' : 'quotes.held'), text(quote.source)].join(' · '),
            text: needs(quote.needs),
          })),
      ),
      looseEnds(analysis, records, words),
    ],
  };
}

/** Sections that are written on a page of their own. */
const written: Readonly<Record<string, readonly [string, string]>> = {
  desk: ['outside', 'outside.link'],
  studies: ['studies', 'studies.link'],
  actions: ['actions', 'means.link'],
  findings: [`records/${conclusionPages.findings}/new`, 'conclusions.finding.new'],
  recommendations: [`records/${conclusionPages.recommendations}/new`, 'conclusions.recommendation.new'],
  timeline: [`records/${conclusionPages.timeline}/new`, 'conclusions.milestone.new'],
};

function linkOf(section: string, project: string, { say }: Words): RecordSection['link'] {
  const found = written[section];
  if (!found) return null;
  const [path, key] = found;
  return { address: `/team/${project}/${path}`, name: say({ key }) };
}

/** Meetings and milestones in order of time. */
function timeline(
  { meeting, milestone }: ProjectRecords,
  editOf: (code: string) => string,
  words: Words,
): readonly RecordLine[] {
  const text = (value: Text | undefined) => (value ? inLanguage(value, words.language) : '');
  return [
    ...meeting.map((entry) => ({
      sort: entry.date.sort,
      title: text(entry.title),
      facts: `${text(entry.date.label)} · ${words.say({ key: `team.records.mode.${entry.mode}` })}`,
      text: text(entry.note),
    })),
    ...milestone.map((entry) => ({
      sort: entry.date.sort,
      title: text(entry.title),
      facts: [entry.date, entry.until]
        .map((moment) => text(moment?.label))
        .filter(Boolean)
        .join(' – '),
      text: '',
      edit: editOf(entry.code),
    })),
  ]
    .sort((one, other) => one.sort.localeCompare(other.sort))
    .map(({ sort: _sort, ...line }) => line);
}

/** The check page: what hangs loose between evidence, findings, recommendations and actions. */
function looseEnds(
  { needs, orphans }: ProjectAnalysis,
  records: ProjectRecords,
  words: Words,
): RecordSection {
  const text = (value: Text | undefined, code: string) => (value ? inLanguage(value, words.language) : code);
  const named = {
    need: (code: string) => text(needs.find((need) => need.code === code)?.label, code),
    finding: (code: string) => text(records.finding.find((finding) => finding.code === code)?.text, code),
    action: (code: string) => text(records.action.find((action) => action.code === code)?.title, code),
  };
  const lines = (
    key: string,
    codes: readonly string[],
    name: (code: string) => string,
  ): readonly RecordLine[] =>
    codes.map((code) => ({
      title: name(code),
      facts: words.say({ key: `team.records.loose.${key}` }),
      text: '',
    }));
  const all = [
    ...lines('findingsWithoutSource', orphans.findingsWithoutSource, named.finding),
    ...lines('needsWithoutAction', orphans.needsWithoutAction, named.need),
    ...lines('needsPartlyAnswered', orphans.needsPartlyAnswered, named.need),
    ...lines('actionsWithoutNeed', orphans.actionsWithoutNeed, named.action),
    ...lines('actionsWithoutRecommendation', orphans.actionsWithoutRecommendation, named.action),
    ...lines('actionsWithoutMeans', orphans.actionsWithoutMeans, named.action),
  ];
  return {
    id: 'loose',
    title: words.say({ key: 'team.records.loose.title', values: { count: all.length } }),
    intro: words.say({ key: `team.records.loose.${all.length === 0 ? 'empty' : 'intro'}` }),
    lines: all,
    link: null,
    computed: null,
  };
}
