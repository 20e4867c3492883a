// The pages of the sounding board and the data each one needs: words in the reader's language or keys of them.
import type { Way } from '../../../analysis/panel/ways/vote.ts';
import type { Text } from '../../../surveys/questionnaire.ts';
import type { ComputedPanel } from '../../computed.ts';
import type { Message } from '../../texts.ts';
import type { LiveAskPage, LiveCodePage, LiveWaitPage } from '../live/door.ts';
import type { Outcome } from '../outcome.ts';
import type { Bracket } from './brackets.ts';
import type { NamedOrders } from './closed-round.ts';
import type { CommentView } from './comments.ts';
import type { LiveMemberPage } from './live.ts';
import type { MeetingLine } from './meetings.ts';
import type { NotKeptPage } from './not-kept.ts';
import type { PilesPage } from './piles.ts';
import type { PrintPage } from './print.ts';
import type { VotePage, VoteReviewPage, VoteSubmittedPage } from './vote-pages.ts';
import type { WorkOutView } from './work-out-view.ts';

export interface PanelPages {
  'panel/ballot': BallotPage;
  'panel/review': ReviewPage;
  'panel/submitted': SubmittedPage;
  'panel/round': RoundPage;
  'panel/piles': PilesPage;
  'panel/print': PrintPage;
  'panel/vote': VotePage;
  'panel/vote-review': VoteReviewPage;
  'panel/vote-submitted': VoteSubmittedPage;
  'panel/notice': NoticePage;
  'panel/not-kept': NotKeptPage;
  'panel/live': LiveMemberPage;
  'panel/live-code': LiveCodePage;
  'panel/live-ask': LiveAskPage;
  'panel/live-wait': LiveWaitPage;
  'panel/meetings': MeetingsPage;
}

/** The line above every page: which round, and what is on disk. */
export interface PanelHead {
  /** The member's own address, without a slash at the end. */
  readonly address: string;
  /** Title of the project. */
  readonly project: Text;
  readonly round: number | null;
  readonly savedAt: string | null;
  /** Somebody was let in as this member without the own link. */
  readonly deviceLetIn: boolean;
  /** The session in the room that runs beside this page; null without one, and on the pages of the session itself. */
  readonly live: LiveStrip | null;
}

/** Where a screen shows a session and asks for news of it. */
export interface LiveAddresses {
  readonly page: string;
  readonly events: string;
  readonly state: string;
}

/** The line of a session above another page of the member. */
export interface LiveStrip extends LiveAddresses {
  /** The page takes votes in the round of the session, so that it goes to the result when that closes. */
  readonly leaves: boolean;
}

export interface BallotPage extends PanelHead {
  /** The state of the stored ballot this page was made on. */
  readonly after: string;
  /** Identifies this ballot on the member's own device, without the secret of the address. */
  readonly ballot: string;
  readonly closesOn: string;
  /** Needs in the top list. */
  readonly count: number;
  readonly submitted: boolean;
  /** After closing the group sees who ordered what. */
  readonly named: boolean;
  /** A closed round this member took part in: its order can be looked at and started from. */
  readonly previous: { readonly round: number; readonly canStartFrom: boolean } | null;
  readonly list: CardListView;
  readonly howEvidence: ComputedPanel;
  /** So many that sorting into piles comes before ordering. */
  readonly manyCards: boolean;
  /** What the last move did, and the way back. */
  readonly status: Message | null;
  readonly undo: readonly { readonly name: string; readonly line: string }[] | null;
  /** Why the order was not saved. */
  readonly problems: readonly Message[];
  /** Comments that were not saved; the order was. */
  readonly wrong: readonly { readonly need: string; readonly title: Text; readonly message: Message }[];
  /** What the browser module says, with `{title}`, `{place}` and `{count}` still to be filled. */
  readonly words: Readonly<Record<string, string>>;
}

/** One list of cards; `line` is its order as a form field. */
export interface CardListView {
  readonly name: string;
  readonly nested: boolean;
  readonly line: string;
  /** Every place there is, for the choice of one. */
  readonly places: readonly number[];
  readonly ranked: readonly CardView[];
  readonly unranked: readonly CardView[];
  readonly noOpinion: readonly CardView[];
}

