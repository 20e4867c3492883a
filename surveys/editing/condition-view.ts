// The condition of a form as it is drawn: rows with what can be asked about, and groups of rows in them.
import { codebookOf } from '../codebook.ts';
import type { MessageView } from '../question-types/question-view.ts';
import { type Condition, inLanguage, type Questionnaire } from '../questionnaire.ts';
import { withoutReferences } from '../references.ts';
import { isNumeric, type Variable } from '../variable.ts';
import { groupSubject, type How, type Mode, readCondition } from './condition-form.ts';
import { itemsIn, ticked } from './form-fields.ts';
import type { FormViewer } from './form-viewer.ts';

/** What conditions of one place may read. */
export interface Readable {
  /** Variables asked before it, by their question. */
  readonly questions: readonly {
    readonly code: string;
    readonly words: string;
    readonly variables: readonly Variable[];
  }[];
  /** Values of the register; empty without one, and then no condition can be made on it. */
  readonly register: Readonly<Record<'province' | 'sizeClass', readonly string[]>>;
  readonly language: string;
  /** A condition as a sentence. */
  inWords(condition: Condition): string;
}

/** Something a row can be about. */
export interface SubjectChoice {
  readonly value: string;
  readonly words: string;
}

export interface ConditionRow {
  readonly name: string;
  readonly number: number;
  /** What it is about; '' in the blank row behind the others. */
  readonly of: string;
  readonly blank: boolean;
  readonly hows: readonly { readonly value: How; readonly checked: boolean }[];
  readonly how: How;
  readonly values: readonly { readonly name: string; readonly words: string; readonly checked: boolean }[];
  readonly atLeast: string;
  readonly atMost: string;
  readonly group: ConditionGroup | null;
  readonly problem: MessageView | null;
}

export interface ConditionGroup {
  readonly name: string;
  readonly modes: readonly { readonly value: Mode; readonly checked: boolean }[];
  /** More than one row, so that it matters how they are joined. */
  readonly joined: boolean;
  readonly rows: readonly ConditionRow[];
}

export interface ConditionBlock {
  readonly kind: 'condition';
  readonly label: string;
  readonly hint: string;
  readonly group: ConditionGroup;
  readonly subjects: readonly SubjectChoice[];
  readonly registerSubjects: readonly SubjectChoice[];
  /** As a sentence; null when there is none or it is not ready. */
  readonly sentence: string | null;
}

/** What may be read before a question (or, without one, before a page). Without a place: everything. */
export function readableBefore(
  questionnaire: Questionnaire,
  place: { readonly page: string; readonly question: string | null } | null,
  register: Readable['register'],
  language: string,
): Omit<Readable, 'inWords'> {
  const codebook = codebookOf(questionnaire);
  const questions: Readable['questions'][number][] = [];
  walk: for (const page of questionnaire.pages) {
    if (place?.question === null && page.code === place.page) break;
    for (const question of page.questions) {
      if (place !== null && question.code === place.question) break walk;
      const variables = codebook.variables.filter((variable) => variable.question === question.code);
      if (variables.length > 0 && question.type !== 'consent')
        questions.push({
          code: question.code,
          words: inLanguage(withoutReferences(question.label), language),
          variables,
        });
    }
  }
  return { questions, register, language };
}

/** The block of a condition. */
export function conditionBlock(
  viewer: FormViewer,
  name: string,
  readable: Readable,
  label: string,
): ConditionBlock {
  const { register, language } = readable;
  const { condition } = readCondition(viewer.fields, name);
  return {
    kind: 'condition',
    label: `editor.field.${label}`,
    hint: 'editor.hint.condition',
    group: groupView(viewer, name, readable),
    subjects: readable.questions.flatMap(({ code, words, variables }) =>
      variables.map((variable) => ({
        value: `variable:${variable.name}`,
        words:
          variable.item === null
            ? `${code} · ${shortened(words)}`
            : `${variable.name} · ${shortened(inLanguage(variable.item, language))}`,
      })),
    ),
    registerSubjects: (['province', 'sizeClass'] as const)
      .filter((fact) => register[fact].length > 0)
      .map((fact) => ({ value: `register:${fact}`, words: fact })),
    sentence: condition === null ? null : readable.inWords(condition),
  };
}

function groupView(viewer: FormViewer, name: string, readable: Readable): ConditionGroup {
  const numbers = itemsIn(viewer.fields, name).filter(
    (number) => viewer.value(`${name}.${number}.of`) !== '',
  );
  const next = Math.max(-1, ...itemsIn(viewer.fields, name)) + 1;
  const mode = viewer.value(`${name}.mode`) || 'all';
  return {
    name,
    modes: (['all', 'any', 'none'] as const).map((value) => ({ value, checked: value === mode })),
    joined: numbers.length > 1 || mode === 'none',
    rows: [...numbers, next].map((number, index) =>
      rowView(viewer, `${name}.${number}`, index + 1, readable),
    ),
  };
}

function rowView(viewer: FormViewer, name: string, number: number, readable: Readable): ConditionRow {
  const of = viewer.value(`${name}.of`);
  const { hows, values } = possible(of, readable);
  const chosen = viewer.value(`${name}.how`) as How;
  const how = hows.includes(chosen) ? chosen : (hows[0] ?? 'is');
  return {
    name,
    number,
    of,
    blank: of === '',
    hows: hows.map((value) => ({ value, checked: value === how })),
    how,
    values: values.map(({ value, words }) => ({
      name: `${name}.is.${value}`,
      words,
      checked: viewer.value(`${name}.is.${value}`) === ticked,
    })),
    atLeast: viewer.value(`${name}.atLeast`),
    atMost: viewer.value(`${name}.atMost`),
    group: of === groupSubject ? groupView(viewer, name, readable) : null,
    problem: viewer.problem(name),
  };
}

interface Possible {
  readonly hows: readonly How[];
  readonly values: readonly { readonly value: string; readonly words: string }[];
}

/** How something can be compared, and with which answers. */
function possible(of: string, { questions, register, language }: Readable): Possible {
  if (of === 'register:province' || of === 'register:sizeClass') {
    const fact = of === 'register:province' ? 'province' : 'sizeClass';
    return { hows: ['is', 'not'], values: register[fact].map((value) => ({ value, words: value })) };
  }
  const variable = questions
    .flatMap(({ variables }) => variables)
    .find(({ name }) => of === `variable:${name}`);
  if (!variable) return { hows: [], values: [] };
  const answered: readonly How[] = ['answered', 'unanswered'];
  if (variable.measure === 'text' || variable.measure === 'register') return { hows: answered, values: [] };
  const onLine = isNumeric(variable);
  const codes = onLine ? variable.categories.slice(1) : variable.categories;
  const values = codes.map(({ code, label }) => ({ value: code, words: inLanguage(label, language) }));
  const hasPlace = onLine || variable.categories.some(({ value }) => value !== null);
  const range: readonly How[] = hasPlace && variable.type !== 'multiple' ? ['range'] : [];
  const is: readonly How[] = values.length > 0 ? ['is', 'not'] : [];
  return { hows: onLine ? [...range, ...is, ...answered] : [...is, ...range, ...answered], values };
}

/** A label short enough for a list to choose from. */
export function shortened(words: string, most = 60): string {
  return words.length <= most ? words : `${words.slice(0, most - 1).trimEnd()}…`;
}
