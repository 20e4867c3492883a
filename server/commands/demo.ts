// demo: makes a template's demonstration project in the database there is.
import { createContext } from '../context.ts';
import { addDemonstration, addressesOf } from '../first-start.ts';
import { firstDemonstration } from '../template-folder.ts';
import { type Command, readArguments } from './command.ts';
import { printAddresses } from './serve.ts';

export const demo: Command = {
  name: 'demo',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: [], texts: ['template'] });
    const template = given.text('template') ?? (await firstDemonstration());
    const config = io.config();
    const ctx = await createContext(config);
    try {
      const invitation = await addDemonstration(ctx, template);
      io.print(io.texts.say(io.language, 'cli.demo.done', { project: template }));
      const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
      printAddresses(io, base, await addressesOf(ctx, template, invitation));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
