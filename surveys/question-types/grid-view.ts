// A grid as plain data: groups of rows, and for each row a cell per code of each scale.
import { type Option, type Questionnaire, type QuestionOf, rowsOf, scaleOf } from '../questionnaire.ts';
import { messageView } from './message-view.ts';
import { controlId, type Given, type ViewContext } from './question-type.ts';
import type { GridBody, GridCell, GridGroup, GridRow, GridScale } from './question-view.ts';

type Grid = QuestionOf<'grid'>;
type Scale = Grid['scales'][number];

/** The grid with the answers so far, in one language. */
export function gridBody(
  questionnaire: Questionnaire,
  question: Grid,
  given: Given,
  context: ViewContext,
): GridBody {
  const [firstScale, secondScale] = question.scales as [Scale, Scale | undefined];
  const rows = rowsOf(questionnaire, question);
  const first = scaleView(questionnaire, firstScale, false, context.say);
  const second = secondScale ? scaleView(questionnaire, secondScale, true, context.say) : null;
  const rowView = (row: Option): GridRow => ({
    code: row.code,
    label: context.say(row.label),
    note: row.note ? context.say(row.note) : null,
    showIf: context.showIf(row.showIf),
    message: rowMessage(question, row, context),
    first: cells(first, firstScale, row, given),
    second: second && secondScale ? cells(second, secondScale, row, given) : null,
  });
  const unless = secondScale?.unless?.is ?? [];
  return {
    type: 'grid',
    first,
    second,
    unless: unless.join(' '),
    instead: first.columns.filter((column) => unless.includes(column.code)),
    wholeCode: question.wholeGroup?.code ?? null,
    groups: groupsOf(rows).map((group) => groupView(question, group, first, rowView, given, context.say)),
    rowCount: rows.options.length,
    answered: rows.options.filter((row) => given[`${firstScale.variable}.${row.code}`]).length,
    span: 1 + first.span + (second ? second.span + 1 : 0),
  };
}

interface RowGroup {
  readonly code: string;
  readonly label: Readonly<Record<string, string>> | null;
  readonly rows: readonly Option[];
}

/** Rows under their groups in the groups' order; rows without a group come first, under no head. */
function groupsOf(list: ReturnType<typeof rowsOf>): readonly RowGroup[] {
  const named = list.groups.map((group) => ({
    code: group.code,
    label: group.label,
    rows: list.options.filter((row) => row.group === group.code),
  }));
  const known = new Set(list.groups.map((group) => group.code));
  const loose = list.options.filter((row) => row.group === undefined || !known.has(row.group));
  return [{ code: '', label: null, rows: loose }, ...named].filter((group) => group.rows.length > 0);
}

function groupView(
  question: Grid,
  group: RowGroup,
  scale: GridScale,
  rowView: (row: Option) => GridRow,
  given: Given,
  say: ViewContext['say'],
): GridGroup {
  const variable = question.scales[0]?.variable ?? '';
  const whole = question.wholeGroup;
  const name = `${variable}.group.${group.code}`;
  const column = scale.columns.findIndex(({ code }) => code === whole?.code);
  const wordsSpan = Math.max(1, Math.ceil(column / 2));
  const filled = group.rows.every((row) => given[`${variable}.${row.code}`] === whole?.code);
  return {
    code: group.code,
    label: group.label ? say(group.label) : null,
    rows: group.rows.map(rowView),
    whole:
      whole && group.label
        ? {
            id: name,
            name,
            label: say(whole.label),
            checked: filled || given[name] === '1',
            headSpan: 1 + Math.max(0, column - wordsSpan),
            wordsSpan,
            restSpan: scale.span - column - 1,
          }
        : null,
  };
}

function scaleView(
  questionnaire: Questionnaire,
  scale: Scale,
  second: boolean,
  say: ViewContext['say'],
): GridScale {
  const { look, options } = scaleOf(questionnaire, scale.scale);
  return {
    label: say(scale.label),
    look,
    second,
    span: options.length,
    columns: options.map((option, index) => ({
      code: option.code,
      label: say(option.label),
      apart: isApart(option),
      start: index === 0,
      end: !isApart(option) && (index === options.length - 1 || isApart(options[index + 1])),
      full: isApart(option) && index % 3 === 0 && index === options.length - 1,
    })),
  };
}

function isApart(option: Option | undefined): boolean {
  return option?.missing !== undefined;
}

function cells(view: GridScale, scale: Scale, row: Option, given: Given): readonly GridCell[] {
  const name = `${scale.variable}.${row.code}`;
  return view.columns.map((column) => ({
    ...column,
    id: controlId(name, column.code),
    name,
    value: column.code,
    checked: given[name] === column.code,
  }));
}

function rowMessage(question: Grid, row: Option, context: ViewContext) {
  const names = question.scales.map((scale) => `${scale.variable}.${row.code}`);
  const problem = context.problems.find((candidate) => names.includes(candidate.field));
  return problem ? messageView(problem, 'field', context.say) : null;
}
