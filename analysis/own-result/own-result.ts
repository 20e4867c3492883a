// One person's answers as a result for that person: where more is wanted than there is, and what would help. No figure about
// anybody else is read, so nothing here passes a minimum.
import type { Answers } from '../../surveys/answers.ts';
import { codebookOf } from '../../surveys/codebook.ts';
import type { OwnPair, OwnResult } from '../../surveys/own-result.ts';
import type { Questionnaire, Text } from '../../surveys/questionnaire.ts';
import type { SideBySideOf } from '../../surveys/side-by-side.ts';
import type { Variable } from '../../surveys/variable.ts';
import { asked, chosenOf, type Rating, ratingOf } from './chosen.ts';
import { type LevelResult, levelResult } from './levels.ts';
import { type ToldResult, toldResult } from './told.ts';

/** First how much there is, low or high; then how much is wanted. */
export type OwnCorner = 'lowLow' | 'lowHigh' | 'highLow' | 'highHigh';

export interface OwnRow {
  readonly code: string;
  readonly label: Text;
  readonly wanted: Rating | null;
  readonly present: Rating | null;
  /** Wanted minus present, in steps of the scale; null where one of them was not answered. */
  readonly gap: number | null;
  readonly corner: OwnCorner | null;
  /** What a published profile asks; `short` when there is less. */
  readonly required: { readonly label: Text; readonly short: boolean } | null;
  /** What would help, as it was ticked. */
  readonly help: readonly Text[];
}
export interface OwnPairResult {
  readonly code: string;
  readonly label: Text;
  readonly wanted: Text;
  readonly present: Text;
  /** The ends of both scales. */
  readonly least: number;
  readonly most: number;
  readonly field: boolean;
  /** Rows that were answered: the widest gap first, then what is wanted most, then as they were asked. */
  readonly rows: readonly OwnRow[];
  /** Rows that are no part of the work. */
  readonly notApplicable: readonly Text[];
}
export interface OwnDerived {
  readonly code: string;
  readonly label: Text;
  readonly kind: Text;
  /** Means over the rows that have both ratings; null without any. */
  readonly wanted: number | null;
  readonly present: number | null;
  readonly rated: number;
  readonly of: number;
}
export interface OwnResultFigures {
  readonly about: Text | null;
  /** What it is for, null where that was not chosen; and what it is never for. Null where nobody is asked. */
  readonly purpose: { readonly chosen: Text | null; readonly never: Text } | null;
  /** Those with at least one answer. */
  readonly pairs: readonly OwnPairResult[];
  /** What was answered beside what the level requires. */
  readonly levels: readonly LevelResult[];
  /** There is a level to be held against, and none was named. */
  readonly levelOpen: boolean;
  /** Whether the answers are a second view of a colleague. */
  readonly isSecond: boolean;
  readonly told: readonly ToldResult[];
  /** Those with at least one row that was rated. */
  readonly derived: readonly OwnDerived[];
  readonly none: OwnResult['none'];
  readonly words: readonly { readonly label: Text; readonly words: string }[];
}

/** What an own result reads beside the answers themselves. */
export interface OwnBeside {
  /** What the levels require, as the project declares it for everybody. */
  readonly required: readonly SideBySideOf<'required'>[];
  /** What a second view of this person answered; null without one. */
  readonly second: Answers | null;
}

/** The result of one person; what was not asked or not answered is left out. */
export function ownResultOf(
  declared: OwnResult,
  questionnaire: Questionnaire,
  answers: Answers,
  { required, second }: OwnBeside = { required: [], second: null },
): OwnResultFigures {
  const { variables } = codebookOf(questionnaire);
  const variable = (name: string) => asked(questionnaire, name);
  const pairs = declared.pairs
    .map((pair) => pairOf(pair, variables, answers))
    .filter(({ rows, notApplicable }) => rows.length + notApplicable.length > 0);
  const rows = new Map(pairs.flatMap((pair) => pair.rows.map((row) => [row.code, row] as const)));
  const derived = declared.derived.map((one) => derivedOf(one, rows)).filter(({ rated }) => rated > 0);
  const about = variable(declared.about ?? '');
  const levels = declared.levels.flatMap(({ figure, label }) => {
    const found = required.find(({ code }) => code === figure);
    return found ? [{ found, label }] : [];
  });
  const purpose = variable(declared.purpose?.question ?? '');
  return {
    about: (about && chosenOf(about, answers)?.label) ?? null,
    purpose: declared.purpose
      ? {
          chosen: (purpose && chosenOf(purpose, answers)?.label) ?? null,
          never: declared.purpose.never,
        }
      : null,
    pairs,
    levels: levels.flatMap(
      ({ found, label }) => levelResult(found, label, questionnaire, answers, second) ?? [],
    ),
    levelOpen:
      levels.length > 0 &&
      levels.every(({ found }) => found.required[answers[found.level] ?? ''] === undefined),
    isSecond: isSecondView(declared, answers),
    told: declared.told.flatMap((one) => toldResult(one, questionnaire, answers) ?? []),
    derived,
    none: derived.length > 0 ? declared.none : [],
    words: declared.words.flatMap((name) => {
      const [question, words = ''] = [variable(name), answers[name]];
      return question && words !== '' ? [{ label: question.label, words }] : [];
    }),
  };
}

