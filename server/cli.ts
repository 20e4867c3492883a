// The second door: one command, then done. `npm run -s nodenkaart -- <command>`
import { runCommand, usageLines } from './commands/command.ts';
import { commands } from './commands/index.ts';
import { terminal } from './commands/terminal.ts';

const [name, ...args] = process.argv.slice(2);
const io = terminal();
const command = commands.find((known) => known.name === name);

if (command) {
  process.exitCode = await runCommand(command, args, io);
} else if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
  for (const line of usageLines(commands, io)) io.print(line);
  process.exitCode = name === undefined ? 2 : 0;
} else {
  io.tell(io.texts.say(io.language, 'cli.use.unknownCommand', { command: name }));
  for (const line of usageLines(commands, io)) io.tell(line);
  process.exitCode = 2;
}
