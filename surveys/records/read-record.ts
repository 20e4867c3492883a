// Reads the form of a record: what was typed becomes its fields, or one message per field that is wrong.
import { isDay } from '../day.ts';
import { type FormFields, type FormProblem, fieldsUnder } from '../editing/form-fields.ts';
import { FormReader } from '../editing/form-reader.ts';
import { type ProjectRecord, type RecordKind, recordSchemas } from '../project-records.ts';
import type { Text } from '../questionnaire.ts';
import { type FuzzyDate, ownWords } from './fuzzy-date.ts';
import {
  type CodesField,
  choicePlace,
  type DateField,
  type LinksField,
  type NumberField,
  type RangeField,
  type Reading,
  type RecordField,
  type RecordForm,
  type RowsField,
  type SingleField,
  type WordsField,
} from './record-form.ts';

export interface RecordRead<K extends RecordKind> {
  /** Null where something is wrong. */
  readonly record: ProjectRecord<K> | null;
  readonly problems: readonly FormProblem[];
}

/**
 * The record a form asks for. What the form does not ask stays as it was, as do words in other languages.
 * @param before as it is stored; its code alone for a new one.
 * @throws ZodError where the form asks less than the schema of its kind needs.
 */
export function readRecord<K extends RecordKind>(
  form: RecordForm<K>,
  fields: FormFields,
  before: Readonly<Record<string, unknown>> & { readonly code: string },
  reading: Reading,
): RecordRead<K> {
  const reader = new RecordReader(fields, reading);
  const asked = reader.values(form.fields, '', before);
  if (reader.problems.length > 0) return { record: null, problems: reader.problems };
  const kept = Object.entries(before).filter(([name]) => !form.fields.some((field) => field.name === name));
  const parsed = recordSchemas[form.kind].safeParse({ ...Object.fromEntries(kept), ...asked });
  // Its schema is the one of the form's kind.
  if (parsed.success) return { record: parsed.data as ProjectRecord<K>, problems: [] };
  const problems = parsed.error.issues.flatMap(({ path, message }): FormProblem[] => {
    const field = path.map(String).join('.');
    // What only the whole record can say, such as an end before its beginning, has words of its own.
    if (message.startsWith('check.')) return [{ field, key: message, values: {} }];
    const list = form.fields.find(({ name }) => name === path[0]);
    return list?.kind === 'links' || list?.kind === 'codes'
      ? [{ field: list.name, key: 'record.problem.unknown', values: {} }]
      : [];
  });
  if (problems.length < parsed.error.issues.length) throw parsed.error;
  return { record: null, problems };
}

const longestAbout = 60;
const longestNote = 300;
const longestAddress = 500;

class RecordReader {
  readonly problems: FormProblem[] = [];
  readonly #reader: FormReader;
  readonly #fields: FormFields;
  readonly #reading: Reading;

  constructor(fields: FormFields, reading: Reading) {
    this.#fields = fields;
    this.#reading = reading;
    this.#reader = new FormReader(fields, reading.languages);
  }

  /** What is filled, by the names of the fields; what is empty is left out. */
  values(
    fields: readonly RecordField[],
    prefix: string,
    before: Readonly<Record<string, unknown>>,
  ): Record<string, unknown> {
    const read = fields.map((field) => {
      const value = this.#value(field, `${prefix}${field.name}`, before[field.name]);
      return [field.name, value] as const;
    });
    return Object.fromEntries(read.filter(([, value]) => value !== undefined));
  }

