// report: a draft of a project's report as it stands now, as one HTML file that needs nothing beside it.
import { writeFile } from 'node:fs/promises';
import { openContext } from '../context.ts';
import { StartFailure } from '../errors.ts';
import { currentReport } from '../operations/build-report.ts';
import { reportFile } from '../report/html-file.ts';
import { type Command, readArguments, WrongUse } from './command.ts';

export const report: Command = {
  name: 'report',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['project'], texts: ['out', 'lang'] });
    const file = given.text('out');
    if (file === undefined) throw new WrongUse('missingOption', { name: 'out' });
    const language = given.text('lang') ?? 'nl';
    if (!io.texts.workspaceLanguages.includes(language)) {
      const allowed = io.texts.workspaceLanguages.join(', ');
      throw new WrongUse('value', { name: 'lang', value: language, allowed });
    }
    const ctx = await openContext(io.config());
    try {
      const model = await currentReport(ctx, given.argument('project'));
      await write(file, reportFile(ctx, model, null, language));
      io.print(io.texts.say(io.language, 'cli.report.done', { file }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};

async function write(file: string, html: string): Promise<void> {
  try {
    await writeFile(file, html);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartFailure('cannotWrite', { file, reason });
  }
}
