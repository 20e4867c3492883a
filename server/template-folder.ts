// A template folder on disk → its questionnaires, needs catalogue and report template, checked. What is wrong is told
// with the file and the place in it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { checkQuestionnaire, type DefinitionProblem, errorsAmong } from '../surveys/check.ts';
import { type Demonstration, demonstrationSchema } from '../surveys/demonstration.ts';
import { problem } from '../surveys/formats/column-map.ts';
import { type Guide, guideSchema } from '../surveys/guides/guide.ts';
import { type NeedsCatalogue, needsCatalogueSchema } from '../surveys/needs-catalogue.ts';
import { type Questionnaire, questionnaireSchema } from '../surveys/questionnaire.ts';
import { type Plan, planSchema } from '../surveys/records/plan.ts';
import { type ReportTemplate, reportTemplateSchema } from '../surveys/report-template.ts';
import { FileFailure, type LocatedProblem } from './csv-file.ts';
import { StartFailure } from './errors.ts';
import { readJsonFile } from './json-file.ts';
import { templatesFolder } from './paths.ts';

export interface Template {
  /** The main questionnaire first. */
  readonly questionnaires: readonly Questionnaire[];
  readonly catalogue: NeedsCatalogue;
  readonly reportTemplate: ReportTemplate;
  /** Of group talks; null where the template has none. */
  readonly guide: Guide | null;
  /** What its projects begin their plan with; null where the template has none. */
  readonly plan: Plan | null;
}

export interface TemplateFolder extends Template {
  /** What is worth a look in it, and refuses nothing. */
  readonly warnings: readonly LocatedProblem[];
}

/**
 * Reads questionnaire.json, every other questionnaire-*.json, needs.json and report.json, and guide.json and plan.json where they are there.
 * @throws FileFailure naming everything that is wrong in any of them: a file that is missing, is not what its schema
 * says, or does not fit together; StartFailure when there is no such folder.
 */
export async function readTemplateFolder(folder: string): Promise<TemplateFolder> {
  if (!existsSync(folder)) throw new StartFailure('noFolder', { folder });
  const others = readdirSync(folder)
    .filter((name) => /^questionnaire-.+\.json$/.test(name))
    .sort();
  const problems: LocatedProblem[] = [];
  const warnings: LocatedProblem[] = [];
  const read = async <T>(
    name: string,
    schema: z.ZodType<T>,
    check: (value: T) => readonly DefinitionProblem[],
  ) => {
    const file = join(folder, name);
    try {
      const value = await readJsonFile(file, schema);
      const found = check(value);
      for (const { path, severity, key, values } of found) {
        const located = {
          ...problem('definition', null, { path }),
          file,
          line: null,
          reason: { key, values },
        };
        (severity === 'error' ? problems : warnings).push(located);
      }
      return errorsAmong(found).length > 0 ? null : value;
    } catch (error) {
      if (!(error instanceof FileFailure)) throw error;
      problems.push(...error.problems);
      return null;
    }
  };
  const questionnaires: Questionnaire[] = [];
  for (const name of ['questionnaire.json', ...others]) {
    const questionnaire = await read(name, questionnaireSchema, checkQuestionnaire);
    if (questionnaire) questionnaires.push(questionnaire);
  }
  const catalogue = await read('needs.json', needsCatalogueSchema, () => []);
  const reportTemplate = await read('report.json', reportTemplateSchema, () => []);
  const ifThere = <T>(name: string, schema: z.ZodType<T>) =>
    existsSync(join(folder, name)) ? read(name, schema, () => []) : null;
  const guide = await ifThere('guide.json', guideSchema);
  const plan = await ifThere('plan.json', planSchema);
  if (problems.length > 0 || !catalogue || !reportTemplate) throw FileFailure.of(problems);
  return { questionnaires, catalogue, reportTemplate, guide, plan, warnings };
}

/** The demonstration that comes with a template. @throws FileFailure when it is missing or not what it should be. */
export function readDemonstration(folder: string): Promise<Demonstration> {
  return readJsonFile(join(folder, 'demonstration.json'), demonstrationSchema);
}

const templatesSchema = z.strictObject({ demonstration: z.string() });

/** The template whose demonstration an empty database begins with. */
export async function firstDemonstration(): Promise<string> {
  return (await readJsonFile(join(templatesFolder, 'templates.json'), templatesSchema)).demonstration;
}
