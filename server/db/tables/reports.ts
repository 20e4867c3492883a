// Reports, their drafts, and what left or was kept of the data.

export interface ReportsTable {
  code: string;
  version: number;
  project: string;
  snapshot: string;
  hash: string;
  published_at: string;
}

/** What a team changed about its report: every state under a revision of its own, none ever overwritten. */
export interface ReportDraftsTable {
  project: string;
  revision: number;
  /** The revision that taking this change back leads to; null for the first. */
  before: number | null;
  draft: string;
  made_at: string;
}

/** Data that leave: see db/data-log.ts. `request` is the entry of the line that asked. */
export interface DataLogTable {
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
export interface KeptFiguresTable {
  project: string;
  survey: string;
  reader: string;
  kept_on: string;
  rows: string;
  /** JSON of the analysis as everybody may see it; null for other readers, and in lines of before it was kept. */
  analysis: string | null;
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
export interface OwnDataPartsTable {
  import: string;
  part: number;
  content: Buffer;
}
