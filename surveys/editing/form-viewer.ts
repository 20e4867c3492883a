// Draws the blocks of a form: filled with what is in the fields, and with what is wrong with them.
import type { MessageView } from '../question-types/question-view.ts';
import type {
  Block,
  ChoiceBlock,
  ItemsBlock,
  LineBlock,
  TickBlock,
  WordsBlock,
  WordsField,
} from './blocks.ts';
import { type FormFields, type FormProblem, itemsIn, problemAt, ticked } from './form-fields.ts';

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
      /** What else each has is in sight. */
      readonly unfolded?: boolean;
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
          open:
            options.unfolded === true ||
            this.problems.some(
              ({ field }) => field.startsWith(`${place}.`) && field !== `${place}.${lead}.${first}`,
            ),
        };
      }),
      paste: options.paste ?? false,
      problem: this.problem(list),
    };
  }
}
