// create: makes a project from a folder with its definition, needs catalogue and report template.
import { createContext } from '../context.ts';
import { anyAccount } from '../db/accounts.ts';
import { addressesOf } from '../first-start.ts';
import { teamRoles } from '../identity/roles.ts';
import { problemLines } from '../import-messages.ts';
import { createProject } from '../operations/create-project.ts';
import { readTemplateFolder } from '../template-folder.ts';
import { type Command, readArguments, WrongUse } from './command.ts';
import { printInvitation } from './invite.ts';
import { printAddresses } from './serve.ts';

export const create: Command = {
  name: 'create',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['project'], texts: ['from'] });
    const project = given.argument('project');
    const folder = given.text('from');
    if (folder === undefined) throw new WrongUse('missingOption', { name: 'from' });
    if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(project)) throw new WrongUse('projectCode', { value: project });
    const template = await readTemplateFolder(folder);
    const config = io.config();
    const ctx = await createContext(config);
    try {
      await ctx.db.kysely
        .transaction()
        .execute((db) => createProject(db, project, template, false, ctx.now().toISOString()));
      io.print(io.texts.say(io.language, 'cli.create.done', { project }));
      if (template.warnings.length > 0) {
        io.tell(io.texts.say(io.language, 'cli.create.warnings', { count: template.warnings.length }));
        for (const line of problemLines(io.texts, io.language, template.warnings)) io.tell(line);
      }
      const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
      printAddresses(io, base, await addressesOf(ctx, project, null));
      // Made on the machine it is nobody's; once there are accounts, this is the way in.
      if (await anyAccount(ctx.db.kysely)) await printInvitation(io, ctx, project, teamRoles);
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
