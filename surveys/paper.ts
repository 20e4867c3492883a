// The whole questionnaire as a form on paper, with no answers: every question in order, boxes with the numbers that are
// typed when the form comes back. paper-entry.ts reads those numbers again.
import { type ConditionReader, type PaperCondition, paperCondition } from './paper-conditions.ts';
import { sayer } from './piping.ts';
import { insteadOf } from './question-types/instead.ts';
import {
  type Condition,
  type Option,
  optionsOf,
  type Question,
  type Questionnaire,
  type QuestionOf,
  rowsOf,
  scaleOf,
  type Text,
} from './questionnaire.ts';

export interface PaperOption {
  /** What is typed for it: `1`, `2` … for options, `a`, `b` … for reasons to give no answer. */
  readonly number: string;
  readonly code: string;
  readonly label: string;
  readonly note: string;
  /** Leaves a line for words of one's own. */
  readonly text: boolean;
  /** Stands alone: nothing else may be crossed beside it. */
  readonly alone: boolean;
  readonly onlyIf: PaperCondition | null;
}

export type PaperBody =
  | { readonly kind: 'tick'; readonly statement: string }
  | { readonly kind: 'library' }
  | {
      readonly kind: 'choices';
      readonly several: boolean;
      readonly least: number | null;
      readonly most: number | null;
      readonly options: readonly PaperOption[];
    }
  | {
      readonly kind: 'line';
      readonly points: readonly string[];
      readonly low: string;
      readonly high: string;
    }
  | { readonly kind: 'places'; readonly top: number; readonly options: readonly PaperOption[] }
  | { readonly kind: 'points'; readonly total: number; readonly options: readonly PaperOption[] }
  | {
      readonly kind: 'number';
      readonly unit: string;
      readonly min: number | null;
      readonly max: number | null;
      /** Of a slider its step and the words at both ends. */
      readonly step: number | null;
      readonly low: string;
      readonly high: string;
    }
  | {
      readonly kind: 'date';
      readonly precision: 'day' | 'month' | 'year';
      readonly period: boolean;
      readonly earliest: string | null;
      readonly latest: string | null;
    }
  | {
      readonly kind: 'words';
      /** Lines to write on. */
      readonly lines: number;
      readonly maxLength: number;
      readonly nameNobody: boolean;
    }
  | {
      readonly kind: 'grid';
      readonly scales: readonly PaperScale[];
      readonly groups: readonly PaperGroup[];
      readonly span: number;
    }
  | { readonly kind: 'section'; readonly paragraphs: readonly string[] };

export interface PaperScale {
  readonly variable: string;
  readonly label: string;
  readonly columns: readonly PaperOption[];
  /** Answers on the first scale after which this one stays empty. */
  readonly unless: readonly string[];
}
export interface PaperGroup {
  readonly label: string;
  readonly rows: readonly PaperOption[];
}

export interface PaperQuestion {
  /** The code of the question where all codes are as short as `A3`, else its place; '' for consent and words between. */
  readonly number: string;
  readonly code: string;
  readonly type: Question['type'];
  readonly label: string;
  readonly help: string;
  readonly onlyIf: PaperCondition | null;
  readonly body: PaperBody;
  /** Reasons to give no answer, with letters. */
  readonly reasons: readonly PaperOption[];
}

export interface PaperPage {
  readonly code: string;
  readonly title: string;
  readonly intro: string;
  readonly onlyIf: PaperCondition | null;
  readonly questions: readonly PaperQuestion[];
}

/** The pages of the form in one language. Words that repeat an earlier answer take the words without one. */
export function paperOf(questionnaire: Questionnaire, language: string): readonly PaperPage[] {
  const say = sayer(questionnaire, {}, language);
  const numbers = numbersOf(questionnaire);
  const reader = { questionnaire, numbers, language };
  const onlyIf = (condition: Condition | undefined) => (condition ? paperCondition(reader, condition) : null);
  return questionnaire.pages.map((page) => ({
    code: page.code,
    title: say(page.title),
    intro: page.intro ? say(page.intro) : '',
    onlyIf: onlyIf(page.showIf),
    questions: page.questions.map((question) => ({
      number: numbers.get(question.code) ?? '',
      code: question.code,
      type: question.type,
      label: say(question.label),
      help: question.help ? say(question.help) : '',
      onlyIf: onlyIf(question.showIf),
      body: bodyOf({ ...reader, say }, question),
      reasons: reasonsOf(question, say),
    })),
  }));
}

const shortCode = /^[A-Z]{1,2}\d{1,2}[a-z]?$/;

/** Question code → its number on paper. */
function numbersOf(questionnaire: Questionnaire): ReadonlyMap<string, string> {
  const asked = questionnaire.pages
    .flatMap((page) => page.questions)
    .filter(({ type }) => type !== 'consent' && type !== 'section');
  const short = asked.every(({ code }) => shortCode.test(code));
  return new Map(asked.map(({ code }, index) => [code, short ? code : String(index + 1)]));
}

interface Writer extends ConditionReader {
  say(text: Text): string;
}

