// The tables as they are stored. JSON is text, days and moments are ISO 8601 text, booleans 0 or 1, in both databases.
import type {
  AccountsTable,
  ProjectInvitationsTable,
  ProjectPeopleTable,
  SessionsTable,
  SetupTokensTable,
} from './tables/accounts.ts';
import type {
  BallotStartsTable,
  BallotsTable,
  CardOpeningsTable,
  LiveDevicesRow,
  LiveSessionsRow,
  LooseBallotsTable,
  PanelCallsTable,
  PanelCommentsTable,
  PanelLogTable,
  PanelMembersTable,
  PanelRoundsRow,
  PanelSignUpsTable,
} from './tables/panels.ts';
import type {
  ContactMatchesTable,
  ContactOffersTable,
  LibrariesTable,
  LibraryFilesTable,
  LibraryLinksTable,
  LibraryReflectionsTable,
  ProjectsTable,
  RecordsTable,
  SettingsTable,
} from './tables/projects.ts';
import type {
  DataLogTable,
  KeptFiguresTable,
  OwnDataPartsTable,
  OwnDataTable,
  ReportDraftsTable,
  ReportsTable,
} from './tables/reports.ts';
import type {
  CodedAnswersRow,
  DraftsRow,
  QuoteSourcesTable,
  RemarksRow,
  ResponsesTable,
  SecondCodingsTable,
  SharedResultsTable,
  TextsTable,
} from './tables/responses.ts';
import type {
  DefinitionDraftsTable,
  DefinitionEditsTable,
  GroupsToldApartTable,
  SavedViewsTable,
  SurveysTable,
  SurveyVersionsTable,
} from './tables/surveys.ts';

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
  coded_answers: CodedAnswersRow;
  remarks: RemarksRow;
  second_codings: SecondCodingsTable;
  quote_sources: QuoteSourcesTable;
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
  project_people: ProjectPeopleTable;
  project_invitations: ProjectInvitationsTable;
  sessions: SessionsTable;
  setup_tokens: SetupTokensTable;
  contact_offers: ContactOffersTable;
  contact_matches: ContactMatchesTable;
  saved_views: SavedViewsTable;
  report_drafts: ReportDraftsTable;
  own_data: OwnDataTable;
  own_data_parts: OwnDataPartsTable;
}
