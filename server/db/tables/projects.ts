// The project, its libraries, its records and what is kept beside them.

/** What the program itself keeps, such as the key that signs session cookies. */
export interface SettingsTable {
  name: string;
  value: string;
}

export interface ProjectsTable {
  code: string;
  title: string;
  catalogue: string;
  report_template: string;
  guide: string | null;
  demonstration: number;
  register_date: string | null;
  created_at: string;
}

export interface LibrariesTable {
  project: string;
  code: string;
  name: string;
  province: string;
  size_class: string;
}

/** The personal link of a library's page: its hash alone. */
export interface LibraryLinksTable {
  project: string;
  library: string;
  token_hash: string;
}

/** What a library's team filled in together; never part of figures. */
export interface LibraryReflectionsTable {
  project: string;
  library: string;
  /** JSON of the form. */
  content: string;
  revision: number;
  saved_on: string;
}

/** The job that writes all pages as files: one per project, the latest. */
export interface LibraryFilesTable {
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

export interface RecordsTable {
  project: string;
  kind: string;
  position: number;
  code: string;
  content: string;
}

/** Nothing here leads to an answer: no response, no receipt, no survey, and no time finer than the month. */
export interface ContactOffersTable {
  id: string;
  project: string;
  email: string;
  interests: string;
  motives: string;
  month: string;
  topics: string;
  on_board: number;
}
/** Two people of the board whom the team brought together. */
export interface ContactMatchesTable {
  project: string;
  ask: string;
  offer: string;
}
