// The page on which a proposal is checked: every column or group as a row with what it is taken for, its answers, a
// preview of the question, and what will be lost.

import type { Known } from '../../../surveys/formats/propose/column-part.ts';
import {
  type Choice,
  choicesOf,
  fieldOfAnswer,
  fieldOfColumn,
  fieldOfPart,
  ordersOf,
} from '../../../surveys/formats/propose/correct.ts';
import { lossesOf } from '../../../surveys/formats/propose/losses.ts';
import {
  isGroup,
  type Meaning,
  meanings,
  type Part,
  type Remark,
} from '../../../surveys/formats/propose/plan.ts';
import type { LocatedProblem } from '../../csv-file.ts';
import type { OwnData } from '../../db/own-data.ts';
import type { Words } from './workspace.ts';

interface Pick {
  readonly value: string;
  readonly label: string;
  readonly chosen: boolean;
}
interface Field {
  readonly name: string;
  readonly label: string;
  readonly value: string;
}
interface Select {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Pick[];
}
interface PartView {
  readonly id: string;
  readonly heading: string;
  readonly isOut: boolean;
  readonly facts: readonly string[];
  readonly why: string;
  /** A word where the team should look; empty where it is sure. */
  readonly sure: string;
  readonly unsure: boolean;
  readonly warnings: readonly string[];
  readonly kind: Select;
  readonly question: Field;
  /** The name of its box; null where there is nothing to belong to. */
  readonly join: string | null;
  readonly order: Select | null;
  readonly answers: readonly AnswerView[];
  readonly items: readonly Field[];
  /** Opened where the team should look. */
  readonly open: boolean;
  readonly preview: PreviewView | null;
}
interface AnswerView {
  readonly label: Field;
  readonly count: number;
  readonly place: Field;
  readonly meaning: Select;
  readonly same: Select | null;
  readonly isCell: boolean;
}
interface PreviewView {
  readonly question: string;
  readonly rows: readonly string[];
  readonly options: readonly { readonly label: string; readonly note: string }[];
  readonly more: number;
}
export interface CheckPage {
  readonly csrf: string;
  readonly address: string;
  readonly lead: string;
  readonly unsure: string;
  readonly title: string;
  readonly languages: readonly Pick[];
  readonly parts: readonly PartView[];
  readonly losses: readonly string[];
  readonly mistakes: readonly string[];
  readonly failures: readonly string[];
}

interface Around {
  readonly csrf: string;
  readonly languages: readonly string[];
  readonly failures: readonly LocatedProblem[];
  readonly mistakes: readonly Remark[];
}

/** Answers shown in a preview, and headings named in a loss. */
const mostShown = 12;
const mostNamed = 6;

type Say = (key: string, values?: Remark['values']) => string;

export function checkPage(data: OwnData, known: Known, words: Words, around: Around): CheckPage {
  const say: Say = (key, values = {}) => words.say({ key: `own-data.${key}`, values });
  const { plan, facts } = data;
  const asked = plan.parts.filter(({ kind }) => kind !== 'leaveOut' && kind !== 'day');
  const losses = lossesOf(plan, facts).map(({ key, values, headings }) =>
    say(`loss.${key}`, { ...values, headings: namedTogether(headings) }),
  );
  return {
    csrf: around.csrf,
    address: `/team/${encodeURIComponent(data.project)}/own-data/${encodeURIComponent(data.id)}`,
    lead: say('check.lead', {
      name: data.name,
      rows: facts.rows,
      columns: facts.columns.length,
      questions: asked.length,
    }),
    unsure: say('check.unsure', { count: plan.parts.filter(needsLook).length }),
    title: data.title,
    languages: around.languages.map((code) => ({
      value: code,
      label: words.say({ key: `common.languages.${code}` }),
      chosen: code === data.language,
    })),
    parts: plan.parts.map((part, index) => partView(part, plan.parts[index - 1] ?? null, data, known, say)),
    losses,
    mistakes: around.mistakes.map(({ key, values }) => say(`check.${key}`, values)),
    failures: problemSentences(around.failures, words),
  };
}

/** What an import or a file says is wrong, a sentence each, without the place it was kept in. */
export function problemSentences(problems: readonly LocatedProblem[], words: Words): readonly string[] {
  return problems.slice(0, 5).map(({ key, line, values }) => {
    const message = words.say({ key: `import.problem.${key}`, values });
    return line === null ? message : words.say({ key: 'own-data.upload.line', values: { line, message } });
  });
}

function needsLook({ sure, kind }: Part): boolean {
  return sure === 'unsure' && kind !== 'leaveOut';
}

function namedTogether(headings: readonly string[]): string {
  const shown = headings
    .slice(0, mostNamed)
    .map((heading) => (heading.length > 60 ? `${heading.slice(0, 59)}…` : heading));
  return headings.length > mostNamed ? `${shown.join(', ')}, …` : shown.join(', ');
}

