// What the team corrects in a plan: another kind, columns joined or apart, words, the order and meaning of answers,
// answers that are the same. Form fields in, a new plan out; nothing that was typed is lost.
import type { ColumnFacts, FileFacts } from './column-facts.ts';
import { columnPart, type Known, kindsOf, partAs } from './column-part.ts';
import { groupAs, groupKindsOf } from './group-part.ts';
import {
  isGroup,
  meanings,
  type Part,
  type PartKind,
  type Plan,
  type PlannedAnswer,
  type Remark,
  remark,
} from './plan.ts';
import { withCodes } from './propose.ts';

/** Fields by their name; a name is made by `fieldOfPart`, `fieldOfAnswer` or `fieldOfColumn`. */
export type Fields = Readonly<Record<string, string>>;

export const fieldOfPart = (part: string, what: 'kind' | 'label' | 'order' | 'join') => `${what}.${part}`;
export const fieldOfAnswer = (part: string, index: number, what: 'label' | 'place' | 'meaning' | 'same') =>
  `answer.${part}.${index}.${what}`;
export const fieldOfColumn = (part: string, index: number) => `column.${part}.${index}`;

export interface Corrected {
  readonly plan: Plan;
  readonly problems: readonly Remark[];
}

/** Kinds a part can be made into; `separate` is each column a question of its own. */
export type Choice = PartKind | 'separate';

export function choicesOf(part: Part, facts: FileFacts, known: Known): readonly Choice[] {
  const columns = factsOfPart(part, facts);
  const [only] = columns;
  if (columns.length === 1 && only) {
    const kinds = kindsOf(only, known);
    return kinds.includes(part.kind) ? kinds : [part.kind, ...kinds];
  }
  const kinds = groupKindsOf(columns);
  const own = kinds.includes(part.kind) ? kinds : [part.kind, ...kinds];
  return [...own.filter((kind) => kind !== 'leaveOut'), 'separate', 'leaveOut'];
}

/** The plan with what the fields say. What is not in the fields stays. */
export function corrected(plan: Plan, facts: FileFacts, known: Known, fields: Fields): Corrected {
  const problems: Remark[] = [];
  const parts: Part[] = [];
  for (const part of plan.parts) {
    const before = parts.at(-1);
    if (fields[fieldOfPart(part.id, 'join')] === '1' && before) {
      const joined = join(before, part, facts);
      if (joined) {
        parts[parts.length - 1] = joined;
        continue;
      }
      problems.push(remark('joinFailed', { heading: part.label }));
    }
    parts.push(...correctedPart(part, facts, known, fields));
  }
  return { plan: { parts: withCodes(parts) }, problems };
}

/** What keeps a plan from being made: no question at all, two days, two libraries. */
export function planProblems({ parts }: Plan): readonly Remark[] {
  const count = (kind: PartKind) => parts.filter((part) => part.kind === kind).length;
  const asked = parts.length - count('leaveOut') - count('day');
  return [
    ...(asked === 0 ? [remark('noQuestions')] : []),
    ...(count('day') > 1 ? [remark('oneDay')] : []),
    ...(count('library') > 1 ? [remark('oneLibrary')] : []),
  ];
}

function factsOfPart({ columns }: Part, facts: FileFacts): readonly ColumnFacts[] {
  return columns.flatMap(({ place }) => facts.columns.filter((column) => column.place === place));
}

function correctedPart(part: Part, facts: FileFacts, known: Known, fields: Fields): readonly Part[] {
  const wanted = fields[fieldOfPart(part.id, 'kind')];
  const label = wordsOr(fields[fieldOfPart(part.id, 'label')], part.label);
  const choice = choicesOf(part, facts, known).find((each) => each === wanted) ?? part.kind;
  if (choice === part.kind) return [withAnswers({ ...part, label }, fields)];
  const columns = factsOfPart(part, facts);
  if (choice === 'separate') return columns.map((column) => columnPart(column, known));
  const chosen = { code: part.code, label, why: remark('chosen'), sure: 'sure' as const };
  const [only] = columns;
  if (columns.length === 1 && only) return [{ ...partAs(only, choice, known), ...chosen }];
  if (choice === 'leaveOut') return [{ ...part, ...chosen, kind: 'leaveOut' }];
  const items = part.columns.map((column) => column.label);
  return [{ ...groupAs({ stem: label, columns, items, kind: 'separated' }, choice), ...chosen }];
}

function wordsOr(typed: string | undefined, otherwise: string): string {
  const words = (typed ?? '').trim();
  return words === '' ? otherwise : words.slice(0, 2000);
}

