// invite: prints a one-time link into the team of a project, such as one made on the machine, or one whose lead is gone.
import { type Context, openContext } from '../context.ts';
import { projectByCode } from '../db/projects.ts';
import { StartFailure } from '../errors.ts';
import { rolesAmong, type TeamRole, teamRoles } from '../identity/roles.ts';
import { invite as run } from '../operations/people.ts';
import { type Command, type CommandIo, readArguments, WrongUse } from './command.ts';

export const invite: Command = {
  name: 'invite',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['project'], texts: ['roles'] });
    const project = given.argument('project');
    const asked = given.text('roles')?.split(',') ?? [...teamRoles];
    const roles = rolesAmong(asked);
    if (roles.length !== asked.length)
      throw new WrongUse('value', { name: 'roles', value: asked.join(','), allowed: teamRoles.join(',') });
    const ctx = await openContext(io.config());
    try {
      if (!(await projectByCode(ctx.db.kysely, project)))
        throw new StartFailure('unknownProject', { project });
      await printInvitation(io, ctx, project, roles);
      return 0;
    } finally {
      await ctx.close();
    }
  },
};

/** Makes an invitation on the machine and prints its link, which is kept nowhere. */
export async function printInvitation(
  io: CommandIo,
  ctx: Context,
  project: string,
  roles: readonly TeamRole[],
): Promise<void> {
  const { baseUrl, host, port } = ctx.config;
  const token = await run(ctx, project, { roles, forWhom: '', by: '' });
  io.tell(io.texts.say(io.language, 'cli.invite.done', { project }));
  io.print(`${baseUrl ?? `http://${host}:${port}`}/team/join/${token}`);
}
