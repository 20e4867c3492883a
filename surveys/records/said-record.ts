// A form of a record read out field by field, so that two states of it can be laid side by side.
import type { FieldView } from './record-view.ts';

/** One input as it is read out. */
export interface SaidField {
  readonly name: string;
  /** Keys of views/texts, from the outermost: of the row, of its field. `number` is that of a row. */
  readonly labels: readonly { readonly key: string; readonly number?: number }[];
  /** A language where the same words can stand in several. */
  readonly language: string | null;
  /** What was typed, a key of views/texts where it was chosen; '' for nothing. */
  readonly said: string | { readonly key: string };
}

/** The inputs of a form that say something else in another state of it, with what they say there. */
export function differences(
  mine: readonly FieldView[],
  theirs: readonly FieldView[],
): readonly (SaidField & { readonly theirs: SaidField['said'] })[] {
  const [here, there] = [mine, theirs].map(
    (fields) => new Map(fields.flatMap((field) => saidIn(field)).map((said) => [said.name, said])),
  );
  const names = [...new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])])];
  return names.flatMap((name) => {
    const field = here?.get(name) ?? there?.get(name);
    if (!field) return [];
    const [said, theirsSaid] = [here?.get(name)?.said ?? '', there?.get(name)?.said ?? ''];
    return JSON.stringify(said) === JSON.stringify(theirsSaid)
      ? []
      : [{ ...field, said, theirs: theirsSaid }];
  });
}

function saidIn(field: FieldView, around: SaidField['labels'] = []): readonly SaidField[] {
  const labels = [...around, { key: field.label }];
  const said = (name: string, value: SaidField['said'], language: string | null = null) => ({
    name,
    labels,
    language,
    said: value,
  });
  switch (field.kind) {
    case 'words':
      return [field.first, ...field.others].map(({ name, value, language }) => said(name, value, language));
    case 'date':
      return [said(field.day.name, field.day.value), said(field.about.name, field.about.value)];
    case 'range':
      return [field.from, field.to, field.note].map(({ name, value }) => said(name, value));
    case 'choice': {
      const chosen = field.options.find(({ checked }) => checked);
      return [said(field.name, chosen ? { key: chosen.label } : '')];
    }
    case 'tick':
      return [said(field.name, field.checked ? { key: 'record.yes' } : '')];
    case 'boxes': {
      const ticked = field.groups.flatMap(({ boxes }) => boxes.filter(({ checked }) => checked));
      return [said(field.name, ticked.map(({ label }) => label).join('; '))];
    }
    case 'rows':
      return field.rows.flatMap(({ number, fields }) =>
        fields.flatMap((each) => saidIn(each, [...around, { key: field.one, number }])),
      );
    default:
      return [said(field.input.name, field.input.value)];
  }
}
