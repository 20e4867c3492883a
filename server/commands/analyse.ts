// analyse: every figure of a project, or of one of its surveys, as JSON for programs, as a table in a file,
// or a few lines for people.

import { writeFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { type Reader, readers } from '../../analysis/disclosure.ts';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import { rowsOfProject } from '../../analysis/tables/survey-rows.ts';
import { inLanguage } from '../../surveys/questionnaire.ts';
import { type Context, openContext } from '../context.ts';
import { projectByCode } from '../db/projects.ts';
import { surveyByCode } from '../db/surveys.ts';
import { StartFailure, unknownProject } from '../errors.ts';
import { type FigureKind, figureKinds, figuresFile } from '../figures-file.ts';
import { formatNumber } from '../format-values.ts';
import { analyseProject } from '../operations/analyse-project.ts';
import { projectOrders } from '../operations/project-orders.ts';
import { projectSkills } from '../operations/project-skills.ts';
import { projectWaves } from '../operations/project-waves.ts';
import { type Command, type CommandIo, readArguments, WrongUse } from './command.ts';

export const analyse: Command = {
  name: 'analyse',
  run: async (args, io) => {
    const given = readArguments(args, {
      arguments: ['code'],
      texts: ['as', 'library', 'out', 'lang'],
      flags: ['json'],
    });
    const reader = readerNamed(given.text('as') ?? 'operator');
    const out = given.text('out');
    const kind = out === undefined ? null : kindOf(out);
    const language = given.text('lang') ?? 'nl';
    if (!io.texts.workspaceLanguages.includes(language)) {
      const allowed = io.texts.workspaceLanguages.join(', ');
      throw new WrongUse('value', { name: 'lang', value: language, allowed });
    }
    const ctx = await openContext(io.config());
    try {
      const analysis = await analysisOf(ctx, given.argument('code'), reader);
      if (out !== undefined && kind) {
        const head = { title: inLanguage(analysis.title, language), hash: null };
        const file = figuresFile(kind, rowsOfProject(analysis), head, ctx.texts, language);
        await writeFile(out, file, { flag: 'wx' }).catch((cause: NodeJS.ErrnoException) => {
          throw cause.code === 'EEXIST' ? new StartFailure('fileExists', { file: out }) : cause;
        });
        io.print(io.texts.say(io.language, 'cli.analyse.written', { file: out }));
      } else if (given.flag('json')) {
        const orders = await projectOrders(ctx, analysis.project, reader);
        const waves = await projectWaves(ctx, analysis.project, reader);
        const skills = await projectSkills(ctx, analysis.project, reader, given.text('library') ?? null);
        io.print(JSON.stringify({ ...analysis, orders, waves, skills }, null, 2));
      } else for (const line of summaryLines(analysis, io)) io.print(line);
      return 0;
    } finally {
      await ctx.close();
    }
  },
};

function kindOf(file: string): FigureKind {
  const kind = figureKinds.find((each) => extname(file) === `.${each}`);
  if (!kind) throw new WrongUse('value', { name: 'out', value: file, allowed: '.csv, .xlsx' });
  return kind;
}

function readerNamed(name: string): Reader {
  const reader = readers.find((known) => known === name);
  if (!reader) throw new WrongUse('value', { name: 'as', value: name, allowed: readers.join(', ') });
  return reader;
}

/** A project by its code; else the project of the survey of that code, with that survey's figures alone. */
async function analysisOf(ctx: Context, code: string, reader: Reader): Promise<ProjectAnalysis> {
  if (await projectByCode(ctx.db.kysely, code)) return analyseProject(ctx, code, { reader });
  const survey = await surveyByCode(ctx.db.kysely, code);
  if (!survey) throw unknownProject(code);
  const analysis = await analyseProject(ctx, survey.project, { reader });
  return { ...analysis, surveys: analysis.surveys.filter((one) => one.survey === code) };
}

function summaryLines(analysis: ProjectAnalysis, { texts, language }: CommandIo): readonly string[] {
  return [
    ...analysis.surveys.map(({ survey, responses }) =>
      texts.say(language, 'cli.analyse.survey', { survey, count: responses ?? 0 }),
    ),
    ...analysis.needs.map(({ code, parent, label, rank, score }) =>
      texts.say(language, parent === null ? 'cli.analyse.need' : 'cli.analyse.needWithin', {
        code,
        rank: rank ?? '–',
        label: inLanguage(label, language),
        score: score === null ? '–' : formatNumber(language, score, 1),
      }),
    ),
  ];
}
