// One person's answers beside those of everybody: per question a bar for each answer, with their own marked. Every
// figure comes disclosed; what may not be seen says so. Libraries are never compared.
import type { Openness } from '../../../analysis/figure.ts';
import type { Numbers, QuestionResult } from '../../../analysis/results/questions.ts';
import type { AnsweredQuestion } from '../../../surveys/answers-view.ts';
import { placeOf } from '../../../surveys/number-line.ts';
import { ticked } from '../../../surveys/question-types/multiple.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { formatNumber, formatPlace } from '../../format-values.ts';
import { bar, distributionBars, isOpen, type SummaryBar, type SummaryInput } from './summary-bars.ts';
import { gridGroups, type SummaryGroup } from './summary-grid.ts';

export interface SummaryQuestion {
  readonly label: string;
  /** "87 antwoorden", "87 antwoorden, kleine groep"; '' where nothing may be said. */
  readonly base: string;
  /** The own answer left open, or told in words because no bar stands for it; '' otherwise. */
  readonly said: string;
  /** A sentence over the bars, such as a mean. */
  readonly line: string;
  readonly tooFew: boolean;
  readonly bars: readonly SummaryBar[];
  readonly groups: readonly SummaryGroup[];
}

export interface SummaryPageView {
  readonly title: string;
  readonly questions: readonly SummaryQuestion[];
}

