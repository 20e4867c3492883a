// Options and rows as repeated parts of a form and back. The last part is always blank: what is typed there is added.
import type { Option, OptionList } from '../questionnaire.ts';
import { conditionFields } from './condition-form.ts';
import { codeOf, type FormFields, textFields, ticked, withPrefix } from './form-fields.ts';
import type { FormReader } from './form-reader.ts';

/** What chooses the question's own answers instead of a shared list or scale. */
export const own = 'own';

/** Options as fields, each under its number. */
export function optionFields(list: string, options: readonly Option[]): FormFields {
  return Object.assign(
    {},
    ...options.map((option, index) => withPrefix(`${list}.${index}`, fieldsOfOption(option))),
  );
}

function fieldsOfOption(option: Option): FormFields {
  return {
    code: option.code,
    ...textFields('label', option.label),
    ...textFields('note', option.note),
    ...(option.value === undefined ? {} : { value: String(option.value) }),
    ...(option.missing === undefined ? {} : { missing: option.missing }),
    ...(option.group === undefined ? {} : { group: option.group }),
    ...(option.exclusive ? { exclusive: ticked } : {}),
    ...(option.text ? { text: ticked } : {}),
    ...conditionFields('showIf', option.showIf),
  };
}

/** Options out of a form: those typed one by one, then those pasted one a line. A code left open is made of the words. */
export function readOptions(reader: FormReader, list: string, language: string): readonly unknown[] {
  const places = reader
    .items(list)
    .filter((place) => !reader.isBlank(place, ['label', 'code', 'note', 'value']));
  const taken = new Set(places.map((place) => reader.line(`${place}.code`)).filter(Boolean));
  const codeFor = (place: string, words: string) => {
    const typed = place === '' ? '' : reader.line(`${place}.code`);
    const code = typed === '' ? codeOf(words, taken, 'a') : typed;
    taken.add(code);
    return code;
  };
  const typed = places.map((place) => {
    const label = reader.words(`${place}.label`);
    return {
      code: codeFor(place, label[language] ?? ''),
      label,
      note: reader.text(`${place}.note`),
      value: reader.number(`${place}.value`),
      missing: reader.line(`${place}.missing`) || undefined,
      group: reader.line(`${place}.group`) || undefined,
      exclusive: reader.tick(`${place}.exclusive`) || undefined,
      text: reader.tick(`${place}.text`) || undefined,
      showIf: reader.condition(`${place}.showIf`),
    };
  });
  for (const code of new Set(typed.map(({ code }) => code))) {
    const [, second] = typed
      .map((option, index) => ({ option, index }))
      .filter(({ option }) => option.code === code);
    if (second) reader.wrong(`${places[second.index]}.code`, 'sameCode', { code });
  }
  const pasted = linesOf(reader.line(`${list}.paste`)).map((words) => ({
    code: codeFor('', words),
    label: { [language]: words },
  }));
  return [...typed, ...pasted];
}

function linesOf(words: string): readonly string[] {
  return words
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A list with its groups as fields. */
export function listFields(list: OptionList): FormFields {
  return {
    ...Object.assign(
      {},
      ...list.groups.map((group, index) =>
        withPrefix(`groups.${index}`, { code: group.code, ...textFields('label', group.label) }),
      ),
    ),
    ...optionFields('options', list.options),
  };
}

/** The groups of a list out of a form. */
export function readGroups(reader: FormReader, list: string, language: string): readonly { code: string }[] {
  const places = reader.items(list).filter((place) => !reader.isBlank(place, ['label', 'code']));
  const taken = new Set<string>();
  return places.map((place) => {
    const label = reader.words(`${place}.label`);
    const code = reader.line(`${place}.code`) || codeOf(label[language] ?? '', taken, 'g');
    if (taken.has(code)) reader.wrong(`${place}.code`, 'sameCode', { code });
    taken.add(code);
    return { code, label };
  });
}
