// Surveys with their versions and the editing of their definitions.

export interface SurveysTable {
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
export interface GroupsToldApartTable {
  survey: string;
  grouping: string;
}

/** One row per version; a fielded definition never changes. */
export interface SurveyVersionsTable {
  survey: string;
  version: number;
  /** SHA-256 of the definition: the same words are parsed once per process. */
  hash: string;
  definition: string;
  /** Null for version 0. */
  published_at: string | null;
}

/** Which state a definition being edited is in, and the last revision ever given. */
export interface DefinitionDraftsTable {
  survey: string;
  revision: number;
  last_revision: number;
}

/** A state of a definition being edited. */
export interface DefinitionEditsTable {
  survey: string;
  revision: number;
  before: number | null;
  definition: string;
  edit: string;
  at: string;
}

/** `view` is JSON: what is looked at, and how. */
export interface SavedViewsTable {
  project: string;
  id: string;
  position: number;
  view: string;
  title: string;
  note: string;
}
