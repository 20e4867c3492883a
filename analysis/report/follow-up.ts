// What became of what people said: need → action → state as it is now, beside what the report announced. Public actions
// alone; the needs, their order and the words of the report come from its snapshot.
import type { ProjectRecord, ProjectRecords } from '../../surveys/project-records.ts';
import type { Text } from '../../surveys/questionnaire.ts';
import type { ActionChange } from '../../surveys/records/decisions.ts';
import { type ToldMeans, toldMeans } from '../action-means.ts';
import { shownNeeds } from './blocks.ts';
import type { ReportModel } from './model.ts';

export interface FollowedAction {
  readonly code: string;
  readonly title: Text;
  readonly owner: Text;
  readonly format: Text | null;
  readonly start: Text | null;
  readonly state: ProjectRecord<'action'>['state'];
  readonly reason: Text | null;
  /** What it takes, where the team tells it. */
  readonly means: ToldMeans | null;
  /** The state the report told; null for an action that came after it. */
  readonly told: ProjectRecord<'action'>['state'] | null;
  /** Needs the report tells that it answers, in its order; none for an action of needs the team left out. */
  readonly needs: readonly { readonly need: string; readonly partly: boolean }[];
  /** The newest first. */
  readonly changes: readonly ActionChange[];
}
export interface FollowedNeed {
  readonly code: string;
  readonly mark: string | null;
  readonly label: Text;
  readonly child: boolean;
  readonly actions: readonly string[];
  /** Why nothing is done about it, where somebody said so. */
  readonly reason: Text | null;
}
/** One change with the action it is of. */
export interface FollowUpChange extends ActionChange {
  readonly action: string;
  /** Its place in the action's history, from 1. */
  readonly place: number;
  /** It came before the report, which tells its outcome already. */
  readonly inReport: boolean;
}
export interface FollowUp {
  readonly needs: readonly FollowedNeed[];
  readonly actions: readonly FollowedAction[];
  /** Every change of a public action, the newest first. */
  readonly changes: readonly FollowUpChange[];
}

/**
 * What became of the actions since a report. A need whose card the team left out of it is not named here either; a public
 * action stays, whatever it answers, since it was announced as public.
 * @param publishedAt moment of publication (ISO 8601); changes before it are in the report already.
 */
export function followUpOf(report: ReportModel, publishedAt: string, records: ProjectRecords): FollowUp {
  const shown = shownNeeds(report);
  const place = new Map(shown.map(({ code }, index) => [code, index]));
  const told = new Map(report.actions.map(({ code, state }) => [code, state]));
  const reasons = new Map(records.no_action.map(({ code, reason }) => [code, reason]));
  const actions = records.action
    .filter(({ kind }) => kind === 'public')
    .map((action): FollowedAction => {
      const { code, title, owner, format, start, state, reason, partly } = action;
      const needs = [...new Set([...action.needs, ...partly])].filter((need) => place.has(need));
      return {
        code,
        title,
        owner,
        format: format ?? null,
        start: start?.label ?? null,
        state,
        reason: reason ?? null,
        means: toldMeans(action),
        told: told.get(code) ?? null,
        needs: needs
          .sort((one, other) => (place.get(one) ?? 0) - (place.get(other) ?? 0))
          .map((need) => ({ need, partly: partly.includes(need) })),
        changes: [...(action.history ?? [])].reverse(),
      };
    });
  const about = (need: string) => actions.filter(({ needs }) => needs.some((each) => each.need === need));
  return {
    needs: shown.map(({ code, mark, label, parent }) => ({
      code,
      mark,
      label,
      child: parent !== null,
      actions: about(code).map((action) => action.code),
      reason: reasons.get(code) ?? null,
    })),
    actions,
    changes: actions
      .flatMap(({ code, changes }) =>
        changes.map((change, index) => ({
          ...change,
          action: code,
          place: changes.length - index,
          inReport: change.at <= publishedAt,
        })),
      )
      .sort((one, other) => other.at.localeCompare(one.at) || one.action.localeCompare(other.action)),
  };
}

/** What a team may change about an action. */
export type ActionUpdate = Pick<ProjectRecord<'action'>, 'state' | 'owner' | 'start' | 'reason'>;

/**
 * The action brought up to date, with a line in its history; the same value where nothing differs.
 * @param at moment of the change (ISO 8601, UTC).
 */
export function updateAction(
  action: ProjectRecord<'action'>,
  update: ActionUpdate,
  at: string,
): ProjectRecord<'action'> {
  const also = (['owner', 'start', 'reason'] as const).filter(
    (field) => JSON.stringify(action[field]) !== JSON.stringify(update[field]),
  );
  if (also.length === 0 && action.state === update.state) return action;
  const { reason: _reason, start: _start, ...kept } = action;
  const change: ActionChange = {
    at,
    was: action.state === update.state ? null : action.state,
    state: update.state,
    also,
    ...(update.reason ? { reason: update.reason } : {}),
  };
  return {
    ...kept,
    state: update.state,
    owner: update.owner,
    ...(update.start ? { start: update.start } : {}),
    ...(update.reason ? { reason: update.reason } : {}),
    history: [...(action.history ?? []), change],
  };
}
