// Projects: a needs catalogue and report template around one or more surveys.
import { type Guide, guideSchema } from '../../surveys/guides/guide.ts';
import { type NeedsCatalogue, needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import { type Text, textSchema } from '../../surveys/questionnaire.ts';
import { type ReportTemplate, reportTemplateSchema } from '../../surveys/report-template.ts';
import type { Queries } from './open.ts';

export interface Project {
  readonly code: string;
  readonly title: Text;
  readonly catalogue: NeedsCatalogue;
  readonly reportTemplate: ReportTemplate;
  /** Of its group talks; null where its template has none. */
  readonly guide: Guide | null;
  /** Everything in it is invented, and every page that shows it says so. */
  readonly demonstration: boolean;
  /** The day the register of libraries was taken, or null without a register. */
  readonly registerDate: string | null;
}

/** Adds a project. @throws a unique violation when the code is taken. */
export async function createProject(
  db: Queries,
  project: Omit<Project, 'registerDate' | 'guide'> & { readonly guide?: Guide | null },
  createdAt: string,
): Promise<void> {
  await db
    .insertInto('projects')
    .values({
      code: project.code,
      title: JSON.stringify(project.title),
      catalogue: JSON.stringify(project.catalogue),
      report_template: JSON.stringify(project.reportTemplate),
      guide: project.guide ? JSON.stringify(project.guide) : null,
      demonstration: project.demonstration ? 1 : 0,
      register_date: null,
      created_at: createdAt,
    })
    .execute();
}

export async function projectByCode(db: Queries, code: string): Promise<Project | null> {
  const row = await db.selectFrom('projects').selectAll().where('code', '=', code).executeTakeFirst();
  if (!row) return null;
  return {
    code: row.code,
    title: textSchema.parse(JSON.parse(row.title)),
    catalogue: needsCatalogueSchema.parse(JSON.parse(row.catalogue)),
    reportTemplate: reportTemplateSchema.parse(JSON.parse(row.report_template)),
    guide: row.guide === null ? null : guideSchema.parse(JSON.parse(row.guide)),
    demonstration: row.demonstration === 1,
    registerDate: row.register_date,
  };
}

/**
 * Holds a project until the commit: who does so meanwhile, in this process or another, waits and then reads what was
 * committed. Call it first in a transaction. Nothing happens where there is no such project.
 */
export async function holdProject(db: Queries, code: string): Promise<void> {
  await db
    .updateTable('projects')
    .set(({ ref }) => ({ title: ref('title') }))
    .where('code', '=', code)
    .execute();
}

/** Replaces how the report of a project begins. Hold the project first, so that nobody changes it meanwhile. */
export async function storeReportTemplate(
  db: Queries,
  code: string,
  template: ReportTemplate,
): Promise<void> {
  await db
    .updateTable('projects')
    .set({ report_template: JSON.stringify(template) })
    .where('code', '=', code)
    .execute();
}

export type ProjectSummary = Pick<Project, 'code' | 'title' | 'demonstration'>;

/** All projects, the oldest first. */
export async function listProjects(db: Queries): Promise<readonly ProjectSummary[]> {
  const rows = await db
    .selectFrom('projects')
    .select(['code', 'title', 'demonstration'])
    .orderBy('created_at')
    .orderBy('code')
    .execute();
  return rows.map((row) => ({
    code: row.code,
    title: textSchema.parse(JSON.parse(row.title)),
    demonstration: row.demonstration === 1,
  }));
}

/** The needs catalogue as it is stored, to be replaced only while it is still the same. Null without such a project. */
export async function storedCatalogue(db: Queries, code: string): Promise<string | null> {
  const row = await db.selectFrom('projects').select('catalogue').where('code', '=', code).executeTakeFirst();
  return row?.catalogue ?? null;
}

/** Replaces the catalogue in one write. @param before what it replaces. @returns false when it is that no more. */
export async function replaceCatalogue(
  db: Queries,
  code: string,
  before: string,
  catalogue: NeedsCatalogue,
): Promise<boolean> {
  const replaced = await db
    .updateTable('projects')
    .set({ catalogue: JSON.stringify(catalogue) })
    .where('code', '=', code)
    .where('catalogue', '=', before)
    .returning('code')
    .executeTakeFirst();
  return replaced !== undefined;
}
