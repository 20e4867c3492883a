// The result of a closed round in which orders were made: the order with its spread on one axis, how much members agree, what
// to talk about first and where the evidence says something else.
import { FEWEST_FOR_SPREAD } from '../../../analysis/panel/fewest.ts';
import { FLAG_FROM } from '../../../analysis/panel/final-order.ts';
import type { ListChecks } from '../../../analysis/panel/panel-checks.ts';
import { hasPlace } from '../../../analysis/panel/round-tree.ts';
import type { NeedResult } from '../../../analysis/results/needs.ts';
import type { PanelList, PanelPlace, PanelResult } from '../../../analysis/results/panel.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { type ComputedPanel, computedPanel, noBase, panelMethods } from '../../computed.ts';
import type { Round } from '../../db/panels.ts';
import { fewComplete } from '../panel/agreement-said.ts';
import { type Bracket, bracketAt } from '../panel/brackets.ts';
import { writePlace } from '../panel/card-views.ts';
import { type WorkOutView, workOutView } from '../panel/work-out-view.ts';
import { tiesDecided } from './ties-decided.ts';
import type { Words } from './workspace.ts';

export interface ResultView {
  readonly lists: readonly ResultList[];
  readonly spread: boolean;
  readonly agreement: AgreementView | null;
  readonly talk: readonly Remark[];
  readonly apart: readonly Remark[];
  readonly notes: readonly string[];
  readonly computed: ComputedPanel;
  /** The mean places to work out again; null with fewer than five ballots. */
  readonly workOut: WorkOutView | null;
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
  readonly bracket: Bracket;
  readonly axis: SpreadAxis | null;
  /** The axis in words. */
  readonly range: string;
  /** Why it has no place; empty where it has one. */
  readonly few: string;
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

/** The order of the group with everything that is told about it. */
export function resultView(closed: ClosedRound, top: PanelList, words: Words): ResultView {
  const { result, needs } = closed;
  const placed = evidencePlaces(result.lists, needs);
  return {
    lists: result.lists.map((list) => listView(closed, list, placed, words)),
    spread: top.order.some((place) => place.lowest !== null),
    agreement: agreementView(top, words),
    talk: talkFirst(top.order, needs, words),
    apart: apartFromEvidence(top.order, placed, needs, words),
    notes: notesOf(top, result, needs, words),
    computed: computedPanel(
      words.say({ key: 'panel.panel' }),
      { methods: panelMethods(result.lists), weights: 'members' },
      noBase,
      words,
    ),
    workOut: workOutView(result, (need) => labelOf(need, needs, words), words),
  };
}

type EvidencePlaces = ReadonlyMap<string, { readonly rank: number | null; readonly apart: boolean }>;

/** Each need's place on evidence among its siblings, and whether the panel's own place is far from it. */
function evidencePlaces(lists: readonly PanelList[], needs: readonly NeedResult[]): EvidencePlaces {
  return new Map(
    lists.flatMap(({ order }) => {
      // As it was ordered, before evidence decided between equals: evidence is not compared with itself.
      return order.map(({ need, ballotPlace: panel, evidencePlace }) => {
        // The evidence of the round, where its place may be seen: a need that moved since has other neighbours.
        const rank = needs.find(({ code }) => code === need)?.rank == null ? null : evidencePlace;
        return [
          need,
          { rank, apart: rank !== null && panel !== null && Math.abs(panel - rank) >= FLAG_FROM },
        ];
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
        place: hasPlace(place) ? writePlace(place.rank, nested) : '–',
        label: labelOf(place.need, needs, words),
        address: `/team/${project}/needs/${place.need}`,
        bracket: bracketAt(list.order, index),
        axis: axisOf(place, count, positions),
        range: rangeWords(place, words),
        few: hasPlace(place) ? '' : say(words, 'fewOpinions'),
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

function rangeWords(place: PanelPlace, words: Words): string {
  if (place.lowest === null || place.highest === null) return '';
  return say(words, place.divided ? 'rangeDivided' : 'range', { from: place.lowest, to: place.highest });
}

/** Which need is first, or which are about equal at the top. */
export function findingOf(top: PanelList, needs: readonly NeedResult[], words: Words): string {
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
function notesOf(
  top: PanelList,
  { lists }: PanelResult,
  needs: readonly NeedResult[],
  words: Words,
): readonly string[] {
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
    ...(lists.some((list) => list.order.some((place) => !hasPlace(place))) ? [say(words, 'dash')] : []),
    ...(fewComplete(top) ? [say(words, 'fewComplete')] : []),
    ...(lists.some(({ orderOnly }) => orderOnly) ? [say(words, 'orderOnly')] : []),
    say(words, top.ballots >= FEWEST_FOR_SPREAD ? 'neverWho' : 'fewerThanFive'),
  ];
}

function labelOf(code: string, needs: readonly NeedResult[], words: Words): string {
  const need = needs.find((each) => each.code === code);
  return need ? inLanguage(need.label, words.language) : code;
}
