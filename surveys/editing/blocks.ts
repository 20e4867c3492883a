// What the forms of the editor are drawn from: blocks of plain data, filled with what is in the fields and what is
// wrong with them. Labels are keys of views/texts.
import type { MessageView } from '../question-types/question-view.ts';
import type { ConditionBlock } from './condition-view.ts';
import { type FormFields, type FormProblem, itemsIn, problemAt, ticked } from './form-fields.ts';

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

/** What languages are called on the screen, by their code. */
export type LanguageNames = Readonly<Record<string, string>>;

/** What a form is drawn from. */
export interface FormState {
  readonly fields: FormFields;
  readonly problems: readonly FormProblem[];
  /** Of the questionnaire, the first one in front. */
  readonly languages: readonly string[];
  readonly names: LanguageNames;
}

interface WordsOptions {
  readonly hint?: string | null;
  readonly lines?: number;
  readonly big?: boolean;
  readonly withoutFirst?: boolean;
}

/** Draws blocks out of fields and problems. */
export class FormViewer {
  readonly fields: FormFields;
  readonly problems: readonly FormProblem[];
  readonly languages: readonly string[];
  readonly #names: LanguageNames;

  constructor({ fields, problems, languages, names }: FormState) {
    this.fields = fields;
    this.problems = problems;
    this.languages = languages;
    this.#names = names;
  }

  /** What a language is called. */
  called(language: string): string {
    return this.#names[language] ?? language;
  }

  value(name: string): string {
    return this.fields[name] ?? '';
  }

  problem(name: string): MessageView | null {
    const found = problemAt(this.problems, name);
    return found ? { key: found.key, values: found.values } : null;
  }

  /** Whether something under this name is wrong. */
  isWrong(name: string): boolean {
    return this.problems.some(({ field }) => field === name || field.startsWith(`${name}.`));
  }

  has(name: string): boolean {
    return Object.entries(this.fields).some(
      ([field, value]) => value !== '' && (field === name || field.startsWith(`${name}.`)),
    );
  }

  #wordsField(name: string, language: string, first: boolean): WordsField {
    const field = `${name}.${language}`;
    // The schema names the text as a whole; it is shown at the first language.
    const problem = this.problem(field) ?? (first ? this.problem(name) : null);
    return { name: field, language, called: this.called(language), value: this.value(field), problem };
  }

  words(name: string, label: string, options: WordsOptions = {}): WordsBlock {
    const [first = '', ...others] = this.languages;
    return {
      kind: 'words',
      label: `editor.field.${label}`,
      hint: options.hint ? `editor.hint.${options.hint}` : null,
      lines: options.lines ?? 1,
      big: options.big ?? false,
      first: options.withoutFirst ? null : this.#wordsField(name, first, true),
      others: others.map((language) => this.#wordsField(name, language, false)),
    };
  }

  line(name: string, label: string, hint: string | null = null, numeric = false): LineBlock {
    return {
      kind: 'line',
      name,
      label: `editor.field.${label}`,
      hint: hint === null ? null : `editor.hint.${hint}`,
      value: this.value(name),
      numeric,
      problem: this.problem(name),
    };
  }

  number(name: string, label: string, hint: string | null = null): LineBlock {
    return this.line(name, label, hint, true);
  }

  choice(
    name: string,
    label: string,
    choices: readonly { readonly value: string; readonly label: MessageView }[],
    hint: string | null = null,
  ): ChoiceBlock {
    const value = this.value(name);
    return {
      kind: 'choice',
      name,
      label: `editor.field.${label}`,
      hint: hint === null ? null : `editor.hint.${hint}`,
      choices: choices.map((choice) => ({ ...choice, checked: choice.value === value })),
      problem: this.problem(name),
    };
  }

  /** A choice whose words are keys under the label's own. */
  keyed(name: string, label: string, values: readonly string[], hint: string | null = null): ChoiceBlock {
    const choices = values.map((value) => ({
      value,
      label: { key: `editor.choice.${label}.${value === '' ? 'none' : value}`, values: {} },
    }));
    return this.choice(name, label, choices, hint);
  }

  tick(name: string, label: string, hint: string | null = null): TickBlock {
    return {
      kind: 'tick',
      name,
      label: `editor.field.${label}`,
      hint: hint === null ? null : `editor.hint.${hint}`,
      checked: this.value(name) === ticked,
    };
  }

  /**
   * Repeated parts, with a blank one behind them.
   * @param lead name of the field each begins with.
   * @param details what else each has.
   */
  items(
    list: string,
    label: string,
    item: string,
    lead: string,
    details: (place: string, blank: boolean) => readonly Block[],
    options: {
      readonly hint?: string;
      readonly paste?: boolean;
      readonly lines?: number;
      readonly marks?: (place: string) => readonly MessageView[];
    } = {},
  ): ItemsBlock {
    const [first = ''] = this.languages;
    const numbers = itemsIn(this.fields, list).filter((number) => {
      const parts = [`${list}.${number}.${lead}`, `${list}.${number}.code`];
      return parts.some((part) => this.has(part)) || this.isWrong(`${list}.${number}`);
    });
    const next = Math.max(-1, ...itemsIn(this.fields, list)) + 1;
    const places = [...numbers, next].map((number) => `${list}.${number}`);
    return {
      kind: 'items',
      list,
      label: `editor.field.${label}`,
      hint: options.hint === undefined ? null : `editor.hint.${options.hint}`,
      item: `editor.item.${item}`,
      items: places.map((place, index) => {
        const blank = index === places.length - 1;
        const lines = options.lines ?? 1;
        return {
          place,
          number: index + 1,
          index,
          blank,
          first: index === 0,
          last: index === places.length - 2,
          lead: this.#wordsField(`${place}.${lead}`, first, true),
          lines,
          words: this.value(`${place}.${lead}.${first}`),
          code: this.value(`${place}.code`),
          marks: blank ? [] : (options.marks?.(place) ?? []),
          details: details(place, blank),
          open: this.problems.some(
            ({ field }) => field.startsWith(`${place}.`) && field !== `${place}.${lead}.${first}`,
          ),
        };
      }),
      paste: options.paste ?? false,
      problem: this.problem(list),
    };
  }
}
