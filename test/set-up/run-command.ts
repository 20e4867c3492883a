// Runs a command as typed at a terminal, without the process around it.
import { type Command, type CommandIo, type ExitCode, runCommand } from '../../server/commands/command.ts';
import type { Config } from '../../server/config.ts';
import { textsFolder } from '../../server/paths.ts';
import { loadTexts } from '../../server/texts.ts';

const texts = loadTexts(textsFolder);

export interface Outcome {
  readonly code: ExitCode;
  /** Lines on standard output and on standard error. */
  readonly printed: readonly string[];
  readonly told: readonly string[];
}

/** Runs the command in Dutch with these settings. `meanwhile` runs until the command is asked to stop. */
export async function runAsTyped(
  config: Config,
  command: Command,
  args: readonly string[],
  meanwhile: (printed: readonly string[]) => Promise<void> = async () => {},
): Promise<Outcome> {
  const printed: string[] = [];
  const told: string[] = [];
  let begun: () => void = () => undefined;
  const firstLine = new Promise<void>((resolve) => {
    begun = resolve;
  });
  const io: CommandIo = {
    config: () => config,
    texts,
    language: 'nl',
    print: (line) => {
      printed.push(line);
      begun();
    },
    tell: (line) => told.push(line),
    interactive: false,
    stopped: async () => {
      await firstLine;
      // The lines of the start are printed together.
      await new Promise(setImmediate);
      await meanwhile(printed);
    },
  };
  return { code: await runCommand(command, args, io), printed, told };
}
