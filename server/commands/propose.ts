// propose: a questionnaire and a column map out of another tool's CSV, to correct by hand and then create and import.
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { dayOf } from '../../surveys/day.ts';
import { codeFrom } from '../../surveys/editing/starts.ts';
import { lossesOf } from '../../surveys/formats/propose/losses.ts';
import { mapOf } from '../../surveys/formats/propose/map-of-plan.ts';
import { questionnaireOf } from '../../surveys/formats/propose/questionnaire-of-plan.ts';
import { StartFailure } from '../errors.ts';
import { proposeQuestionnaire } from '../operations/propose-questionnaire.ts';
import { importedWords, languageOfFile } from '../own-data-words.ts';
import { type Command, type CommandIo, readArguments, WrongUse } from './command.ts';

export const propose: Command = {
  name: 'propose',
  run: async (args, io) => {
    const given = readArguments(args, { arguments: ['file'], texts: ['out', 'lang', 'code'] });
    const file = given.argument('file');
    const folder = given.text('out');
    if (folder === undefined) throw new WrongUse('missingOption', { name: 'out' });
    const { plan, facts, form } = await proposeQuestionnaire(file, []);
    const language = given.text('lang') ?? languageOfFile(facts.columns);
    const { texts } = io;
    if (!texts.languages.includes(language)) {
      throw new WrongUse('value', { name: 'lang', value: language, allowed: texts.languages.join(', ') });
    }
    const title = basename(file, extname(file));
    const code = codeFrom(given.text('code') ?? title).toLowerCase();
    const questionnaire = questionnaireOf(plan, {
      code,
      title,
      language,
      words: importedWords(texts, language),
    });
    const why = (key: string) => texts.say(io.language, `own-data.why.${key}`);
    const today = dayOf(new Date());
    await write(folder, {
      'questionnaire.json': questionnaire,
      'map.json': mapOf(plan, code, form, today, why),
      'needs.json': { format: 'nodenkaart/needs/1', needs: [] },
      'report.json': {
        format: 'nodenkaart/report/1',
        code,
        project: { [language]: title },
        title: { [language]: title },
      },
    });
    tell(io, folder, {
      code,
      file,
      questions: plan.parts.filter(({ kind }) => kind !== 'leaveOut').length,
      rows: facts.rows,
    });
    for (const { key, values, headings } of lossesOf(plan, facts)) {
      const about = headings.slice(0, 5).join(', ') + (headings.length > 5 ? ', …' : '');
      io.tell(`- ${texts.say(io.language, `own-data.loss.${key}`, { ...values, headings: about })}`);
    }
    return 0;
  },
};

function tell(
  io: CommandIo,
  folder: string,
  values: { readonly code: string; readonly file: string; readonly questions: number; readonly rows: number },
): void {
  io.print(io.texts.say(io.language, 'own-data.command.done', { folder, ...values }));
  io.tell(io.texts.say(io.language, 'own-data.command.losses'));
}

/** Nothing that is there already is written over. */
async function write(folder: string, files: Readonly<Record<string, unknown>>): Promise<void> {
  const taken = Object.keys(files).find((name) => existsSync(join(folder, name)));
  if (taken !== undefined) throw new StartFailure('fileExists', { file: join(folder, taken) });
  try {
    await mkdir(folder, { recursive: true });
    for (const [name, content] of Object.entries(files)) {
      await writeFile(join(folder, name), `${JSON.stringify(content, null, 2)}\n`);
    }
  } catch (error) {
    throw new StartFailure('cannotWrite', {
      file: folder,
      reason: error instanceof Error ? error.message : String(error),
    });
  }
}
