// demo: makes the demonstration project in the database there is.
import { createContext } from '../context.ts';
import { addDemonstration, addressesOf, demonstrationProject } from '../first-start.ts';
import { type Command, readArguments } from './command.ts';
import { printAddresses } from './serve.ts';

export const demo: Command = {
  name: 'demo',
  run: async (args, io) => {
    readArguments(args, { arguments: [] });
    const config = io.config();
    const ctx = await createContext(config);
    try {
      const invitation = await addDemonstration(ctx);
      io.print(io.texts.say(io.language, 'cli.demo.done', { project: demonstrationProject }));
      const base = config.baseUrl ?? `http://${config.host}:${config.port}`;
      printAddresses(io, base, await addressesOf(ctx, demonstrationProject, invitation));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
