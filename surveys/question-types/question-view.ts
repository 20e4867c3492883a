// What the partials of views/partials/questions draw: a question as plain data, in one language.

export interface MessageView {
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface OtherTextView {
  readonly name: string;
  /** The option beside which it is asked, as a live condition. */
  readonly showIf: string;
  readonly value: string;
}

export interface ChoiceView {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly note: string | null;
  readonly checked: boolean;
  /** Stands apart from the others: no answer on the scale, or "none of these". */
  readonly apart: boolean;
  readonly exclusive: boolean;
  readonly text: OtherTextView | null;
  /** What it hangs on among the answers of this page, as JSON for a script; null when nothing there decides it. */
  readonly showIf: string | null;
}

export interface ConsentBody {
  readonly type: 'consent';
  readonly id: string;
  readonly name: string;
  readonly statement: string;
  readonly checked: boolean;
}

export interface RegisterBody {
  readonly type: 'register';
  readonly id: string;
  readonly name: string;
  readonly decline: { readonly value: string; readonly label: string; readonly selected: boolean } | null;
  readonly groups: readonly {
    readonly label: string;
    readonly libraries: readonly {
      readonly code: string;
      readonly name: string;
      readonly selected: boolean;
    }[];
  }[];
}

export interface SingleBody {
  readonly type: 'single';
  /** Drawn as one line of ordered points instead of a list. */
  readonly scale: boolean;
  /** So many options that they are picked from a list that opens. */
  readonly list: boolean;
  readonly id: string;
  readonly options: readonly ChoiceView[];
}

export interface MultipleBody {
  readonly type: 'multiple';
  /** How many may be ticked, where that is limited. */
  readonly hint: MessageView | null;
  /** Many short options stand in two columns. */
  readonly columns: boolean;
  readonly options: readonly ChoiceView[];
}

export interface RankBody {
  readonly type: 'rank';
  readonly top: number;
  readonly places: readonly number[];
  readonly options: readonly {
    readonly name: string;
    readonly label: string;
    readonly showIf: string | null;
    readonly none: ChoiceView;
    readonly choices: readonly ChoiceView[];
  }[];
}

export interface TextBody {
  readonly type: 'text';
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly maxLength: number;
  readonly left: number;
  readonly nameNobody: boolean;
  readonly rows: number;
}

/** Where a code stands on its scale. */
interface ScalePlace {
  /** Outside the order: no answer on the scale. */
  readonly apart: boolean;
  /** First or last of the ordered codes. */
  readonly start: boolean;
  readonly end: boolean;
  /** Begins a line of three buttons alone, and so fills it. */
  readonly full: boolean;
}

export interface GridColumn extends ScalePlace {
  readonly code: string;
  readonly label: string;
}

export interface GridScale {
  readonly label: string;
  readonly look: string;
  readonly columns: readonly GridColumn[];
  /** The number of columns, for `colspan`. */
  readonly span: number;
  /** First of two scales, or second. */
  readonly second: boolean;
}

export interface GridCell extends ScalePlace {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

export interface GridRow {
  readonly code: string;
  readonly label: string;
  readonly note: string | null;
  readonly showIf: string | null;
  readonly message: MessageView | null;
  readonly first: readonly GridCell[];
  readonly second: readonly GridCell[] | null;
}

export interface GridGroup {
  readonly code: string;
  readonly label: string | null;
  readonly rows: readonly GridRow[];
  readonly whole: {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly checked: boolean;
    /** Columns of the head, of the box's words, and those after the box: together with the box the first scale. */
    readonly headSpan: number;
    readonly wordsSpan: number;
    readonly restSpan: number;
  } | null;
}

export interface GridBody {
  readonly type: 'grid';
  readonly first: GridScale;
  readonly second: GridScale | null;
  /** Codes of the first scale after which the second is not asked, joined by spaces. */
  readonly unless: string;
  /** What each of those codes says instead: code and its words. */
  readonly instead: readonly { readonly code: string; readonly label: string }[];
  readonly wholeCode: string | null;
  readonly groups: readonly GridGroup[];
  readonly rowCount: number;
  readonly answered: number;
  /** Columns of the whole table, with the name column and the gap between two scales. */
  readonly span: number;
}

export interface PickBody {
  readonly type: 'pick';
  readonly count: number;
  readonly columns: boolean;
  readonly options: readonly ChoiceView[];
}

export interface PointsBody {
  readonly type: 'points';
  readonly total: number;
  /** Points still to give; below 0 there are too many. */
  readonly left: number;
  readonly options: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly showIf: string | null;
    readonly note: string | null;
    readonly value: string;
  }[];
  /** How much one press of a button adds or takes away. */
  readonly step: number;
}

export interface ScaleBody {
  readonly type: 'scale';
  /** The first point and the last. */
  readonly from: number;
  readonly to: number;
  readonly low: string;
  readonly high: string;
  readonly options: readonly ChoiceView[];
}

/** A field for a number. */
interface NumberField {
  readonly id: string;
  readonly name: string;
  /** As people of the language type it; '' when nothing was given. */
  readonly value: string;
  readonly unit: string | null;
  /** Which numbers fit. */
  readonly hint: MessageView;
  /** The keyboard of a telephone; null where a minus is needed, which the keyboards for numbers lack. */
  readonly inputMode: 'numeric' | 'decimal' | null;
  /** The width in characters. */
  readonly size: number;
}

export interface SliderBody extends NumberField {
  readonly type: 'slider';
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** Both ends as they are written in the language. */
  readonly minWords: string;
  readonly maxWords: string;
  readonly low: string;
  readonly high: string;
}

export interface NumberBody extends NumberField {
  readonly type: 'number';
}

export interface DateBody {
  readonly type: 'date';
  readonly precision: 'day' | 'month' | 'year';
  readonly earliest: string | null;
  readonly latest: string | null;
  /** Which dates fit, in words; null where all do. */
  readonly hint: MessageView | null;
  /** One field, or of a period its begin and end. */
  readonly fields: readonly {
    readonly id: string;
    readonly name: string;
    readonly value: string;
    readonly part: 'moment' | 'begin' | 'end';
    /** What was typed and is no date stays in a field of words; a date field would show nothing. */
    readonly kind: 'date' | 'text';
    readonly wrong: boolean;
  }[];
}

export interface SectionBody {
  readonly type: 'section';
  readonly paragraphs: readonly string[];
}

export type QuestionBody =
  | ConsentBody
  | RegisterBody
  | SingleBody
  | MultipleBody
  | RankBody
  | PickBody
  | PointsBody
  | ScaleBody
  | SliderBody
  | NumberBody
  | DateBody
  | TextBody
  | SectionBody
  | GridBody;
