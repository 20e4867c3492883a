// A code that got another name: found by comparing before and after, and told to every place that reads it.

import type {
  Condition,
  Option,
  OptionList,
  Question,
  Questionnaire,
  QuestionOf,
  Scale,
} from '../questionnaire.ts';
import { renameReferences } from '../references.ts';
import { isText, mapTexts } from './texts.ts';

/** What things are called now. */
interface Renaming {
  name(variable: string): string;
  /** @param variable under its old name. */
  code(variable: string, code: string): string;
}

type Codes = ReadonlyMap<string, string>;
const none: Codes = new Map();

/** Codes that changed while their words and place stayed. */
export function renamedCodes(
  before: readonly Pick<Option, 'code' | 'label'>[],
  after: readonly Pick<Option, 'code' | 'label'>[],
): Codes {
  const [old, now] = [before, after].map((options) => new Set(options.map(({ code }) => code)));
  const renamed = new Map<string, string>();
  for (const [index, option] of before.entries()) {
    const other = after[index];
    if (!other || now?.has(option.code) || old?.has(other.code)) continue;
    if (sameWords(option.label, other.label)) renamed.set(option.code, other.code);
  }
  return renamed;
}

function sameWords(one: Option['label'], other: Option['label']): boolean {
  const languages = Object.keys({ ...one, ...other });
  return languages.every((language) => one[language] === other[language]);
}

/** The questionnaire with `after` in the place of `before`, and every reference to what was renamed under its new name. */
export function withRenamedQuestion(
  questionnaire: Questionnaire,
  before: Question,
  after: Question,
): Questionnaire {
  const replaced = mapQuestions(questionnaire, (question) =>
    question === before ? withOwnRenames(before, after) : question,
  );
  const renaming = before.type === after.type ? renamingOf(before, after) : codeAlone(before, after);
  return renaming ? rewrite(replaced, renaming) : replaced;
}

/** The questionnaire with another list or scale under this code. */
export function withRenamedOptions(
  questionnaire: Questionnaire,
  kind: 'list' | 'scale',
  code: string,
  after: OptionList | Scale,
): Questionnaire {
  const place = kind === 'list' ? 'lists' : 'scales';
  const known = kind === 'list' ? questionnaire.lists : questionnaire.scales;
  const before = Object.hasOwn(known, code) ? known[code] : undefined;
  const replaced = { ...questionnaire, [place]: { ...known, [code]: after } };
  const codes = renamedCodes(before?.options ?? [], after.options);
  if (codes.size === 0) return replaced;
  return questionnaire.pages
    .flatMap(({ questions }) => questions)
    .reduce((result, question) => {
      const part = partsUsing(question, kind, code);
      return part.options || part.rows || part.cells.length > 0
        ? rewrite(ownParts(result, question.code, part, codes), renamingFor(question, part, codes))
        : result;
    }, replaced);
}

interface PartsUsing {
  readonly options: boolean;
  readonly rows: boolean;
  /** Scale variables of a grid. */
  readonly cells: readonly string[];
}

function partsUsing(question: Question, kind: 'list' | 'scale', code: string): PartsUsing {
  const options =
    'options' in question &&
    !Array.isArray(question.options) &&
    kind in question.options &&
    Object.values(question.options).includes(code);
  if (question.type !== 'grid') return { options, rows: false, cells: [] };
  const rows =
    kind === 'list' &&
    !Array.isArray(question.rows) &&
    'list' in question.rows &&
    question.rows.list === code;
  const cells =
    kind === 'scale'
      ? question.scales.filter(({ scale }) => scale === code).map(({ variable }) => variable)
      : [];
  return { options, rows, cells };
}

function renamingFor(question: Question, part: PartsUsing, codes: Codes): Renaming {
  return renamingBy([
    {
      reach: question.type === 'grid' ? 'alone' : 'both',
      from: question.code,
      to: question.code,
      items: part.options ? codes : none,
      codes: part.options ? codes : none,
    },
    ...(question.type === 'grid'
      ? question.scales.map(({ variable }) => ({
          reach: 'items' as const,
          from: variable,
          to: variable,
          items: part.rows ? codes : none,
          codes: none,
          itemCodes: part.cells.includes(variable) ? codes : none,
        }))
      : []),
  ]);
}

/** What a grid says about its own rows and scales: required rows, `unless`, whole groups. */
function ownParts(questionnaire: Questionnaire, code: string, part: PartsUsing, codes: Codes): Questionnaire {
  return mapQuestions(questionnaire, (question) =>
    question.code === code && question.type === 'grid'
      ? gridParts(question, part.rows ? codes : none, (variable) =>
          part.cells.includes(variable) ? codes : none,
        )
      : question,
  );
}

function gridParts(
  grid: QuestionOf<'grid'>,
  rows: Codes,
  cellsOf: (variable: string) => Codes,
  variables: Codes = none,
): QuestionOf<'grid'> {
  const first = grid.scales[0];
  return {
    ...grid,
    requiredRows: grid.requiredRows.map((row) => rows.get(row) ?? row),
    scales: grid.scales.map((scale) => {
      if (!scale.unless) return scale;
      const variable = variables.get(scale.unless.variable) ?? scale.unless.variable;
      const codes = cellsOf(variable);
      return { ...scale, unless: { variable, is: scale.unless.is.map((code) => codes.get(code) ?? code) } };
    }),
    ...(grid.wholeGroup && first
      ? {
          wholeGroup: {
            ...grid.wholeGroup,
            code: cellsOf(first.variable).get(grid.wholeGroup.code) ?? grid.wholeGroup.code,
          },
        }
      : {}),
  };
}

