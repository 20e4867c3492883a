// The sounding board: members, rounds, ballots, comments, the call and the log.

export interface PanelMembersTable {
  project: string;
  code: string;
  library: string;
  role: string;
  token_hash: string | null;
  /** Empty when it was not given. */
  name: string;
  /** 1 when the member agreed that the name is shown outside the team. */
  name_public: number;
  /** What could pull the member one way, in their own words. */
  interest: string;
  /** Day on which the member left; null while a member. */
  left_on: string | null;
}

export interface PanelRoundsRow {
  project: string;
  round: number;
  state: 'open' | 'closed';
  closes_on: string;
  closed_on: string | null;
  lists: string;
  /** Evidence score per need on the day of closing; null while open, and for rounds closed before it was kept. */
  evidence: string | null;
  /** `confidential` or `named`: never changed after opening. */
  mode: 'confidential' | 'named';
  /** Fewest ballots with which the group decides. */
  quorum: number;
  /** `order`, or one of the ways of `analysis/panel/ways`: never changed after opening. */
  way: string;
  /** Members on the day of closing; null while open, and for rounds closed before it was kept. */
  invited: number | null;
  frozen_on: string | null;
  rationale: string | null;
}

export interface BallotStartsTable {
  project: string;
  round: number;
  member: string;
  lists: string;
  /** The sets or pairs per list; null where cards are ordered. */
  offers: string | null;
}

export interface PanelCommentsTable {
  project: string;
  round: number;
  member: string;
  need: string;
  words: string;
}

export interface CardOpeningsTable {
  project: string;
  round: number;
  need: string;
  times: number;
}

/** Ballots of which nobody can say any more whose they were. */
export interface LooseBallotsTable {
  project: string;
  round: number;
  id: string;
  ballot: string;
  /** Made from the secret of the member's link: who holds the link finds this ballot, and nobody else does. */
  own_key: string | null;
}

export interface PanelCallsTable {
  project: string;
  state: 'open' | 'closed';
  language: string;
  words: string;
  effort: string;
  closes_on: string;
  keep_days: number;
}

/** Personal data of who wants to be a member; `motives` is a JSON list of codes. No key leads to a member or an answer. */
export interface PanelSignUpsTable {
  id: string;
  project: string;
  name: string;
  email: string;
  library: string;
  role: string;
  name_public: number;
  motives: string;
  interest: string;
  state: 'waiting' | 'accepted' | 'declined';
  delete_on: string;
}

/** Grows only: the database refuses to change or delete a line. */
export interface PanelLogTable {
  project: string;
  entry: number;
  at: string;
  account: string;
  act: string;
  round: number | null;
  reason: string;
  details: string;
}

/** A session in the room: where it stands. At most one of a project has no `ended_at`. */
export interface LiveSessionsRow {
  id: string;
  project: string;
  round: number;
  code_hash: string;
  step: string;
  item: number;
  /** Goes up with every act of the facilitator. */
  revision: number;
  /** When a running clock is at zero; null when it stands still or there is none. */
  timer_ends_at: string | null;
  /** Seconds on a clock that stands still. */
  timer_left: number | null;
  started_at: string;
  ended_at: string | null;
}

/** A device without a personal link: who it says to be, and which member the facilitator let it in as. */
export interface LiveDevicesRow {
  id: string;
  session: string;
  token_hash: string;
  says: string;
  /** Stands on the device, so that the facilitator knows whom the line is about. */
  word: string;
  member: string | null;
  asked_at: string;
  /** When another device was let in as the same person in its place; null otherwise. */
  gave_way_at: string | null;
}

export interface BallotsTable {
  project: string;
  round: number;
  member: string;
  ballot: string;
  /** Fields as they were typed; null for an order of cards. */
  typed: string | null;
  submitted: number;
  saved_at: string;
  own_key: string | null;
}
