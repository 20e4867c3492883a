// What new things begin as is sound from the first moment, except the notice that its makers must write.
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '../../../surveys/check.ts';
import { checkBeforeFielding, noticeBlanks } from '../../../surveys/editing/blanks.ts';
import { applyEdit } from '../../../surveys/editing/edit.ts';
import {
  codeBeside,
  codeFrom,
  emptyQuestionnaire,
  freeCode,
  newPage,
  newQuestion,
} from '../../../surveys/editing/starts.ts';
import { questionSchema } from '../../../surveys/questionnaire.ts';
import { sample } from '../sample-questionnaire.ts';
import { startWords } from './start-words.ts';

const empty = emptyQuestionnaire('nieuw', ['nl', 'en'], { nl: 'Nieuw', en: 'New' }, startWords);
const types = questionSchema.options.map((option) => option.shape.type.value);

describe('an empty questionnaire', () => {
  it('is sound: consent first, and a page with a question', () => {
    expect(checkQuestionnaire(empty)).toEqual([]);
    expect(empty.pages.map(({ questions }) => questions.map(({ type }) => type))).toEqual([
      ['consent'],
      ['single'],
    ]);
  });

  it('is not fielded with blanks in its notice', () => {
    expect(noticeBlanks(empty).map(({ path, key }) => [path, key])).toEqual([
      ['notice[0].text', 'project.problem.noticeBlank'],
    ]);
    expect(checkBeforeFielding(empty).errors).toHaveLength(1);
    const written = { ...empty, notice: [{ title: { nl: 'Wie?' }, text: { nl: 'Niemand.' } }] };
    expect(noticeBlanks(written)).toEqual([]);
  });
});

describe('a new question', () => {
  it.each(types)('of type %s is sound beside the others', (type) => {
    const added = applyEdit(empty, {
      kind: 'addQuestion',
      page: 'page-1',
      after: null,
      ...newQuestion(type, freeCode(empty, 'Q1'), startWords, empty),
    });
    if ('problems' in added) throw new Error(JSON.stringify(added.problems));
    expect(checkBeforeFielding(added.questionnaire).errors.map(({ key }) => key)).toEqual([
      'project.problem.noticeBlank',
    ]);
  });

  it('that is a grid takes a scale that is there', () => {
    const { question, scales } = newQuestion('grid', 'G', startWords, sample);
    expect(scales).toEqual({});
    expect(question).toMatchObject({ scales: [{ variable: 'G_1', scale: 'OFTEN' }] });
  });

  it('opens a new page', () => {
    const { question } = newQuestion('text', 'T', startWords, sample);
    const added = applyEdit(sample, {
      kind: 'addPage',
      after: 'ways',
      page: newPage('more', question, startWords),
    });
    expect('questionnaire' in added && checkQuestionnaire(added.questionnaire)).toEqual([]);
  });
});

describe('a code', () => {
  it('is the wish when it is free, and otherwise counts on', () => {
    expect(freeCode(sample, 'A1')).toBe('A1');
    expect(freeCode(sample, 'role')).toBe('role-2');
    expect(freeCode(sample, 'WELL')).toBe('WELL-2');
    expect(codeBeside(['Q1', 'q2'], 'Q1')).toBe('Q3');
    expect(codeBeside(['page-1'], 'page-1')).toBe('page-2');
    expect(codeBeside(['ooo', 'ooo-2'], 'ooo')).toBe('ooo-3');
  });

  it('is made of words', () => {
    expect(codeFrom('Één bibliotheek: “wat nu?”')).toBe('Een-bibliotheek-wat-nu');
    expect(codeFrom('¿?')).toBe('x');
    expect(codeFrom('x'.repeat(60))).toHaveLength(40);
  });
});
