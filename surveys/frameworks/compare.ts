// Two to four descriptions of functions side by side, each held against the one before it.
import { inLanguage } from '../questionnaire.ts';
import { type ComparedLine, compareLines } from './compare-lines.ts';
import type { Description, DescriptionKind, Empty, Field, FieldValue, Framework } from './framework.ts';
import { wordsOf } from './likeness.ts';
import { partByCode } from './parts.ts';
import { type ScoreGrid, scoreGrid } from './scores.ts';

/** How many descriptions may stand side by side. */
export const fewestCompared = 2;
export const mostCompared = 4;

/** What a description says in one field, beside what the one before it says. */
export interface ComparedCell {
  readonly lines: readonly ComparedLine[];
  /** Why it says nothing; null where it says something. */
  readonly empty: Empty | null;
  /** Against the column before; in the first column nothing differs. */
  readonly added: number;
  readonly removed: number;
  readonly changed: number;
  readonly slips: number;
  /** Steps of the ladder of verbs that this one has and the one before has not: growth in what one does with knowledge. */
  readonly grown: readonly string[];
}

export interface ComparedField {
  readonly field: Field;
  readonly cells: readonly ComparedCell[];
}

/** One column against the one before it: `differences` leaves out probable slips. */
export interface Verdict {
  readonly from: string;
  readonly to: string;
  readonly differences: number;
  readonly slips: readonly (readonly [string, string])[];
}

export interface Comparison {
  readonly kind: DescriptionKind;
  readonly columns: readonly Description[];
  readonly fields: readonly ComparedField[];
  readonly verdicts: readonly Verdict[];
  /** A grid per column; null where a description has no scores. */
  readonly scores: readonly (ScoreGrid | null)[];
}

/**
 * Holds descriptions of one kind side by side.
 * @param codes two to four of them, each once; they stand in the order of the framework.
 * @param area keeps only the fields about this area of work and those about all.
 * @throws Error when the codes are not two to four of one kind: forms check that before.
 */
export function compareDescriptions(
  framework: Framework,
  codes: readonly string[],
  language: string,
  area: string | null = null,
): Comparison {
  const columns = framework.descriptions.filter(({ code }) => codes.includes(code));
  const [first] = columns;
  const fit =
    columns.length === codes.length && columns.length >= fewestCompared && columns.length <= mostCompared;
  if (!first || !fit || columns.some(({ kind }) => kind !== first.kind)) {
    throw new Error(`not two to four descriptions of one kind: ${codes.join(', ')}`);
  }
  const fields = framework.fields
    .filter(
      ({ of, areas }) => of === first.kind && (area === null || areas.length === 0 || areas.includes(area)),
    )
    .map((field) => ({ field, cells: cellsOf(framework, field, columns, language) }));
  const verdicts = columns.slice(1).map(({ code }, index) => {
    const cells = fields.map((each) => each.cells[index + 1]);
    return {
      from: columns[index]?.code ?? '',
      to: code,
      differences: cells.reduce(
        (sum, cell) => sum + (cell ? cell.added + cell.removed + cell.changed : 0),
        0,
      ),
      slips: cells.flatMap((cell) => cell?.lines ?? []).flatMap(({ slips }) => slips),
    };
  });
  const scores = columns.map((column) => scoreGrid(column, framework.scoreGroups));
  return { kind: first.kind, columns, fields, verdicts, scores };
}

function cellsOf(
  framework: Framework,
  field: Field,
  columns: readonly Description[],
  language: string,
): readonly ComparedCell[] {
  const values = columns.map(({ fields }) => fields[field.code]);
  return values.map((value, index) => {
    const here = linesOf(framework, field, value);
    // Held against itself, the first column has no difference.
    const before = index === 0 ? here : linesOf(framework, field, values[index - 1]);
    const lines = compareLines(before, here, language);
    const count = (mark: ComparedLine['mark']) => lines.filter((line) => line.mark === mark).length;
    const empty = value?.empty ?? (here.length === 0 ? 'unknown' : null);
    return {
      lines: lines.map((line) => (index === 0 ? { ...line, before: null } : line)),
      empty,
      added: count('added'),
      removed: count('removed'),
      changed: count('changed'),
      slips: count('slip'),
      grown: index === 0 || !field.verbs ? [] : grownVerbs(framework, lines, before, language),
    };
  });
}

/** A field as lines of words: its lines, or the labels of the parts or steps it names, whose order means nothing. */
function linesOf(framework: Framework, field: Field, value: FieldValue | undefined): FieldValue['lines'] {
  if (!value) return [];
  const named = value.codes.flatMap((code) => {
    const label =
      field.shape === 'steps'
        ? field.steps.find((step) => step.code === code)?.label
        : partByCode(framework, code)?.label;
    return label ? [{ text: label, broken: false }] : [];
  });
  return [...value.lines, ...named];
}

/** The steps of the ladder whose words stand in a text, from low to high. */
export function verbSteps(framework: Framework, text: string, language: string): readonly string[] {
  const words = new Set(wordsOf(text));
  return framework.verbs
    .filter((verb) => (verb.words[language] ?? []).some((word) => words.has(word)))
    .map(({ code }) => code);
}

function grownVerbs(
  framework: Framework,
  lines: readonly ComparedLine[],
  before: FieldValue['lines'],
  language: string,
): readonly string[] {
  const had = new Set(
    before.flatMap(({ text }) => verbSteps(framework, inLanguage(text, language), language)),
  );
  const has = new Set(
    lines
      .filter(({ mark }) => mark !== 'removed')
      .flatMap(({ text }) => verbSteps(framework, text, language)),
  );
  return framework.verbs.map(({ code }) => code).filter((code) => has.has(code) && !had.has(code));
}