/** Variables that begin with `from`: that name alone, those with an item behind it, or both. */
interface Prefix {
  readonly reach: 'alone' | 'items' | 'both';
  readonly from: string;
  /** What they begin with now. */
  readonly to: string;
  /** The items behind it. */
  readonly items: Codes;
  /** Codes of answers to the variable that has no item behind it. */
  readonly codes: Codes;
  /** Codes of answers to those that have one. */
  readonly itemCodes?: Codes;
}

function renamingBy(prefixes: readonly Prefix[]): Renaming {
  const prefixOf = (name: string) =>
    prefixes.find(({ from, reach }) =>
      name === from ? reach !== 'items' : reach !== 'alone' && name.startsWith(`${from}.`),
    );
  return {
    name: (variable) => {
      const prefix = prefixOf(variable);
      if (!prefix) return variable;
      const [item, ...rest] = variable.slice(prefix.from.length + 1).split('.');
      if (item === undefined || item === '') return prefix.to;
      return [prefix.to, prefix.items.get(item) ?? item, ...rest].join('.');
    },
    code: (variable, code) => {
      const prefix = prefixOf(variable);
      const codes = variable === prefix?.from ? prefix.codes : prefix?.itemCodes;
      return codes?.get(code) ?? code;
    },
  };
}

function codeAlone(before: Question, after: Question): Renaming | null {
  if (before.code === after.code) return null;
  return renamingBy([{ reach: 'both', from: before.code, to: after.code, items: none, codes: none }]);
}

function renamingOf(before: Question, after: Question): Renaming {
  const options = ownOptions(before, after);
  const reasons =
    'instead' in before && 'instead' in after ? renamedCodes(before.instead, after.instead) : none;
  const own = {
    reach: before.type === 'grid' ? ('alone' as const) : ('both' as const),
    from: before.code,
    to: after.code,
    items: options,
    codes: new Map([...options, ...reasons]),
    itemCodes: reasons,
  };
  if (before.type !== 'grid' || after.type !== 'grid') return renamingBy([own]);
  const rows = renamedCodes(ownRows(before), ownRows(after));
  const cells = before.scales.flatMap(({ variable }, index) => {
    const now = after.scales[index];
    return now
      ? [{ reach: 'items' as const, from: variable, to: now.variable, items: rows, codes: none }]
      : [];
  });
  return renamingBy([own, ...cells]);
}

/** The new question as it stands by itself: a form may still name rows and scales as they were called before. */
function withOwnRenames(before: Question, after: Question): Question {
  if (before.type !== 'grid' || after.type !== 'grid') return after;
  const variables = before.scales.flatMap(({ variable }, index) => {
    const now = after.scales[index];
    return now && now.variable !== variable ? [[variable, now.variable] as const] : [];
  });
  return gridParts(after, renamedCodes(ownRows(before), ownRows(after)), () => none, new Map(variables));
}

/** Only options of its own: those of a list or scale are renamed there. */
function ownOptions(before: Question, after: Question): Codes {
  if (!('options' in before && 'options' in after)) return none;
  if (!Array.isArray(before.options) || !Array.isArray(after.options)) return none;
  return renamedCodes(before.options, after.options);
}

function ownRows({ rows }: QuestionOf<'grid'>): readonly Option[] {
  if (Array.isArray(rows)) return rows;
  return 'list' in rows ? [] : rows.options;
}

function rewrite(questionnaire: Questionnaire, renaming: Renaming): Questionnaire {
  const words = mapTexts(questionnaire, (text) =>
    Object.fromEntries(
      Object.entries(text).map(([language, said]) => [language, renameReferences(said, renaming.name)]),
    ),
  );
  return rewriteConditions(words, renaming);
}

function rewriteConditions<T>(value: T, renaming: Renaming): T {
  const copy = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(copy);
    if (typeof part !== 'object' || part === null || isText(part)) return part;
    return Object.fromEntries(
      Object.entries(part).map(([name, inner]) => [
        name,
        // Only a valid definition is rewritten, and there a `showIf` is a condition.
        name === 'showIf' && inner !== undefined
          ? renamedCondition(inner as Condition, renaming)
          : copy(inner),
      ]),
    );
  };
  // The copy has the shape of the original: only names inside conditions differ.
  return copy(value) as T;
}

function renamedCondition(condition: Condition, renaming: Renaming): Condition {
  const again = (part: Condition) => renamedCondition(part, renaming);
  if ('all' in condition) return { all: condition.all.map(again) };
  if ('any' in condition) return { any: condition.any.map(again) };
  if ('not' in condition) return { not: again(condition.not) };
  if ('answered' in condition) return { answered: renaming.name(condition.answered) };
  if ('register' in condition) return condition;
  const { variable } = condition;
  if (!('is' in condition)) return { ...condition, variable: renaming.name(variable) };
  return { variable: renaming.name(variable), is: condition.is.map((code) => renaming.code(variable, code)) };
}

/** A copy with each question replaced. */
export function mapQuestions(
  questionnaire: Questionnaire,
  change: (question: Question) => Question,
): Questionnaire {
  return {
    ...questionnaire,
    pages: questionnaire.pages.map((page) => ({ ...page, questions: page.questions.map(change) })),
  };
}
