// The follow-up page in the words of one language: what was said, what is done about it, and how far it is.
import type { FollowedAction, FollowUp, FollowUpChange } from '../../analysis/report/follow-up.ts';
import { type ActionChange, type ActionState, actionStates } from '../../surveys/records/decisions.ts';
import { type CostsView, costsView, meansWords } from './means-view.ts';
import type { ReportWords } from './report-words.ts';

export interface FollowedActionView {
  readonly code: string;
  readonly title: string;
  readonly state: ActionState;
  readonly stateWord: string;
  /** Who, how and from when, as one line. */
  readonly facts: string;
  /** It answers the need it stands with only in part. */
  readonly partly: boolean;
  readonly reason: string;
  /** What it takes, a sentence each. */
  readonly means: readonly string[];
  /** How it moved since the report; empty where it did not. */
  readonly since: string;
}
export interface FollowedNeedView {
  readonly code: string;
  readonly mark: string;
  readonly label: string;
  readonly child: boolean;
  readonly actions: readonly FollowedActionView[];
  /** Why there is none; empty where nobody said so. */
  readonly reason: string;
}
export interface FollowUpView {
  readonly finding: string;
  readonly needs: readonly FollowedNeedView[];
  /** Actions that answer none of these needs. */
  readonly others: readonly FollowedActionView[];
  readonly counts: readonly { readonly state: ActionState; readonly word: string; readonly count: string }[];
  readonly changes: readonly {
    readonly day: string;
    readonly date: string;
    readonly action: string;
    readonly what: string;
    readonly reason: string;
  }[];
  /** What the public actions cost by year, as far as it is told; null where nothing is. */
  readonly costs: CostsView | null;
  /** Stopped actions and needs nothing is done about, each with its reason. */
  readonly notDone: readonly { readonly title: string; readonly what: string; readonly reason: string }[];
}

export function followUpView(followed: FollowUp, words: ReportWords): FollowUpView {
  const { actions } = followed;
  const named = new Map(actions.map((action) => [action.code, action]));
  const inState = (state: ActionState) => actions.filter((action) => action.state === state).length;
  const moving = inState('busy') + inState('done');
  return {
    finding: words.t('follow-up.finding', { count: actions.length, moving, done: inState('done') }),
    counts: actionStates
      .map((state) => ({ state, word: words.t(`report.state.${state}`), count: inState(state) }))
      .filter(({ count, state }) => count > 0 || state !== 'stopped')
      .map((each) => ({ ...each, count: words.number(each.count) })),
    needs: followed.needs.map(({ code, mark, label, child, reason, ...need }) => ({
      code,
      mark: mark ?? '–',
      label: words.text(label),
      child,
      reason: words.text(reason),
      actions: need.actions.flatMap((each) => {
        const action = named.get(each);
        return action ? [actionView(action, code, words)] : [];
      }),
    })),
    others: actions
      .filter(({ needs }) => needs.length === 0)
      .map((action) => actionView(action, null, words)),
    changes: followed.changes
      .filter(({ inReport }) => !inReport)
      .map((change) => ({
        day: change.at.slice(0, 10),
        date: words.date(change.at),
        action: words.text(named.get(change.action)?.title ?? null),
        what: changeWords(change, words),
        reason: words.text(change.reason ?? null),
      })),
    costs: costsView(
      actions.map(({ means }) => means?.costs ?? []),
      words,
    ),
    notDone: notDone(followed, words),
  };
}

/** One change as a sentence: "Van gepland naar bezig". */
export function changeWords({ was, state, also }: ActionChange, words: ReportWords): string {
  const word = (each: ActionState) => words.t(`report.state.${each}`);
  const told = also
    // The reason itself stands beneath a change of state.
    .filter((field) => was === null || field !== 'reason')
    .map((field) => words.t(`follow-up.changed.${field}`));
  if (was !== null) told.unshift(words.t('follow-up.changed.state', { from: word(was), to: word(state) }));
  return told.join(' ');
}

/** Words of an entry of the feed. */
export function entryWords(change: FollowUpChange, { actions }: FollowUp, words: ReportWords) {
  const action = actions.find(({ code }) => code === change.action);
  const title = words.text(action?.title ?? null);
  const reason = words.text(change.reason ?? null);
  return {
    title: words.t('follow-up.feed.entry', { title, state: words.t(`report.state.${change.state}`) }),
    text: [changeWords(change, words), reason].filter(Boolean).join(' '),
  };
}

/** @param need it stands with; null where it stands alone. */
function actionView(action: FollowedAction, need: string | null, words: ReportWords): FollowedActionView {
  const { code, title, owner, format, start, state, reason, told } = action;
  const word = (each: ActionState) => words.t(`report.state.${each}`);
  const moved = told !== null && told !== state;
  return {
    code,
    title: words.text(title),
    state,
    stateWord: word(state),
    facts: [owner, format, start]
      .map((text) => words.text(text))
      .filter(Boolean)
      .join(' · '),
    partly: action.needs.some((each) => each.need === need && each.partly),
    reason: words.text(reason),
    means: meansWords(action.means, words),
    since:
      told === null ? words.t('follow-up.new') : moved ? words.t('follow-up.was', { state: word(told) }) : '',
  };
}

function notDone({ needs, actions }: FollowUp, words: ReportWords): FollowUpView['notDone'] {
  const stopped = actions.filter(({ state }) => state === 'stopped');
  const open = needs.filter((need) => need.actions.length === 0);
  return [
    ...stopped.map(({ title, reason }) => ({
      title: words.text(title),
      what: words.t('follow-up.notDone.stopped'),
      reason: words.text(reason) || words.t('follow-up.notDone.noReason'),
    })),
    ...open.map(({ label, reason }) => ({
      title: words.text(label),
      what: words.t('follow-up.notDone.noAction'),
      reason: words.text(reason) || words.t('follow-up.notDone.noReason'),
    })),
  ];
}
