// Views of the explorer that a project keeps for its report, in the order in which the report shows them.
import type { ExploreView } from '../../analysis/explore/view.ts';
import type { SavedSeeing } from '../../analysis/report/saved-figures.ts';
import type { Queries } from './open.ts';

export interface SavedView {
  readonly id: string;
  readonly view: ExploreView;
  /** How its table is read and which picture it takes. */
  readonly seeing: SavedSeeing;
  readonly title: string;
  /** Empty where nothing was explained. */
  readonly note: string;
}

/** Keeps a view behind those that are there. Call it inside a transaction. */
export async function saveView(db: Queries, project: string, saved: SavedView): Promise<void> {
  const { last } = await db
    .selectFrom('saved_views')
    .select(({ fn }) => fn.max('position').as('last'))
    .where('project', '=', project)
    .executeTakeFirstOrThrow();
  const { id, view, seeing, title, note } = saved;
  await db
    .insertInto('saved_views')
    .values({ project, id, position: (last ?? 0) + 1, view: JSON.stringify({ view, seeing }), title, note })
    .execute();
}

export async function savedViewsOf(db: Queries, project: string): Promise<readonly SavedView[]> {
  const rows = await db
    .selectFrom('saved_views')
    .select(['id', 'view', 'title', 'note'])
    .where('project', '=', project)
    .orderBy('position')
    .execute();
  return rows.map(({ view, ...rest }) => {
    // The column is only written by saveView above, from these types; the oldest were kept before there was a choice.
    const kept = JSON.parse(view) as Pick<SavedView, 'view' | 'seeing'>;
    return {
      ...rest,
      ...kept,
      view: { ...kept.view, correction: kept.view.correction ?? 'benjaminiHochberg' },
    };
  });
}

export async function removeSavedView(db: Queries, project: string, id: string): Promise<void> {
  await db.deleteFrom('saved_views').where('project', '=', project).where('id', '=', id).execute();
}

/** Changes places with the one before or after; at the end of the list nothing changes. Call it inside a transaction. */
export async function moveSavedView(db: Queries, project: string, id: string, step: -1 | 1): Promise<void> {
  const rows = await db
    .selectFrom('saved_views')
    .select(['id', 'position'])
    .where('project', '=', project)
    .orderBy('position')
    .execute();
  const at = rows.findIndex((row) => row.id === id);
  const [own, other] = [rows[at], rows[at + step]];
  if (!own || !other) return;
  for (const [row, position] of [
    [own, other.position],
    [other, own.position],
  ] as const) {
    await db
      .updateTable('saved_views')
      .set({ position })
      .where('project', '=', project)
      .where('id', '=', row.id)
      .execute();
  }
}
