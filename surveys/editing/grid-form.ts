// A grid as the fields of its form and back: its rows, one or two scales, and what is asked of them.
import { type Option, type Question, type Questionnaire, type QuestionOf, rowsOf } from '../questionnaire.ts';
import { type FormFields, numbered, textFields, ticked } from './form-fields.ts';
import type { FormReader } from './form-reader.ts';
import { listFields, optionFields, own, readGroups, readOptions } from './option-form.ts';

type Grid = QuestionOf<'grid'>;

/** The fields only a grid has. */
export function gridFields({ rows, scales, requiredRows, wholeGroup }: Grid): FormFields {
  const rowFields: FormFields = Array.isArray(rows)
    ? optionFields('rows', rows)
    : 'list' in rows
      ? {}
      : { ...optionFields('rows', rows.options), ...groupFields(rows.groups) };
  return {
    'rows.from': !Array.isArray(rows) && 'list' in rows ? `list:${rows.list}` : own,
    ...rowFields,
    ...numbered('scales', scales, ({ variable, label, scale, unless }) => ({
      variable,
      scale,
      ...textFields('label', label),
      ...(unless ? Object.fromEntries(unless.is.map((code) => [`unless.${code}`, ticked])) : {}),
    })),
    ...Object.fromEntries(requiredRows.map((row) => [`requiredRows.${row}`, ticked])),
    ...(wholeGroup
      ? { 'wholeGroup.code': wholeGroup.code, ...textFields('wholeGroup.label', wholeGroup.label) }
      : {}),
  };
}

function groupFields(groups: readonly { code: string; label: Record<string, string> }[]): FormFields {
  return listFields({ groups: [...groups], options: [] });
}

/** What only a grid has, out of its form. */
export function readGrid(
  reader: FormReader,
  questionnaire: Questionnaire,
  before: Question,
  language: string,
): Readonly<Record<string, unknown>> {
  const from = reader.line('rows.from') || own;
  const places = reader.items('scales').filter((place) => reader.line(`${place}.scale`) !== '');
  const scales = places.map((place, index) => {
    const scale = reader.line(`${place}.scale`);
    const first = places[0] ?? '';
    const unless = index === 0 ? [] : reader.ticks(`${place}.unless`);
    const variable =
      reader.line(`${place}.variable`) || `${reader.line('code') || before.code}${index === 0 ? '' : '_2'}`;
    return {
      variable,
      scale,
      label: reader.words(`${place}.label`),
      unless:
        unless.length === 0
          ? undefined
          : { variable: reader.line(`${first}.variable`) || reader.line('code') || before.code, is: unless },
    };
  });
  const groups = readGroups(reader, 'groups', language);
  const typed = readOptions(reader, 'rows', language);
  const ownRows = typed.length > 0 ? { groups, options: typed } : copiedRows(questionnaire, before);
  const rows = from.startsWith('list:')
    ? { list: from.slice('list:'.length) }
    : ownRows.groups.length > 0
      ? ownRows
      : ownRows.options;
  const rowCodes = codesOfRows(questionnaire, from, ownRows.options);
  const whole = reader.line('wholeGroup.code');
  return {
    rows,
    scales,
    requiredRows: reader.ticks('requiredRows').filter((row) => rowCodes.has(row)),
    wholeGroup: whole === '' ? undefined : { code: whole, label: reader.words('wholeGroup.label') },
  };
}

function codesOfRows({ lists }: Questionnaire, from: string, rows: readonly unknown[]): ReadonlySet<string> {
  const options = from.startsWith('list:') ? lists[from.slice('list:'.length)]?.options : rows;
  return new Set((options ?? []).map((row) => (row as Pick<Option, 'code'>).code));
}

function copiedRows(
  questionnaire: Questionnaire,
  before: Question,
): { groups: readonly unknown[]; options: readonly unknown[] } {
  if (before.type === 'grid' && !Array.isArray(before.rows)) return rowsOf(questionnaire, before);
  return { groups: [], options: [] };
}
