// import-register: puts a CSV of libraries in the place of a project's register.
import { z } from 'zod';
import { openContext } from '../context.ts';
import { refusalLines } from '../import-messages.ts';
import { importRegister as run } from '../operations/import-register.ts';
import { type Command, readArguments, WrongUse } from './command.ts';

export const importRegister: Command = {
  name: 'import-register',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['project', 'file'], texts: ['date'] });
    const date = given.text('date');
    if (date !== undefined && !z.iso.date().safeParse(date).success) {
      throw new WrongUse('value', { name: 'date', value: date, allowed: '2024-03-01' });
    }
    const project = given.argument('project');
    const file = given.argument('file');
    const ctx = await openContext(io.config());
    try {
      const outcome = await run(ctx, { project, file, ...(date === undefined ? {} : { date }) });
      if (outcome.problems) {
        for (const line of refusalLines(io.texts, io.language, outcome)) io.tell(line);
        return 1;
      }
      io.print(io.texts.say(io.language, 'import.registerDone', { count: outcome.imported, project }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
