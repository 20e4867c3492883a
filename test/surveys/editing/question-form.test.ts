import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCondition } from '../../../surveys/editing/condition-form.ts';
import { codeOf, moveItem, removeItem, settled } from '../../../surveys/editing/form-fields.ts';
import {
  frontFields,
  frontOf,
  pageFields,
  readFrontForm,
  readListForm,
  readPageForm,
  readScaleForm,
  scaleFields,
  sharedListFields,
} from '../../../surveys/editing/part-forms.ts';
import { questionFields, readQuestionForm } from '../../../surveys/editing/question-form.ts';
import {
  type Question,
  type Questionnaire,
  questionnaireSchema,
  questionsOf,
} from '../../../surveys/questionnaire.ts';
import { sample } from '../sample-questionnaire.ts';

const template = (name: string): Questionnaire =>
  questionnaireSchema.parse(
    JSON.parse(
      readFileSync(new URL(`../../../surveys/templates/${name}/questionnaire.json`, import.meta.url), 'utf8'),
    ),
  );
const ooo = template('ooo');
/** The gallery has every type with every option; the pulse has a board in its contact form. */
const definitions: readonly Questionnaire[] = [ooo, template('gallery'), template('kennisdeling'), sample];

const questionNamed = (code: string): Question => {
  const found = questionsOf(ooo).find((question) => question.code === code);
  if (!found) throw new RangeError(code);
  return found;
};

function read(fields: Record<string, string>, before = questionNamed('A2')): Question {
  const reading = readQuestionForm(fields, ooo, before);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.question;
}

function problemsOf(fields: Record<string, string>, before = questionNamed('A2')) {
  const reading = readQuestionForm(fields, ooo, before);
  return 'problems' in reading ? reading.problems.map(({ field, key }) => `${field}: ${key}`) : [];
}

describe('a form that nobody changed', () => {
  it.each(definitions.map((definition) => [definition.code, definition] as const))(
    'gives every question of %s back as it was',
    (_, definition) => {
      for (const question of questionsOf(definition)) {
        expect(readQuestionForm(questionFields(question), definition, question)).toEqual({ question });
      }
    },
  );

  it.each(definitions.map((definition) => [definition.code, definition] as const))(
    'gives pages, lists, scales and front of %s back as they were',
    (_, definition) => {
      const { languages } = definition;
      for (const { questions: _questions, ...page } of definition.pages)
        expect(readPageForm(pageFields(page), languages, page)).toEqual({ page });
      for (const list of Object.values(definition.lists))
        expect(readListForm(sharedListFields(list), languages)).toEqual({ list });
      for (const scale of Object.values(definition.scales))
        expect(readScaleForm(scaleFields(scale), languages)).toEqual({ scale });
      const front = frontOf(definition);
      expect(readFrontForm(frontFields(front), front)).toEqual({ front: JSON.parse(JSON.stringify(front)) });
    },
  );
});

describe('options', () => {
  const fields = questionFields(questionNamed('A5'));

  it('typed in the blank line are added with a code made of their words', () => {
    const question = read({ ...fields, 'options.3.label.nl': 'Één keer per jaar' });
    expect('options' in question && question.options).toMatchObject([
      { code: 'vaak' },
      { code: 'soms' },
      { code: 'nooit' },
      { code: 'een_keer_per_jaar', label: { nl: 'Één keer per jaar' } },
    ]);
  });

  it('pasted one a line are added in one go, and no code is made twice', () => {
    const question = read({ ...fields, 'options.paste': 'Nooit\r\n\r\n Weet ik niet ' });
    expect('options' in question && Array.isArray(question.options) && question.options.slice(3)).toEqual([
      { code: 'nooit_2', label: { nl: 'Nooit' } },
      { code: 'weet_ik_niet', label: { nl: 'Weet ik niet' } },
    ]);
  });

  it('move and go with all their fields', () => {
    const moved = read(moveItem(fields, 'options', 2, 0));
    expect('options' in moved && moved.options).toMatchObject([
      { code: 'nooit', value: 1 },
      { code: 'vaak', value: 3 },
      { code: 'soms', value: 2 },
    ]);
    const fewer = read(removeItem(fields, 'options', 1));
    expect('options' in fewer && fewer.options).toMatchObject([{ code: 'vaak' }, { code: 'nooit' }]);
  });

  it('become those of a shared list, and are copied when the question gets its own again', () => {
    const shared = read({ ...fields, 'options.from': 'list:services' });
    expect(shared).toMatchObject({ options: { list: 'services' } });
    const own = read({ ...questionFields(shared), 'options.from': 'own' }, shared);
    expect('options' in own && own.options).toEqual(ooo.lists.services?.options);
  });

  it('with the same code are a problem at the second', () => {
    expect(problemsOf({ ...fields, 'options.1.code': 'vaak' })).toEqual([
      'options.1.code: editor.problem.sameCode',
    ]);
  });
});

