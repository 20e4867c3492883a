// The meetings of the sounding board, kept by the team: date, how, agenda, and where.
import type { Request, Response, Router } from 'express';
import { dayOf, isDay } from '../../../surveys/day.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import type { Context } from '../../context.ts';
import { deleteRecord, putRecord, recordsOf } from '../../db/records.ts';
import { unknownPage } from '../../errors.ts';
import { formatDate } from '../../format-values.ts';
import { type MeetingLine, meetingLines } from '../panel/meetings.ts';
import { fieldOf } from './access.ts';
import type { FormMistake } from './round-form.ts';
import { openWorkspace, showStation, type Workspace } from './workspace.ts';

interface MeetingTyped {
  readonly title: string;
  readonly day: string;
  /** The date as it is told, where the day is not known yet: "begin 2024". */
  readonly about: string;
  readonly mode: string;
  readonly where: string;
  readonly agenda: string;
}

export interface PanelMeetingsPage {
  readonly csrf: string;
  readonly title: string;
  readonly address: string;
  readonly back: string;
  readonly meetings: readonly MeetingLine[];
  readonly typed: MeetingTyped;
  readonly modes: readonly { readonly code: string; readonly checked: boolean }[];
  readonly mistakes: readonly FormMistake[];
}

const modes = ['online', 'inPerson'] as const;
const nothingTyped: MeetingTyped = { title: '', day: '', about: '', mode: '', where: '', agenda: '' };
const longest = { title: 120, about: 60, where: 300, agenda: 2000 } as const;

export function panelMeetingRoutes(ctx: Context, router: Router): void {
  router.get('/:project/panel/meetings', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    await show(ctx, response, workspace, nothingTyped, []);
  });

  router.post('/:project/panel/meetings', async (request, response) => {
    const workspace = await openWorkspace(ctx, response, request.params.project);
    const typed = typedMeeting(request);
    const mistakes = judgeMeeting(typed);
    if (mistakes.length > 0) return show(ctx, response, workspace, typed, mistakes);
    const { code } = workspace.project;
    const meeting = meetingOf(typed, ctx.newId(), workspace.language, ctx.texts.workspaceLanguages);
    await ctx.writes.run((db) => putRecord(db, code, 'meeting', meeting));
    response.redirect(303, `/team/${code}/panel/meetings`);
  });

  router.post('/:project/panel/meetings/:meeting/remove', async (request, response) => {
    const { code } = (await openWorkspace(ctx, response, request.params.project)).project;
    const gone = await ctx.writes.run((db) => deleteRecord(db, code, 'meeting', request.params.meeting));
    if (!gone) throw unknownPage();
    response.redirect(303, `/team/${code}/panel/meetings`);
  });
}

function typedMeeting(request: Request): MeetingTyped {
  const field = (name: keyof MeetingTyped) => fieldOf(request, name).replaceAll('\r\n', '\n').trim();
  return {
    title: field('title'),
    day: field('day').slice(0, 40),
    about: field('about'),
    mode: field('mode').slice(0, 40),
    where: field('where'),
    agenda: field('agenda'),
  };
}

function judgeMeeting(typed: MeetingTyped): readonly FormMistake[] {
  const mistakes: FormMistake[] = [];
  const wrong = (field: string, key: string, values = {}) =>
    mistakes.push({ field, key: `call.meetings.${key}`, values });
  if (typed.title === '') wrong('title', 'titleMissing');
  if (!isDay(typed.day)) wrong('day', 'dayWrong');
  if (!modes.some((mode) => mode === typed.mode)) wrong(`mode-${modes[0]}`, 'modeMissing');
  for (const [field, most] of Object.entries(longest)) {
    // The keys of `longest` are fields of what was typed.
    if (typed[field as keyof typeof longest].length > most) wrong(field, 'tooLong', { most });
  }
  return mistakes;
}

/** The record of a sound form; without words of its own the date is told in each language. */
function meetingOf(
  { title, day, about, mode, where, agenda }: MeetingTyped,
  code: string,
  language: string,
  languages: readonly string[],
): ProjectRecord<'meeting'> {
  const said = (words: string) => ({ [language]: words });
  const label =
    about === '' ? Object.fromEntries(languages.map((each) => [each, formatDate(each, day)])) : said(about);
  return {
    code,
    date: { sort: day, label },
    mode: mode === 'online' ? 'online' : 'inPerson',
    title: said(title),
    ...(where === '' ? {} : { where: said(where) }),
    ...(agenda === '' ? {} : { agenda: said(agenda) }),
  };
}

async function show(
  ctx: Context,
  response: Response,
  workspace: Workspace,
  typed: MeetingTyped,
  mistakes: readonly FormMistake[],
): Promise<void> {
  const { code } = workspace.project;
  const { meeting } = await recordsOf(ctx.db.kysely, code);
  const title = workspace.say({ key: 'call.meetings.count', values: { count: meeting.length } });
  const page: PanelMeetingsPage = {
    csrf: response.locals.csrf ?? '',
    title,
    address: `/team/${code}/panel/meetings`,
    back: `/team/${code}/panel`,
    meetings: meetingLines(meeting, workspace.language, ctx.texts, dayOf(ctx.now())),
    typed,
    modes: modes.map((mode) => ({ code: mode, checked: mode === typed.mode })),
    mistakes,
  };
  await showStation(ctx, response, workspace, 'team/panel-meetings', page, {
    station: 'panel',
    title,
    status: mistakes.length > 0 ? 422 : 200,
    styles: ['project.css', 'rounds.css', 'call.css'],
  });
}
