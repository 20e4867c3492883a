// The team's page of a round: how far an open one is, or the group's result (`panel-result-view.ts`, `voted-view.ts`), with
// everything there is to do around it. Range and mean only: never who ranked what (docs/rules.md, Panel).
import type { Member, Round } from '../../db/panels.ts';
import { formatDate } from '../../format-values.ts';
import { workedAddress } from '../worked-address.ts';
import { type CountingView, countingView } from './counting-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import { type ClosedRound, findingOf, type ResultView, resultView } from './panel-result-view.ts';
import { type VotedView, votedView } from './voted-view.ts';
import type { Words } from './workspace.ts';

/** The page of a panel: the result of a closed round, or how far an open one is. */
export interface PanelPage extends Lead {
  readonly tabs: readonly Tab[];
  readonly result: ResultView | null;
  /** Of a round in which no orders were made, instead of `result`. */
  readonly voted: VotedView | null;
  readonly progress: ProgressView | null;
  /** Other ways of counting and how firm the order is; null where there is no order. */
  readonly counting: CountingView | null;
  /** Where the way this round was voted in is worked out by hand; null without a result. */
  readonly worked: string | null;
  /** What else there is to do with the panel. */
  readonly links: readonly { readonly name: string; readonly address: string }[];
  /** Whether enough members handed in to decide; empty before the first round. */
  readonly quorum: string;
}

export interface ProgressView {
  readonly members: readonly { readonly who: string; readonly submitted: boolean }[];
}

const say = (words: Words, key: string, values = {}) => words.say({ key: `panel.result.${key}`, values });
const sayRounds = (words: Words, key: string, values = {}) => words.say({ key: `rounds.${key}`, values });

/** The pages around a round; a closed one can be talked about and decided on. */
function panelLinks(project: string, closed: Round | null, words: Words): PanelPage['links'] {
  const link = (key: string, page: string) => ({
    name: sayRounds(words, key),
    address: `/team/${project}/panel/${page}`,
  });
  const about = `rounds/${closed?.round ?? 0}`;
  return [
    ...(closed ? [link('talk.link', `${about}/talk`), link('final.link', `${about}/final`)] : []),
    ...(closed
      ? [{ name: words.say({ key: 'what-if.link' }), address: `/team/${project}/panel/${about}/what-if` }]
      : []),
    { name: words.say({ key: 'call.team.link' }), address: `/team/${project}/panel/call` },
    { name: words.say({ key: 'call.meetings.link' }), address: `/team/${project}/panel/meetings` },
    link('members.manage', 'members'),
    link('log.link', 'log'),
  ];
}

/** What an open round is held with: a session in the room, and paper. */
function roomLinks(project: string, { round }: Round, { say: speak }: Words): PanelPage['links'] {
  const base = `/team/${project}/panel`;
  const paper = { name: speak({ key: 'live.desk.paper' }), address: `${base}/rounds/${round}/paper` };
  return [{ name: speak({ key: 'live.desk.title' }), address: `${base}/live` }, paper];
}

/** Opens the round after the last, after a decision for a new one; null while one is open. */
function openingAction(project: string, rounds: readonly Round[], words: Words): PanelPage['action'] {
  if (rounds.some(({ state }) => state === 'open')) return null;
  const values = { round: (rounds.at(-1)?.round ?? 0) + 1 };
  const decided = rounds.some(({ frozenOn }) => frozenOn !== null);
  const name = sayRounds(words, decided ? 'open.again' : 'open.button', values);
  return { address: `/team/${project}/panel/open`, name };
}

/** A tab for each round. */
export function roundTabs(
  project: string,
  rounds: readonly Round[],
  here: number,
  words: Words,
): readonly Tab[] {
  return rounds.map(({ round, state }) => ({
    name: say(words, state === 'open' ? 'tabOpen' : 'tab', { round }),
    address: `/team/${project}/panel?round=${round}`,
    here: round === here,
  }));
}

/** An open round: who handed in, never what. */
export function openRoundPage(
  project: string,
  round: Round,
  members: readonly Member[],
  submitted: ReadonlySet<string>,
  tabs: readonly Tab[],
  words: Words,
): PanelPage {
  return {
    finding: say(words, 'openFinding', {
      count: submitted.size,
      members: members.length,
      round: round.round,
    }),
    lead: say(words, 'openLead', { date: formatDate(words.language, round.closesOn) }),
    action: {
      address: `/team/${project}/panel/rounds/${round.round}/close`,
      name: say(words, 'close', { round: round.round }),
    },
    tabs,
    result: null,
    voted: null,
    counting: null,
    worked: null,
    links: [...roomLinks(project, round, words), ...panelLinks(project, null, words)],
    quorum: sayRounds(words, 'quorum.open', {
      quorum: round.quorum,
      missing: Math.max(0, round.quorum - submitted.size),
    }),
    progress: {
      members: members.map(({ code, role, library }) => ({
        who: `${role}, ${library}`,
        submitted: submitted.has(code),
      })),
    },
  };
}

/** Before the first round. */
export function noRoundPage(project: string, words: Words): PanelPage {
  return {
    finding: say(words, 'noneFinding'),
    lead: say(words, 'noneLead'),
    action: openingAction(project, [], words),
    tabs: [],
    result: null,
    voted: null,
    progress: null,
    counting: null,
    worked: null,
    links: panelLinks(project, null, words),
    quorum: '',
  };
}

/** A closed round; with fewer than three ballots it says so and shows no order. */
export function closedRoundPage(closed: ClosedRound, tabs: readonly Tab[], words: Words): PanelPage {
  const { result, round, rounds, project } = closed;
  const top = result.lists.find((list) => list.parent === null);
  const values = {
    ballots: result.ballots,
    members: result.members,
    round: result.round,
    needs: top?.order.length ?? 0,
    closed: result.closedOn === null ? 'no' : 'yes',
    date: result.closedOn === null ? '' : formatDate(words.language, result.closedOn),
  };
  const voted = top?.votes ? votedView(closed, top, words) : null;
  const piles = result.way === 'piles' ? ` ${words.say({ key: 'votes.result.piles' })}` : '';
  return {
    finding:
      voted?.finding ?? (top ? findingOf(top, closed.needs, words) : say(words, 'tooFewFinding', values)),
    lead: voted
      ? `${words.say({ key: 'votes.result.lead', values })} ${voted.how}`
      : say(words, top ? 'lead' : 'tooFewLead', values) + piles,
    action: openingAction(project, rounds, words),
    tabs,
    result: top && !voted ? resultView(closed, top, words) : null,
    voted,
    progress: null,
    counting: top && !voted ? countingView(closed.checks, closed.needs, words) : null,
    worked: top ? workedAddress(round.way) : null,
    links: panelLinks(project, round, words),
    quorum: sayRounds(words, result.ballots >= round.quorum ? 'quorum.met' : 'quorum.missed', {
      quorum: round.quorum,
    }),
  };
}
