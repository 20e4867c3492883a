// A definition that cannot work is told so, with the place and the reason.
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../surveys/check.ts';
import { questionnaireSchema } from '../../surveys/questionnaire.ts';
import { sampleDefinition } from './sample-questionnaire.ts';

type Definition = typeof sampleDefinition;
type Loose = { [name: string]: unknown };

function problemsAfter(change: (definition: Definition) => void) {
  const definition = structuredClone(sampleDefinition);
  change(definition);
  return checkQuestionnaire(questionnaireSchema.parse(definition)).map(({ path, key }) => `${path} ${key}`);
}

/** Sets something on a part of the definition that TypeScript has typed by its first value. */
function set(part: unknown, name: string, value: unknown): void {
  (part as Loose)[name] = value;
}

const at = (definition: Definition, page: number, question: number) =>
  definition.pages[page]?.questions[question] as unknown as Loose;

describe('a definition', () => {
  it('that is sound has no problems', () => {
    expect(problemsAfter(() => {})).toEqual([]);
  });

  const cases: readonly [string, (definition: Definition) => void, string][] = [
    [
      'names a list it does not hold',
      (d) => set(at(d, 1, 0), 'rows', { list: 'x' }),
      'pages[1].questions[0].rows check.unknownList',
    ],
    [
      'names a scale it does not hold',
      (d) => set(at(d, 3, 1), 'options', { scale: 'x' }),
      'pages[3].questions[1].options check.unknownScale',
    ],
    [
      'reads a variable nobody gives',
      (d) => set(d.pages[2], 'showIf', { variable: 'nobody', is: ['1'] }),
      'pages[2].showIf check.unknownVariable',
    ],
    [
      'reads a variable that is asked later',
      (d) => set(d.pages[2], 'showIf', { not: { variable: 'pace', is: ['1'] } }),
      'pages[2].showIf check.laterVariable',
    ],
    [
      'compares with a code that does not exist',
      (d) => set(d.pages[2], 'showIf', { variable: 'role', is: ['boss'] }),
      'pages[2].showIf check.unknownConditionCode',
    ],
    [
      'has a question twice',
      (d) => set(at(d, 3, 1), 'code', 'role'),
      'pages[3].questions[1] check.duplicateCode',
    ],
    [
      'has an option twice',
      (d) => set(d.scales.WELL.options[1], 'code', '0'),
      'scales.WELL.options check.duplicateCode',
    ],
    ['has a page twice', (d) => set(d.pages[3], 'code', 'you'), 'pages check.duplicatePage'],
    [
      'puts an option in a group that is not there',
      (d) => set(d.lists.tools.options[2], 'group', 'x'),
      'lists.tools.options[2].group check.unknownGroup',
    ],
    [
      'lacks words in a language',
      (d) => set(d.pages[1], 'title', { nl: 'Alleen Nederlands' }),
      'pages[1].title check.missingText',
    ],
    [
      'requires a row that is not there',
      (d) => set(at(d, 1, 0), 'requiredRows', ['x']),
      'pages[1].questions[0].requiredRows[0] check.unknownRow',
    ],
    [
      'fills a group with a code the scale lacks',
      (d) => set(at(d, 1, 0), 'wholeGroup', { code: 'x', label: { nl: 'x', en: 'x' } }),
      'pages[1].questions[0].wholeGroup.code check.unknownCode',
    ],
    [
      'has more categories than a document can hold',
      (d) =>
        set(
          at(d, 0, 2),
          'options',
          Array.from({ length: 251 }, (_, n) => ({ code: `c${n}`, label: { nl: `${n}`, en: `${n}` } })),
        ),
      'pages[0].questions[2].options check.tooManyCategories',
    ],
  ];
  it.each(cases)('that %s says where', (_what, change, expected) => {
    expect(problemsAfter(change)).toContain(expected);
  });
});
