// The page on which descriptions of functions stand side by side: what to choose, what came out, and every text whole.
import {
  type ComparedCell,
  type Comparison,
  compareDescriptions,
} from '../../../surveys/frameworks/compare.ts';
import type { ComparedLine } from '../../../surveys/frameworks/compare-lines.ts';
import type { Framework } from '../../../surveys/frameworks/framework.ts';
import { inLanguage, type Text } from '../../../surveys/questionnaire.ts';
import { type ComparedChoice, type CompareMistake, purposes } from './compare-form.ts';
import { type MarkedPiece, markedPieces } from './marked-pieces.ts';
import { type ScoreTable, scoreTable } from './score-table.ts';
import { emptyWords, type FrameworkWords, frameworkAddresses } from './words.ts';

interface Choice {
  readonly code: string;
  readonly label: string;
  readonly checked: boolean;
}
interface LineView {
  readonly pieces: readonly MarkedPiece[];
  /** "nieuw", "anders", "weg", "waarschijnlijk een tikfout …"; empty where nothing changed. */
  readonly word: string;
  readonly mark: ComparedLine['mark'];
  readonly note: string;
}
interface CellView {
  readonly column: string;
  readonly empty: string;
  readonly lines: readonly LineView[];
  /** What differs from the column before, or that nothing does. */
  readonly said: string;
  /** Which verbs grew. */
  readonly grown: string;
}
export interface ComparedView {
  readonly purpose: string;
  readonly columns: number;
  readonly verdicts: readonly string[];
  readonly scores: ScoreTable | null;
  /** Verbs are marked in some field. */
  readonly verbs: boolean;
  readonly fields: readonly { readonly name: string; readonly cells: readonly CellView[] }[];
}
export interface ComparePage {
  readonly title: string;
  readonly lead: string;
  readonly back: string;
  readonly address: string;
  readonly mistakes: readonly CompareMistake[];
  readonly groups: readonly { readonly name: string; readonly choices: readonly Choice[] }[];
  readonly areas: readonly Choice[];
  readonly purposes: readonly Choice[];
  readonly compared: ComparedView | null;
}

export function comparePage(
  all: string,
  framework: Framework,
  typed: ComparedChoice,
  mistakes: readonly CompareMistake[],
  words: FrameworkWords,
): ComparePage {
  const { language, say } = words;
  const text = (value: Text) => inLanguage(value, language);
  const to = frameworkAddresses(all, framework.code);
  const ready = typed.asked && mistakes.length === 0;
  return {
    title: say({ key: 'frameworks.compare.title', values: { framework: text(framework.label) } }),
    lead: say({ key: 'frameworks.compare.lead' }),
    back: to.one,
    address: to.compare,
    mistakes,
    groups: (['profile', 'typing'] as const)
      .map((kind) => ({
        name: say({ key: `frameworks.compare.group.${kind}` }),
        choices: framework.descriptions
          .filter((each) => each.kind === kind)
          .map(({ code, label }) => ({ code, label: text(label), checked: typed.chosen.includes(code) })),
      }))
      .filter(({ choices }) => choices.length > 0),
    areas: framework.areas.map(({ code, label }) => ({
      code,
      label: text(label),
      checked: typed.area === code,
    })),
    purposes: purposes.map((code) => ({
      code,
      label: say({ key: `frameworks.purpose.${code}` }),
      checked: typed.purpose === code,
    })),
    compared: ready
      ? comparedView(
          framework,
          compareDescriptions(framework, typed.chosen, language, typed.area),
          typed,
          words,
        )
      : null,
  };
}

function comparedView(
  framework: Framework,
  comparison: Comparison,
  { purpose }: ComparedChoice,
  words: FrameworkWords,
): ComparedView {
  const { language, say } = words;
  const { columns, verdicts } = comparison;
  const names = columns.map(({ label }) => inLanguage(label, language));
  return {
    purpose: say({ key: `frameworks.purpose.${purpose ?? purposes[0]}` }),
    columns: columns.length,
    verdicts: verdicts.map(({ differences, slips }, index) =>
      say({
        key: 'frameworks.compare.verdict',
        values: {
          from: names[index] ?? '',
          to: names[index + 1] ?? '',
          differences,
          slips: slips.length,
          list: slipWords(slips),
        },
      }),
    ),
    scores: scoreTable(comparison, names, words),
    verbs: comparison.fields.some(({ field }) => field.verbs),
    fields: comparison.fields.map(({ field, cells }) => ({
      name: inLanguage(field.label, language),
      cells: cells.map((cell, index) => ({
        column: names[index] ?? '',
        empty: cell.empty && cell.lines.length === 0 ? emptyWords(cell.empty, words) : '',
        lines: cell.lines.map((line) => lineView(framework, line, field.verbs, words)),
        said: index === 0 ? '' : said(cell, names[index - 1] ?? '', words),
        grown: grownWords(framework, cell, words),
      })),
    })),
  };
}

function said(
  { added, removed, changed, slips }: ComparedCell,
  before: string,
  { say }: FrameworkWords,
): string {
  const counts = Object.entries({ added, changed, removed })
    .filter(([, count]) => count > 0)
    .map(([mark, count]) => say({ key: `frameworks.compare.count.${mark}`, values: { count } }));
  if (counts.length > 0) {
    return say({ key: 'frameworks.compare.differs', values: { before, list: counts.join(', ') } });
  }
  return say({ key: `frameworks.compare.${slips > 0 ? 'onlySlip' : 'same'}`, values: { before } });
}

function lineView(framework: Framework, line: ComparedLine, verbs: boolean, words: FrameworkWords): LineView {
  const { mark, note, slips } = line;
  return {
    mark,
    pieces: markedPieces(framework, line, verbs, words.language),
    word:
      mark === 'same'
        ? ''
        : words.say({ key: `frameworks.compare.mark.${mark}`, values: { list: slipWords(slips) } }),
    note: note ? inLanguage(note, words.language) : '',
  };
}

function slipWords(slips: readonly (readonly [string, string])[]): string {
  return slips.map(([before, here]) => `“${before}” – “${here}”`).join(', ');
}

function grownWords(
  { verbs }: Framework,
  { grown }: ComparedCell,
  { language, say }: FrameworkWords,
): string {
  if (grown.length === 0) return '';
  const list = verbs
    .filter(({ code }) => grown.includes(code))
    .map(({ label }) => inLanguage(label, language))
    .join(', ');
  return say({ key: 'frameworks.compare.grown', values: { list } });
}