export interface CardView extends CommentView {
  readonly need: string;
  readonly title: Text;
  readonly explanation: Text | null;
  readonly facets: readonly Text[];
  /** `2`, in a nested list `b`; null when the card has no place. */
  readonly place: string | null;
  readonly nested: boolean;
  readonly equal: boolean;
  /** Equal with the card above or below. */
  readonly tied: boolean;
  readonly canUp: boolean;
  readonly canDown: boolean;
  readonly canEqual: boolean;
  readonly noOpinion: boolean;
  /** Lists of more than three offer a choice of place. */
  readonly places: readonly number[] | null;
  readonly moved: boolean;
  /** Which of its buttons takes the focus when the page opens. */
  readonly focus: string | null;
  readonly figure: FigureLine | null;
  readonly quote: Text | null;
  readonly evidence: readonly EvidenceGroup[];
  readonly children: CardListView | null;
}

/** "36 van de 105", and what they say. */
export interface FigureLine {
  readonly figure: Message;
  readonly label: Text;
  /** Stands after the label; null where there is none to give. */
  readonly percent: Message | null;
}
export interface EvidenceGroup {
  readonly kind: Message;
  readonly lines: readonly FigureLine[];
  /** What somebody noted, and whether it supports the need, speaks against it or shades it. */
  readonly notes: readonly { readonly direction: Message; readonly text: Text }[];
}

export interface ReviewPage extends PanelHead {
  readonly after: string;
  readonly closesOn: string;
  readonly submitted: boolean;
  /** Nothing was moved: the order is still the chance one. */
  readonly untouched: boolean;
  readonly list: OrderView;
  readonly lines: readonly { readonly name: string; readonly line: string }[];
}

/** An order to read, without hands. */
export interface OrderView {
  readonly ranked: readonly OrderLine[];
  readonly unranked: readonly OrderLine[];
  readonly noOpinion: readonly OrderLine[];
}
export interface OrderLine {
  readonly place: string | null;
  readonly title: Text;
  readonly equal: boolean;
  readonly children: OrderView | null;
}

export interface SubmittedPage extends PanelHead {
  readonly outcome: Outcome | null;
  readonly closesOn: string;
  readonly list: OrderView;
}

/** A closed round: the own order beside the group's. */
export interface RoundPage extends PanelHead {
  readonly outcome: Outcome | null;
  readonly closed: {
    readonly round: number;
    readonly closedOn: string | null;
    /** The day of the decision and why the group took it; null while nothing was decided. */
    readonly frozenOn: string | null;
    readonly rationale: string | null;
  };
  /** A later round is open. */
  readonly open: boolean;
  readonly ballots: number;
  readonly members: number;
  /** Null with too few ballots to show. */
  readonly lists: readonly RoundList[] | null;
  /** How much members agree, or why that is not told, and how many lists it leaves out. */
  readonly agreement: readonly Message[];
  /** The mean places to work out again; null where sums would tell who chose what. */
  readonly workOut: WorkOutView | null;
  readonly computed: ComputedPanel;
  readonly divided: readonly { readonly title: Text; readonly range: Message }[];
  /** Who ordered what, in a round by name. */
  readonly named: NamedOrders | null;
  /** Whether this member's own order was submitted. */
  readonly tookPart: boolean;
  /** How the round was voted in where that gave no orders, else null. */
  readonly voted: Way | null;
  /** Where the way the round was voted in is worked out by hand. */
  readonly worked: string;
  /** The round before was voted in another way: movement is not told. */
  readonly otherWayBefore: boolean;
  /** The own order alone, when there is no group order to show. */
  readonly own: OrderView | null;
}
export interface RoundList {
  readonly title: Text | null;
  /** What the means rest on, or why there are none; none where votes are no orders. */
  readonly notes: readonly Message[];
  readonly lines: readonly RoundLine[];
}
export interface RoundLine {
  readonly title: Text;
  readonly group: string;
  /** The mean place; null where none is told. */
  readonly mean: Message | null;
  /** Joined with its neighbours as about equal. */
  readonly bracket: Bracket;
  /** What the votes counted to, and this member's own; null in a round of orders. */
  readonly counted: Message | null;
  readonly said: Message | null;
  readonly own: string | null;
  /** Why there is no own place, or how far it is from the group's. */
  readonly note: Message | null;
  readonly far: boolean;
  /** That it was moved by hand after counting, or shifted by such a move, and why. */
  readonly moved: Message | null;
  readonly reason: string;
  /** The group's place in the round before; null where there is none. */
  readonly before: string | null;
  /** What members said, without who. */
  readonly comments: readonly string[];
}

export interface NoticePage extends PanelHead {
  readonly title: Message;
  readonly text: Message;
}

/** The meetings of the group. */
export interface MeetingsPage extends PanelHead {
  readonly coming: readonly MeetingLine[];
  readonly past: readonly MeetingLine[];
}