/** Whether somebody answered about a colleague. */
export function isSecondView({ second }: OwnResult, answers: Answers): boolean {
  return second?.codes.includes(answers[second.question] ?? '') ?? false;
}

function pairOf(pair: OwnPair, variables: readonly Variable[], answers: Answers): OwnPairResult {
  const byName = new Map(variables.map((variable) => [variable.name, variable]));
  const rows: OwnRow[] = [];
  const notApplicable: Text[] = [];
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const variable of variables) {
    const code = variable.name.startsWith(`${pair.wanted.rows}.`)
      ? variable.name.slice(pair.wanted.rows.length + 1)
      : '';
    const other = byName.get(`${pair.present.rows}.${code}`);
    if (code === '' || !other) continue;
    for (const { value } of variable.categories) {
      if (value === null) continue;
      [least, most] = [Math.min(least, value), Math.max(most, value)];
    }
    const label = variable.item ?? variable.label;
    const chosen = chosenOf(variable, answers);
    if (chosen?.missing === 'notApplicable') {
      notApplicable.push(label);
      continue;
    }
    const [wanted, present] = [ratingOf(chosen), ratingOf(chosenOf(other, answers))];
    if (!wanted && !present) continue;
    rows.push({
      code,
      label,
      wanted,
      present,
      gap: wanted && present ? wanted.value - present.value : null,
      corner: wanted && present ? cornerOf(pair, wanted, present) : null,
      required: requiredOf(pair.required[code], other, present),
      help: ticksOf(pair.help[code], variables, answers),
    });
  }
  return {
    code: pair.code,
    label: pair.label,
    wanted: pair.wanted.label,
    present: pair.present.label,
    least,
    most,
    field: pair.field !== undefined,
    rows: rows.toSorted(byGap),
    notApplicable,
  };
}

function byGap(one: OwnRow, other: OwnRow): number {
  const gap = ({ gap: own }: OwnRow) => own ?? Number.NEGATIVE_INFINITY;
  if (gap(one) !== gap(other)) return gap(other) > gap(one) ? 1 : -1;
  return (other.wanted?.value ?? 0) - (one.wanted?.value ?? 0);
}

/** What lies on a line counts as high. */
function cornerOf({ field }: OwnPair, wanted: Rating, present: Rating): OwnCorner | null {
  if (!field) return null;
  const there = present.value >= field.present;
  const asked = wanted.value >= field.wanted;
  if (there) return asked ? 'highHigh' : 'highLow';
  return asked ? 'lowHigh' : 'lowLow';
}

function requiredOf(
  value: number | undefined,
  { categories }: Variable,
  present: Rating | null,
): OwnRow['required'] {
  const label = categories.find((category) => category.value === value)?.label;
  if (value === undefined || !label) return null;
  return { label, short: present !== null && present.value < value };
}

function ticksOf(
  question: string | undefined,
  variables: readonly Variable[],
  answers: Answers,
): readonly Text[] {
  if (question === undefined) return [];
  return variables.flatMap(({ name, item, question: own, measure }) =>
    own === question && measure === 'nominal' && answers[name] === '1' && item ? [item] : [],
  );
}

function derivedOf(
  { code, label, kind, from }: OwnResult['derived'][number],
  rows: ReadonlyMap<string, OwnRow>,
): OwnDerived {
  const rated = [...new Set(from)].flatMap((row) => {
    const { wanted, present } = rows.get(row) ?? {};
    return wanted && present ? [{ wanted: wanted.value, present: present.value }] : [];
  });
  const mean = (of: 'wanted' | 'present') =>
    rated.length === 0 ? null : rated.reduce((sum, row) => sum + row[of], 0) / rated.length;
  return {
    code,
    label,
    kind,
    wanted: mean('wanted'),
    present: mean('present'),
    rated: rated.length,
    of: new Set(from).size,
  };
}
