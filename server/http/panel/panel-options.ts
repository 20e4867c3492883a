// What every page of a member asks of its frame, and the words its scripts need to tell how saving goes.
import type { Response } from 'express';
import type { Context } from '../../context.ts';
import type { Message } from '../../texts.ts';
import type { Invitation } from './invitation.ts';

/** The frame of a member's page under this title. */
export function panelOptions(
  ctx: Context,
  response: Response,
  { project }: Pick<Invitation, 'project'>,
  { key, values }: Message,
) {
  return {
    title: ctx.texts.say(response.locals.language, key, values),
    layout: 'panel',
    demonstration: project.demonstration,
  } as const;
}

/** What a page says of saving while it is open; the browser fills in time and title. */
export function saveWords(say: (message: Message) => string): Readonly<Record<string, string>> {
  const values = { time: '{time}', title: '{title}' };
  const words = (key: string) => say({ key: `panel.${key}`, values });
  return {
    saving: words('save.saving'),
    saved: words('save.saved'),
    offline: words('save.offline'),
    wait: words('save.wait'),
    broughtBack: words('save.broughtBack'),
    refused: words('save.refused'),
    elsewhere: words('elsewhere.words'),
  };
}