describe('what is wrong', () => {
  const fields = questionFields(questionNamed('B3'));

  it('stands at its field', () => {
    expect(problemsOf({ ...fields, 'label.nl': ' ', max: 'veel', min: '1,5', code: 'B3' })).toEqual([
      'label.nl: editor.problem.words',
      'max: editor.problem.number',
    ]);
    expect(problemsOf({ ...fields, min: '1,5' })).toEqual(['min: editor.problem.whole']);
    expect(problemsOf({ ...fields, code: 'B 3' })).toEqual(['code: check.code']);
  });

  it('is not that a translation is still to come', () => {
    const { 'label.en': _, ...dutch } = fields;
    expect(read(dutch, questionNamed('B3')).label).toEqual({ nl: questionNamed('B3').label.nl });
  });
});

describe('another type', () => {
  it('keeps what both have and begins the rest with something usable', () => {
    const question = read({ ...questionFields(questionNamed('A2')), type: 'points' });
    expect(question).toMatchObject({ type: 'points', total: 100, code: 'A2' });
    expect(read({ ...questionFields(questionNamed('A2')), type: 'pick' })).toMatchObject({ count: 3 });
  });
});

describe('a condition', () => {
  it('is none while no row says anything', () => {
    expect(readCondition({ 'showIf.mode': 'any', 'showIf.0.of': '' }, 'showIf')).toEqual({
      condition: null,
      problems: [],
    });
  });

  it('joins rows, groups, bounds and the register', () => {
    const fields = {
      'showIf.mode': 'any',
      'showIf.0.of': 'variable:A3',
      'showIf.0.how': 'not',
      'showIf.0.is.lt1': 'on',
      'showIf.1.of': 'group',
      'showIf.1.mode': 'none',
      'showIf.1.0.of': 'register:province',
      'showIf.1.0.is.West-Vlaanderen': 'on',
      'showIf.1.1.of': 'variable:E4',
      'showIf.1.1.how': 'range',
      'showIf.1.1.atLeast': '2,5',
      'showIf.1.2.of': '',
      'showIf.2.of': 'variable:A2',
      'showIf.2.how': 'unanswered',
    };
    expect(readCondition(fields, 'showIf')).toEqual({
      condition: {
        any: [
          { not: { variable: 'A3', is: ['lt1'] } },
          {
            not: {
              any: [
                { register: 'province', is: ['West-Vlaanderen'] },
                { variable: 'E4', atLeast: 2.5 },
              ],
            },
          },
          { not: { answered: 'A2' } },
        ],
      },
      problems: [],
    });
  });

  it('says which row is not ready', () => {
    const { problems } = readCondition(
      {
        'showIf.0.of': 'variable:A3',
        'showIf.1.of': 'group',
        'showIf.2.of': 'variable:E4',
        'showIf.2.how': 'range',
      },
      'showIf',
    );
    expect(problems.map(({ field, key }) => `${field}: ${key}`)).toEqual([
      'showIf.0: editor.problem.conditionValue',
      'showIf.1: editor.problem.emptyGroup',
      'showIf.2: editor.problem.noBound',
    ]);
  });

  it('lets go of answers of the question it asked about before', () => {
    const fields = { 'showIf.0.was': 'variable:A3', 'showIf.0.of': 'variable:A5', 'showIf.0.is.lt1': 'on' };
    expect(settled(fields)).toEqual({ 'showIf.0.of': 'variable:A5' });
  });
});

it('a code made of words has only safe characters', () => {
  expect(codeOf('Naïef & “eerlijk”?', new Set(), 'a')).toBe('naief_eerlijk');
  expect(codeOf('???', new Set(['a']), 'a')).toBe('a_2');
});
