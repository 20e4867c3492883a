// What the forms for editing needs are drawn from: plain data for the partials in views/partials/catalogue.
import type { SelectionList } from '../../../surveys/editing/share-form.ts';

export interface WordsField {
  readonly name: string;
  readonly language: string;
  readonly value: string;
  readonly problem: string;
}
export interface OptionView {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
}
export interface BoxView {
  readonly name: string;
  readonly label: string;
  readonly checked: boolean;
}
export interface BoxesView {
  readonly legend: string;
  readonly id: string;
  readonly problem: string;
  readonly boxes: readonly BoxView[];
  /** Many, none of them ticked, and not needed: folded behind its legend. */
  readonly folded: boolean;
}
export interface SelectionView {
  readonly place: string;
  readonly number: number;
  readonly was: string;
  /** Words for what no form can say; null for what it can. */
  readonly kept: string | null;
  readonly set: string;
  readonly sets: readonly OptionView[];
  readonly setProblem: string;
  readonly items: BoxesView | null;
  readonly codes: BoxesView | null;
  readonly bounds: {
    readonly atLeast: string;
    readonly atMost: string;
    readonly lowProblem: string;
    readonly highProblem: string;
  } | null;
  readonly remove: string;
}
export interface SelectionsView {
  readonly list: SelectionList;
  readonly id: string;
  readonly selections: readonly SelectionView[];
  readonly problem: string;
  /** What the button sends that adds one; empty where no more may be added. */
  readonly add: string;
}
export interface SignView {
  readonly place: string;
  readonly number: number;
  readonly was: string;
  readonly source: string;
  readonly sourceName: string;
  readonly label: readonly WordsField[];
  readonly survey: {
    readonly id: string;
    readonly options: readonly OptionView[];
    readonly problem: string;
  } | null;
  /** What is counted: a share, a mean or a gap; null where a source leaves no choice. */
  readonly measure: { readonly id: string; readonly options: readonly OptionView[] } | null;
  /** The scales a mean or a gap is of. */
  readonly ratings: readonly {
    readonly id: string;
    readonly label: string;
    readonly options: readonly OptionView[];
    readonly problem: string;
  }[];
  /** Of a mean: whether low answers tell of the need. */
  readonly lowIsNeed: BoxView | null;
  readonly any: SelectionsView | null;
  readonly where: SelectionsView | null;
  readonly remarks: readonly BoxesView[];
  readonly noCoding: boolean;
  readonly categories: { readonly value: string; readonly problem: string; readonly known: string } | null;
  /** "12 van de 40 (30%) …", or why there is no figure. */
  readonly preview: string;
  /** What the button sends that takes it away; empty where it must stay. */
  readonly remove: string;
}
