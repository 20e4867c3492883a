// invite: prints a one-time link into the team of a project, such as one made on the machine, or one whose lead is gone.
import { openContext } from '../context.ts';
import { projectByCode } from '../db/projects.ts';
import { StartFailure } from '../errors.ts';
import { rolesAmong, teamRoles } from '../identity/roles.ts';
import { invite as run } from '../operations/people.ts';
import { type Command, readArguments, WrongUse } from './command.ts';

export const invite: Command = {
  name: 'invite',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['project'], texts: ['roles'] });
    const project = given.argument('project');
    const asked = given.text('roles')?.split(',') ?? [...teamRoles];
    const roles = rolesAmong(asked);
    if (roles.length !== asked.length)
      throw new WrongUse('value', { name: 'roles', value: asked.join(','), allowed: teamRoles.join(',') });
    const config = io.config();
    const ctx = await openContext(config);
    try {
      if (!(await projectByCode(ctx.db.kysely, project)))
        throw new StartFailure('unknownProject', { project });
      const token = await run(ctx, project, { roles, forWhom: '', by: '' });
      const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
      io.tell(io.texts.say(io.language, 'cli.invite.done', { project }));
      io.print(`${base}/team/join/${token}`);
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
