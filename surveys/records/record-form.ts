// What the form of a kind of record asks: one description per kind, from which it is read, judged and drawn.
// The words of a form stand in views/texts under its `words`: `name`, `nameHint`, `nameChoice.code`; of rows
// `nameOne` and `nameRow.field`.
import type { RecordKind } from '../project-records.ts';

interface Named {
  /** The field of the record, and of the form. */
  readonly name: string;
  /** It must be filled; what is not needed and left empty is left out of the record. */
  readonly needed?: true;
  /** There are words that help, under `nameHint`. */
  readonly hint?: true;
}

/** Words in the languages of the workspace; one `line` or a box of more. */
export interface WordsField extends Named {
  readonly kind: 'words';
  readonly lines: number;
  /** Most characters in one language. */
  readonly most: number;
}
/** What has no language: a web address. */
export interface AddressField extends Named {
  readonly kind: 'address';
}
export interface ChoiceField extends Named {
  readonly kind: 'choice';
  readonly choices: readonly string[];
}
export interface TickField extends Named {
  readonly kind: 'tick';
}
/** A day, and how it is told where only a month or a quarter is known. */
export interface DateField extends Named {
  readonly kind: 'date';
}
/** A whole number. */
export interface NumberField extends Named {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
}
/** Two whole numbers with what lies between; one alone is both. A note may say why it is a range. */
export interface RangeField extends Named {
  readonly kind: 'range';
  readonly least: number;
  readonly most: number;
}
/** Codes of other things of the project, from choices that are given: of needs, of actions. */
export interface CodesField extends Named {
  readonly kind: 'codes';
}
/** Other records of any kind, from choices that are given: `{ kind, code }`, sent as `kind:code`. */
export interface LinksField extends Named {
  readonly kind: 'links';
}
export type SingleField =
  | WordsField
  | AddressField
  | ChoiceField
  | TickField
  | DateField
  | NumberField
  | RangeField;

/** A list of parts that each have the same fields; a part in which nothing was filled is none. */
export interface RowsField extends Named {
  readonly kind: 'rows';
  readonly fields: readonly SingleField[];
  /** Most parts. */
  readonly most: number;
}
export type RecordField = SingleField | CodesField | LinksField | RowsField;

export interface RecordForm<K extends RecordKind = RecordKind> {
  readonly kind: K;
  /** Where its words are in views/texts. */
  readonly words: string;
  /** Where the words of its fields are, where several forms share them; else under its own. */
  readonly labels?: string;
  readonly fields: readonly RecordField[];
}

/** What can be ticked in a field of codes or links, under headings; words of the project, already in one language. */
export type RecordChoices = ReadonlyMap<
  string,
  readonly {
    readonly title: string;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  }[]
>;

/** What a form is read and filled with. */
export interface Reading {
  /** Of the workspace, the reader's own first. */
  readonly languages: readonly string[];
  /** A day as it is told in a language. */
  readonly tellDay: (language: string, day: string) => string;
}

/** Where what is wrong with a choice stands: at its first mark, or at the list it is chosen from. */
export function choicePlace({ choices, needed }: ChoiceField, name: string): string {
  return needed ? `${name}-${choices[0] ?? ''}` : name;
}
