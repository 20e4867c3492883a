// What every way of voting shares when it reads a form: raw fields in, a value or problems at their fields out.

/** Raw form fields by name. */
export type RawFields = Readonly<Record<string, unknown>>;

/** What is wrong, where: the name of the field, a message key and its values. The words are in views/texts. */
export interface FieldProblem {
  readonly field: string;
  readonly key: `votes.problem.${string}`;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a form says so far. With problems the value holds only what was sound; the page keeps what was typed. */
export interface Reading<Value> {
  readonly value: Value;
  readonly problems: readonly FieldProblem[];
}

/** The field as trimmed words; nothing typed and no field are the same empty words. */
export function wordsIn(fields: RawFields, field: string): string {
  const raw = Object.hasOwn(fields, field) ? fields[field] : '';
  return typeof raw === 'string' ? raw.trim() : '';
}

/** The one of these words a field says; null when it is empty, undefined when it says something else. */
export function choiceIn<Choice extends string>(
  fields: RawFields,
  field: string,
  choices: readonly Choice[],
): Choice | null | undefined {
  const words = wordsIn(fields, field);
  return words === '' ? null : choices.find((choice) => choice === words);
}

/** A copy of a list in a chance order (Fisher & Yates); linear. @param random numbers from 0 up to 1 */
export function shuffled<Item>(list: readonly Item[], random: () => number): readonly Item[] {
  const copy = [...list];
  for (let last = copy.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [kept, moved] = [copy[last] as Item, copy[other] as Item]; // both places are inside the list
    copy[last] = moved;
    copy[other] = kept;
  }
  return copy;
}
