// What every check of a definition needs: a problem with its place, and the definition as parts that know their path.
import {
  type Condition,
  type Option,
  optionsOf,
  type Page,
  type Question,
  type Questionnaire,
  rowsOf,
} from '../questionnaire.ts';

/** What is wrong with a definition and where; the words are in views/texts under `check`. */
export interface DefinitionProblem {
  /** Where in the JSON, for example `pages[2].questions[0].showIf`; '' is the whole of it. */
  readonly path: string;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  /** With an error nobody can be asked anything; a warning is worth a look. */
  readonly severity: 'error' | 'warning';
}

type Values = DefinitionProblem['values'];

/** A problem that refuses the definition. */
export function error(path: string, key: string, values: Values = {}): DefinitionProblem {
  return { path, key: `check.${key}`, values, severity: 'error' };
}

/** A problem that is only told. */
export function warning(path: string, key: string, values: Values = {}): DefinitionProblem {
  return { path, key: `check.${key}`, values, severity: 'warning' };
}

export interface PlacedQuestion {
  readonly path: string;
  readonly question: Question;
  readonly page: Page;
  readonly pageIndex: number;
}

/** Every question with its path and page, in order. */
export function placedQuestions(questionnaire: Questionnaire): readonly PlacedQuestion[] {
  return questionnaire.pages.flatMap((page, pageIndex) =>
    page.questions.map((question, q) => ({
      path: `pages[${pageIndex}].questions[${q}]`,
      question,
      page,
      pageIndex,
    })),
  );
}

export interface PlacedOption {
  readonly path: string;
  readonly option: Option;
  /** True for a row of a grid. */
  readonly row: boolean;
}

/** What a question offers, options or rows, each at the path where the definition keeps it. */
export function placedOptions(
  questionnaire: Questionnaire,
  { path, question }: PlacedQuestion,
): readonly PlacedOption[] {
  if (question.type === 'grid') {
    const { rows } = question;
    const place = Array.isArray(rows)
      ? `${path}.rows`
      : 'list' in rows
        ? `lists.${rows.list}.options`
        : `${path}.rows.options`;
    const { options } = rowsOf(questionnaire, question);
    return options.map((option, index) => ({ path: `${place}[${index}]`, option, row: true }));
  }
  if (!('options' in question)) return [];
  const { options } = question;
  const place = Array.isArray(options)
    ? `${path}.options`
    : 'list' in options
      ? `lists.${options.list}.options`
      : `scales.${options.scale}.options`;
  return optionsOf(questionnaire, question).map((option, index) => ({
    path: `${place}[${index}]`,
    option,
    row: false,
  }));
}

export interface PlacedCondition {
  readonly path: string;
  readonly condition: Condition;
  /** The page, question, row or option that is shown where the condition holds. */
  readonly shows: 'page' | 'question' | 'row' | 'option';
  /** The questions that hang on it, and the first of their places among all questions. */
  readonly questions: readonly Question[];
  readonly at: number;
  /** The conditions around it that must hold too. */
  readonly within: readonly Condition[];
}

/** Every condition of the questionnaire; one of a shared list once for each question that uses it. */
export function placedConditions(questionnaire: Questionnaire): readonly PlacedCondition[] {
  let at = 0;
  return questionnaire.pages.flatMap((page, p) => {
    const first = at;
    const ofPage: PlacedCondition[] = page.showIf
      ? [
          {
            path: `pages[${p}].showIf`,
            condition: page.showIf,
            shows: 'page',
            questions: page.questions,
            at: first,
            within: [],
          },
        ]
      : [];
    const within = page.showIf ? [page.showIf] : [];
    const ofQuestions = page.questions.flatMap((question, q) => {
      const place = { questions: [question], at };
      at += 1;
      const path = `pages[${p}].questions[${q}]`;
      const own: PlacedCondition[] = question.showIf
        ? [{ ...place, path: `${path}.showIf`, condition: question.showIf, shows: 'question', within }]
        : [];
      const around = question.showIf ? [...within, question.showIf] : within;
      const offered = placedOptions(questionnaire, { path, question, page, pageIndex: p }).flatMap(
        ({ path, option, row }): PlacedCondition[] =>
          option.showIf
            ? [
                {
                  ...place,
                  path: `${path}.showIf`,
                  condition: option.showIf,
                  shows: row ? 'row' : 'option',
                  within: around,
                },
              ]
            : [],
      );
      return [...own, ...offered];
    });
    return [...ofPage, ...ofQuestions];
  });
}

/** Those that occur more than once, each once. */
export function duplicates(codes: readonly string[]): readonly string[] {
  return [...new Set(codes.filter((code, index) => codes.indexOf(code) !== index))];
}

/** The problems without those said before: a shared list is looked at once for each question that uses it. */
export function saidOnce(problems: readonly DefinitionProblem[]): readonly DefinitionProblem[] {
  const said = new Set<string>();
  return problems.filter((problem) => {
    const words = JSON.stringify([problem.path, problem.key, problem.values]);
    if (said.has(words)) return false;
    said.add(words);
    return true;
  });
}
