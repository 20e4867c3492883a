// An address and the view it brings back: there and back, and every mistake told.
import { describe, expect, it } from 'vitest';
import type { Explored } from '../../../analysis/explore/explored.ts';
import { type ExploreOffer, readView, viewParameters } from '../../../analysis/explore/view.ts';

const offer: ExploreOffer = {
  survey: 's',
  questions: [
    { code: 'q1', variables: [{ name: 'q1', gapWith: [] }] },
    {
      code: 'q2',
      variables: [
        { name: 'q2.a', gapWith: ['q2.b'] },
        { name: 'q2.b', gapWith: ['q2.a'] },
      ],
    },
  ],
  by: [
    { name: 'role', background: true },
    { name: 'q1', background: false },
  ],
  filters: [
    { variable: 'role', codes: ['desk', 'lead:big'] },
    { variable: 'province', codes: ['Limburg'] },
    { variable: 'sizeClass', codes: ['1'] },
  ],
  register: true,
};
const read = (search: string) => readView(new URLSearchParams(search), offer);

describe('the address of a view', () => {
  it('without anything is the first question for everybody', () => {
    const { view, problems } = read('');
    const expected: Explored['view'] = {
      survey: 's',
      question: 'q1',
      variable: null,
      by: null,
      gapWith: null,
      filters: [],
      weighting: 'none',
      unit: 'persons',
      correction: 'benjaminiHochberg',
    };
    expect([view, problems]).toEqual([expected, []]);
  });

  it('comes back as it went', () => {
    const search =
      'question=q2&variable=q2.a&by=role&gap=q2.b&filter=role%3Alead%3Abig&filter=province%3ALimburg&weighting=cells&unit=libraries&correction=holm';
    const { view, problems } = read(search);
    expect(problems).toEqual([]);
    expect(view && viewParameters(view)).toEqual([...new URLSearchParams(search)]);
  });

  it.each([
    ['question=no', 'question', 'unknown'],
    ['question=q2&variable=q1', 'variable', 'unknown'],
    ['question=q1&by=q1', 'by', 'itself'],
    ['by=nobody', 'by', 'unknown'],
    ['question=q2&variable=q2.a&gap=q1', 'gap', 'unknown'],
    ['filter=role', 'filter', 'unknown'],
    ['filter=role:boss', 'filter', 'unknown'],
    ['filter=role:desk&filter=role:lead:big', 'filter', 'twice'],
    ['filter=role:desk&filter=province:Limburg&filter=sizeClass:1', 'filter', 'tooMany'],
    ['weighting=all', 'weighting', 'unknown'],
    ['unit=provinces', 'unit', 'unknown'],
    ['correction=none', 'correction', 'unknown'],
  ])('%s is told as a mistake in %s: %s', (search, parameter, reason) => {
    const { view, problems } = read(search);
    expect(view).not.toBeNull();
    expect(problems).toMatchObject([{ parameter, key: `explore.said.problem.${reason}` }]);
  });

  it('leaves weights and libraries out where there is no register', () => {
    const { view, problems } = readView(new URLSearchParams('weighting=register&unit=libraries'), {
      ...offer,
      register: false,
    });
    expect(view).toMatchObject({ weighting: 'none', unit: 'persons' });
    expect(problems.map(({ key }) => key)).toEqual([
      'explore.said.problem.noRegister',
      'explore.said.problem.noRegister',
    ]);
  });
});
