// The demonstration project in a database of its own, and what `analyse --json` prints of it.
import { join } from 'node:path';
import { analyse } from '../../server/commands/analyse.ts';
import { type CommandIo, runCommand } from '../../server/commands/command.ts';
import { readConfig } from '../../server/config.ts';
import { createContext } from '../../server/context.ts';
import { createDemonstration } from '../../server/operations/create-demonstration.ts';
import { templatesFolder, textsFolder } from '../../server/paths.ts';
import { readDemonstration, readTemplateFolder } from '../../server/template-folder.ts';
import { loadTexts } from '../../server/texts.ts';
import type { Demonstration } from '../../surveys/demonstration.ts';

const texts = loadTexts(textsFolder);

/** Makes the demonstration in this folder, after `change`, and gives back what the command prints, parsed. */
export async function analyseJson(
  dataDir: string,
  args: readonly string[],
  change: (demonstration: Demonstration) => void = () => {},
): Promise<unknown> {
  const folder = join(templatesFolder, 'ooo');
  const demonstration = structuredClone(await readDemonstration(folder));
  change(demonstration);
  const ctx = await createContext(readConfig({ DATA_DIR: dataDir }));
  try {
    await createDemonstration(ctx, 'ooo', await readTemplateFolder(folder), demonstration);
  } finally {
    await ctx.close();
  }
  return printed(dataDir, args);
}

/** What `analyse` with these arguments prints of the database in this folder, parsed. @throws Error when it fails. */
export async function printed(dataDir: string, args: readonly string[]): Promise<unknown> {
  const out: string[] = [];
  const told: string[] = [];
  const io: CommandIo = {
    config: () => readConfig({ DATA_DIR: dataDir }),
    texts,
    language: 'nl',
    print: (line) => out.push(line),
    tell: (line) => told.push(line),
    interactive: false,
    stopped: () => Promise.resolve(),
  };
  const code = await runCommand(analyse, [...args, '--json'], io);
  if (code !== 0) throw new Error(`analyse ended with ${code}: ${told.join('\n')}`);
  return JSON.parse(out.join('\n'));
}
