// The group's result of a round: order, spread on one axis, how much members agree, what to talk about first and
// where the evidence says something else. Range and mean only: never who ranked what (docs/rules.md, Panel).
import type { ListChecks } from '../../../analysis/panel/panel-checks.ts';
import type { NeedResult, PanelList, PanelPlace, PanelResult } from '../../../analysis/results.ts';
import { competitionRanks } from '../../../analysis/statistics/competition-rank.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase, panelMethods } from '../../computed.ts';
import type { Member, Round } from '../../db/panels.ts';
import { formatDate } from '../../format-values.ts';
import { writePlace } from '../panel/card-views.ts';
import { type CountingView, countingView } from './counting-view.ts';
import type { Lead, Tab } from './page-parts.ts';
import { tiesDecided } from './ties-decided.ts';
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
  /** What else there is to do with the panel. */
  readonly links: readonly { readonly name: string; readonly address: string }[];
  /** Whether enough members handed in to decide; empty before the first round. */
  readonly quorum: string;
}

export interface ResultView {
  readonly lists: readonly ResultList[];
  readonly spread: boolean;
  readonly agreement: AgreementView | null;
  readonly talk: readonly Remark[];
  readonly apart: readonly Remark[];
  readonly notes: readonly string[];
  readonly computed: ComputedPanel;
}
export interface ResultList {
  readonly title: string;
  readonly ticks: readonly { readonly at: number; readonly value: number | string }[];
  readonly rows: readonly ResultRow[];
}
export interface ResultRow {
  readonly place: string;
  readonly label: string;
  readonly address: string;
  /** Joined with its neighbours as about equal; empty when it stands alone. */
  readonly bracket: 'start' | 'middle' | 'end' | '';
  readonly axis: SpreadAxis | null;
  /** The axis in words. */
  readonly range: string;
  readonly mean: string;
  readonly evidence: string;
  readonly apart: boolean;
}
/** Places in percent of the axis. */
export interface SpreadAxis {
  readonly grid: readonly number[];
  readonly mean: number;
  readonly range: { readonly from: number; readonly to: number } | null;
  readonly divided: boolean;
}
export interface AgreementView {
  readonly word: string;
  readonly sentence: string;
  readonly at: number;
  readonly value: string;
  /** The ends of the scale stand at its edges. */
  readonly ticks: readonly { readonly at: number; readonly word: string; readonly anchor: string }[];
}
export interface Remark {
  readonly label: string;
  readonly words: string;
  readonly flagged: boolean;
}
export interface ProgressView {
  readonly members: readonly { readonly who: string; readonly submitted: boolean }[];
}

/** What the team page of a closed round is made from; `needs` have the evidence of now. */
export interface ClosedRound {
  readonly project: string;
  readonly round: Round;
  readonly rounds: readonly Round[];
  readonly result: PanelResult;
  readonly needs: readonly NeedResult[];
  readonly checks: readonly ListChecks[];
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
    links: panelLinks(project, round, words),
    quorum: sayRounds(words, result.ballots >= round.quorum ? 'quorum.met' : 'quorum.missed', {
      quorum: round.quorum,
    }),
  };
}

function resultView(closed: ClosedRound, top: PanelList, words: Words): ResultView {
  const { result, needs } = closed;
  const placed = evidencePlaces(result.lists, needs);
  return {
    lists: result.lists.map((list) => listView(closed, list, placed, words)),
    spread: top.order.some((place) => place.lowest !== null),
    agreement: agreementView(top, words),
    talk: talkFirst(top.order, needs, words),
    apart: apartFromEvidence(top.order, placed, needs, words),
    notes: notesOf(top, needs, words),
    computed: computedPanel(
      words.say({ key: 'panel.panel' }),
      { methods: panelMethods(result.lists), weights: 'members' },
      noBase,
      words,
    ),
  };
}

type EvidencePlaces = ReadonlyMap<string, { readonly rank: number | null; readonly apart: boolean }>;

/** From this many places apart, panel and evidence are flagged (docs/rules.md, Panel). */
const flagFrom = 3;

/** Each need's place on evidence among its siblings, and whether the panel's own place is far from it. */
function evidencePlaces(lists: readonly PanelList[], needs: readonly NeedResult[]): EvidencePlaces {
  return new Map(
    lists.flatMap(({ order }) => {
      // As it was ordered, before evidence decided between equals: evidence is not compared with itself.
      const ranks = competitionRanks(order.map(({ score }) => score));
      return order.map(({ need }, index) => {
        const rank = needs.find(({ code }) => code === need)?.rank ?? null;
        const panel = ranks[index] ?? null;
        return [need, { rank, apart: rank !== null && panel !== null && Math.abs(panel - rank) >= flagFrom }];
      });
    }),
  );
}

