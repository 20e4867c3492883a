// What was asked, for anybody: every variable with its codes in every language, when it was asked, and which codes are no
// answer. No answer of anybody is in it.
import type { Codebook } from '../../codebook.ts';
import { conditionCode } from '../../condition-code.ts';
import { type Condition, type Questionnaire, questionsOf, type Text } from '../../questionnaire.ts';
import { isOpen, type Variable } from '../../variable.ts';
import { byteOrderMark, csvLines } from '../csv-lines.ts';
import { guardedWords } from './csv-file.ts';

/** Where a variable stands and who was asked. */
interface Asked {
  readonly page: string;
  readonly conditions: readonly Condition[];
}

/** CSV (RFC 4180, commas): a line per variable and code; a column of words per language, empty where it has none. */
export function codebookCsv(questionnaire: Questionnaire, codebook: Codebook): string {
  const { languages } = questionnaire;
  const inAll = (text: Text | null) => languages.map((language) => text?.[language] ?? '');
  const named = (name: string) => languages.map((language) => `${name}_${language}`);
  const line = csvLines(',');
  const asked = askedOf(questionnaire);
  const head = ['page', 'question', 'type', 'asked_if', 'variable', 'measure'];
  const rows = codebook.variables.flatMap((variable) => {
    const { page = '', conditions = [] } = asked.get(variable.question) ?? {};
    const own = [
      page,
      variable.question,
      variable.type,
      conditions.map((condition) => `(${conditionCode(condition)})`).join(' and '),
      variable.name,
      variable.measure,
      ...inAll(variable.label),
      ...inAll(variable.item),
    ];
    const codes = codesOf(variable).map(({ code, label, value, missing }) => [
      ...own,
      code,
      ...inAll(label),
      value === null ? '' : String(value),
      missing ?? '',
    ]);
    return codes.length > 0 ? codes : [[...own, '', ...inAll(null), '', '']];
  });
  const heads = [
    ...head,
    ...named('label'),
    ...named('item'),
    'code',
    ...named('code_label'),
    'value',
    'missing',
  ];
  return byteOrderMark + [heads, ...rows].map((cells) => line(cells.map(guardedWords))).join('');
}

/** The same as JSON, with conditions as they are in the questionnaire. */
export function codebookJson(questionnaire: Questionnaire, codebook: Codebook): string {
  const asked = askedOf(questionnaire);
  const whole = {
    format: 'nodenkaart/codebook/1',
    survey: questionnaire.code,
    languages: questionnaire.languages,
    title: questionnaire.title,
    questions: questionsOf(questionnaire)
      .filter(({ code }) => codebook.variables.some(({ question }) => question === code))
      .map(({ code, type, label, help }) => ({
        code,
        type,
        ...asked.get(code),
        label,
        ...(help ? { help } : {}),
        variables: codebook.variables
          .filter(({ question }) => question === code)
          .map((variable) => ({
            name: variable.name,
            measure: variable.measure,
            item: variable.item,
            codes: codesOf(variable),
          })),
      })),
  };
  return `${JSON.stringify(whole, null, 2)}\n`;
}

/** Without the code that only says that words, a number or a library was given. */
function codesOf(variable: Variable): Variable['categories'] {
  return variable.categories.filter(({ missing }) => missing !== null || !isOpen(variable));
}

function askedOf({ pages }: Questionnaire): ReadonlyMap<string, Asked> {
  return new Map(
    pages.flatMap(({ code: page, showIf: ofPage, questions }) =>
      questions.map(({ code, showIf }) => [
        code,
        { page, conditions: [...(ofPage ? [ofPage] : []), ...(showIf ? [showIf] : [])] },
      ]),
    ),
  );
}
