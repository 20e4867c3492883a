// Changes the needs catalogue of a project: read, changed and replaced in one write, so that two colleagues who save at
// once lose nothing of each other.
import { type NeedsCatalogue, needsCatalogueSchema } from '../../surveys/needs-catalogue.ts';
import type { Context } from '../context.ts';
import { replaceCatalogue, storedCatalogue } from '../db/projects.ts';
import { unknownProject } from '../errors.ts';

/**
 * Replaces the catalogue by what `change` makes of it as it is stored now.
 * @param change gives null where it may not: what it was meant for is not there any more as it was shown.
 * @returns whether it was changed.
 * @throws ExpectedFailure without such a project; what `change` throws.
 */
export async function editCatalogue(
  ctx: Pick<Context, 'writes'>,
  project: string,
  change: (catalogue: NeedsCatalogue) => NeedsCatalogue | null,
): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    // Another process may come between reading and writing; it is read again then.
    for (let turn = 0; turn < 5; turn += 1) {
      const stored = await storedCatalogue(db, project);
      if (stored === null) throw unknownProject(project);
      const changed = change(needsCatalogueSchema.parse(JSON.parse(stored)));
      if (changed === null) return false;
      if (await replaceCatalogue(db, project, stored, needsCatalogueSchema.parse(changed))) return true;
    }
    return false;
  });
}
