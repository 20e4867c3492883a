// What is shown, in which order, and what becomes of answers to what is not shown.
import { describe, expect, it } from 'vitest';
import { codebookOf } from '../../surveys/codebook.ts';
import { holds } from '../../surveys/condition.ts';
import {
  firstUnfinished,
  formQuestions,
  nextPage,
  pageWithoutConsent,
  previousPage,
  progressOf,
  shownVariables,
  walk,
} from '../../surveys/flow.ts';
import { noRegister } from '../../surveys/register.ts';
import { packAnswers, unpackAnswers } from '../../surveys/response-document.ts';
import { situationOf } from '../../surveys/situation.ts';
import { pageOf, sample } from './sample-questionnaire.ts';

const codes = (answers: Record<string, string>) =>
  walk(sample, answers, noRegister).pages.map(({ page }) => page.code);

describe('consent', () => {
  it('stands before its page and all that follow, also those that are not shown', () => {
    for (const page of ['you', 'tools', 'lead', 'ways']) {
      expect(pageWithoutConsent(walk(sample, { role: 'desk' }, noRegister), page)?.code).toBe('you');
      expect(pageWithoutConsent(walk(sample, { consent: 'yes' }, noRegister), page)).toBeNull();
    }
  });
});

describe('conditions', () => {
  const answers = { a: '1', b: 'x' };
  it.each([
    [{ variable: 'a', is: ['1', '2'] }, true],
    [{ variable: 'a', is: ['2'] }, false],
    [{ variable: 'c', is: ['1'] }, false],
    [{ not: { variable: 'c', is: ['1'] } }, true],
    [
      {
        all: [
          { variable: 'a', is: ['1'] },
          { variable: 'b', is: ['y'] },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { variable: 'a', is: ['9'] },
          { variable: 'b', is: ['x'] },
        ],
      },
      true,
    ],
  ])('%j is %s', (condition, expected) => {
    expect(holds(condition, situationOf(sample, answers, noRegister))).toBe(expected);
  });
});

describe('pages', () => {
  it('are passed over when their condition does not hold', () => {
    expect(codes({ role: 'desk' })).toEqual(['you', 'tools', 'ways']);
    expect(codes({ role: 'lead' })).toEqual(['you', 'tools', 'lead', 'ways']);
  });

  it('follow each other both ways', () => {
    const walked = walk(sample, { role: 'lead' }, noRegister);
    expect(nextPage(walked, 'tools')?.code).toBe('lead');
    expect(nextPage(walked, 'ways')).toBeNull();
    expect(previousPage(walked, 'ways')?.code).toBe('lead');
    expect(previousPage(walked, 'you')).toBeNull();
  });

  it('count the part, the parts and the minutes from the definition', () => {
    const short = walk(sample, {}, noRegister);
    const long = walk(sample, { role: 'lead' }, noRegister);
    expect(progressOf(sample, short, 'tools')).toEqual({ part: 2, parts: 3, questions: 5, minutes: 2 });
    expect(progressOf(sample, long, 'ways')).toEqual({ part: 4, parts: 4, questions: 3, minutes: 1 });
  });
});

describe('the first page still to be done', () => {
  const done = { consent: 'yes', role: 'desk', 'use.till': '1' };
  const unfinished = (answers: Record<string, string>, pages: string[]) =>
    firstUnfinished(sample, walk(sample, answers, noRegister), pages, noRegister)?.code ?? null;

  it('is the first that was never sent on', () => {
    expect(unfinished({}, [])).toBe('you');
    expect(unfinished(done, ['you'])).toBe('tools');
    expect(unfinished(done, ['you', 'ways'])).toBe('tools');
  });

  it('is a page sent on whose required answer went missing', () => {
    expect(unfinished({ ...done, role: '' }, ['you', 'tools', 'ways'])).toBe('you');
  });

  it('is a page that came into sight later', () => {
    expect(unfinished({ ...done, role: 'lead' }, ['you', 'tools', 'ways'])).toBe('lead');
  });

  it('is none when everything was sent on', () => {
    expect(unfinished(done, ['you', 'tools', 'ways'])).toBeNull();
  });
});

describe('answers to what is not shown', () => {
  it('are dropped, also where one hidden question hides the next', () => {
    const answers = { role: 'desk', team: 'samen', 'learn.none': '0', why: 'time' };
    expect(walk(sample, answers, noRegister).answers).toEqual({ role: 'desk', 'learn.none': '0' });
  });

  it('are stored as not shown, and skipped questions as skipped', () => {
    const answers = { role: 'desk', 'use.till': '2', 'use.site': 'N' };
    const shown = shownVariables(sample, answers, noRegister);
    expect(shown('team')).toBe(false);
    expect(shown('well.till')).toBe(true);
    expect(shown('well.site')).toBe(false);
    const codebook = codebookOf(sample);
    const document = packAnswers(codebook, answers, shown);
    const byte = (name: string) => document[codebook.position.get(name) ?? -1];
    expect([byte('team'), byte('well.site'), byte('well.till'), byte('words')]).toEqual([255, 255, 254, 254]);
    expect(unpackAnswers(codebook, document)).toEqual(answers);
  });
});

describe('the form of a page', () => {
  it('also holds questions that hang on another question of the same page', () => {
    const questions = formQuestions(sample, pageOf('tools'), walk(sample, {}, noRegister));
    expect(questions.map((question) => question.code)).toEqual(['use', 'learn', 'why']);
  });
});
