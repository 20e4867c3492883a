// backup: a copy of the whole database in one file, taken while the server goes on.
import { existsSync } from 'node:fs';
import { openContext } from '../context.ts';
import { backupTo } from '../db/backup.ts';
import { StartFailure } from '../errors.ts';
import { type Command, readArguments } from './command.ts';
import { withProgress } from './progress.ts';

export const backup: Command = {
  name: 'backup',
  run: async (args, io) => {
    const file = readArguments(args, { arguments: ['file'] }).argument('file');
    const config = io.config();
    if (config.databaseUrl !== null) throw new StartFailure('backupPostgres');
    const ctx = await openContext(config);
    try {
      // What is there is perhaps the last good copy: it is never written over.
      if (existsSync(file)) throw new StartFailure('fileExists', { file });
      await withProgress(io, (progress) => backupTo(ctx.db, file, progress));
      io.print(io.texts.say(io.language, 'cli.backup.done', { file }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
