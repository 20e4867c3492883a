// The meetings of a sounding board: when, how, what about. Members see the agenda and where to be; others the date alone.
import type { Router } from 'express';
import { dayOf } from '../../../surveys/day.ts';
import type { ProjectRecord } from '../../../surveys/project-records.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { recordsOf } from '../../db/records.ts';
import type { Texts } from '../../texts.ts';
import { headOf, invitationOf } from './invitation.ts';
import { panelOptions } from './panel-options.ts';

export interface MeetingLine {
  readonly code: string;
  readonly title: string;
  /** Date, and online or in person. */
  readonly facts: string;
  /** Lines of the agenda. */
  readonly agenda: readonly string[];
  /** Place or link; `address` when it can be followed. */
  readonly where: string;
  readonly address: string | null;
  readonly past: boolean;
}

/** In order of time; `today` tells past from coming and is left out where that does not matter. */
export function meetingLines(
  meetings: readonly ProjectRecord<'meeting'>[],
  language: string,
  texts: Pick<Texts, 'say'>,
  today = '',
): readonly MeetingLine[] {
  const inOrder = [...meetings].sort((one, other) => (one.date.sort < other.date.sort ? -1 : 1));
  return inOrder.map(({ code, date, mode, title, agenda, where }) => {
    const place = where ? inLanguage(where, language) : '';
    return {
      code,
      title: inLanguage(title, language),
      facts: `${inLanguage(date.label, language)} · ${texts.say(language, `team.records.mode.${mode}`)}`,
      agenda: agenda ? inLanguage(agenda, language).split('\n') : [],
      where: place,
      address: /^https:\/\/\S+$/.test(place) ? place : null,
      past: date.sort < today,
    };
  });
}

/** The meetings as a member sees them. */
export function meetingRoutes(ctx: Context, router: Router): void {
  router.get('/:token/meetings', async (request, response) => {
    const invitation = await invitationOf(ctx, request);
    const { language } = response.locals;
    const { meeting } = await recordsOf(ctx.db.kysely, invitation.project.code);
    const lines = meetingLines(meeting, language, ctx.texts, dayOf(ctx.now()));
    const page = {
      ...headOf(invitation, null, null),
      coming: lines.filter(({ past }) => !past),
      past: lines.filter(({ past }) => past),
    };
    ctx.render(response, 'panel/meetings', page, {
      ...panelOptions(ctx, response, invitation, { key: 'call.meetings.title' }),
      styles: ['call.css'],
    });
  });
}
