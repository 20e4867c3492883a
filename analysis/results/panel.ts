// The result of a round of the sounding board.

import type { Way } from '../panel/ways/vote.ts';
import type { CountedVotes } from '../panel/ways/vote-list.ts';

/** The group's order after a round. Members are never named (docs/rules.md, Panel). */
export interface PanelResult {
  readonly round: number;
  readonly closedOn: string | null;
  readonly ballots: number;
  readonly members: number;
  /** Top level and then per parent with two or more children. Null lists: fewer than three ballots. */
  readonly lists: readonly PanelList[];
  /** The day on which this order became the panel's decision, and the reason in its words; null before that. */
  readonly decision: { readonly day: string; readonly rationale: string } | null;
  /** The needs of the round by the name of their list (`top` or the parent), whichever have an order. */
  readonly tree?: Readonly<Record<string, readonly string[]>>;
  /** How the round was voted in; absent where members ordered cards. */
  readonly way?: Way;
}

export interface PanelList {
  readonly parent: string | null;
  readonly ballots: number;
  readonly order: readonly PanelPlace[];
  readonly agreement: {
    readonly w: number;
    readonly chiSquare: number;
    readonly p: number | null;
    readonly words: string;
    readonly left: number;
  } | null;
  /** Ballots with an opinion on every need: agreement is told of three or more. Absent where votes are no orders. */
  readonly complete?: number;
  /** Two needs and fewer than ten ballots: a mean or a spread would count who put which first. Absent otherwise. */
  readonly orderOnly?: true;
  /** The order was changed by hand after counting; absent when it was not. */
  readonly byHand?: true;
  /** What the votes counted to, where they were no orders: the place of a need follows from it. */
  readonly votes?: CountedVotes;
}

export interface PanelPlace {
  readonly need: string;
  /** Place after evidence decided exact ties (docs/rules.md, Panel) and after moves by hand; what is still equal shares it. */
  readonly rank: number;
  /** Place by the ballots and exact ties alone: another than `rank` only where needs were moved by hand. */
  readonly counted: number;
  /** Place by the ballots alone, exact ties shared; null where too few members had an opinion to place it: it stands last. */
  readonly ballotPlace: number | null;
  /** For a need moved by hand: its place by the ballots, and why it was moved last. Absent for all others. */
  readonly moved?: { readonly from: number; readonly reason: string };
  readonly meanPlace: number | null;
  /** Borda score 0-100: share of comparisons won. */
  readonly score: number | null;
  /** Smallest and largest place number on any ballot; null with fewer than five ballots (docs/rules.md, Panel). */
  readonly lowest: number | null;
  readonly highest: number | null;
  readonly disagreement: number | null;
  readonly divided: boolean;
  /** Range of the place when any one member is left out. */
  readonly withoutOne: { readonly best: number; readonly worst: number } | null;
  /** Bracketed with the next need: about equal. */
  readonly equalToNext: boolean;
  /** Place by evidence among the needs of this list on the day of closing; null without evidence. */
  readonly evidencePlace: number | null;
  /** Ballots and that evidence three or more places apart, or no evidence (docs/rules.md, Panel). A flag never moves a need. */
  readonly flag: 'evidenceHigher' | 'panelHigher' | 'noEvidence' | null;
}