/** Two parts as one question; null when their cells do not fit each other. */
function join(before: Part, part: Part, facts: FileFacts): Part | null {
  const columns = [...factsOfPart(before, facts), ...factsOfPart(part, facts)];
  const kinds = groupKindsOf(columns).filter((kind) => kind !== 'leaveOut');
  const kind =
    kinds.find((each) => each === before.kind) ?? kinds.find((each) => each === part.kind) ?? kinds[0];
  if (!kind) return null;
  const isGrown = isGroup(before.kind) && before.columns.length > 1;
  const stem = isGrown ? before.label : commonStart(before.label, part.label);
  const items = [...before.columns, ...part.columns].map(
    ({ label }) => label.slice(isGrown ? 0 : stem.length).trim() || label,
  );
  const joined = groupAs({ stem: stem.trim() || before.label, columns, items, kind: 'separated' }, kind);
  return { ...joined, code: before.code, why: remark('chosen'), sure: 'sure' };
}

/** What two headings begin with, up to the last whole word. */
function commonStart(first: string, second: string): string {
  const end = [...first].findIndex((sign, index) => sign !== second[index]);
  const start = end < 0 ? first : first.slice(0, end);
  return start.slice(0, start.lastIndexOf(' ') + 1);
}

/** A part with its columns' words and its answers as the fields have them. */
function withAnswers(part: Part, fields: Fields): Part {
  const columns = part.columns.map((column, index) => ({
    ...column,
    label: wordsOr(fields[fieldOfColumn(part.id, index)], column.label),
  }));
  const order = fields[fieldOfPart(part.id, 'order')];
  const orders = ordersOf(part);
  return {
    ...part,
    columns,
    answers: [...merged(sorted(part.answers.map((answer, index) => answerOf(part, answer, index, fields))))],
    order: orders.find((each) => each === order) ?? part.order,
  };
}

/** The orders a closed question can have: numbers only where the answers are numbers. */
export function ordersOf({ kind, answers, order }: Part): readonly Part['order'][] {
  if (kind !== 'single' && kind !== 'grid') return ['none'];
  const genuine = answers.filter(({ meaning }) => meaning === 'answer');
  const numbers = order === 'numbers' || genuine.every(({ code }) => /^\d{1,2}$/.test(code));
  return numbers ? ['none', 'order', 'scale', 'numbers'] : ['none', 'order', 'scale'];
}

interface Placed {
  readonly answer: PlannedAnswer;
  readonly place: number;
  readonly same: number | null;
  readonly index: number;
}

function answerOf(part: Part, answer: PlannedAnswer, index: number, fields: Fields): Placed {
  const field = (what: Parameters<typeof fieldOfAnswer>[2]) => fields[fieldOfAnswer(part.id, index, what)];
  const place = Number((field('place') ?? '').replace(',', '.'));
  // An empty field is no answer: as a number it would be the first one.
  const same = /^\d+$/.test(field('same') ?? '') ? Number(field('same')) : Number.NaN;
  const meaning = meanings.find((each) => each === field('meaning')) ?? answer.meaning;
  return {
    answer: { ...answer, label: wordsOr(field('label'), answer.label), meaning },
    place: field('place') !== undefined && Number.isFinite(place) && place > 0 ? place : index + 1,
    same: Number.isInteger(same) && same !== index && same >= 0 && same < part.answers.length ? same : null,
    index,
  };
}

/** By place; one that moved up comes before what stood there, one that moved down behind it. */
function sorted(answers: readonly Placed[]): readonly Placed[] {
  const moved = ({ place, index }: Placed) => Math.sign(place - index - 1);
  return answers.toSorted(
    (first, second) =>
      first.place - second.place || moved(first) - moved(second) || first.index - second.index,
  );
}

/** Answers said to be the same as another are its spellings from now on. */
function merged(answers: readonly Placed[]): readonly PlannedAnswer[] {
  const target = (placed: Placed): number => {
    // Two that name each other stay where the first of them stands.
    const other = answers.find(({ index }) => index === placed.same);
    return other === undefined || (other.same !== null && other.index > placed.index)
      ? placed.index
      : other.index;
  };
  return answers
    .filter((placed) => target(placed) === placed.index)
    .map(({ answer, index }) => {
      const others = answers.filter((placed) => placed.index !== index && target(placed) === index);
      const spellings = [
        ...new Set([...answer.spellings, ...others.flatMap((placed) => placed.answer.spellings)]),
      ];
      return {
        ...answer,
        spellings,
        count: others.reduce((sum, placed) => sum + placed.answer.count, answer.count),
      };
    });
}
