// What a level asks beside what one person answered, in words and on a line, with a second view where there is one; and answers told again.
import type { Rating } from '../../../analysis/own-result/chosen.ts';
import type { LevelPlace, LevelResult, LevelRow } from '../../../analysis/own-result/levels.ts';
import type { OwnResultFigures } from '../../../analysis/own-result/own-result.ts';
import { inLanguage } from '../../../surveys/questionnaire.ts';
import { formatFixed } from '../../format-values.ts';
import { type OwnWords, placeOnLine, type RowView } from './own-row-view.ts';

export interface LevelView {
  readonly label: string;
  readonly level: string;
  readonly wanted: string;
  readonly present: string;
  readonly rows: readonly RowView[];
  readonly enough: readonly RowView[];
}
export interface ToldView {
  readonly label: string;
  readonly rows: readonly {
    readonly label: string;
    readonly answer: string;
    readonly open: boolean;
    readonly hard: string;
  }[];
}

export function levelViews({ levels }: OwnResultFigures, input: OwnWords): readonly LevelView[] {
  const { language, say } = input;
  return levels.map((level) => {
    const rows = level.rows.map((row) => ({ row, view: levelRowView(row, level, input) }));
    return {
      label: inLanguage(level.label, language),
      level: say('levels.beside', { level: inLanguage(level.level, language) }),
      wanted: say('levels.asked'),
      present: say('levels.now'),
      rows: rows.filter(({ row }) => row.short).map(({ view }) => view),
      enough: rows.filter(({ row }) => !row.short).map(({ view }) => view),
    };
  });
}

function levelRowView(row: LevelRow, { least, most }: LevelResult, { language, say }: OwnWords): RowView {
  const place = (one: LevelPlace | null) => placeOnLine(one, least, most);
  const words = (one: LevelPlace | null) => {
    if (!one) return say('open');
    const [from, to] = one.steps;
    if (to === undefined) return inLanguage(from, language);
    const number = formatFixed(language, one.value, 1);
    return say('levels.between', { from: inLanguage(from, language), to: inLanguage(to, language), number });
  };
  const rating = (one: Rating | null) => (one ? inLanguage(one.label, language) : say('open'));
  const { present, second } = row;
  return {
    label: inLanguage(row.label, language),
    wanted: words(row.required),
    present: words(present),
    second: second ? words(second) : '',
    differs: present !== null && second !== null && Math.abs(present.value - second.value) >= 1,
    line: { wanted: place(row.required), present: place(present), second: place(second), gap: row.short },
    gap: row.short ? say('levels.short') : '',
    required: '',
    short: row.short,
    help: '',
    next: row.next.map((step) => inLanguage(step, language)).join(', '),
    parts: row.parts.map((part) => ({
      label: inLanguage(part.label, language),
      present: rating(part.present),
      second: part.second ? rating(part.second) : '',
      short: part.short,
    })),
  };
}

export function toldViews({ told }: OwnResultFigures, { language }: OwnWords): readonly ToldView[] {
  return told.map(({ label, rows }) => ({
    label: inLanguage(label, language),
    rows: rows.map((row) => ({
      label: inLanguage(row.label, language),
      answer: typeof row.answer === 'string' ? row.answer : inLanguage(row.answer, language),
      open: row.open,
      hard: row.hard ? inLanguage(row.hard, language) : '',
    })),
  }));
}
