// Figures of another system taken into a project: what a file would become, and storing exactly that.
import { createHash } from 'node:crypto';
import { servicesAsked } from '../../analysis/needs/services.ts';
import type { Library } from '../../surveys/demonstration.ts';
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { Known } from '../../surveys/outside/outside-matching.ts';
import { type OutsidePlan, setCode } from '../../surveys/outside/outside-plan.ts';
import type { ProjectRecords } from '../../surveys/project-records.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { Context } from '../context.ts';
import { librariesOf } from '../db/libraries.ts';
import type { Project } from '../db/projects.ts';
import { addRecords, deleteRecord, putRecord, recordsOf } from '../db/records.ts';
import type { Survey } from '../db/surveys.ts';

/** What words of a file can stand for in a project. */
export interface OutsideKnown {
  readonly services: readonly (Known & { readonly label: Text })[];
  readonly libraries: readonly Library[];
  /** Categories of the desk, with their label where one is known. */
  readonly categories: ReadonlyMap<string, Text | null>;
  readonly records: ProjectRecords;
}

export async function outsideKnown(
  ctx: Pick<Context, 'db'>,
  project: Project,
  surveys: readonly Survey[],
): Promise<OutsideKnown> {
  const records = await recordsOf(ctx.db.kysely, project.code);
  const { catalogue } = project;
  const [main] = surveys;
  const asked =
    main && catalogue.services ? servicesAsked(main.questionnaire, catalogue.services).options : [];
  return {
    services: asked.map(({ code, label }) => ({ code, label, names: [code, ...Object.values(label)] })),
    libraries: await librariesOf(ctx.db.kysely, project.code),
    categories: new Map([
      ...countedCategories(catalogue).map((code): readonly [string, null] => [code, null]),
      ...records.desk_figure.map(({ category, label }) => [category, label] as const),
    ]),
    records,
  };
}

/** Categories of the desk that signs of needs count. */
export function countedCategories({ needs }: NeedsCatalogue): readonly string[] {
  const counted = needs.flatMap(({ indicators }) =>
    indicators.flatMap((each) => (each.source === 'desk_figures' ? each.categories : [])),
  );
  return [...new Set(counted)];
}

/** What a plan is recognised by: only what was shown is stored. */
export function planMark(plan: OutsidePlan): string {
  return createHash('sha256').update(JSON.stringify(plan)).digest('base64url');
}

/** Stores a plan in the place of what its set had before. */
export async function storeOutside(
  ctx: Pick<Context, 'writes'>,
  project: string,
  { set, desk }: OutsidePlan,
): Promise<void> {
  await ctx.writes.run(async (db) => {
    await forgetDesk(db, project, set.code);
    await putRecord(db, project, 'outside_figures', set);
    await addRecords(db, project, 'desk_figure', desk);
  });
}

/** Takes a set out, with the desk figures that came with it. @returns whether it was there. */
export async function removeOutside(
  ctx: Pick<Context, 'writes'>,
  project: string,
  set: string,
): Promise<boolean> {
  return ctx.writes.run(async (db) => {
    await forgetDesk(db, project, set);
    return deleteRecord(db, project, 'outside_figures', set);
  });
}

async function forgetDesk(db: Parameters<typeof recordsOf>[0], project: string, set: string): Promise<void> {
  const { desk_figure } = await recordsOf(db, project);
  for (const figure of desk_figure) {
    if (figure.set === set) await deleteRecord(db, project, 'desk_figure', figure.code);
  }
}

/** The set a title would take the place of; null when its name is new. */
export function setBefore(
  { outside_figures }: ProjectRecords,
  title: string,
): ProjectRecords['outside_figures'][number] | null {
  return outside_figures.find(({ code }) => code === setCode(title)) ?? null;
}
