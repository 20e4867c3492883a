// The conditions of a questionnaire as somebody with a pen can follow them: a tree of small clauses, with the numbers
// the questions have on paper. The words of the clauses are in views/texts.
import { codebookOf } from './codebook.ts';
import { answerAt } from './number-line.ts';
import { ticked } from './question-types/multiple.ts';
import { type Condition, inLanguage, type Questionnaire, type Text } from './questionnaire.ts';
import { isNumeric, type NumericMeasure, type Variable } from './variable.ts';

export interface PaperClause {
  readonly kind: 'clause';
  /** Words under `paper.condition`; the same with `Not` behind it when it must not be so. */
  readonly key:
    | 'is'
    | 'rowIs'
    | 'ticked'
    | 'atLeast'
    | 'atMost'
    | 'between'
    | 'answered'
    | 'province'
    | 'sizeClass';
  readonly negated: boolean;
  /** Number of the question on paper; '' where the clause is about the library. */
  readonly question: string;
  readonly row: string;
  /** One of these. */
  readonly options: readonly string[];
  /** Places of a ranking: told by their number. */
  readonly places: boolean;
  /** Bounds as stored answers of this measure. */
  readonly measure: NumericMeasure;
  readonly min: string;
  readonly max: string;
}

export type PaperCondition =
  | PaperClause
  | { readonly kind: 'all' | 'any'; readonly parts: readonly PaperCondition[] };

export interface ConditionReader {
  readonly questionnaire: Questionnaire;
  /** Question code → its number on paper. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly language: string;
}

/** The condition for paper; "not" is moved into the clauses, where words for it exist. */
export function paperCondition(
  reader: ConditionReader,
  condition: Condition,
  negated = false,
): PaperCondition {
  if ('not' in condition) return paperCondition(reader, condition.not, !negated);
  if ('all' in condition || 'any' in condition) {
    const every = 'all' in condition;
    const parts = every ? condition.all : condition.any;
    // Not (a and b) is the same as not a, or not b.
    const kind = every !== negated ? 'all' : 'any';
    return { kind, parts: parts.map((part) => paperCondition(reader, part, negated)) };
  }
  const clause: PaperClause = { ...emptyClause, negated };
  if ('register' in condition) return { ...clause, key: condition.register, options: condition.is };
  const name = 'answered' in condition ? condition.answered : condition.variable;
  const variable = variableIn(reader, name);
  const about: PaperClause = {
    ...clause,
    question: reader.numbers.get(variable?.question ?? name) ?? name,
    row: variable?.item ? say(reader, variable.item) : '',
  };
  if (!variable || 'answered' in condition) return { ...about, key: 'answered' };
  if ('is' in condition) return isClause(reader, about, variable, condition.is);
  const { atLeast, atMost } = condition;
  if (!isNumeric(variable)) {
    // Codes with a place on a line: those between the bounds can be named.
    const codes = variable.categories
      .filter(({ value }) => value !== null && value >= (atLeast ?? value) && value <= (atMost ?? value))
      .map(({ code }) => code);
    return isClause(reader, about, variable, codes);
  }
  const key = atLeast === undefined ? 'atMost' : atMost === undefined ? 'atLeast' : 'between';
  const { measure } = variable;
  const bound = (place = 0) => answerAt(measure, place);
  return { ...about, key, measure, min: bound(atLeast), max: bound(atMost) };
}

const emptyClause: PaperClause = {
  kind: 'clause',
  key: 'is',
  negated: false,
  question: '',
  row: '',
  options: [],
  places: false,
  measure: 'number',
  min: '0',
  max: '0',
};

function isClause(
  reader: ConditionReader,
  about: PaperClause,
  variable: Variable,
  codes: readonly string[],
): PaperClause {
  if (variable.type === 'multiple' || variable.type === 'pick') {
    const wanted = codes.includes(ticked);
    return { ...about, key: 'ticked', negated: about.negated === wanted };
  }
  const places = variable.type === 'rank';
  const labelOf = (code: string) => {
    const category = variable.categories.find((each) => each.code === code);
    return category ? say(reader, category.label) : code;
  };
  const options = places ? codes : codes.map(labelOf);
  return { ...about, key: about.row === '' ? 'is' : 'rowIs', options, places };
}

function variableIn({ questionnaire }: ConditionReader, name: string): Variable | undefined {
  const codebook = codebookOf(questionnaire);
  return codebook.variables[codebook.position.get(name) ?? -1];
}

function say({ language }: ConditionReader, text: Text): string {
  return inLanguage(text, language);
}
