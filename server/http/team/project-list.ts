// The projects on this server, and the way into each.
import type { Router } from 'express';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import type { Context } from '../../context.ts';
import { listProjects } from '../../db/projects.ts';

export function projectListRoute(ctx: Context, router: Router): void {
  router.get('/', async (_request, response) => {
    const { language } = response.locals;
    const projects = await listProjects(ctx.db.kysely);
    ctx.render(
      response,
      'team/projects',
      {
        projects: projects.map(({ code, title, demonstration }) => ({
          title: inLanguage(title, language),
          demonstration,
          address: `/team/${code}/fieldwork`,
        })),
      },
      {
        title: ctx.texts.say(language, 'team.projects.title'),
        layout: 'workspace',
        demonstration: projects.some(({ demonstration }) => demonstration),
        workspace: {
          email: response.locals.account?.email ?? '',
          csrf: response.locals.csrf ?? '',
          project: null,
          stations: [],
        },
      },
    );
  });
}
