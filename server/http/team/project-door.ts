// The door of a project: only its team comes in, and each only to see and change what their roles let them.
import type { RequestHandler } from 'express';
import type { Context } from '../../context.ts';
import { notYourRole, unknownPage, unknownProject } from '../../errors.ts';
import { mayDo } from '../../identity/roles.ts';
import { rolesIn } from '../../operations/people.ts';
import { areaOf } from './area-of.ts';

/**
 * Lets through who is in the team of the project, with their roles in `response.locals`. To anybody else there is no such project.
 * Mount it at `/:project`, behind the account.
 */
export function projectDoor(ctx: Context): RequestHandler<{ project: string }> {
  return async (request, response, next) => {
    const { project } = request.params;
    const roles = await rolesIn(ctx.db.kysely, project, response.locals.account?.id ?? '');
    if (!roles) throw unknownProject(project);
    response.locals.roles = roles;
    if (request.path !== '/') {
      const area = areaOf(request.path);
      if (!area) throw unknownPage();
      const right = request.method === 'GET' || request.method === 'HEAD' ? 'see' : 'change';
      if (!mayDo(roles, area, right)) throw notYourRole(area, right);
    }
    next();
  };
}
