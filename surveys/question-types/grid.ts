// Grid: one or two scales for every row. Each scale gives one variable per row, named `<scale variable>.<row>`.

import { type Option, type Questionnaire, type QuestionOf, rowsOf, scaleOf } from '../questionnaire.ts';
import { categoryOf } from '../variable.ts';
import { gridBody } from './grid-view.ts';
import { controlId, type Given, type Problem, type QuestionType, quoted } from './question-type.ts';

type Grid = QuestionOf<'grid'>;
type GridScale = Grid['scales'][number];

export const grid: QuestionType<Grid> = {
  variables: (questionnaire, question) => {
    const rows = rowsOf(questionnaire, question).options;
    return question.scales.flatMap((scale) =>
      rows.map((row) => ({
        name: cellName(scale, row),
        question: question.code,
        type: 'grid' as const,
        measure: 'ordinal' as const,
        label: scale.label,
        item: row.label,
        categories: scaleOf(questionnaire, scale.scale).options.map(categoryOf),
      })),
    );
  },

  extraFields: (questionnaire, question) => {
    const { groups } = rowsOf(questionnaire, question);
    return question.wholeGroup ? groups.map((group) => wholeGroupName(question, group.code)) : [];
  },

  notAsked: (questionnaire, question, answers) => {
    if (question.scales.every((scale) => !scale.unless)) return [];
    const rows = rowsOf(questionnaire, question).options;
    return question.scales.flatMap((scale) =>
      rows.filter((row) => !isAsked(scale, row, answers)).map((row) => cellName(scale, row)),
    );
  },

  read: (questionnaire, question, fields) => {
    const answers: Record<string, string> = {};
    const problems: Problem[] = [];
    for (const row of rowsOf(questionnaire, question).options) {
      for (const scale of question.scales) {
        const name = cellName(scale, row);
        const given = fields[name] ?? '';
        const value = given === '' ? groupAnswer(question, scale, row, fields) : given;
        if (value === '' || !isAsked(scale, row, answers)) continue;
        const { options } = scaleOf(questionnaire, scale.scale);
        if (options.some((option) => option.code === value)) answers[name] = value;
        else problems.push(unknownCell(question, name, options, row, value));
      }
      const missing = missingRow(questionnaire, question, row, answers, problems);
      if (missing) problems.push(missing);
    }
    return { answers, problems };
  },

  field: gridBody,

  seconds: (questionnaire, question) =>
    12 + 4 * rowsOf(questionnaire, question).options.length * question.scales.length,
};

/** The variable of one row on one scale. */
function cellName(scale: GridScale, row: Option): string {
  return `${scale.variable}.${row.code}`;
}

/** The name of the box that answers for every row of a group. */
function wholeGroupName(question: Grid, group: string): string {
  return `${question.scales[0]?.variable ?? ''}.group.${group}`;
}

/** Whether this scale is asked for the row: not when an earlier scale has one of the codes of `unless`. */
function isAsked(scale: GridScale, row: Option, answers: Given): boolean {
  if (!scale.unless) return true;
  const earlier = answers[`${scale.unless.variable}.${row.code}`];
  return earlier === undefined || !scale.unless.is.includes(earlier);
}

/** What a ticked "whole group" box says about a row without an answer of its own. */
function groupAnswer(question: Grid, scale: GridScale, row: Option, fields: Given): string {
  if (!question.wholeGroup || scale !== question.scales[0] || row.group === undefined) return '';
  return fields[wholeGroupName(question, row.group)] === '1' ? question.wholeGroup.code : '';
}

function unknownCell(
  question: Grid,
  name: string,
  options: readonly Option[],
  row: Option,
  value: string,
): Problem {
  const values = { question: question.label, row: row.label, value: quoted(value) };
  return { field: name, target: controlId(name, options[0]?.code ?? ''), key: 'unknownRowCode', values };
}

/** The problem of a row that must be answered on the first scale and is not. */
function missingRow(
  questionnaire: Questionnaire,
  question: Grid,
  row: Option,
  answers: Given,
  problems: readonly Problem[],
): Problem | null {
  const scale = question.scales[0];
  if (!scale || !(question.required || question.requiredRows.includes(row.code))) return null;
  const name = cellName(scale, row);
  if (answers[name] !== undefined || problems.some((problem) => problem.field === name)) return null;
  const first = scaleOf(questionnaire, scale.scale).options[0];
  const values = { question: question.label, row: row.label };
  const about = { field: name, target: controlId(name, first?.code ?? ''), values };
  const hard = question.required === true || question.requiredRows.includes(row.code);
  return hard ? { ...about, key: 'requiredRow' } : { ...about, key: 'softRow', soft: true };
}
