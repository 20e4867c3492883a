// The figures of a report by code: a question that two waves asked keeps the first survey's figures.
import { expect, it } from 'vitest';
import { figuresIn, firstAsked } from '../../../analysis/report/figures.ts';

it('a question that a later wave asked again is the first survey’s', () => {
  const remarks = [
    { question: 'D1', wave: 1 },
    { question: 'D2', wave: 1 },
    { question: 'D1', wave: 2 },
    { question: 'D3', wave: 2 },
  ];
  expect(firstAsked(remarks).map(({ question, wave }) => `${question} ${wave}`)).toEqual([
    'D1 1',
    'D2 1',
    'D3 2',
  ]);
});

it('a text names each figure once, with its base or as a percentage alone', () => {
  expect(
    figuresIn('Van {figure:N1.survey.0} en {percent:remarks.D1.wise}, weer {figure:N1.survey.0}; {other:x}'),
  ).toEqual(['N1.survey.0', 'remarks.D1.wise']);
});
