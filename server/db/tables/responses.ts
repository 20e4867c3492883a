// Answers: drafts, responses, words of open answers and what coding makes of them.
import type { Valence } from '../../../surveys/coding/valence.ts';

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

export interface ResponsesTable {
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

/** An own result that is shared: the hash of its link, under the hash of the receipt. */
export interface SharedResultsTable {
  survey: string;
  receipt_hash: string;
  share: string;
  token_hash: string;
  until: string;
}

/** Words of open answers, apart from the coded answers. */
export interface TextsTable {
  survey: string;
  variable: string;
  response: string;
  words: string;
}

/** What a team made of one open answer. */
export interface CodedAnswersRow {
  survey: string;
  question: string;
  response: string;
  state: 'todo' | 'coded' | 'nothing';
  /** The answer with what the team masked in it; null while that is nothing. */
  words: string | null;
  revision: number;
  /** Who saved it last, and when; null for what is older than that was kept. */
  account: string | null;
  saved_at: string | null;
}

export interface SecondCodingsTable {
  survey: string;
  remark: string;
  services: string;
  themes: string;
  /** Null for what is older than that was kept. */
  valence: Valence | null;
  /** JSON: what the first coder had chosen then; null for what is older than that was kept. */
  first: string | null;
  account: string;
  coded_at: string;
  /** Who wrote down what both agreed on, and when. */
  agreed_by: string | null;
  agreed_at: string | null;
}

/** The answer a quote of a project was made of. */
export interface QuoteSourcesTable {
  project: string;
  quote: string;
  survey: string;
  question: string;
  response: string;
}

export interface RemarksRow {
  survey: string;
  id: string;
  response: string;
  question: string;
  text: string;
  services: string;
  themes: string;
  valence: Valence;
  /** Who coded it; null for what is older than that was kept. */
  account: string | null;
  /** Among the remarks of its answer, from 0. */
  place: number;
}
