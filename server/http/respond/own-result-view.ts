// One person's result in words and pictures: the field with its corners, each row with what is wanted and what there is, what
// would help, what the level asks, and what is read from the rows.
import type { Rating } from '../../../analysis/own-result/chosen.ts';
import {
  type OwnBeside,
  type OwnCorner,
  type OwnPairResult,
  type OwnResultFigures,
  type OwnRow,
  ownResultOf,
} from '../../../analysis/own-result/own-result.ts';
import type { Answers } from '../../../surveys/answers.ts';
import type { OwnResult } from '../../../surveys/own-result.ts';
import { inLanguage, type Questionnaire, type Text } from '../../../surveys/questionnaire.ts';
import { formatFixed } from '../../format-values.ts';
import { type LevelView, levelViews, type ToldView, toldViews } from './own-level-view.ts';
import { type OwnWords, placeOnLine, type RowView } from './own-row-view.ts';

export interface OwnResultInput extends OwnWords {
  readonly declared: OwnResult;
  readonly beside: OwnBeside;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
}

interface CornerView {
  readonly name: string;
  readonly how: string;
  readonly items: readonly string[];
  /** The corner that asks for something to be done. */
  readonly leading: boolean;
}
interface PairView {
  readonly label: string;
  readonly wanted: string;
  readonly present: string;
  readonly corners: readonly CornerView[];
  readonly rows: readonly RowView[];
  /** Rows where there is enough, folded away: they are many in a full result. */
  readonly enough: readonly RowView[];
  readonly notApplicable: string;
}
interface DerivedView {
  readonly kind: string;
  readonly rows: readonly {
    readonly label: string;
    readonly wanted: string;
    readonly present: string;
    readonly from: string;
  }[];
}
export interface OwnResultView {
  readonly about: string;
  /** Nothing was rated. */
  readonly empty: boolean;
  /** The sentence on top: what stands out. */
  readonly finding: string;
  /** What it is for, and what it is never for; '' where nobody is asked. */
  readonly purpose: string;
  readonly isSecond: boolean;
  readonly levelOpen: boolean;
  readonly pairs: readonly PairView[];
  readonly levels: readonly LevelView[];
  readonly told: readonly ToldView[];
  readonly derived: readonly DerivedView[];
  readonly none: readonly { readonly label: string; readonly said: string }[];
  readonly words: readonly { readonly label: string; readonly words: string }[];
}

const corners: readonly OwnCorner[] = ['lowHigh', 'highHigh', 'lowLow', 'highLow'];

/** The result in the language of the visit. */
export function ownResultView(input: OwnResultInput): OwnResultView {
  const { declared, questionnaire, answers, beside } = input;
  const figures = ownResultOf(declared, questionnaire, answers, beside);
  const text = (words: Text) => inLanguage(words, input.language);
  return {
    about: figures.about ? text(figures.about) : '',
    purpose: purposeOf(figures, input),
    isSecond: figures.isSecond,
    levelOpen: figures.levelOpen,
    empty:
      figures.pairs.every(({ rows }) => rows.length === 0) &&
      figures.levels.length + figures.told.length === 0,
    finding: findingOf(figures, input),
    pairs: figures.pairs.map((pair) => pairView(pair, input)),
    levels: levelViews(figures, input),
    told: toldViews(figures, input),
    derived: derivedViews(figures, input),
    none: figures.none.map(({ label, said }) => ({ label: text(label), said: text(said) })),
    words: figures.words.map(({ label, words }) => ({ label: text(label), words })),
  };
}

function purposeOf({ purpose }: OwnResultFigures, { language, say }: OwnResultInput): string {
  if (!purpose) return '';
  const { chosen, never } = purpose;
  const said = chosen ? say('purpose', { purpose: inLanguage(chosen, language) }) : say('purposeNone');
  return `${said} ${inLanguage(never, language)}`;
}

/** What stands out: of the first pair, or of everything that a level asks. */
function findingOf(
  { pairs, levels, levelOpen }: OwnResultFigures,
  { language, say }: OwnResultInput,
): string {
  if (pairs.length === 0 && levelOpen) return '';
  const rows = pairs[0]?.rows ?? levels.flatMap((level) => level.rows);
  const wide = rows
    .filter(({ gap }) => (gap ?? 0) > 0)
    .toSorted((one, other) => (other.gap ?? 0) - (one.gap ?? 0));
  const [first] = wide;
  if (!first) return say('findingNone');
  return say('finding', { first: inLanguage(first.label, language), count: wide.length });
}

function pairView(pair: OwnPairResult, input: OwnResultInput): PairView {
  const { language, say } = input;
  const rows = pair.rows.map((row) => ({ row, view: rowView(row, pair, input) }));
  const asks = ({ gap }: OwnRow) => (gap ?? 0) > 0;
  return {
    label: inLanguage(pair.label, language),
    wanted: inLanguage(pair.wanted, language),
    present: inLanguage(pair.present, language),
    corners: pair.field
      ? corners.map((corner) => ({
          name: say(`corner.${corner}`),
          how: say(`corner.${corner}How`),
          items: pair.rows
            .filter((row) => row.corner === corner)
            .map(({ label }) => inLanguage(label, language)),
          leading: corner === 'lowHigh',
        }))
      : [],
    rows: rows.filter(({ row }) => asks(row)).map(({ view }) => view),
    enough: rows.filter(({ row }) => !asks(row)).map(({ view }) => view),
    notApplicable: pair.notApplicable.map((label) => inLanguage(label, language)).join('; '),
  };
}

function rowView(row: OwnRow, { least, most }: OwnPairResult, { language, say }: OwnResultInput): RowView {
  const words = (rating: Rating | null) => (rating ? inLanguage(rating.label, language) : say('open'));
  const place = (rating: Rating | null) => placeOnLine(rating, least, most);
  const gap = row.gap ?? 0;
  return {
    label: inLanguage(row.label, language),
    wanted: words(row.wanted),
    present: words(row.present),
    line: { wanted: place(row.wanted), present: place(row.present), second: null, gap: gap > 0 },
    gap: gap > 0 ? say('gap', { steps: gap }) : '',
    required: row.required ? inLanguage(row.required.label, language) : '',
    short: row.required?.short ?? false,
    help: row.help.map((one) => inLanguage(one, language)).join('; '),
    second: '',
    differs: false,
    next: '',
    parts: [],
  };
}

/** By kind, in the order they are declared. */
function derivedViews({ derived }: OwnResultFigures, input: OwnResultInput): readonly DerivedView[] {
  const { language, say } = input;
  const number = (value: number | null) => (value === null ? '' : formatFixed(language, value, 1));
  const kinds = [...new Set(derived.map(({ kind }) => inLanguage(kind, language)))];
  return kinds.map((kind) => ({
    kind,
    rows: derived
      .filter((one) => inLanguage(one.kind, language) === kind)
      .map(({ label, wanted, present, rated, of }) => ({
        label: inLanguage(label, language),
        wanted: number(wanted),
        present: number(present),
        from: say('from', { rated, of }),
      })),
  }));
}
