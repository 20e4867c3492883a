// A project made in the workspace, from a template or empty; its surveys are drafts until the team publishes them.
import { dayOf } from '../../surveys/day.ts';
import { codeBeside, emptyQuestionnaire } from '../../surveys/editing/starts.ts';
import { withSurveyCodes } from '../../surveys/editing/survey-codes.ts';
import { needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import { startingRecords } from '../../surveys/records/start-plan.ts';
import { reportTemplateSchema } from '../../surveys/report-template.ts';
import type { Context } from '../context.ts';
import type { Queries } from '../db/open.ts';
import { giveRoles } from '../db/people.ts';
import { createProject, listProjects, projectByCode } from '../db/projects.ts';
import { saveRecords } from '../db/records.ts';
import { createSurvey, surveyCodes } from '../db/surveys.ts';
import { projectExists } from '../errors.ts';
import { teamRoles } from '../identity/roles.ts';
import { startWords } from '../start-words.ts';
import type { Template } from '../template-folder.ts';

export interface ProjectWish {
  readonly code: string;
  readonly title: Text;
  /** Of its questionnaires, the first one first. */
  readonly languages: readonly string[];
  /** Null for a project that begins with an empty questionnaire; `none` where its first one will be made of a file. */
  readonly template: Template | null | 'none';
  /** The account that makes it, which has every role in it. */
  readonly by: string;
}

/** Codes that are addresses of their own under /team. */
export const reservedProjects = ['new', 'sign-in', 'sign-out', 'set-up', 'join', 'account'];

/**
 * Makes the project and its surveys, as drafts. A survey whose code is taken gets a free one, also in the indicators
 * of the catalogue.
 * @returns the code of its main survey; empty where it has none yet.
 * @throws ExpectedFailure when the project is there already.
 */
export async function newProject(ctx: Context, wish: ProjectWish): Promise<string> {
  const at = ctx.now().toISOString();
  const title = wish.title;
  return ctx.writes.run(async (db) => {
    if (await projectByCode(db, wish.code)) throw projectExists(wish.code);
    const template = wish.template === 'none' ? null : wish.template;
    const { questionnaires, renamed } = withFreeCodes(startOf(ctx, wish), await surveyCodes(db));
    const catalogue = needsCatalogueSchema.parse(
      withSurveyCodes(template?.catalogue ?? emptyCatalogue(), renamed),
    );
    const reportTemplate = reportTemplateSchema.parse({
      ...(template?.reportTemplate ?? { format: 'nodenkaart/report/1', title }),
      code: await freeReportCode(db, wish.code),
      project: title,
    });
    const guide = template?.guide ?? null;
    const project = { code: wish.code, title, catalogue, reportTemplate, guide, demonstration: false };
    await createProject(db, project, at);
    await giveRoles(db, wish.code, wish.by, teamRoles, at);
    for (const [position, questionnaire] of questionnaires.entries()) {
      await createSurvey(db, wish.code, position, questionnaire, at, 'draft');
    }
    const plan = template?.plan;
    if (plan) await saveRecords(db, wish.code, startingRecords(plan, dayOf(ctx.now())));
    return questionnaires[0]?.code ?? '';
  });
}

function emptyCatalogue() {
  return needsCatalogueSchema.parse({ format: 'nodenkaart/needs/1', needs: [] });
}

function startOf(ctx: Context, { code, title, languages, template }: ProjectWish): readonly Questionnaire[] {
  if (template === 'none') return [];
  if (template) return template.questionnaires.map((each) => ({ ...each, languages: [...languages] }));
  return [emptyQuestionnaire(code, languages, inEach(title, languages), startWords(ctx.texts, languages))];
}

/** The title in the languages that have one; where the first has none, another stands in for it. */
export function inEach(title: Text, languages: readonly string[]): Text {
  const own = languages.filter((language) => title[language] !== undefined);
  const told = own.length > 0 ? own : languages.slice(0, 1);
  return Object.fromEntries(
    told.map((language) => [language, title[language] ?? Object.values(title)[0] ?? '']),
  );
}

function withFreeCodes(
  questionnaires: readonly Questionnaire[],
  taken: readonly string[],
): { readonly questionnaires: readonly Questionnaire[]; readonly renamed: ReadonlyMap<string, string> } {
  const used = [...taken];
  const renamed = new Map<string, string>();
  const free = questionnaires.map((questionnaire) => {
    const code = codeBeside(used, questionnaire.code);
    used.push(code);
    renamed.set(questionnaire.code, code);
    return { ...questionnaire, code };
  });
  return { questionnaires: free, renamed };
}

/** The address of the report is the project's code where that is free. */
async function freeReportCode(db: Queries, project: string): Promise<string> {
  const codes = await Promise.all(
    (await listProjects(db)).map(
      async ({ code }) => (await projectByCode(db, code))?.reportTemplate.code ?? '',
    ),
  );
  return codeBeside(codes, project.toLowerCase().replaceAll('_', '-'));
}
