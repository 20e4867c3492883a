// Figures about groups move on to newer answers only when of every group nobody or at least five people are new.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupingsInRoutes } from '../../../analysis/disclosure/asked-of-groups.ts';
import { groupsMayMove } from '../../../analysis/disclosure/group-step.ts';
import { type Grouping, groupingsInSigns, groupingsInView } from '../../../analysis/disclosure/groupings.ts';
import type { ExploreView } from '../../../analysis/explore/view.ts';
import { needsCatalogueSchema } from '../../../surveys/needs-catalogue.ts';
import { questionnaireSchema } from '../../../surveys/questionnaire.ts';
import { packAnswers } from '../../../surveys/response-document.ts';
import { surveyOf } from './random-survey.ts';

const levels = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 2],
  ['q', 2],
]);
const every = (variable: string) => ({ variable, codes: null });
const some = (variable: string, ...codes: readonly string[]) => ({ variable, codes });

/** Fifty people before, evenly over `a` and `b` (ten per answer to both, and a rest), and then these: codes of a and of b. */
function mayMove(
  groupings: readonly Grouping[],
  came: readonly (readonly (number | null)[])[],
  withdrawn = false,
): boolean {
  const before = Array.from({ length: 60 }, (_, place) => [
    place % 3,
    Math.floor(place / 3) % 2,
    0,
    place % 2,
  ]);
  const rows = [...before, ...came.map(([a = null, b = null]) => [a, b, 0, 1])];
  const { dataset, register } = surveyOf(levels, rows);
  return groupsMayMove(dataset, register, groupings, { after: 60, withdrawn });
}
const people = (count: number, ...codes: readonly (number | null)[]) =>
  Array.from({ length: count }, () => codes);

describe('figures about groups', () => {
  it('move with five new people of a group and five others, and with nobody of either', () => {
    const starters = [[some('a', '0')]];
    expect(mayMove(starters, [...people(5, 0), ...people(5, 1)])).toBe(true);
    expect(mayMove(starters, people(5, 0))).toBe(true);
    expect(mayMove(starters, people(5, 2))).toBe(true);
  });

  it('stand still with one to four new people in the group, or outside it', () => {
    const starters = [[some('a', '0')]];
    for (const few of [1, 2, 3, 4]) {
      expect(mayMove(starters, [...people(few, 0), ...people(20, 1)])).toBe(false);
      expect(mayMove(starters, [...people(20, 0), ...people(few, 1)])).toBe(false);
      expect(mayMove(starters, [...people(20, 0), ...people(few, null)])).toBe(false);
    }
  });

  it('look at what two groups of one background leave of each other', () => {
    const both = [[some('a', '0')], [some('a', '0', '1')]];
    expect(mayMove(both, [...people(9, 0), ...people(1, 1), ...people(9, 2)])).toBe(false);
    expect(mayMove(both, [...people(9, 0), ...people(5, 1), ...people(9, 2)])).toBe(true);
  });

  it('look at two backgrounds together only where a figure sets them together', () => {
    const came = [...people(4, 0, 0), ...people(4, 0, 1), ...people(4, 1, 0), ...people(4, 1, 1)];
    expect(mayMove([[every('a')], [every('b')]], came)).toBe(true);
    expect(mayMove([[every('a'), every('b')]], came)).toBe(false);
  });

  it('are held back by no group that is too small to be shown, but by all of these together', () => {
    const groups = [[every('a')]];
    const rest = people(4, null);
    expect(mayMove(groups, [...people(6, 0), ...rest])).toBe(false);
    expect(mayMove(groups, [...people(6, 0), ...rest, ...people(1, null)])).toBe(true);
  });

  it('take ten new people in every group after somebody withdrew', () => {
    const starters = [[some('a', '0')]];
    expect(mayMove(starters, [...people(10, 0), ...people(10, 1)], true)).toBe(true);
    expect(mayMove(starters, [...people(9, 0), ...people(10, 1)], true)).toBe(false);
    expect(mayMove(starters, people(10, 0), true)).toBe(false);
  });

  it('look at who was asked a question, also where these are few', () => {
    const asked = [[{ asked: 'q' }]];
    const shown = (count: number, others: number) => {
      const { dataset, register } = surveyOf(
        levels,
        Array.from({ length: 40 }, () => [0, 0, 0, 0]),
      );
      const { codebook } = dataset;
      const row = (place: number, isShown: boolean) => ({
        sequence: 100 + place,
        version: 1,
        library: null,
        day: '2024-01-02',
        document: packAnswers(codebook, { a: '0' }, (name) => name !== 'q' || isShown),
      });
      dataset.append(Array.from({ length: count + others }, (_, place) => row(place, place < count)));
      return groupsMayMove(dataset, register, asked, { after: 40, withdrawn: false });
    };
    expect([shown(5, 0), shown(5, 5), shown(0, 5), shown(9, 6)]).toEqual([true, true, true, true]);
    expect([shown(1, 9), shown(4, 5), shown(9, 1)]).toEqual([false, false, false]);
  });

  it('pass over what the survey does not ask', () => {
    expect(mayMove([[every('province')], [every('gone')]], people(1, 0))).toBe(false);
    expect(mayMove([[every('gone')]], people(1, 0))).toBe(true);
  });

  it('differ between any two versions by nobody or by five people at least, whoever comes', () => {
    const one = (...codes: readonly (number | null)[]) => fc.constantFrom(...codes);
    const person = fc.tuple(
      one(0, 0, 0, 1, 1, 1, 2, 2, 2, null),
      one(0, 0, 0, 0, 1, 1, 1, 1, 1, null),
      one(0),
      one(1),
    );
    const groupings: readonly Grouping[] = [
      [some('a', '0')],
      [every('b')],
      [every('b'), some('a', '0', '1')],
    ];
    let versions = 0;
    fc.assert(
      fc.property(fc.array(person, { minLength: 150, maxLength: 400 }), (rows) => {
        const { dataset, register } = surveyOf(levels, rows);
        const shown = [10];
        for (let to = 15; to <= rows.length; to += 5) {
          const step = { after: shown.at(-1) ?? 0, withdrawn: false };
          if (groupsMayMove(dataset.upTo(to), register, groupings, step)) shown.push(to);
        }
        versions += shown.length - 1;
        const groups: readonly ((row: readonly (number | null)[]) => boolean)[] = [
          ([a]) => a === 0,
          ([a]) => a !== 0,
          ...[0, 1, null].map(
            (code) =>
              ([, b]: readonly (number | null)[]) =>
                b === code,
          ),
          ...[0, 1].map(
            (code) =>
              ([a, b]: readonly (number | null)[]) =>
                b === code && (a === 0 || a === 1),
          ),
        ];
        for (const group of groups)
          for (const [place, to] of shown.entries())
            for (const from of shown.slice(0, place)) {
              const all = rows.slice(0, to).filter(group).length;
              const came = rows.slice(from, to).filter(group).length;
              // A group under ten is shown in no version up to this one.
              if (all >= 10) expect(came === 0 || came >= 5).toBe(true);
            }
      }),
      { numRuns: 60 },
    );
    expect(versions).toBeGreaterThan(20);
  });
});

