// serve: starts the web server, with the demonstration in an empty database, and stops on Ctrl-C.
import { startServer } from '../start.ts';
import { type Command, readArguments } from './command.ts';

export const serve: Command = {
  name: 'serve',
  run: async (args, io) => {
    readArguments(args, { arguments: [], flags: ['empty'] });
    const stopped = io.stopped();
    const server = await startServer(io.config());
    io.print(io.texts.say(io.language, 'cli.serve.listening', { address: server.address }));
    await stopped;
    io.print(io.texts.say(io.language, 'cli.serve.stopping'));
    await server.stop();
    return 0;
  },
};