function listView(closed: ClosedRound, list: PanelList, placed: EvidencePlaces, words: Words): ResultList {
  const { needs, project } = closed;
  const nested = list.parent !== null;
  const count = list.order.length;
  const positions = list.order.map((_, index) => index + 1);
  return {
    title: list.parent === null ? '' : say(words, 'within', { title: labelOf(list.parent, needs, words) }),
    ticks: positions.map((place) => ({ at: onAxis(place, count), value: writePlace(place, nested) })),
    rows: list.order.map((place, index) => {
      const evidence = placed.get(place.need)?.rank ?? null;
      return {
        place: writePlace(place.rank, nested),
        label: labelOf(place.need, needs, words),
        address: `/team/${project}/needs/${place.need}`,
        bracket: bracketAt(list.order, index),
        axis: axisOf(place, count, positions),
        range: rangeWords(place, words),
        mean: place.meanPlace === null ? '–' : say(words, 'mean', { value: place.meanPlace }),
        evidence: evidence === null ? '–' : writePlace(evidence, nested),
        apart: placed.get(place.need)?.apart ?? false,
      };
    }),
  };
}

function axisOf(place: PanelPlace, count: number, positions: readonly number[]): SpreadAxis | null {
  if (place.meanPlace === null) return null;
  const { lowest, highest } = place;
  return {
    grid: positions.map((position) => onAxis(position, count)),
    mean: onAxis(place.meanPlace, count),
    range:
      lowest === null || highest === null
        ? null
        : { from: onAxis(lowest, count), to: onAxis(highest, count) },
    divided: place.divided,
  };
}

/** Place 1 and the last stand a little inside the ends, so that a dot is never cut off. */
function onAxis(place: number, count: number): number {
  const share = count > 1 ? (place - 1) / (count - 1) : 0.5;
  return Math.round((4 + 92 * share) * 100) / 100;
}

function bracketAt(order: readonly PanelPlace[], index: number): ResultRow['bracket'] {
  const above = order[index - 1]?.equalToNext ?? false;
  const below = order[index]?.equalToNext ?? false;
  if (above) return below ? 'middle' : 'end';
  return below ? 'start' : '';
}

function rangeWords(place: PanelPlace, words: Words): string {
  if (place.lowest === null || place.highest === null) return '';
  return say(words, place.divided ? 'rangeDivided' : 'range', { from: place.lowest, to: place.highest });
}

function findingOf(top: PanelList, needs: readonly NeedResult[], words: Words): string {
  const close = top.order.findIndex((place) => !place.equalToNext) + 1;
  const [first, second] = top.order.map((place) => labelOf(place.need, needs, words));
  if (close > 2) return say(words, 'findingMany', { count: close });
  return say(words, close === 2 ? 'findingTwo' : 'finding', { first: first ?? '', second: second ?? '' });
}

function agreementView(top: PanelList, words: Words): AgreementView | null {
  const { agreement } = top;
  if (!agreement) return null;
  const { w, left } = agreement;
  const tick = (value: number, key: string, anchor: string) => ({
    at: 100 * value,
    word: say(words, `scale.${key}`),
    anchor,
  });
  return {
    word: say(words, `reading.${agreement.words}`),
    sentence: [
      words.say({ key: `panel.agreement.sentence.${agreement.words}` }),
      say(words, 'kendall', { w }),
      ...(left > 0 ? [say(words, 'left', { left })] : []),
    ].join(' '),
    at: Math.round(10_000 * w) / 100,
    value: say(words, 'wValue', { w }),
    ticks: [
      tick(0, 'none', 'start'),
      tick(0.3, 'weak', 'middle'),
      tick(0.5, 'moderate', 'middle'),
      tick(0.7, 'strong', 'middle'),
      tick(1, 'full', 'end'),
    ],
  };
}

/** Divided needs first, then the widest apart: talk time goes there. At most three. */
function talkFirst(
  order: readonly PanelPlace[],
  needs: readonly NeedResult[],
  words: Words,
): readonly Remark[] {
  return [...order]
    .filter((place) => (place.disagreement ?? 0) > 0)
    .sort((a, b) => (b.disagreement ?? 0) - (a.disagreement ?? 0))
    .slice(0, 3)
    .map((place) => ({
      label: labelOf(place.need, needs, words),
      words: rangeWords(place, words),
      flagged: place.divided,
    }));
}

function apartFromEvidence(
  order: readonly PanelPlace[],
  placed: EvidencePlaces,
  needs: readonly NeedResult[],
  words: Words,
): readonly Remark[] {
  return order.flatMap((place) => {
    const own = placed.get(place.need);
    if (!own?.apart || own.rank === null) return [];
    const values = { group: place.rank, evidence: own.rank };
    return [{ label: labelOf(place.need, needs, words), words: say(words, 'apart', values), flagged: true }];
  });
}

/** What decided an exact tie, which places hold without any one member, and what five ballots are needed for. */
function notesOf(top: PanelList, needs: readonly NeedResult[], words: Words): readonly string[] {
  const ties = tiesDecided(top, needs, words);
  const steady = top.order.filter(
    ({ withoutOne, rank }) => withoutOne && withoutOne.best === rank && withoutOne.worst === rank,
  );
  const list = new Intl.ListFormat(words.language, { type: 'conjunction' });
  return [
    ...ties,
    ...(steady.length > 0
      ? [
          say(words, 'steady', {
            places: list.format(steady.map(({ rank }) => String(rank))),
            count: steady.length,
          }),
        ]
      : []),
    say(words, top.order.some((place) => place.lowest !== null) ? 'neverWho' : 'fewerThanFive'),
  ];
}

function labelOf(code: string, needs: readonly NeedResult[], words: Words): string {
  const need = needs.find((each) => each.code === code);
  return need ? inLanguage(need.label, words.language) : code;
}
