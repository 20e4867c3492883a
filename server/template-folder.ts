// A template folder on disk → its questionnaires, needs catalogue and report template, checked. What is wrong is told
// with the file and the place in it.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkQuestionnaire } from '../surveys/check.ts';
import { type Demonstration, demonstrationSchema } from '../surveys/demonstration.ts';
import { type NeedsCatalogue, needsCatalogueSchema } from '../surveys/needs-catalogue.ts';
import { type Questionnaire, questionnaireSchema } from '../surveys/questionnaire.ts';
import { type ReportTemplate, reportTemplateSchema } from '../surveys/report-template.ts';
import { StartFailure } from './errors.ts';
import { readJsonFile } from './json-file.ts';
import type { Texts } from './texts.ts';

export interface Template {
  /** The main questionnaire first. */
  readonly questionnaires: readonly Questionnaire[];
  readonly catalogue: NeedsCatalogue;
  readonly reportTemplate: ReportTemplate;
}

/** A sound JSON file of a template that says something impossible. */
export interface TemplateProblem {
  readonly file: string;
  /** Where in the JSON: `pages[2].questions[0]`. */
  readonly path: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export class TemplateFailure extends Error {
  readonly problems: readonly TemplateProblem[];

  constructor(problems: readonly TemplateProblem[]) {
    super('the template is not sound');
    this.name = 'TemplateFailure';
    this.problems = problems;
  }
}

/**
 * Reads questionnaire.json, every other questionnaire-*.json, needs.json and report.json.
 * @throws FileFailure for a file that is missing or not what its schema says, TemplateFailure for what does not fit
 * together, StartFailure when there is no such folder.
 */
export async function readTemplateFolder(folder: string): Promise<Template> {
  if (!existsSync(folder)) throw new StartFailure('noFolder', { folder });
  const others = readdirSync(folder)
    .filter((name) => /^questionnaire-.+\.json$/.test(name))
    .sort();
  const questionnaires: Questionnaire[] = [];
  const problems: TemplateProblem[] = [];
  for (const name of ['questionnaire.json', ...others]) {
    const file = join(folder, name);
    const questionnaire = await readJsonFile(file, questionnaireSchema);
    problems.push(...checkQuestionnaire(questionnaire).map((problem) => ({ file, ...problem })));
    questionnaires.push(questionnaire);
  }
  if (problems.length > 0) throw new TemplateFailure(problems);
  return {
    questionnaires,
    catalogue: await readJsonFile(join(folder, 'needs.json'), needsCatalogueSchema),
    reportTemplate: await readJsonFile(join(folder, 'report.json'), reportTemplateSchema),
  };
}

/** The demonstration that comes with a template. @throws FileFailure when it is missing or not what it should be. */
export function readDemonstration(folder: string): Promise<Demonstration> {
  return readJsonFile(join(folder, 'demonstration.json'), demonstrationSchema);
}

/** Every problem as a line: file, place, and what is wrong there. */
export function templateProblemLines(
  texts: Texts,
  language: string,
  { problems }: TemplateFailure,
): readonly string[] {
  return problems.map(({ file, path, key, values }) =>
    texts.say(language, 'import.at.file', {
      file,
      message: texts.say(language, 'import.problem.definition', {
        path,
        reason: texts.say(language, key, values),
      }),
    }),
  );
}
