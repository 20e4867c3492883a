// Draws the form of a record: its fields filled with what was typed, each with what is wrong with it.
import { type FormFields, type FormProblem, itemsIn, problemAt, ticked } from '../editing/form-fields.ts';
import {
  choicePlace,
  type RecordChoices,
  type RecordField,
  type RecordForm,
  type RowsField,
  type SingleField,
} from './record-form.ts';

/** One input: its name in the form, what was typed, and what is wrong. */
export interface InputView {
  readonly name: string;
  readonly value: string;
  readonly problem: FormProblem | null;
}
/** An input for words in one language. */
export interface LanguageInput extends InputView {
  readonly language: string;
  /** Whether it has words: `yes` or `no`. */
  readonly filled: 'yes' | 'no';
}
export interface OptionView {
  readonly value: string;
  /** A key of views/texts. */
  readonly label: string;
  readonly checked: boolean;
}
interface Labelled {
  readonly name: string;
  /** Keys of views/texts. */
  readonly label: string;
  readonly hint: string | null;
  readonly needed: boolean;
}
export type FieldView = Labelled &
  (
    | {
        readonly kind: 'words';
        readonly lines: number;
        readonly first: LanguageInput;
        readonly others: readonly LanguageInput[];
        /** The other languages are in sight: one of them is wrong. */
        readonly open: boolean;
      }
    | { readonly kind: 'address' | 'number'; readonly input: InputView }
    | {
        readonly kind: 'choice';
        readonly options: readonly OptionView[];
        readonly problem: FormProblem | null;
      }
    | { readonly kind: 'tick'; readonly checked: boolean }
    | { readonly kind: 'date'; readonly day: InputView; readonly about: InputView }
    | {
        readonly kind: 'range';
        readonly from: InputView;
        readonly to: InputView;
        readonly note: LanguageInput;
      }
    | {
        readonly kind: 'boxes';
        readonly groups: readonly {
          readonly title: string;
          readonly boxes: readonly {
            readonly name: string;
            readonly label: string;
            readonly checked: boolean;
          }[];
        }[];
        readonly problem: FormProblem | null;
      }
    | {
        readonly kind: 'rows';
        readonly one: string;
        readonly rows: readonly { readonly number: number; readonly fields: readonly FieldView[] }[];
        readonly problem: FormProblem | null;
      }
  );

/** What a form is drawn from. */
export interface RecordFormState {
  readonly fields: FormFields;
  readonly problems: readonly FormProblem[];
  /** Of the workspace, the reader's own first. */
  readonly languages: readonly string[];
  readonly choices: RecordChoices;
}

/** Rows kept free below those that are filled. */
const room = 2;

/** The fields of a form, in its order. */
export function recordView(
  form: Pick<RecordForm, 'words' | 'labels' | 'fields'>,
  state: RecordFormState,
): readonly FieldView[] {
  return form.fields.map((field) =>
    fieldView(field, field.name, {
      ...state,
      label: (part) => `${form.labels ?? form.words}.${field.name}${part}`,
    }),
  );
}

interface Drawing extends RecordFormState {
  /** The key of the words of a field; `part` is what stands behind its name. */
  readonly label: (part: string) => string;
}

function fieldView(field: RecordField, name: string, drawing: Drawing): FieldView {
  const { fields, problems, languages, choices, label } = drawing;
  const input = (own: string): InputView => ({
    name: own,
    value: fields[own] ?? '',
    problem: problemAt(problems, own),
  });
  const inLanguage = (own: string, language: string): LanguageInput => ({
    ...input(`${own}.${language}`),
    language,
    filled: fields[`${own}.${language}`] ? 'yes' : 'no',
  });
  const labelled: Labelled = {
    name,
    label: label(''),
    hint: field.hint ? label('Hint') : null,
    needed: field.needed ?? false,
  };
  const [first = '', ...rest] = languages;
  switch (field.kind) {
    case 'words': {
      const others = rest.map((language) => inLanguage(name, language));
      const open = others.some(({ problem }) => problem !== null);
      return { ...labelled, kind: 'words', lines: field.lines, first: inLanguage(name, first), others, open };
    }
    case 'date':
      return { ...labelled, kind: 'date', day: input(`${name}.day`), about: input(`${name}.about`) };
    case 'range':
      return {
        ...labelled,
        kind: 'range',
        from: input(`${name}.from`),
        to: input(`${name}.to`),
        note: inLanguage(`${name}.note`, first),
      };
    case 'tick':
      return { ...labelled, kind: 'tick', checked: fields[name] === ticked };
    case 'choice':
      return {
        ...labelled,
        kind: 'choice',
        options: field.choices.map((value) => ({
          value,
          label: label(`Choice.${value}`),
          checked: fields[name] === value,
        })),
        problem: problemAt(problems, choicePlace(field, name)),
      };
    case 'codes':
    case 'links':
      return {
        ...labelled,
        kind: 'boxes',
        groups: (choices.get(field.name) ?? []).map(({ title, options }) => ({
          title,
          boxes: options.map((option) => ({
            name: `${name}.${option.value}`,
            label: option.label,
            checked: fields[`${name}.${option.value}`] === ticked,
          })),
        })),
        problem: problemAt(problems, name),
      };
    case 'rows':
      return {
        ...labelled,
        kind: 'rows',
        one: label('One'),
        rows: rowViews(field, name, drawing),
        problem: problemAt(problems, name),
      };
    default:
      return { ...labelled, kind: field.kind, input: input(name) };
  }
}

/** The rows that are filled, and some that are not yet. */
function rowViews(field: RowsField, name: string, drawing: Drawing) {
  const filled = Math.max(
    0,
    ...itemsIn(drawing.fields, name).filter((number) => hasWords(drawing, `${name}.${number}.`)),
  );
  const shown = Math.max(filled, Math.min(field.most, filled + room));
  return Array.from({ length: shown }, (_, index) => {
    const number = index + 1;
    const place = `${name}.${number}`;
    const fields = field.fields.map((each: SingleField) =>
      fieldView(each, `${place}.${each.name}`, {
        ...drawing,
        label: (part) => `${drawing.label('Row')}.${each.name}${part}`,
      }),
    );
    return { number, fields };
  });
}

function hasWords({ fields }: Drawing, start: string): boolean {
  return Object.entries(fields).some(([name, value]) => name.startsWith(start) && value !== '');
}
