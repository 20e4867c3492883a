// A folder with a project, a column map and a CSV, put through the product as a team would: made, imported,
// analysed. Gives the analysis and the way from the headings of the CSV to the variables of the questionnaire.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ProjectAnalysis } from '../../analysis/results/project.ts';
import { readConfig } from '../../server/config.ts';
import { type Context, createContext } from '../../server/context.ts';
import { analyseProject } from '../../server/operations/analyse-project.ts';
import { createProject } from '../../server/operations/create-project.ts';
import { importResponses } from '../../server/operations/import-responses.ts';
import { readTemplateFolder } from '../../server/template-folder.ts';
import { type ColumnMap, codesOf, columnMapSchema } from '../../surveys/formats/column-map.ts';
import { type Questionnaire, questionnaireSchema } from '../../surveys/questionnaire.ts';
import { newTestDatabase } from '../set-up/test-database.ts';

export interface ImportedCase {
  readonly analysis: ProjectAnalysis;
  readonly map: ColumnMap;
  readonly imported: number;
  /** The variable a column fills. @throws Error when the map has no such column. */
  variableOf(heading: string): string;
  /** The code a cell of this column stands for. */
  codeOf(heading: string, cell: string): string;
  close(): Promise<void>;
}

export interface CaseFiles {
  readonly data: string;
  readonly map: string;
  readonly questionnaire: Questionnaire;
  /** The folder with needs.json and report.json. */
  readonly project: string;
}

export function filesOf(folder: string): CaseFiles {
  const path = fileURLToPath(new URL(`../fixtures/${folder}/`, import.meta.url));
  const questionnaire = questionnaireSchema.parse(readJson(join(path, 'project', 'questionnaire.json')));
  return {
    data: join(path, 'data.csv'),
    map: join(path, 'map.json'),
    questionnaire,
    project: join(path, 'project'),
  };
}

export function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

/** Makes the project of a case, with its survey open. */
export async function addProject(
  ctx: Pick<Context, 'db'>,
  { questionnaire, project }: Pick<CaseFiles, 'questionnaire' | 'project'>,
): Promise<void> {
  const template = { ...(await readTemplateFolder(project)), questionnaires: [questionnaire] };
  await createProject(ctx.db.kysely, questionnaire.code, template, false, '2024-01-01T00:00:00Z');
}

/** Imports and analyses a case in a database of its own; close it afterwards. */
export async function importCase({
  data,
  map: mapFile,
  questionnaire,
  project,
}: CaseFiles): Promise<ImportedCase> {
  const database = await newTestDatabase();
  const ctx = await createContext(readConfig(database.environment));
  const { code } = questionnaire;
  await addProject(ctx, { questionnaire, project });
  const outcome = await importResponses(ctx, { survey: code, file: data, map: mapFile });
  if (outcome.problems) throw new Error(JSON.stringify(outcome.problems));
  const map = columnMapSchema.parse(readJson(mapFile));
  const columnOf = (heading: string) => {
    const found = map.columns.find(({ column }) => column === heading);
    if (!found) throw new Error(`the map has no column "${heading}"`);
    return found;
  };
  return {
    analysis: await analyseProject(ctx, code, { reader: 'operator' }),
    map,
    imported: outcome.imported,
    variableOf: (heading) => columnOf(heading).variable ?? columnOf(heading).ticks ?? '',
    codeOf: (heading, cell) => codesOf(map, columnOf(heading))?.[cell] ?? cell,
    close: async () => {
      await ctx.close();
      await database.drop();
    },
  };
}
