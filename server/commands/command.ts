// What every command is given and gives back. Commands talk to people in sentences and to scripts in exit codes.
import { parseArgs } from 'node:util';
import type { Config } from '../config.ts';
import { FileFailure } from '../csv-file.ts';
import { ExpectedFailure, StartFailure } from '../errors.ts';
import { problemLines } from '../import-messages.ts';
import type { Texts, Values } from '../texts.ts';

/** 0 done, 1 failed, 2 called in a wrong way. */
export type ExitCode = 0 | 1 | 2;

export interface CommandIo {
  /** Read when first asked for. @throws StartFailure when a setting is wrong. */
  config(): Config;
  readonly texts: Texts;
  readonly language: string;
  /** Results, to standard output. */
  print(line: string): void;
  /** What a person should know meanwhile, to standard error: progress and failures. */
  tell(line: string): void;
  /** Whether somebody is looking: without a terminal there are no progress bars. */
  readonly interactive: boolean;
  /** Resolves when the program is asked to stop. */
  stopped(): Promise<void>;
}

export interface Command {
  /** Its words are `cli.commands.<name>`: summary, usage and help. */
  readonly name: string;
  run(args: readonly string[], io: CommandIo): Promise<ExitCode>;
}

/** The command was called in a wrong way; its words are `cli.use.<key>`. */
export class WrongUse extends Error {
  readonly key: string;
  readonly values: Values;

  constructor(key: string, values: Values = {}) {
    super(key);
    this.name = 'WrongUse';
    this.key = key;
    this.values = values;
  }
}

interface Wanted {
  /** Names of the plain arguments, all of them required. */
  readonly arguments: readonly string[];
  readonly texts?: readonly string[];
  readonly flags?: readonly string[];
}

export interface Given {
  argument(name: string): string;
  text(name: string): string | undefined;
  flag(name: string): boolean;
}

/** Reads the arguments of a command. @throws WrongUse naming what is missing, unknown or too many. */
export function readArguments(args: readonly string[], wanted: Wanted): Given {
  const options: Record<string, { type: 'string' | 'boolean' }> = {};
  for (const name of wanted.texts ?? []) options[name] = { type: 'string' };
  for (const name of wanted.flags ?? []) options[name] = { type: 'boolean' };
  const { values, positionals } = parsed(args, options);
  wanted.arguments.forEach((name, index) => {
    if (positionals[index] === undefined) throw new WrongUse('missing', { name });
  });
  const extra = positionals[wanted.arguments.length];
  if (extra !== undefined) throw new WrongUse('extra', { argument: extra });
  return {
    argument: (name) => positionals[wanted.arguments.indexOf(name)] ?? '',
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : undefined;
    },
    flag: (name) => values[name] === true,
  };
}

function parsed(args: readonly string[], options: Record<string, { type: 'string' | 'boolean' }>) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    // parseArgs throws a TypeError for everything a person can type wrong, in English; the option is quoted in it.
    const option = /'(?:-\w, )?(-{1,2}[^'\s=]+)/.exec(error instanceof Error ? error.message : '')?.[1];
    if (option === undefined) throw error;
    const known = options[option.replace(/^-+/, '')];
    const key = !known ? 'unknownOption' : known.type === 'string' ? 'optionNeedsValue' : 'optionWithValue';
    throw new WrongUse(key, { option });
  }
}

/** What there is to run, a line per command. */
export function usageLines(commands: readonly Command[], { texts, language }: CommandIo): readonly string[] {
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    texts.say(language, 'cli.name'),
    '',
    texts.say(language, 'cli.commandsTitle'),
    ...commands.map(
      ({ name }) => `  ${name.padEnd(width)}  ${texts.say(language, `cli.commands.${name}.summary`)}`,
    ),
    '',
    texts.say(language, 'cli.commandsHelp'),
  ];
}

/** Runs a command to its exit code: expected failures become a sentence, wrong use a sentence and the usage. */
export async function runCommand(
  command: Command,
  args: readonly string[],
  io: CommandIo,
): Promise<ExitCode> {
  const help = () => io.texts.say(io.language, `cli.commands.${command.name}.help`);
  if (args.includes('--help') || args.includes('-h')) {
    io.print(help());
    return 0;
  }
  try {
    return await command.run(args, io);
  } catch (error) {
    if (error instanceof WrongUse) {
      io.tell(io.texts.say(io.language, `cli.use.${error.key}`, error.values));
      io.tell(help());
      return 2;
    }
    const lines = failureLines(error, io);
    if (lines === null) throw error;
    for (const line of lines) io.tell(line);
    return 1;
  }
}

/** What went wrong in plain words, or null for what nobody expected. */
function failureLines(error: unknown, { texts, language }: CommandIo): readonly string[] | null {
  if (error instanceof StartFailure) return [texts.say(language, `cli.failure.${error.key}`, error.values)];
  if (error instanceof ExpectedFailure) {
    // Some pages send people to their invitation; at a terminal there is none.
    const own = `cli.failure.${error.key}`;
    const key = texts.has(language, own) ? own : `errors.${error.key}.text`;
    return [texts.say(language, key, error.values)];
  }
  if (error instanceof FileFailure) return problemLines(texts, language, error.problems);
  return null;
}
