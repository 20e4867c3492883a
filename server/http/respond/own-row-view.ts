// One row of an own result as `partials/respond/own-result-row` shows it, and the words it is said in.

export interface OwnWords {
  readonly language: string;
  /** Words under `own-result`. */
  say(key: string, values?: Readonly<Record<string, string | number>>): string;
}

export interface RowView {
  readonly label: string;
  readonly wanted: string;
  readonly present: string;
  /** Places on the line, 0 to 100; null without a figure. */
  readonly line: {
    readonly wanted: number | null;
    readonly present: number | null;
    readonly second: number | null;
    readonly gap: boolean;
  };
  /** "2 stappen verschil"; '' where nothing is missing. */
  readonly gap: string;
  readonly required: string;
  readonly short: boolean;
  readonly help: string;
  /** What a second view says; '' where there is none. */
  readonly second: string;
  /** Both views lie at least a step apart. */
  readonly differs: boolean;
  /** The steps that come next, in order. */
  readonly next: string;
  /** The answers behind a mean. */
  readonly parts: readonly PartView[];
}
export interface PartView {
  readonly label: string;
  readonly present: string;
  readonly second: string;
  readonly short: boolean;
}

/** Where a value lies on the line of a row, 0 to 100; null without a value. */
export function placeOnLine(
  place: { readonly value: number } | null,
  least: number,
  most: number,
): number | null {
  return place && most > least ? Math.round(6 + (88 * (place.value - least)) / (most - least)) : null;
}
