// The tables as they are stored. JSON is text, days and moments are ISO 8601 text, booleans 0 or 1, in both databases.

export interface Tables {
  settings: SettingsTable;
  projects: ProjectsTable;
  libraries: LibrariesTable;
  library_links: LibraryLinksTable;
  library_reflections: LibraryReflectionsTable;
  library_files: LibraryFilesTable;
  surveys: SurveysTable;
  groups_told_apart: GroupsToldApartTable;
  survey_versions: SurveyVersionsTable;
  definition_drafts: DefinitionDraftsTable;
  definition_edits: DefinitionEditsTable;
  drafts: DraftsRow;
  responses: ResponsesTable;
  shared_results: SharedResultsTable;
  texts: TextsTable;
  remarks: RemarksRow;
  second_codings: SecondCodingsTable;
  records: RecordsTable;
  panel_members: PanelMembersTable;
  panel_rounds: PanelRoundsRow;
  ballots: BallotsTable;
  ballot_starts: BallotStartsTable;
  panel_comments: PanelCommentsTable;
  card_openings: CardOpeningsTable;
  loose_ballots: LooseBallotsTable;
  panel_calls: PanelCallsTable;
  panel_sign_ups: PanelSignUpsTable;
  panel_log: PanelLogTable;
  data_log: DataLogTable;
  kept_figures: KeptFiguresTable;
  live_sessions: LiveSessionsRow;
  live_devices: LiveDevicesRow;
  reports: ReportsTable;
  accounts: AccountsTable;
  sessions: SessionsTable;
  setup_tokens: SetupTokensTable;
  contact_offers: ContactOffersTable;
  saved_views: SavedViewsTable;
  report_drafts: ReportDraftsTable;
  own_data: OwnDataTable;
  own_data_parts: OwnDataPartsTable;
}

/** What the program itself keeps, such as the key that signs session cookies. */
interface SettingsTable {
  name: string;
  value: string;
}

interface ProjectsTable {
  code: string;
  title: string;
  catalogue: string;
  report_template: string;
  guide: string | null;
  demonstration: number;
  register_date: string | null;
  created_at: string;
}

interface LibrariesTable {
  project: string;
  code: string;
  name: string;
  province: string;
  size_class: string;
}

/** An own result that is shared: the hash of its link, under the hash of the receipt. */
interface SharedResultsTable {
  survey: string;
  receipt_hash: string;
  share: string;
  token_hash: string;
  until: string;
}

/** The personal link of a library's page: its hash alone. */
interface LibraryLinksTable {
  project: string;
  library: string;
  token_hash: string;
}

/** What a library's team filled in together; never part of figures. */
interface LibraryReflectionsTable {
  project: string;
  library: string;
  /** JSON of the form. */
  content: string;
  revision: number;
  saved_on: string;
}

/** The job that writes all pages as files: one per project, the latest. */
interface LibraryFilesTable {
  project: string;
  id: string;
  version: number;
  language: string;
  state: 'running' | 'done' | 'stopped' | 'failed';
  made: number;
  total: number;
  /** When it last got on: a job that has been still for long has lost its server. */
  seen_at: string;
  /** The zip of all pages, once it is done. */
  file: Buffer | null;
}

interface SurveysTable {
  code: string;
  project: string;
  position: number;
  /** `draft`: never fielded; its version is 0, whose definition follows the editing. */
  state: 'draft' | 'open' | 'closed';
  version: number;
  /** The last sequence number given to a response. */
  last_sequence: number;
  /** The last response that figures for readers outside the team count; null before the first was shown. */
  released_sequence: number | null;
  /** The last response they ever counted, where a withdrawal set them back; null where none did. */
  furthest_released: number | null;
  /** The last response that figures about groups count for them; null: as far as all other figures; 0: none is shown. */
  groups_released: number | null;
  /** The last response these ever counted, where somebody among them withdrew; null where none did. */
  groups_furthest: number | null;
  /** The last response that views of groups in the report show, or last showed where groups show none; null: as far as groups. */
  views_released: number | null;
  /** The survey of the same project whose questions it asks again; null for none. */
  wave_of: string | null;
  created_at: string;
  closed_at: string | null;
  /** How many responses were taken away again: columns kept elsewhere are made anew when it moves. */
  erasures: number;
}

/** Groups that readers outside the team were ever shown a figure of: a `Grouping` as JSON. */
interface GroupsToldApartTable {
  survey: string;
  grouping: string;
}

/** One row per version; a fielded definition never changes. */
interface SurveyVersionsTable {
  survey: string;
  version: number;
  /** SHA-256 of the definition: the same words are parsed once per process. */
  hash: string;
  definition: string;
  /** Null for version 0. */
  published_at: string | null;
}

/** Which state a definition being edited is in, and the last revision ever given. */
interface DefinitionDraftsTable {
  survey: string;
  revision: number;
  last_revision: number;
}

