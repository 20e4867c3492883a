// One slide of a report shown in a meeting: a heading and one thing, as large as can be read from the last row.
import type { Drawing } from '../../../analysis/charts/drawing.ts';
import type { Shelf } from '../../shelf.ts';
import type { ActionView } from '../report-need.ts';
import type { Paragraph } from '../report-text.ts';
import type { ReportView } from '../report-view.ts';
import type { ShareWords } from '../report-words.ts';

export interface Slide {
  /** Above the heading: the need a chart belongs to, or the project. */
  readonly kicker: string;
  /** The place of a need; empty elsewhere. */
  readonly mark: string;
  readonly title: string;
  /** "2 van 3" where a thing takes more slides; empty elsewhere. */
  readonly part: string;
  /** Where the same stands in the report: an anchor in its page. */
  readonly place: string;
  readonly body: SlideBody;
}

export type SlideBody =
  | { readonly kind: 'opening'; readonly lines: readonly string[]; readonly warning: string }
  | ({ readonly kind: 'words'; readonly paragraphs: readonly Paragraph[] } & InLanguage)
  | { readonly kind: 'facts'; readonly facts: ReportView['facts']; readonly notes: readonly string[] }
  | { readonly kind: 'shares'; readonly shares: ReportView['shares'] }
  | { readonly kind: 'order'; readonly note: string; readonly needs: readonly RankedNeed[] }
  | ({ readonly kind: 'need' } & NeedBody)
  | ({ readonly kind: 'chart' } & ChartBody)
  | { readonly kind: 'items'; readonly items: readonly SlideItem[] }
  | { readonly kind: 'actions'; readonly actions: readonly ActionView[] }
  | { readonly kind: 'services'; readonly services: readonly ServiceRow[]; readonly note: string }
  | { readonly kind: 'asks'; readonly asks: readonly SlideItem[] }
  | { readonly kind: 'method'; readonly who: readonly string[]; readonly figures: readonly string[] };

/** The language of words that are not in the reader's, and a sentence that says so; both empty where they are. */
export interface InLanguage {
  readonly lang: string;
  readonly otherLanguage: string;
}
export interface RankedNeed {
  readonly mark: string;
  readonly child: boolean;
  readonly label: string;
  readonly figure: string;
  readonly of: string;
}
export interface NeedBody {
  readonly explanation: string;
  readonly leading: (ShareWords & { readonly label: string; readonly word: string }) | null;
  /** The figure as a bar out of all, with its interval; null where only counts are shown, or nothing. */
  readonly bar: Drawing | null;
  readonly shelf: Shelf;
  readonly support: readonly { readonly text: string; readonly careful: boolean }[];
  readonly quote: { readonly text: string; readonly source: string } | null;
  readonly actions: readonly ActionView[];
  readonly gap: 'none' | 'partly' | null;
  /** The actions stand on the next slide: here they would not fit. */
  readonly actionsNext: boolean;
}
export interface ChartBody {
  readonly sentence: string;
  readonly smallGroup: boolean;
  readonly legend: readonly {
    readonly label: string;
    readonly fill: string;
    readonly hatch: string | null;
  }[];
  readonly drawing: Drawing | null;
  /** What the picture is of, for who cannot see it. */
  readonly label: string;
  readonly caption: readonly string[];
  /** The figures of the picture as a table, for who cannot see it and for a screen too narrow to draw it. */
  readonly table: {
    readonly caption: string;
    readonly head: readonly string[];
    readonly rows: readonly { readonly head: string; readonly cells: readonly string[] }[];
  } | null;
}
export interface SlideItem {
  /** Before the words, such as how certain a finding is; empty for none. */
  readonly before: string;
  readonly text: string;
  /** Quieter words under it. */
  readonly more: string;
}
export interface ServiceRow {
  readonly label: string;
  readonly frequent: string;
  readonly notIndependent: string;
  readonly advice: string;
}
