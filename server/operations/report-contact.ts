// The contact in a report of a project, changed by its team. What was published stays as it was.
import type { Text } from '../../surveys/questionnaire.ts';
import type { Context } from '../context.ts';
import { holdProject, projectByCode, storeReportTemplate } from '../db/projects.ts';
import { unknownProject } from '../errors.ts';

/**
 * Replaces the words of these languages; empty ones go.
 * @param seen the contact as it was when somebody began, as JSON; `{}` for none.
 * @returns false, and changes nothing, when it is that no more.
 * @throws ExpectedFailure without such a project.
 */
export async function changeReportContact(
  ctx: Context,
  code: string,
  seen: string,
  words: Text,
): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    await holdProject(db, code);
    const project = await projectByCode(db, code);
    if (!project) throw unknownProject(code);
    const { contact: stored = {}, ...template } = project.reportTemplate;
    if (JSON.stringify(stored) !== seen) return false;
    const contact = Object.fromEntries(
      Object.entries({ ...stored, ...words }).filter(([, said]) => said !== ''),
    );
    const some = Object.keys(contact).length > 0;
    await storeReportTemplate(db, code, some ? { ...template, contact } : template);
    return true;
  });
}