describe('the groups readers outside the team are shown', () => {
  const catalogue = needsCatalogueSchema.parse({
    format: 'nodenkaart/needs/1',
    background: ['a', 'b'],
    needs: [
      {
        code: 'N1',
        parent: null,
        label: { nl: 'Nood' },
        indicators: [
          {
            source: 'survey',
            label: { nl: 'onder starters' },
            share: { any: [{ variables: ['q'], codes: ['1'] }], where: [{ variables: ['a'], codes: ['0'] }] },
          },
          {
            source: 'survey',
            label: { nl: 'in een andere bevraging' },
            share: {
              survey: 'later',
              any: [{ variables: ['q'], codes: ['1'] }],
              where: [{ variables: ['b'], codes: ['1'] }],
            },
          },
        ],
      },
    ],
  });
  const view: ExploreView = {
    survey: 's',
    question: 'q',
    variable: null,
    by: null,
    gapWith: null,
    filters: [],
    weighting: 'none',
    unit: 'persons',
    correction: 'benjaminiHochberg',
  };

  it('are those that signs count, each in its own survey', () => {
    expect(groupingsInSigns(catalogue, 's', true)).toEqual([[some('a', '0')]]);
    expect(groupingsInSigns(catalogue, 'later', false)).toEqual([[some('b', '1')]]);
  });

  it('are the levels that something is required of, alone and in each group', () => {
    const label = { nl: 'x' };
    const requires = (by: object) =>
      groupingsInSigns(
        needsCatalogueSchema.parse({
          format: 'nodenkaart/needs/1',
          needs: [],
          background: ['a', 'b'],
          sideBySide: [
            { kind: 'required', code: 'x', label, ability: 'q', level: 'a', required: { '0': 1 }, ...by },
          ],
        }),
        's',
        true,
      );
    expect(requires({})).toEqual([[every('a')]]);
    expect(requires({ by: 'a' })).toEqual([[every('a')]]);
    expect(requires({ by: 'b' })).toEqual([[every('b')], [every('b'), every('a')], [every('a')]]);
  });

  it('are those of a view: none of everybody, its filters and its crossing alone and two together', () => {
    const shown = (changes: Partial<ExploreView>) =>
      groupingsInView({ ...view, ...changes }, catalogue.background);
    expect(shown({})).toEqual([]);
    expect(shown({ by: 'a' })).toEqual([[every('a')]]);
    expect(shown({ by: 'a', filters: [{ variable: 'b', code: '1' }] })).toEqual([
      [some('b', '1')],
      [every('a')],
      [some('b', '1'), every('a')],
    ]);
    expect(shown({ by: 'c' })).toEqual([[every('c')]]);
    expect(shown({ unit: 'libraries' })).toEqual([[every('province')], [every('sizeClass')]]);
    expect(shown({ weighting: 'cells' })).toContainEqual([every('province'), every('sizeClass')]);
  });

  it('are who was asked a question because of a background, on its page or by itself', () => {
    const { questionnaire } = surveyOf(levels, []);
    const routed = questionnaireSchema.parse({
      ...questionnaire,
      pages: questionnaire.pages.flatMap((page) => [
        { ...page, questions: page.questions.slice(0, 2) },
        {
          ...page,
          code: 'next',
          showIf: { not: { variable: 'b', is: ['0'] } },
          questions: page.questions.slice(2, 3),
        },
        {
          ...page,
          code: 'last',
          questions: page.questions.slice(3).map((one) => ({ ...one, showIf: { answered: 'c' } })),
        },
      ]),
    });
    expect(groupingsInRoutes(questionnaire, ['a', 'b'])).toEqual([]);
    expect(groupingsInRoutes(routed, ['a', 'b'])).toEqual([[{ asked: 'c' }]]);
    expect(groupingsInRoutes(routed, ['a', 'c'])).toEqual([[{ asked: 'q' }]]);
  });
});
