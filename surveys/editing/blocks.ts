// What the forms of the editor are drawn from: blocks of plain data. Labels are keys of views/texts.
import type { MessageView } from '../question-types/question-view.ts';
import type { ConditionBlock } from './condition-view.ts';

/** One field with words in one language. */
export interface WordsField {
  readonly name: string;
  readonly language: string;
  /** What the language is called. */
  readonly called: string;
  readonly value: string;
  readonly problem: MessageView | null;
}

export interface WordsBlock {
  readonly kind: 'words';
  readonly label: string;
  readonly hint: string | null;
  /** Lines of the field: 1 is a line, more a box. */
  readonly lines: number;
  readonly big: boolean;
  /** In the first language; null where that stands elsewhere. */
  readonly first: WordsField | null;
  readonly others: readonly WordsField[];
}

export interface LineBlock {
  readonly kind: 'line';
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly value: string;
  readonly numeric: boolean;
  readonly problem: MessageView | null;
}

export interface Choice {
  readonly value: string;
  readonly label: MessageView;
  readonly checked: boolean;
}

export interface ChoiceBlock {
  readonly kind: 'choice';
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly choices: readonly Choice[];
  readonly problem: MessageView | null;
}

export interface TickBlock {
  readonly kind: 'tick';
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly checked: boolean;
}

/** Boxes that belong together, each with words of the definition. */
export interface TicksBlock {
  readonly kind: 'ticks';
  readonly label: string;
  readonly hint: string | null;
  readonly boxes: readonly { readonly name: string; readonly words: string; readonly checked: boolean }[];
}

export interface HiddenBlock {
  readonly kind: 'hidden';
  readonly name: string;
  readonly value: string;
}

/** A second-rank heading among blocks. */
export interface HeadingBlock {
  readonly kind: 'heading';
  readonly label: string;
  readonly hint: string | null;
}

/** Scales to begin with. */
export const scalePresets = ['agreement', 'frequency', 'mastery', 'satisfaction', 'importance'] as const;
export type ScalePreset = (typeof scalePresets)[number];

/** Buttons that fill a scale with answers many use. */
export interface PresetsBlock {
  readonly kind: 'presets';
  readonly presets: readonly ScalePreset[];
}

/** A button that brings more fields. */
export interface ActionBlock {
  readonly kind: 'action';
  readonly label: string;
  /** What the button sends. */
  readonly action: string;
}

export interface ItemView {
  /** Such as `options.3`. */
  readonly place: string;
  /** From 1, among those that are there. */
  readonly number: number;
  readonly index: number;
  /** The last one, in which a new one is typed. */
  readonly blank: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly lead: WordsField;
  /** Lines of the first field. */
  readonly lines: number;
  /** What it is called in the names of its buttons. */
  readonly words: string;
  readonly code: string;
  /** What is set about it, as keys of short words. */
  readonly marks: readonly MessageView[];
  readonly details: readonly Block[];
  readonly open: boolean;
}

export interface ItemsBlock {
  readonly kind: 'items';
  readonly list: string;
  readonly label: string;
  readonly hint: string | null;
  /** What one of them is: key of the word for a new one and the names of buttons. */
  readonly item: string;
  readonly items: readonly ItemView[];
  readonly paste: boolean;
  readonly problem: MessageView | null;
}

export type Block =
  | WordsBlock
  | LineBlock
  | ChoiceBlock
  | TickBlock
  | TicksBlock
  | HiddenBlock
  | HeadingBlock
  | ActionBlock
  | PresetsBlock
  | ItemsBlock
  | ConditionBlock;

/** Blocks under one heading. */
export interface FormSection {
  readonly title: string;
  readonly name: string;
  readonly blocks: readonly Block[];
  /** Folds; open when something in it was set or is wrong. */
  readonly folds: boolean;
  readonly open: boolean;
}
