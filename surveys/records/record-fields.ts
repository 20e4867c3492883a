// A stored record as the fields of its form.
import { type FormFields, numbered, textFields, ticked } from '../editing/form-fields.ts';
import type { Text } from '../questionnaire.ts';
import { type FuzzyDate, ownWords } from './fuzzy-date.ts';
import type { Reading, RecordField, RecordForm } from './record-form.ts';

type Values = Readonly<Record<string, unknown>>;

/** The fields a record fills; a date that is told as its day is has no words of its own. */
export function recordFields(form: Pick<RecordForm, 'fields'>, record: Values, reading: Reading): FormFields {
  return Object.assign({}, ...form.fields.map((field) => fieldsOf(field, record[field.name], reading)));
}

function fieldsOf(field: RecordField, value: unknown, reading: Reading): FormFields {
  const { name } = field;
  if (value === undefined || value === null) return {};
  // What is stored passed the schema of its kind, which has these shapes where the form has these fields.
  switch (field.kind) {
    case 'words':
      return textFields(name, value as Text);
    case 'date': {
      const date = value as FuzzyDate;
      return { [`${name}.day`]: date.sort, [`${name}.about`]: ownWords(date, reading) };
    }
    case 'range': {
      const { from, to, note } = value as {
        readonly from: number;
        readonly to: number;
        readonly note?: Text;
      };
      return {
        [`${name}.from`]: String(from),
        [`${name}.to`]: String(to),
        ...textFields(`${name}.note`, note),
      };
    }
    case 'tick':
      return value === true ? { [name]: ticked } : {};
    case 'codes':
      return Object.fromEntries((value as readonly string[]).map((code) => [`${name}.${code}`, ticked]));
    case 'links':
      return Object.fromEntries(
        (value as readonly Link[]).map(({ kind, code }) => [`${name}.${kind}:${code}`, ticked]),
      );
    case 'rows':
      return withoutGaps(name, value as readonly Values[], (row) => recordFields(field, row, reading));
    default:
      return typeof value === 'string' || typeof value === 'number' ? { [name]: `${value}` } : {};
  }
}

interface Link {
  readonly kind: string;
  readonly code: string;
}

/** Rows are numbered from 1, as they are read to who fills them in. */
function withoutGaps(
  name: string,
  rows: readonly Values[],
  fieldsOfRow: (row: Values) => FormFields,
): FormFields {
  return numbered(name, [undefined, ...rows], (row) => (row ? fieldsOfRow(row) : {}));
}
