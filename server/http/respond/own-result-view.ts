// One person's result in words and pictures: the field with its corners, each row with what is wanted and what there is, what
// would help, and what is read from the rows.
import {
  type OwnCorner,
  type OwnPairResult,
  type OwnResultFigures,
  type OwnRow,
  ownResultOf,
  type Rating,
} from '../../../analysis/own-result/own-result.ts';
import type { Answers } from '../../../surveys/answers.ts';
import type { OwnResult } from '../../../surveys/own-result.ts';
import { inLanguage, type Questionnaire, type Text } from '../../../surveys/questionnaire.ts';
import { formatFixed } from '../../format-values.ts';

export interface OwnResultInput {
  readonly declared: OwnResult;
  readonly questionnaire: Questionnaire;
  readonly answers: Answers;
  readonly language: string;
  /** Words under `own-result`. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

interface CornerView {
  readonly name: string;
  readonly how: string;
  readonly items: readonly string[];
  /** The corner that asks for something to be done. */
  readonly leading: boolean;
}
interface RowView {
  readonly label: string;
  readonly wanted: string;
  readonly present: string;
  /** Places on the line, 0 to 100; null without a figure. */
  readonly line: { readonly wanted: number | null; readonly present: number | null; readonly gap: boolean };
  /** "2 stappen verschil"; '' where nothing is missing. */
  readonly gap: string;
  readonly required: string;
  readonly short: boolean;
  readonly help: string;
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
  readonly pairs: readonly PairView[];
  readonly derived: readonly DerivedView[];
  readonly none: readonly { readonly label: string; readonly said: string }[];
  readonly words: readonly { readonly label: string; readonly words: string }[];
}

const corners: readonly OwnCorner[] = ['lowHigh', 'highHigh', 'lowLow', 'highLow'];

/** The result in the language of the visit. */
export function ownResultView(input: OwnResultInput): OwnResultView {
  const figures = ownResultOf(input.declared, input.questionnaire, input.answers);
  const text = (words: Text) => inLanguage(words, input.language);
  return {
    about: figures.about ? text(figures.about) : '',
    empty: figures.pairs.every(({ rows }) => rows.length === 0),
    finding: findingOf(figures, input),
    pairs: figures.pairs.map((pair) => pairView(pair, input)),
    derived: derivedViews(figures, input),
    none: figures.none.map(({ label, said }) => ({ label: text(label), said: text(said) })),
    words: figures.words.map(({ label, words }) => ({ label: text(label), words })),
  };
}

function findingOf({ pairs }: OwnResultFigures, { language, say }: OwnResultInput): string {
  const wide = (pairs[0]?.rows ?? []).filter(({ gap }) => gap !== null && gap > 0);
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
  const place = (rating: Rating | null) =>
    rating && most > least ? Math.round(6 + (88 * (rating.value - least)) / (most - least)) : null;
  const gap = row.gap ?? 0;
  return {
    label: inLanguage(row.label, language),
    wanted: words(row.wanted),
    present: words(row.present),
    line: { wanted: place(row.wanted), present: place(row.present), gap: gap > 0 },
    gap: gap > 0 ? say('gap', { steps: gap }) : '',
    required: row.required ? inLanguage(row.required.label, language) : '',
    short: row.required?.short ?? false,
    help: row.help.map((one) => inLanguage(one, language)).join('; '),
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