function partView(part: Part, before: Part | null, { facts }: OwnData, known: Known, say: Say): PartView {
  const { id, kind, label, columns, why, warnings } = part;
  const heading = columns.length === 1 ? (columns[0]?.heading ?? '') : label;
  const first = facts.columns.find(({ place }) => place === columns[0]?.place);
  const isOut = kind === 'leaveOut';
  const orders = ordersOf(part);
  return {
    id,
    heading,
    isOut,
    facts: [
      ...(columns.length > 1 ? [say('check.columns', { count: columns.length })] : []),
      ...(columns.length === 1 ? [say('check.filled', { count: first?.filled ?? 0 })] : []),
      ...(first && first.examples.length > 0 && why.key !== 'personal'
        ? [say('check.examples', { examples: first.examples.join(' · ') })]
        : []),
    ],
    why: say(`why.${why.key}`, why.values),
    sure: needsLook(part) ? say('sure.unsure') : '',
    unsure: needsLook(part),
    warnings: warnings.map(({ key, values }) => say(`warning.${key}`, values)),
    kind: select(
      fieldOfPart(id, 'kind'),
      say('check.kind'),
      choicesOf(part, facts, known),
      kind,
      (choice: Choice) => say(`kind.${choice}`),
    ),
    question: { name: fieldOfPart(id, 'label'), label: say('check.question'), value: label },
    join: canJoin(part, before) ? fieldOfPart(id, 'join') : null,
    order:
      orders.length > 1
        ? select(fieldOfPart(id, 'order'), say('check.order'), orders, part.order, (order) =>
            say(`order.${order}`),
          )
        : null,
    answers: isOut ? [] : part.answers.map((_, index) => answerView(part, index, say)),
    items: isGroup(kind)
      ? columns.map((column, index) => ({
          name: fieldOfColumn(id, index),
          label: say('check.itemOf', { heading: column.heading }),
          value: column.label,
        }))
      : [],
    open: needsLook(part),
    preview: isOut || kind === 'day' || kind === 'library' ? null : previewOf(part, say),
  };
}

/** Beside a part that became a question, a column can be said to belong to it. */
function canJoin({ columns, kind }: Part, before: Part | null): boolean {
  return (
    before !== null &&
    columns.length === 1 &&
    kind !== 'day' &&
    kind !== 'library' &&
    before.kind !== 'leaveOut'
  );
}

function select<T extends string>(
  name: string,
  label: string,
  values: readonly T[],
  chosen: string,
  labelOf: (value: T) => string,
): Select {
  return {
    name,
    label,
    options: values.map((value) => ({ value, label: labelOf(value), chosen: value === chosen })),
  };
}

function answerView(part: Part, index: number, say: Say): AnswerView {
  const { id, kind, answers } = part;
  const answer = answers[index];
  const label = answer?.label ?? '';
  const isCell = kind === 'multiple' || kind === 'number' || kind === 'date';
  const name = (what: Parameters<typeof fieldOfAnswer>[2]) => fieldOfAnswer(id, index, what);
  const allowed: readonly Meaning[] =
    kind === 'multiple'
      ? ['skipped', 'notShown']
      : isCell
        ? meanings.filter((each) => each !== 'answer')
        : meanings;
  const others = answers.map((other, at) => ({ other, at })).filter(({ at }) => at !== index);
  return {
    label: { name: name('label'), label: say('check.labelOf', { answer: label }), value: label },
    count: answer?.count ?? 0,
    place: { name: name('place'), label: say('check.placeOf', { answer: label }), value: String(index + 1) },
    meaning: select(
      name('meaning'),
      say('check.meaningOf', { answer: label }),
      allowed,
      answer?.meaning ?? '',
      (each) => say(`meaning.${kind === 'multiple' && each === 'skipped' ? 'notTicked' : each}`),
    ),
    same:
      isCell || others.length === 0 || answers.length > 40
        ? null
        : {
            name: name('same'),
            label: say('check.sameOf', { answer: label }),
            options: [
              { value: '', label: say('check.sameNone'), chosen: true },
              ...others.map(({ other, at }) => ({ value: String(at), label: other.label, chosen: false })),
            ],
          },
    isCell,
  };
}

/** The question as it will be: its words, its rows and its answers, with what does not count. */
function previewOf(part: Part, say: Say): PreviewView {
  const { kind, label, columns, answers, order } = part;
  const isTicks = kind === 'multiple' || kind === 'rank';
  let place = 0;
  const options = isTicks
    ? columns.map((column) => ({ label: column.label, note: '' }))
    : answers
        .filter(({ meaning }) => meaning !== 'skipped' && meaning !== 'notShown')
        .map(({ label: words, meaning, code }) => {
          if (meaning !== 'answer')
            return { label: words, note: say('check.apart', { meaning: say(`meaning.${meaning}`) }) };
          place += 1;
          const value = order === 'numbers' ? code : order === 'scale' ? String(place) : null;
          return { label: words, note: value === null ? '' : say('check.value', { value }) };
        });
  return {
    question: label,
    rows: kind === 'grid' ? columns.slice(0, mostShown).map((column) => column.label) : [],
    options: options.slice(0, mostShown),
    more:
      Math.max(0, options.length - mostShown) +
      (kind === 'grid' ? Math.max(0, columns.length - mostShown) : 0),
  };
}
