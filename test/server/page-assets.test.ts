// A page loads the styles and scripts of the kinds of questions it has, and no others.
import { expect, it } from 'vitest';
import { assetsOf } from '../../server/http/respond/page-assets.ts';
import { both, dontKnow } from '../surveys/question-types/one-question.ts';
import { pageOf } from '../surveys/sample-questionnaire.ts';
import { ask, page, questionnaireOf } from '../surveys/small-questionnaire.ts';

const needs = (question: object) => {
  const [first] = questionnaireOf([page('p', [ask('A', { ...question })])]).pages;
  return first && assetsOf(first);
};

it('a page of plain choices and words has what every page has', () => {
  expect(needs({})).toEqual({ styles: [], scripts: ['respond.js'] });
  expect(needs({ type: 'text', maxLength: 10 })).toEqual({ styles: [], scripts: ['respond.js'] });
});

it('a grid, a library and a number each bring their own', () => {
  expect(assetsOf(pageOf('tools'))).toEqual({ styles: ['grid.css'], scripts: ['respond.js', 'grid.js'] });
  expect(assetsOf(pageOf('you')).scripts).toEqual(['respond.js', 'register.js']);
  expect(needs({ type: 'number' })).toEqual({ styles: ['fields.css'], scripts: ['respond.js', 'fields.js'] });
});

it('reasons beside an answer need fields too', () => {
  const order = {
    type: 'rank',
    top: 1,
    options: [
      { code: 'a', label: both('A') },
      { code: 'b', label: both('B') },
    ],
  };
  expect(needs(order)?.scripts).toEqual(['respond.js']);
  expect(needs({ ...order, instead: [dontKnow] })?.scripts).toEqual(['respond.js', 'fields.js']);
});
