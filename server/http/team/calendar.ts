// The calendar of a project: what people can go to, of which kind, and for what comes back every year how many know it and
// went, from the survey.
import type { Router } from 'express';
import { wholePercent } from '../../../analysis/chart.ts';
import type { SideBySideResult } from '../../../analysis/side-by-side/results.ts';
import { dayOf } from '../../../surveys/day.ts';
import type { ProjectRecord, ProjectRecords } from '../../../surveys/project-records.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import type { RecordChoices } from '../../../surveys/records/record-form.ts';
import { eventForm } from '../../../surveys/records/sharing.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import { projectSideBySide } from '../../operations/project-side-by-side.ts';
import { recordRoutes } from './record-routes.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

interface EventLine {
  readonly code: string;
  readonly title: string;
  readonly facts: string;
  /** How many know it, and went: a line per question asked about it. */
  readonly reached: readonly string[];
  readonly edit: string;
}
export interface CalendarPage {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly new: string;
  /** What is to come, and what was; what comes back every year stands first. */
  readonly parts: readonly { readonly title: string; readonly events: readonly EventLine[] }[];
}

/** A question on how far people come, as steps: from knowing something to giving it. */
interface Asked {
  readonly variable: string;
  readonly label: Text;
  readonly steps: readonly Text[];
  readonly reached: Extract<SideBySideResult, { kind: 'steps' }>['rows'][number]['reached'];
}

export function calendarRoutes(ctx: Context, router: Router): void {
  recordRoutes(ctx, router, {
    form: eventForm,
    path: 'calendar',
    home: 'calendar',
    station: 'needs',
    choices: async (workspace, records) => eventChoices(workspace, records, await askedIn(ctx, workspace)),
    judge: (event, { working_group: groups }) =>
      event.groups.every((code) => groups.some((group) => group.code === code))
        ? []
        : [{ field: 'groups', key: 'sharing.event.groupGone', values: {} }],
  });

  router.get('/:project/calendar', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const { project } = workspace;
    const records = await recordsOf(ctx.db.kysely, project.code);
    const page = calendarPage(records, await askedIn(ctx, workspace), dayOf(ctx.now()), workspace);
    await showStation(ctx, response, workspace, 'team/calendar', page, {
      station: 'needs',
      title: page.title,
      styles: ['project.css'],
    });
  });
}

/** What the survey asks in steps, row by row, as the team may see it. */
async function askedIn(ctx: Context, { project }: Workspace): Promise<readonly Asked[]> {
  const results = await projectSideBySide(ctx, project.code, 'team');
  return project.catalogue.sideBySide.flatMap((declared) => {
    if (declared.kind !== 'steps') return [];
    const result = results.find(({ code }) => code === declared.code);
    if (result?.kind !== 'steps') return [];
    return result.rows.map(({ code, label, reached }) => ({
      variable: `${declared.variables}.${code}`,
      label,
      steps: result.steps,
      reached,
    }));
  });
}

function eventChoices(
  { language, say }: Workspace,
  { working_group: groups }: ProjectRecords,
  asked: readonly Asked[],
): RecordChoices {
  const choices = (key: string, options: readonly { readonly value: string; readonly label: string }[]) =>
    options.length === 0 ? [] : [{ title: say({ key }), options }];
  return new Map([
    [
      'groups',
      choices(
        'sharing.event.groupsTitle',
        groups.map(({ code, name }) => ({ value: code, label: inLanguage(name, language) })),
      ),
    ],
    [
      'asked',
      choices(
        'sharing.event.askedTitle',
        asked.map(({ variable, label }) => ({ value: variable, label: inLanguage(label, language) })),
      ),
    ],
  ]);
}

function calendarPage(
  { event, working_group: groups }: ProjectRecords,
  asked: readonly Asked[],
  today: string,
  { project, language, say }: Workspace,
): CalendarPage {
  const root = `/team/${project.code}/calendar`;
  const text = (value: Text | undefined) => (value ? inLanguage(value, language) : '');
  const line = (one: ProjectRecord<'event'>): EventLine => ({
    code: one.code,
    title: text(one.title),
    facts: [
      say({ key: `sharing.event.typeChoice.${one.type}` }),
      text(one.date.label),
      text(one.where),
      ...one.groups.flatMap((code) => {
        const group = groups.find((each) => each.code === code);
        return group ? [text(group.name)] : [];
      }),
      ...(one.yearly ? [say({ key: 'sharing.calendar.yearly' })] : []),
    ]
      .filter(Boolean)
      .join(' · '),
    reached: one.asked.flatMap((variable) => {
      const found = asked.find((each) => each.variable === variable);
      return found ? [reachedWords(found, { language, say })] : [];
    }),
    edit: `${root}/${one.code}`,
  });
  const inTime = [...event].sort((one, other) => one.date.sort.localeCompare(other.date.sort));
  const part = (key: string, events: readonly ProjectRecord<'event'>[]) =>
    events.length === 0 ? [] : [{ title: say({ key: `sharing.calendar.${key}` }), events: events.map(line) }];
  return {
    title: say({ key: 'sharing.calendar.title' }),
    lead: say({ key: 'sharing.calendar.lead' }),
    back: `/team/${project.code}/records`,
    new: `${root}/new`,
    parts: [
      ...part(
        'everyYear',
        inTime.filter(({ yearly }) => yearly),
      ),
      ...part(
        'toCome',
        inTime.filter(({ yearly, date }) => !yearly && date.sort >= today),
      ),
      ...part('past', inTime.filter(({ yearly, date }) => !yearly && date.sort < today).reverse()),
    ],
  };
}

/** "Kennen: 84% (82 van 97) · Deden mee: 42% (41 van 97)", each as it may be told. */
function reachedWords(
  { label, steps, reached }: Asked,
  { language, say }: Pick<Workspace, 'language' | 'say'>,
): string {
  const told = reached.map(({ estimate, count, base }, place) => {
    const step = inLanguage(steps[place] ?? {}, language);
    return estimate === null
      ? say({ key: 'sharing.calendar.tooFew', values: { step } })
      : say({
          key: 'sharing.calendar.reached',
          values: { step, percent: wholePercent(estimate), count: count ?? 0, base: base ?? 0 },
        });
  });
  return `${inLanguage(label, language)}: ${told.join(' · ')}`;
}
