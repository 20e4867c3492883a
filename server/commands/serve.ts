// serve: starts the web server, with the demonstration in an empty database, and stops on Ctrl-C.
import { type Address, prepareStart } from '../first-start.ts';
import { startServer } from '../start.ts';
import { type Command, type CommandIo, readArguments } from './command.ts';

export const serve: Command = {
  name: 'serve',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: [], flags: ['empty'] });
    const stopped = io.stopped();
    let addresses: readonly Address[] = [];
    const server = await startServer(io.config(), {}, async (ctx) => {
      addresses = await prepareStart(ctx, given.flag('empty'));
    });
    io.print(io.texts.say(io.language, 'cli.serve.listening', { address: server.address }));
    printAddresses(io, server.address, addresses);
    await stopped;
    io.print(io.texts.say(io.language, 'cli.serve.stopping'));
    await server.stop();
    return 0;
  },
};

/** A line per address, in full, to click on. */
export function printAddresses(io: CommandIo, base: string, addresses: readonly Address[]): void {
  for (const { key, name, path } of addresses) {
    io.print(`  ${io.texts.say(io.language, `cli.address.${key}`, { name })} ${base}${path}`);
  }
}
