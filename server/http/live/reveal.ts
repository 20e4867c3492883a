// The result of a closed round as a session shows it, step by step: the group's order with the own places beside it, one
// divided need at a time, and what is about equal held together. Range and mean only: never who ranked what.
import type { LiveStage } from '../../../analysis/panel/live-agenda.ts';
import { type LiveTopic, liveTopics } from '../../../analysis/panel/live-topics.ts';
import type { PanelList, PanelPlace, PanelResult } from '../../../analysis/results/panel.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { Comment } from '../../db/panel-comments.ts';
import { fewestBallots } from '../../db/panels.ts';
import type { Message } from '../../texts.ts';
import { agreementSaid } from '../panel/agreement-said.ts';
import { plainText, writePlace } from '../panel/card-views.ts';
import { countedOf, isUnplaced } from '../panel/counted-votes.ts';
import { type OwnVote, ownOfNeed } from '../panel/own-vote.ts';

export interface RevealView {
  /** Too few ballots for an order. */
  readonly tooFew: boolean;
  readonly ballots: number;
  readonly lists: readonly RevealList[];
  /** How much members agree, or why that is not told. */
  readonly agreement: readonly Message[];
  /** The need that is talked about; null in other steps and where none divides. */
  readonly topic: TopicView | null;
  /** Whether how far members are apart is told; `few` when too few ballots are why it is not. */
  readonly spread: boolean;
  readonly few: boolean;
  /** Whether own places stand beside the group's. */
  readonly mine: boolean;
}
interface RevealList {
  readonly title: Text | null;
  /** Neighbours that are about equal stand in one group. */
  readonly groups: readonly { readonly equal: boolean; readonly lines: readonly RevealLine[] }[];
}
interface RevealLine {
  readonly place: string;
  readonly title: Text;
  /** What the votes of the group came to; null where they are orders. */
  readonly counted: Message | null;
  /** The own place of the member whose screen it is; null without one. */
  readonly own: string | null;
  /** What that member said where votes are no orders. */
  readonly said: Message | null;
  /** Three places apart and more. */
  readonly far: boolean;
}
export interface TopicView {
  readonly number: number;
  readonly count: number;
  readonly title: Text;
  readonly within: Text | null;
  readonly place: string;
  readonly own: string | null;
  readonly divided: boolean;
  readonly range: Message;
  readonly mean: Message | null;
  /** Places in percent of the axis from the first place to the last. */
  readonly axis: {
    readonly from: number;
    readonly width: number;
    readonly mean: number;
    readonly last: string;
  };
  readonly comments: readonly string[];
}

/** Fewest ballots of which is told how far they are apart (analysis/panel/panel-result.ts). */
const fewestApart = 5;
/** From this many places apart an own place is marked (docs/rules.md, Panel). */
const farFrom = 3;

export interface Revealed {
  readonly result: PanelResult;
  readonly titles: ReadonlyMap<string, Text>;
  readonly comments: readonly Comment[];
  /** What the member handed in, on the own screen; null in the room. */
  readonly own: OwnVote | null;
}

/** What is shown of a result at this stage. */
export function revealView({ result, titles, comments, own }: Revealed, stage: LiveStage): RevealView {
  const topics = stage.step === 'divided' ? liveTopics(result) : [];
  const topic = topics[Math.min(stage.item, topics.length - 1)];
  // What few people said can tell who they are, as their order can.
  const shown = result.ballots >= fewestBallots ? comments : [];
  return {
    tooFew: result.lists.length === 0,
    ballots: result.ballots,
    lists: result.lists.map((list) => listView(list, titles, own)),
    agreement: agreementSaid(result.lists.find(({ parent }) => parent === null)),
    topic: topic
      ? {
          number: topics.indexOf(topic) + 1,
          count: topics.length,
          ...topicView(topic, titles, own),
          comments: shown.filter(({ need }) => need === topic.place.need).map(({ words }) => words),
        }
      : null,
    spread: result.lists.some(({ order }) => order.some(({ lowest }) => lowest !== null)),
    few: result.ballots < fewestApart,
    mine: own !== null,
  };
}

function listView(list: PanelList, titles: ReadonlyMap<string, Text>, own: OwnVote | null): RevealList {
  const groups: { equal: boolean; lines: RevealLine[] }[] = [];
  list.order.forEach((place, index) => {
    const joined = list.order[index - 1]?.equalToNext ?? false;
    const line = lineView(list, place, titles, own);
    const last = groups.at(-1);
    if (joined && last) {
      last.lines.push(line);
      last.equal = true;
    } else groups.push({ equal: false, lines: [line] });
  });
  return { title: list.parent === null ? null : titleOf(list.parent, titles), groups };
}

function lineView(
  list: PanelList,
  { need, rank }: PanelPlace,
  titles: ReadonlyMap<string, Text>,
  vote: OwnVote | null,
): RevealLine {
  const nested = list.parent !== null;
  const { place: own, said } = ownOfNeed(vote, list, need);
  return {
    place: isUnplaced(list, need) ? '–' : writePlace(rank, nested),
    title: titleOf(need, titles),
    counted: countedOf(list, need),
    own: own === null ? null : writePlace(own, nested),
    said: own === null ? said : null,
    far: own !== null && Math.abs(rank - own) >= farFrom,
  };
}

function topicView(
  { list, place }: LiveTopic,
  titles: ReadonlyMap<string, Text>,
  vote: OwnVote | null,
): Omit<TopicView, 'number' | 'count' | 'comments'> {
  const nested = list.parent !== null;
  const { place: own } = ownOfNeed(vote, list, place.need);
  const last = list.order.length;
  // Topics are only those with a range.
  const [lowest, highest] = [place.lowest ?? 1, place.highest ?? last];
  const at = (value: number) => Math.round((last > 1 ? (value - 1) / (last - 1) : 0.5) * 10_000) / 100;
  return {
    title: titleOf(place.need, titles),
    within: list.parent === null ? null : titleOf(list.parent, titles),
    place: writePlace(place.rank, nested),
    own: own === null ? null : writePlace(own, nested),
    divided: place.divided,
    range: {
      key: 'rounds.talk.range',
      values: { from: writePlace(lowest, nested), to: writePlace(highest, nested) },
    },
    // The mean of two letters is no letter.
    mean: place.meanPlace === null || nested ? null : { key: 'live.mean', values: { mean: place.meanPlace } },
    axis: {
      from: at(lowest),
      width: Math.max(0, at(highest) - at(lowest)),
      mean: at(place.meanPlace ?? place.rank),
      last: writePlace(last, nested),
    },
  };
}

function titleOf(need: string, titles: ReadonlyMap<string, Text>): Text {
  return titles.get(need) ?? plainText(need);
}
