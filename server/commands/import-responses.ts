// import-responses: adds the rows of another tool's CSV to a survey, by a column map, or those of a file we wrote ourselves.
import { openContext } from '../context.ts';
import { refusalLines } from '../import-messages.ts';
import { importResponses as run } from '../operations/import-responses.ts';
import { type Command, readArguments } from './command.ts';
import { withProgress } from './progress.ts';

export const importResponses: Command = {
  name: 'import-responses',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['survey', 'file'], texts: ['map'] });
    const map = given.text('map') ?? null;
    const survey = given.argument('survey');
    const ctx = await openContext(io.config());
    try {
      const outcome = await withProgress(io, (progress) =>
        run(ctx, { survey, file: given.argument('file'), map, progress }),
      );
      if (outcome.problems) {
        for (const line of refusalLines(io.texts, io.language, outcome)) io.tell(line);
        return 1;
      }
      io.print(io.texts.say(io.language, 'import.done', { count: outcome.imported, survey }));
      return 0;
    } finally {
      await ctx.close();
    }
  },
};