  #wrong(field: string, key: string, values: FormProblem['values'] = {}): undefined {
    this.problems.push({ field, key: `record.problem.${key}`, values });
  }

  #value(field: RecordField, name: string, before: unknown): unknown {
    switch (field.kind) {
      case 'words':
        return this.#words(field, name, before as Text | undefined);
      case 'date':
        return this.#date(field, name, before as FuzzyDate | undefined);
      case 'number':
        return this.#number(field, name);
      case 'range':
        return this.#range(field, name, before as { note?: Text } | undefined);
      case 'tick':
        return this.#reader.tick(name) ? true : undefined;
      case 'codes':
      case 'links':
        return this.#ticked(field, name);
      case 'rows':
        return this.#rows(field, name, before as readonly Readonly<Record<string, unknown>>[] | undefined);
      case 'address':
        return this.#address(field, name);
      default: {
        const chosen = this.#reader.line(name);
        if (field.choices.includes(chosen)) return chosen;
        return chosen !== '' || field.needed ? this.#wrong(choicePlace(field, name), 'choose') : undefined;
      }
    }
  }

  #words(field: WordsField, name: string, before: Text | undefined): Text | undefined {
    return this.#text(name, before, field.most, field.needed === true);
  }

  #text(name: string, before: Text | undefined, most: number, needed: boolean): Text | undefined {
    const { languages } = this.#reading;
    const [first = ''] = languages;
    const text = this.#reader.text(name);
    if (!text) return needed ? this.#wrong(`${name}.${first}`, 'words') : undefined;
    for (const [language, words] of Object.entries(text)) {
      if (words.length > most) this.#wrong(`${name}.${language}`, 'tooLong', { most });
    }
    const others = Object.entries(before ?? {}).filter(([language]) => !languages.includes(language));
    return { ...text, ...Object.fromEntries(others) };
  }

  #date(field: DateField, name: string, before: FuzzyDate | undefined) {
    const day = this.#reader.line(`${name}.day`);
    const about = this.#reader.line(`${name}.about`);
    if (day === '') return field.needed || about !== '' ? this.#wrong(`${name}.day`, 'day') : undefined;
    if (!isDay(day)) return this.#wrong(`${name}.day`, 'day');
    if (about.length > longestAbout) return this.#wrong(`${name}.about`, 'tooLong', { most: longestAbout });
    const { languages, tellDay } = this.#reading;
    const [first = ''] = languages;
    const shown = before ? ownWords(before, this.#reading) : '';
    if (before && day === before.sort && about === shown) return before;
    // Another day with the old words beside it would tell the old day.
    const own = about !== '' && (about !== shown || day === before?.sort);
    return {
      sort: day,
      label: own
        ? { [first]: about }
        : Object.fromEntries(languages.map((each) => [each, tellDay(each, day)])),
    };
  }

  #number({ least, most, needed }: NumberField | RangeField, name: string): number | undefined {
    const typed = this.#reader.line(name);
    if (typed === '') return needed ? this.#wrong(name, 'number', { least, most }) : undefined;
    const value = /^\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
    return value >= least && value <= most ? value : this.#wrong(name, 'number', { least, most });
  }

  #range(field: RangeField, name: string, before: { note?: Text } | undefined) {
    const problems = this.problems.length;
    const { needed, ...one } = field;
    const typed = { from: this.#number(one, `${name}.from`), to: this.#number(one, `${name}.to`) };
    const note = this.#text(`${name}.note`, before?.note, longestNote, false);
    if (this.problems.length > problems) return undefined;
    const from = typed.from ?? typed.to;
    const to = typed.to ?? typed.from;
    if (from === undefined || to === undefined) {
      return needed || note
        ? this.#wrong(`${name}.from`, 'number', { least: field.least, most: field.most })
        : undefined;
    }
    if (from > to) return this.#wrong(`${name}.to`, 'rangeTurned');
    return { from, to, ...(note ? { note } : {}) };
  }

  #ticked(field: CodesField | LinksField, name: string): unknown {
    const chosen = this.#reader.ticks(name);
    if (chosen.length === 0 && field.needed) return this.#wrong(name, 'tick');
    if (field.kind === 'codes') return chosen;
    return chosen.map((link) => {
      const [kind = '', code = ''] = link.split(':', 2);
      return { kind, code };
    });
  }

  #address({ needed }: { readonly needed?: true }, name: string): string | undefined {
    const typed = this.#reader.line(name);
    if (typed === '') return needed ? this.#wrong(name, 'address') : undefined;
    if (typed.length > longestAddress) return this.#wrong(name, 'tooLong', { most: longestAddress });
    return isAddress(typed) ? typed : this.#wrong(name, 'address');
  }

  #rows(field: RowsField, name: string, before: readonly Readonly<Record<string, unknown>>[] = []) {
    const places = this.#reader
      .items(name)
      .filter((place) =>
        Object.values(fieldsUnder(this.#fields, place)).some((typed) => typed.trim() !== ''),
      );
    const [first] = field.fields;
    if (places.length > field.most)
      return this.#wrong(places.at(-1) ?? name, 'tooMany', { most: field.most });
    if (places.length === 0 && field.needed) return this.#wrong(`${name}.1.${first?.name ?? ''}`, 'words');
    return places.map((place) => {
      const was = before[Number(place.slice(name.length + 1)) - 1] ?? {};
      const asked: readonly SingleField[] = field.fields;
      const kept = Object.entries(was).filter(([part]) => !asked.some((each) => each.name === part));
      return { ...Object.fromEntries(kept), ...this.values(asked, `${place}.`, was) };
    });
  }
}

/** Whether a page of the web is named: nothing else may become a link. */
function isAddress(typed: string): boolean {
  return URL.canParse(typed) && /^https?:$/.test(new URL(typed).protocol);
}
