// Lists, scales, pages, groups and codes: every name that is used exists, and nothing is named twice.
import { fieldNames, variablesOf } from '../question-types/index.ts';
import { insteadOf } from '../question-types/instead.ts';
import type { Option, OptionList, Question, Questionnaire } from '../questionnaire.ts';
import { maximumCategories } from '../response-document.ts';
import {
  type DefinitionProblem,
  duplicates,
  error,
  type PlacedQuestion,
  placedOptions,
  placedQuestions,
} from './problem.ts';

/** Lists and scales that are used must exist, and pages and languages must have codes of their own. */
export function checkNames(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const unknown = placedQuestions(questionnaire).flatMap(({ path, question }) =>
    namesUsed(question).flatMap(({ place, kind, code }) => {
      const known = kind === 'list' ? questionnaire.lists : questionnaire.scales;
      if (Object.hasOwn(known, code)) return [];
      return [error(`${path}.${place}`, kind === 'list' ? 'unknownList' : 'unknownScale', { code })];
    }),
  );
  return [
    ...duplicates(questionnaire.languages).map((language) =>
      error('languages', 'duplicateLanguage', { language }),
    ),
    ...duplicates(questionnaire.pages.map((page) => page.code)).map((code) =>
      error('pages', 'duplicatePage', { code }),
    ),
    ...unknown,
  ];
}

interface NameUsed {
  readonly place: string;
  readonly kind: 'list' | 'scale';
  readonly code: string;
}

function namesUsed(question: Question): readonly NameUsed[] {
  if (question.type === 'grid') {
    const { rows } = question;
    const list: NameUsed[] =
      !Array.isArray(rows) && 'list' in rows ? [{ place: 'rows', kind: 'list', code: rows.list }] : [];
    const scales = question.scales.map(
      ({ scale }, index): NameUsed => ({ place: `scales[${index}].scale`, kind: 'scale', code: scale }),
    );
    return [...list, ...scales];
  }
  if (!('options' in question) || Array.isArray(question.options)) return [];
  const { options } = question;
  return 'list' in options
    ? [{ place: 'options', kind: 'list', code: options.list }]
    : [{ place: 'options', kind: 'scale', code: options.scale }];
}

/** Codes inside one list, scale or set of options are different, and groups that options name exist. */
export function checkOptions(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const checkSet = (path: string, options: readonly Option[]) => {
    const codes = duplicates(options.map(({ code }) => code));
    problems.push(...codes.map((code) => error(path, 'duplicateCode', { code })));
    if (options.length > maximumCategories) {
      const values = { count: options.length, maximum: maximumCategories };
      problems.push(error(path, 'tooManyCategories', values));
    }
  };
  const checkList = (path: string, { groups, options }: OptionList) => {
    checkSet(`${path}.options`, options);
    const codes = groups.map(({ code }) => code);
    problems.push(
      ...duplicates(codes).map((code) => error(`${path}.groups`, 'duplicateCode', { code })),
      ...options.flatMap(({ group }, index) =>
        group === undefined || codes.includes(group)
          ? []
          : [error(`${path}.options[${index}].group`, 'unknownGroup', { code: group })],
      ),
    );
  };
  for (const [code, list] of Object.entries(questionnaire.lists)) checkList(`lists.${code}`, list);
  for (const [code, { options }] of Object.entries(questionnaire.scales)) {
    checkSet(`scales.${code}.options`, options);
  }
  for (const { path, question } of placedQuestions(questionnaire)) {
    if ('options' in question && Array.isArray(question.options)) {
      checkSet(`${path}.options`, question.options);
    }
    if (question.type !== 'grid') continue;
    if (Array.isArray(question.rows)) checkSet(`${path}.rows`, question.rows);
    else if ('options' in question.rows) checkList(`${path}.rows`, question.rows);
  }
  return problems;
}

/** Question codes, variables and form fields are unique, and every category of a variable has its own code. */
export function checkVariables(questionnaire: Questionnaire): readonly DefinitionProblem[] {
  const codes = new Set<string>();
  const fields = new Set<string>();
  const registers = placedQuestions(questionnaire).filter(({ question }) => question.type === 'register');
  return [
    ...placedQuestions(questionnaire).flatMap((placed) => {
      const { path, question } = placed;
      const problems: DefinitionProblem[] = [];
      const twice = codes.has(question.code);
      if (twice) problems.push(error(path, 'duplicateCode', { code: question.code }));
      codes.add(question.code);
      if (pageIds.includes(question.code)) {
        problems.push(error(`${path}.code`, 'reservedCode', { code: question.code }));
      }
      for (const name of fieldNames(questionnaire, question)) {
        if (fields.has(name) && !twice) problems.push(error(path, 'duplicateVariable', { variable: name }));
        fields.add(name);
      }
      return [
        ...problems,
        ...checkCategories(questionnaire, placed),
        ...reservedCodes(questionnaire, placed),
      ];
    }),
    ...registers.slice(1).map(({ path }) => error(path, 'secondRegister')),
  ];
}

function checkCategories(
  questionnaire: Questionnaire,
  { path, question }: PlacedQuestion,
): readonly DefinitionProblem[] {
  const problems: DefinitionProblem[] = [];
  const reasons = insteadOf(question).map(({ code }) => code);
  const clashing = new Set(duplicates(reasons));
  for (const { categories } of variablesOf(questionnaire, question)) {
    const own = categories.slice(0, categories.length - reasons.length).map(({ code }) => code);
    for (const code of reasons) if (own.includes(code)) clashing.add(code);
    // Its own options were counted already.
    if (categories.length > maximumCategories && own.length <= maximumCategories) {
      const values = { count: categories.length, maximum: maximumCategories };
      problems.push(error(path, 'tooManyCategories', values));
    }
  }
  return [...problems, ...[...clashing].map((code) => error(`${path}.instead`, 'reasonClash', { code }))];
}

/** Ids that every page has: of a question with such a code the label would lead to something else. */
const pageIds = ['form', 'main', 'page', 'summary'];

/** Ends of names that mean something of their own: `A2.other.text`, `A2.instead`. */
const reserved = ['text', 'instead'];

/** An option's code stands behind a point in a variable's name, and must not look like such an end. */
function reservedCodes(questionnaire: Questionnaire, placed: PlacedQuestion): readonly DefinitionProblem[] {
  if (placed.question.type === 'single') return [];
  return placedOptions(questionnaire, placed).flatMap(({ path, option: { code }, row }) =>
    !row && reserved.includes(code) ? [error(`${path}.code`, 'reservedCode', { code })] : [],
  );
}
