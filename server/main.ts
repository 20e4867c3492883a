// The first door: `npm start`. It serves; every other errand is a command of cli.ts.
import { runCommand } from './commands/command.ts';
import { serve } from './commands/serve.ts';
import { terminal } from './commands/terminal.ts';

process.exitCode = await runCommand(serve, process.argv.slice(2), terminal());
