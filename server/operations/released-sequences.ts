// Up to which response each kind of reader sees a survey: the team every answer at once; for readers outside it figures
// move in steps of enough new persons, so that nobody can be found by comparing a page with how it was yesterday
// (docs/rules.md, Subtraction). A withdrawal lowers them at once, by a whole step: the newest others wait with it until enough new persons
// came. Figures about groups move with them, but only where in every group enough persons are new. The step is kept in the
// database by whoever may write; the worker is given where to stop.
import { groupingsInRoutes } from '../../analysis/disclosure/asked-of-groups.ts';
import { type Grouping, groupingsInSigns, groupingsInView } from '../../analysis/disclosure/groupings.ts';
import { minimums } from '../../analysis/disclosure/minimums.ts';
import type { Reader } from '../../analysis/disclosure.ts';
import type { ExploreView } from '../../analysis/explore/view.ts';
import { releaseStep } from '../../analysis/report/release-step.ts';
import type { NeedsCatalogue } from '../../surveys/needs-catalogue.ts';
import type { Context } from '../context.ts';
import { projectByCode } from '../db/projects.ts';
import {
  type GroupsAlong,
  groupsToldApart,
  moveRelease,
  type Release,
  releaseOf,
  tellGroupsApart,
} from '../db/releases.ts';
import { lastSequenceOf, waitAtLeast } from '../db/responses.ts';
import { savedViewsOf } from '../db/saved-views.ts';
import { type Survey, surveysOf } from '../db/surveys.ts';
import type { GroupStepAsked } from './group-step.ts';

/** The sequence numbers of the last response that counts, and of the last in figures about groups: 0 where there are none. */
export interface ReleasedTo {
  readonly everybody: number;
  readonly groups: number;
  /** In views of groups that stand in the report. */
  readonly views: number;
}
/** Per survey how far it is released. Null: all of it is. */
export type ReleasedSequences = Readonly<Record<string, ReleasedTo>> | null;

/** What readers outside the team are shown of groups of a survey. */
type Shown = Pick<GroupStepAsked, 'groupings' | 'views' | 'background'>;

type Writing = Pick<Context, 'db' | 'writes' | 'analysis'>;

/** What this reader may see of a project's surveys now, after a step forward where enough persons answered since the last. */
export async function releasedFor(ctx: Writing, code: string, reader: Reader): Promise<ReleasedSequences> {
  if (reader === 'operator' || reader === 'team') return null;
  const db = ctx.db.kysely;
  const [project, surveys, views] = await Promise.all([
    projectByCode(db, code),
    surveysOf(db, code),
    savedViewsOf(db, code),
  ]);
  if (!project) return {};
  const fielded = surveys.filter(({ state }) => state !== 'draft');
  const released = fielded.map(async (survey) => {
    const own = views.map(({ view }) => view).filter((view) => view.survey === survey.code);
    const groupings = await shownGroups(ctx, survey, project.catalogue, own);
    const { background } = project.catalogue;
    return [survey.code, await releasedOf(ctx, survey.code, { groupings, views: own, background })] as const;
  });
  return Object.fromEntries(await Promise.all(released));
}

/** The groups a reader outside the team may be shown, or ever was: what is left out of a report stays in older versions. */
async function shownGroups(
  ctx: Writing,
  { code, position, questionnaire }: Survey,
  catalogue: NeedsCatalogue,
  views: readonly ExploreView[],
): Promise<readonly Grouping[]> {
  const known = await groupsToldApart(ctx.db.kysely, code);
  const has = new Set(known.map((grouping) => JSON.stringify(grouping)));
  const shown = [
    ...groupingsInSigns(catalogue, code, position === 0),
    ...groupingsInRoutes(questionnaire, catalogue.background),
    ...views.flatMap((view) => groupingsInView(view, catalogue.background)),
  ];
  const added = shown.filter((grouping) => !has.has(JSON.stringify(grouping)));
  if (added.length > 0) await ctx.writes.run((transaction) => tellGroupsApart(transaction, code, added));
  return [...known, ...added];
}

async function releasedOf(ctx: Writing, survey: string, shown: Shown): Promise<ReleasedTo> {
  const db = ctx.db.kysely;
  const before = await releaseOf(db, survey);
  const { released, furthest } = before;
  if (
    released !== null &&
    !(await waitAtLeast(db, survey, furthest ?? released, stepAfter(released, furthest)))
  )
    return releasedTo(before, released);
  const now = await lastSequenceOf(db, survey);
  const along = await groupsAlong(ctx, survey, { before, now, shown });
  await ctx.writes.run((transaction) => moveRelease(transaction, survey, released, now, along));
  // Another process may have stepped first, to another response: what is stored is what everybody sees.
  const stored = await releaseOf(db, survey);
  return releasedTo(stored, now);
}

function releasedTo({ released, groups, views }: Release, otherwise: number): ReleasedTo {
  const everybody = released ?? otherwise;
  return { everybody, groups: groups ?? everybody, views: groups === 0 ? 0 : (views ?? everybody) };
}

/**
 * How many new persons a step takes. Beside an earlier page, who withdrew since would be one person on new ones: then
 * there are as many new ones as the base of a cross.
 */
function stepAfter(released: number, furthest: number | null): number {
  return furthest !== null && furthest > released ? minimums.cross : releaseStep;
}

interface Stepping {
  readonly before: Release;
  /** The sequence number figures of everybody step to. */
  readonly now: number;
  readonly shown: Shown;
}

/** Which figures about groups may step along; what was never shown before is told apart from nothing. */
async function groupsAlong(
  ctx: Writing,
  survey: string,
  { before: { groups, groupsFurthest, views }, now, shown }: Stepping,
): Promise<GroupsAlong> {
  const after = groupsFurthest ?? groups ?? 0;
  if (after === 0) return { groups: true, views: true };
  const withdrawn = groupsFurthest !== null;
  return ctx.analysis.ask('groupStep', {
    ...shown,
    survey,
    to: now,
    after,
    withdrawn,
    viewsAfter: views ?? after,
  });
}