/** A state of a definition being edited. */
interface DefinitionEditsTable {
  survey: string;
  revision: number;
  before: number | null;
  definition: string;
  edit: string;
  at: string;
}

export interface DraftsRow {
  survey: string;
  receipt_hash: string;
  version: number;
  library: string | null;
  answers: string;
  pages: string;
  revision: number;
  changes: string;
  seed: number;
  shared: number;
  language: string;
  updated_at: string;
}

interface ResponsesTable {
  survey: string;
  sequence: number;
  id: string;
  version: number;
  library: string | null;
  day: string;
  receipt_hash: string | null;
  /** The respondent's own order of options; null where there was none to give. */
  seed: number | null;
  document: Buffer;
}

/** Words of open answers, apart from the coded answers. */
interface TextsTable {
  survey: string;
  variable: string;
  response: string;
  words: string;
}

interface SecondCodingsTable {
  survey: string;
  remark: string;
  services: string;
  themes: string;
  account: string;
  coded_at: string;
}

export interface RemarksRow {
  survey: string;
  id: string;
  response: string;
  question: string;
  text: string;
  services: string;
  themes: string;
  valence: 'praise' | 'criticism' | 'question';
}

interface RecordsTable {
  project: string;
  kind: string;
  position: number;
  code: string;
  content: string;
}

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

interface BallotStartsTable {
  project: string;
  round: number;
  member: string;
  lists: string;
  /** The sets or pairs per list; null where cards are ordered. */
  offers: string | null;
}

interface PanelCommentsTable {
  project: string;
  round: number;
  member: string;
  need: string;
  words: string;
}

interface CardOpeningsTable {
  project: string;
  round: number;
  need: string;
  times: number;
}

/** Ballots of which nobody can say any more whose they were. */
interface LooseBallotsTable {
  project: string;
  round: number;
  id: string;
  ballot: string;
  /** Made from the secret of the member's link: who holds the link finds this ballot, and nobody else does. */
  own_key: string | null;
}

interface PanelCallsTable {
  project: string;
  state: 'open' | 'closed';
  language: string;
  words: string;
  effort: string;
  closes_on: string;
  keep_days: number;
}

/** Personal data of who wants to be a member; `motives` is a JSON list of codes. No key leads to a member or an answer. */
interface PanelSignUpsTable {
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
interface PanelLogTable {
  project: string;
  entry: number;
  at: string;
  account: string;
  act: string;
  round: number | null;
  reason: string;
  details: string;
}

/** Data that leave: see db/data-log.ts. `request` is the entry of the line that asked. */
interface DataLogTable {
  project: string;
  entry: number;
  at: string;
  account: string;
  act: string;
  request: number | null;
  reason: string;
  details: string;
}

/** Figures that stay of a survey whose answers went, as one reader may see them: JSON of `FigureRow`s. */
interface KeptFiguresTable {
  project: string;
  survey: string;
  reader: string;
  kept_on: string;
  rows: string;
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

interface ReportsTable {
  code: string;
  version: number;
  project: string;
  snapshot: string;
  hash: string;
  published_at: string;
}

interface AccountsTable {
  id: string;
  email: string;
  password_hash: string;
  roles: string;
  created_at: string;
}

interface SessionsTable {
  id_hash: string;
  data: string;
  expires_at: string;
}

interface SetupTokensTable {
  hash: string;
  created_at: string;
  used_at: string | null;
}

/** `view` is JSON: what is looked at, and how. */
interface SavedViewsTable {
  project: string;
  id: string;
  position: number;
  view: string;
  title: string;
  note: string;
}

/** Nothing here leads to an answer: no response, no receipt, no survey, and no time finer than the month. */
interface ContactOffersTable {
  id: string;
  project: string;
  email: string;
  interests: string;
  motives: string;
  month: string;
}

/** A file of another tool on its way in; JSON text for what was found in it and what the team made of that. */
export interface OwnDataTable {
  id: string;
  project: string;
  name: string;
  hash: string;
  file_form: string;
  facts: string;
  plan: string;
  title: string;
  language: string;
  state: 'choosing' | 'importing' | 'failed' | 'done' | 'forgotten';
  /** 0-100. */
  progress: number;
  /** What went wrong with the last attempt, as JSON. */
  problems: string;
  /** The survey it becomes; null before. */
  survey: string | null;
  updated_at: string;
}

/** The bytes of the file, piece by piece; gone once it is imported. */
interface OwnDataPartsTable {
  import: string;
  part: number;
  content: Buffer;
}

/** What a team changed about its report: every state under a revision of its own, none ever overwritten. */
interface ReportDraftsTable {
  project: string;
  revision: number;
  /** The revision that taking this change back leads to; null for the first. */
  before: number | null;
  draft: string;
  made_at: string;
}