function bodyOf(writer: Writer, question: Question): PaperBody {
  const { say } = writer;
  switch (question.type) {
    case 'consent':
      return { kind: 'tick', statement: say(question.statement) };
    case 'register':
      return { kind: 'library' };
    case 'single':
    case 'multiple':
    case 'pick':
      return { kind: 'choices', ...countsOf(question), options: optionsOn(writer, question) };
    case 'scale':
      return {
        kind: 'line',
        points: Array.from({ length: question.to - question.from + 1 }, (_, index) =>
          String(question.from + index),
        ),
        low: say(question.low),
        high: say(question.high),
      };
    case 'rank':
      return { kind: 'places', top: question.top, options: optionsOn(writer, question) };
    case 'points':
      return { kind: 'points', total: question.total, options: optionsOn(writer, question) };
    case 'slider':
    case 'number':
      return numberBody(writer, question);
    case 'date': {
      const { precision, period, earliest = null, latest = null } = question;
      return { kind: 'date', precision, period, earliest, latest };
    }
    case 'text': {
      const { maxLength, nameNobody } = question;
      return { kind: 'words', lines: maxLength <= 200 ? 2 : 5, maxLength, nameNobody };
    }
    case 'grid': {
      const scales = scalesOn(writer, question);
      const span = scales.reduce((sum, { columns }) => sum + columns.length, 1);
      return { kind: 'grid', scales, groups: groupsOn(writer, question), span };
    }
    case 'section':
      return { kind: 'section', paragraphs: question.paragraphs.map(say) };
  }
}

function countsOf(question: QuestionOf<'single' | 'multiple' | 'pick'>) {
  if (question.type === 'single') return { several: false, least: null, most: 1 };
  if (question.type === 'pick') return { several: true, least: null, most: question.count };
  return { several: true, least: question.min ?? null, most: question.max ?? null };
}

function numberBody({ say }: Writer, question: QuestionOf<'slider' | 'number'>): PaperBody {
  const unit = question.unit ? say(question.unit) : '';
  const { min = null, max = null } = question;
  if (question.type === 'number') return { kind: 'number', unit, min, max, step: null, low: '', high: '' };
  const { step } = question;
  return { kind: 'number', unit, min, max, step, low: say(question.low), high: say(question.high) };
}

/** Options with their numbers: always those of the definition, whatever order somebody saw on screen. */
export function numbered(options: readonly Option[]): readonly (readonly [string, Option])[] {
  return options.map((option, index) => [String(index + 1), option]);
}

/** Reasons with their letters, so that no number of an answer looks like one. */
export function lettered<T>(reasons: readonly T[]): readonly (readonly [string, T])[] {
  return reasons.map((reason, index) => [String.fromCodePoint(0x61 + index), reason]);
}

function optionOn(writer: Writer, number: string, option: Option): PaperOption {
  const { code, label, note, text, exclusive, showIf } = option;
  return {
    number,
    code,
    label: writer.say(label),
    note: note ? writer.say(note) : '',
    text: text === true,
    alone: exclusive === true,
    onlyIf: showIf ? paperCondition(writer, showIf) : null,
  };
}

function optionsOn(
  writer: Writer,
  question: QuestionOf<'single' | 'multiple' | 'pick' | 'rank' | 'points'>,
): readonly PaperOption[] {
  return numbered(optionsOf(writer.questionnaire, question)).map(([number, option]) =>
    optionOn(writer, number, option),
  );
}

function reasonsOf(question: Question, say: Writer['say']): readonly PaperOption[] {
  const reasons =
    question.type === 'register' && question.decline
      ? [{ code: 'decline', label: question.decline }]
      : insteadOf(question);
  return lettered(reasons).map(([number, { code, label }]) => ({
    number,
    code,
    label: say(label),
    note: '',
    text: false,
    alone: true,
    onlyIf: null,
  }));
}

function scalesOn(writer: Writer, question: QuestionOf<'grid'>): readonly PaperScale[] {
  const optionsOfScale = (scale: string) => scaleOf(writer.questionnaire, scale).options;
  return question.scales.map(({ variable, label, scale, unless }) => {
    const earlier = question.scales.find((each) => each.variable === unless?.variable);
    const before = earlier ? optionsOfScale(earlier.scale) : [];
    return {
      variable,
      label: writer.say(label),
      columns: numbered(optionsOfScale(scale)).map(([number, option]) => optionOn(writer, number, option)),
      unless: before
        .filter(({ code }) => unless?.is.includes(code))
        .map((option) => writer.say(option.label)),
    };
  });
}

function groupsOn(writer: Writer, question: QuestionOf<'grid'>): readonly PaperGroup[] {
  const { groups, options } = rowsOf(writer.questionnaire, question);
  const known = new Set(groups.map(({ code }) => code));
  const rows = (belongs: (option: Option) => boolean) =>
    options.filter(belongs).map((option) => optionOn(writer, '', option));
  return [
    { label: '', rows: rows(({ group }) => group === undefined || !known.has(group)) },
    ...groups.map(({ code, label }) => ({
      label: writer.say(label),
      rows: rows(({ group }) => group === code),
    })),
  ].filter((group) => group.rows.length > 0);
}