/** The questions this person was asked that can be compared, by page; pages without any are left out. */
export function summaryView(input: SummaryInput): readonly SummaryPageView[] {
  const results = new Map(input.analysis.questions.map((result) => [result.code, result]));
  return input.pages
    .map(({ title, questions }) => ({
      title,
      questions: questions.flatMap((question) => {
        const result = results.get(question.code);
        return result && isCompared(result) ? [questionView(input, question, result)] : [];
      }),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** Own words are nobody's to compare; which library somebody works for is never a figure here. */
function isCompared({ kind, type }: QuestionResult): boolean {
  return kind !== 'text' && type !== 'consent' && type !== 'register' && type !== 'section';
}

function questionView(
  input: SummaryInput,
  question: AnsweredQuestion,
  result: QuestionResult,
): SummaryQuestion {
  const view = barsOf(input, question, result);
  if (view.groups.length > 0) return view;
  // Told in words where no bar stands for it, or where a bar is only about it.
  const marked = view.bars.some(({ mine }) => mine) && result.kind !== 'numbers';
  const words = wordsOf(question);
  const told = words === '' ? input.say('youOpen') : `${input.say('you')}: ${words}`;
  return { ...view, said: marked ? '' : told };
}

function barsOf(input: SummaryInput, question: AnsweredQuestion, result: QuestionResult): SummaryQuestion {
  const { label } = question;
  const empty = { label, base: '', said: '', line: '', tooFew: false, bars: [], groups: [] };
  switch (result.kind) {
    case 'text':
      return empty;
    case 'distributions': {
      if (result.type === 'grid') return { ...empty, groups: gridGroups(input, question, result) };
      const [one] = result.distributions;
      return { ...empty, ...openTo(input, one), bars: one ? distributionBars(input, one) : [] };
    }
    case 'choices': {
      const bars = result.choices.map((choice) =>
        bar(input, choice.label, choice.share, input.answers[choice.variable] === ticked),
      );
      return openBars(input, { ...empty, bars }, result);
    }
    case 'ranking': {
      const bars = result.options.map(({ variable, label: option, inTop }) => {
        const place = Number(input.answers[variable]);
        const mine = Number.isFinite(place);
        const one = bar(input, option, inTop, mine);
        return mine ? { ...one, own: input.say('place', { place }) } : one;
      });
      const line = input.say('ofTop', { top: result.top });
      return openBars(input, { ...empty, line, bars }, result);
    }
    case 'numbers':
      return numbersView(input, result, empty);
  }
}

interface Open {
  readonly openness: Openness;
  readonly base: number | null;
}

/** The question with its bars, or without where too few answered. */
function openBars(input: SummaryInput, question: SummaryQuestion, result: Open): SummaryQuestion {
  // Lines too thin to show are no spread either.
  const empty = question.bars.every(({ figure }) => figure === '');
  const open = openTo(input, empty ? { ...result, openness: 'withheld' } : result);
  return { ...question, ...open, ...(open.tooFew ? { bars: [], line: '' } : {}) };
}

/** The own answer on one line; '' when it was left open, or is a grid. */
function wordsOf({ answer }: AnsweredQuestion): string {
  switch (answer.kind) {
    case 'words':
      return answer.words;
    case 'list':
      return answer.items.join('; ');
    case 'ordered':
      return answer.items.map((item, index) => `${index + 1}. ${item}`).join('; ');
    case 'pairs':
      return answer.pairs.map(({ label, words }) => `${label} ${words}`).join('; ');
    case 'period':
      return `${answer.begin} – ${answer.end}`;
    default:
      return '';
  }
}

function openTo(input: SummaryInput, result: Open | undefined) {
  const { openness = 'withheld', base = null } = result ?? {};
  const small = openness === 'smallGroup' ? `, ${input.say('small')}` : '';
  return {
    base: base === null ? '' : input.say('base', { count: base }) + small,
    tooFew: !isOpen(openness),
  };
}

type NumbersResult = Extract<QuestionResult, { kind: 'numbers' }>;

function numbersView(input: SummaryInput, result: NumbersResult, empty: SummaryQuestion): SummaryQuestion {
  const [first] = result.numbers;
  if (!first) return empty;
  const { total, unit } = result;
  if (total !== null) {
    const bars = result.numbers.map((one) => pointsBar(input, one, total));
    return openBars(input, { ...empty, bars }, first);
  }
  // Of a period its begin is what the bars tell.
  const bars = binBars(input, first, unit);
  return openBars(input, { ...empty, line: numbersLine(input, first, unit), bars }, first);
}

function pointsBar(input: SummaryInput, numbers: Numbers, total: number): SummaryBar {
  const { language } = input;
  const mine = input.answers[numbers.variable];
  const has = mine !== undefined && placeOf('number', mine) !== null;
  const { mean } = numbers;
  return {
    label: numbers.item ? inLanguage(numbers.item, language) : '',
    figure: mean === null ? '' : formatNumber(language, mean, 1),
    width: mean === null ? 0 : Math.round((1000 * mean) / total) / 10,
    mine: has && Number(mine) > 0,
    own: has ? `${input.say('mine')}: ${formatPlace(language, 'number', mine)}` : '',
  };
}

function binBars(input: SummaryInput, numbers: Numbers, unit: Text | null): readonly SummaryBar[] {
  const { measure } = numbers;
  const given = input.answers[numbers.variable];
  const mine = given === undefined ? null : placeOf(measure, given);
  const words = (place: number | string) => formatPlace(input.language, measure, String(place));
  const after = unit ? ` ${inLanguage(unit, input.language)}` : '';
  return numbers.bins.map(({ from, to, share }) => {
    const [begin, end] = [placeOf(measure, String(from)), placeOf(measure, String(to))];
    const isMine = mine !== null && begin !== null && end !== null && mine >= begin && mine <= end;
    const range = from === to ? words(from) : `${words(from)} – ${words(to)}`;
    return bar(input, { [input.language]: `${range}${after}` }, share, isMine);
  });
}

function numbersLine(input: SummaryInput, numbers: Numbers, unit: Text | null): string {
  const { mean, median, lowerQuartile: lower, upperQuartile: upper, measure } = numbers;
  const words = (place: number | string) => formatPlace(input.language, measure, String(place));
  const after = unit ? ` ${inLanguage(unit, input.language)}` : '';
  const parts: string[] = [];
  if (mean !== null) {
    parts.push(input.say('numbers', { mean: `${formatNumber(input.language, mean, 1)}${after}` }));
  } else if (median !== null) parts.push(input.say('median', { median: words(median) }));
  if (lower !== null && upper !== null)
    parts.push(input.say('middle', { lower: words(lower), upper: words(upper) }));
  return parts.length === 0 ? '' : `${parts.join('. ')}.`;
}
