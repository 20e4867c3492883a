// What a paper output says, in order and in one language: the report, a summary of one page, the page of a library. PDF and
// DOCX are written from this alone, so each of them says the same. It holds words and drawings, no layout.
import type { WordedChart } from '../../analysis/chart.ts';
import type { Drawing } from '../../analysis/charts/drawing.ts';
import type { Shelf } from '../shelf.ts';

export interface PaperDocument {
  /** Of the words, such as `nl`. */
  readonly language: string;
  readonly title: string;
  /** The line above the title: whose it is and what it is. */
  readonly kicker: string;
  /** Who may be asked about it; empty without. */
  readonly contact: string;
  /** ISO date: the outputs carry it as theirs, so that the same document gives the same bytes. */
  readonly date: string;
  /** The foot of every page: the name and version, and the hash of the snapshot or that it is a draft. */
  readonly foot: readonly string[];
  /** What stands before a page's number, such as `blz.`. */
  readonly page: string;
  /** The sentence on every page of a document about invented data; empty otherwise. */
  readonly warning: string;
  readonly blocks: readonly PaperBlock[];
}

/** A stretch of a sentence. */
export interface Stretch {
  readonly text: string;
  readonly strong?: boolean;
  /** The anchor of a block of this document where it leads. */
  readonly to?: string;
}
export type Stretches = readonly Stretch[];

/** Careful words warn, notes are smaller; a lead is said larger, as a summary's first sentences. */
export type Tone = 'plain' | 'note' | 'careful' | 'lead';

export type PaperBlock =
  | {
      readonly kind: 'heading';
      /** The title is level 1 already; levels are not skipped. */
      readonly level: 2 | 3 | 4;
      readonly text: string;
      /** A place before it, such as a need's; empty without. */
      readonly mark: string;
      readonly anchor: string | null;
    }
  | {
      readonly kind: 'paragraph';
      readonly tone: Tone;
      readonly stretches: Stretches;
      /** Of its words where it is not the document's. */
      readonly language?: string;
    }
  | { readonly kind: 'list'; readonly items: readonly Stretches[] }
  | { readonly kind: 'facts'; readonly facts: readonly { readonly figure: string; readonly text: string }[] }
  /** Terms with what is said of each, such as a finding and its words. */
  | { readonly kind: 'terms'; readonly terms: readonly PaperTerm[] }
  | { readonly kind: 'ladder'; readonly rungs: readonly Rung[] }
  | { readonly kind: 'support'; readonly shelf: Shelf; readonly stretches: Stretches }
  | { readonly kind: 'chart'; readonly chart: PaperChart }
  | { readonly kind: 'table'; readonly table: PaperTable }
  | { readonly kind: 'quote'; readonly text: string; readonly source: string }
  | { readonly kind: 'newPage' };

export interface PaperTerm {
  readonly term: string;
  readonly said: readonly Stretches[];
  readonly anchor: string | null;
}

/** A need in the order: its place, name, one line, and the kinds of source that support it. */
export interface Rung {
  readonly mark: string;
  readonly child: boolean;
  readonly name: string;
  readonly to: string;
  readonly lines: readonly string[];
  readonly shelf: Shelf;
}

/** A picture with what it says, for who cannot see it. Its figures stand in a table elsewhere in the document. */
export interface PaperChart {
  readonly title: string;
  readonly sentence: string;
  readonly drawing: Drawing | null;
  readonly legend: WordedChart['legend'];
  readonly alternative: string;
  readonly captions: readonly string[];
  readonly anchor: string;
}

export interface PaperTable {
  readonly caption: string;
  readonly columns: readonly { readonly head: string; readonly numeric: boolean }[];
  readonly rows: readonly PaperRow[];
}
/** The first cell names the row; a group's name stands over its rows. */
export type PaperRow =
  | { readonly kind: 'group'; readonly name: string }
  | { readonly kind: 'row'; readonly anchor: string | null; readonly cells: readonly Stretches[] };
